import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withMigratedDatabase } from './migrated-database.ts'

// Writes the tables of the migrated database as types; --check only tells whether they are up to date.
const TARGET = 'server/platform/db/schema.gen.ts'
const HEADER = '/** The tables as types; made from the migrated database by `npm run db:types`. */\n'
const isCheck = process.argv.includes('--check')

// As platform/db/types.ts reads the values.
const mapping = { int8: 'bigint', date: 'Temporal.PlainDate', timestamptz: 'Temporal.Instant', numeric: 'string', inet: 'string', uuid: 'string' }

const generated = await withMigratedDatabase(async (url) => {
  const folder = mkdtempSync(join(tmpdir(), 'lastmile-types-'))
  const file = join(folder, 'schema.ts')
  const args = ['--dialect', 'postgres', '--url', url, '--out-file', file, '--type-mapping', JSON.stringify(mapping), '--log-level', 'error']
  args.push('--include-pattern', 'public.*', '--default-schema', 'public')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/kysely-codegen/dist/cli/bin.js', ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`kysely-codegen failed: ${stdout}${stderr}`)
  const text = readFileSync(file, 'utf8')
  rmSync(folder, { recursive: true, force: true })
  return HEADER + text.replace(/^\/\*\*[\s\S]*?\*\/\s*/, '')
})

if (!isCheck) {
  writeFileSync(TARGET, generated)
  process.stdout.write(`${TARGET} written\n`)
} else if (readFileSync(TARGET, 'utf8') !== generated) {
  process.stdout.write(`${TARGET} is not what the migrations make: run npm run db:types\n`)
  process.exitCode = 1
} else {
  process.stdout.write(`${TARGET} is up to date\n`)
}
