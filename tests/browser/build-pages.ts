import { mkdirSync, rmdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildWebOnce } from '../../server/processes/web-build.ts'

// The same build that `start` makes. A process of its own, because Vite and the test runner share globals; one at a time, because
// test files run beside each other and a build empties the folder that the others serve from.
const lock = join(import.meta.dirname, '..', '..', 'web', 'dist.lock')
const STALE_MS = 180_000

while (!taken()) await sleep(200)
let failure = ''
try {
  await buildWebOnce((text) => {
    if (text.includes('could not be built')) failure = text
  })
} finally {
  rmdirSync(lock)
}
if (failure !== '') {
  process.stderr.write(`${failure}\n`)
  process.exitCode = 1
}

/** A folder is made by one process only; one left behind by a killed run is taken over. */
function taken(): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    if (Temporal.Now.instant().epochMilliseconds - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > STALE_MS) rmdirSync(lock)
    return false
  }
}
