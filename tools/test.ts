import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'

// npm test [-- <part of a file name> ...]   the tests of every folder, minutes
// npm run test:long                         tests/long, tens of minutes
const args = process.argv.slice(2)
const isLong = args.includes('--long')
const rest = args.filter((argument) => argument !== '--long')
const vitest = 'node_modules/vitest/vitest.mjs'

if (!existsSync(vitest)) {
  process.stderr.write('The test programs are not installed here (production installation). Run "npm ci --ignore-scripts" without --omit=dev.\n')
  process.exit(1)
}
const server =
  process.env.DATABASE_URL === undefined || process.env.DATABASE_URL === '' ? 'an own PostgreSQL 18 in the temp folder' : 'the PostgreSQL of DATABASE_URL'
process.stderr.write(`Running the ${isLong ? 'long ' : ''}tests on ${server}; nothing else is touched.\n`)

const child = spawn(process.execPath, [vitest, 'run', ...rest], {
  stdio: 'inherit',
  env: { ...process.env, TZ: 'UTC', ...(isLong ? { LASTMILE_TEST_LONG: '1' } : {}) },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 128 + constants.signals[signal]))
