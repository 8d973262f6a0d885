import { buildWebOnce } from '../../server/processes/web-build.ts'

// The same build that `start` makes, in a process of its own, because Vite and the test runner share globals.
let failure = ''
await buildWebOnce((text) => {
  if (text.includes('could not be built')) failure = text
})
if (failure !== '') {
  process.stderr.write(`${failure}\n`)
  process.exitCode = 1
}
