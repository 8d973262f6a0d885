import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const root = join(import.meta.dirname, '..', '..')
export const TYPES_PATH = join(root, 'web', 'src', 'api', 'schema.d.ts')

/** The contract as TypeScript, for the typed client of the web app. Lives here because it needs a TypeScript that has an API. */
export async function contractTypes(): Promise<string> {
  const contract = JSON.parse(readFileSync(join(root, 'api', 'openapi.json'), 'utf8')) as never
  return `// Made from api/openapi.json by \`npm run api:types\`; changes here are lost.\n${astToString(await openapiTS(contract, { alphabetize: true }))}`
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(TYPES_PATH, await contractTypes())
  process.stdout.write(`${TYPES_PATH}\n`)
}
