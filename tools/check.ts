import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'

// npm run check                 everything below, one after the other
// npm run check -- types lint   only these
// npm run check -- --json FILE  also writes the outcome for the continuous integration
interface Check {
  readonly name: string
  readonly what: string
  readonly command: readonly string[]
  /** Left out where what it looks at does not exist yet. */
  readonly needs?: string
}

const CODE = ['server', 'simulators', 'tools', 'tests', 'bench', 'bin', 'web'].filter((folder) => existsSync(folder))

// What was found is kept, so that the next time only what has changed is looked at: seconds instead of a minute.
const compiler = (project: string, kept: string): string[] => [
  'typescript/bin/tsc',
  ...['-p', project, '--noEmit', '--incremental', '--tsBuildInfoFile', `node_modules/.cache/${kept}.tsbuildinfo`],
]

const checks: readonly Check[] = [
  { name: 'types', what: 'the compiler over server, tools and tests', command: compiler('tsconfig.json', 'types') },
  { name: 'web-types', what: 'the compiler over the web app', command: compiler('web/tsconfig.json', 'web-types'), needs: 'web/tsconfig.json' },
  { name: 'lint', what: 'Biome', command: ['@biomejs/biome/bin/biome', 'lint', '--error-on-warnings', '--diagnostic-level=warn'] },
  { name: 'format', what: 'Biome; npm run format mends it', command: ['@biomejs/biome/bin/biome', 'format'] },
  { name: 'type-lint', what: 'oxlint with types: forgotten promises, any', command: ['oxlint/bin/oxlint', '--type-aware', '--deny-warnings', ...CODE] },
  {
    name: 'boundaries',
    what: 'who may import whom',
    command: ['dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.mjs', ...CODE.filter((folder) => folder !== 'bin')],
  },
  { name: 'dead-code', what: 'knip: files, exports and packages nobody uses', command: ['knip/bin/knip.js'] },
  { name: 'lock-file', what: 'package-lock.json is complete for every platform', command: ['./tools/lock-fix.mjs', '--check'] },
  { name: 'db-types', what: 'schema.gen.ts is what the migrations make', command: ['./tools/db-types.ts', '--check'] },
  { name: 'db-schema', what: 'migrations/schema.sql is what the migrations make', command: ['./tools/schema-dump.ts', '--check'] },
]

const args = process.argv.slice(2)
if (args.join(' ') === '--fix format') process.exit((await run(['@biomejs/biome/bin/biome', 'format', '--write'], true)).code)
const jsonAt = args.indexOf('--json')
const jsonFile = jsonAt < 0 ? null : args[jsonAt + 1]
const wanted = args.filter((argument, index) => !argument.startsWith('--') && (jsonAt < 0 || index !== jsonAt + 1))
const unknown = wanted.filter((name) => !checks.some((check) => check.name === name))
if (unknown.length > 0) {
  process.stderr.write(`No check is named ${unknown.join(', ')}; there are ${checks.map(({ name }) => name).join(', ')}\n`)
  process.exit(2)
}

const outcomes = { passed: 0, failed: 0, skipped: 0, failures: [] as string[] }
for (const { name, what, command, needs } of checks.filter((check) => wanted.length === 0 || wanted.includes(check.name))) {
  if (needs !== undefined && !existsSync(needs)) {
    process.stdout.write(`skipped ${name}: there is no ${needs}\n`)
    outcomes.skipped += 1
    continue
  }
  const started = performance.now()
  const { code, output } = await run(command, false)
  outcomes[code === 0 ? 'passed' : 'failed'] += 1
  process.stdout.write(`${code === 0 ? 'ok     ' : 'FAILED '} ${name} (${what}), ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
  if (code === 0) continue
  outcomes.failures.push(name)
  process.stdout.write(`${output.trimEnd()}\n`)
}
if (jsonFile !== null && jsonFile !== undefined) writeFileSync(jsonFile, JSON.stringify(outcomes))
process.exitCode = outcomes.failed === 0 ? 0 : 1

/** A path beginning with a dot is the project's own, any other one lies in node_modules. */
async function run([file = '', ...rest]: readonly string[], isShown: boolean): Promise<{ code: number; output: string }> {
  const path = file.startsWith('./') ? file : `node_modules/${file}`
  const child = spawn(process.execPath, [path, ...rest], {
    stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return await new Promise((done) => child.on('close', (code) => done({ code: code ?? 1, output })))
}
