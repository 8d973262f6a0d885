// node tools/failed-tests.mjs REPORT.json ...  names what failed in reports of the tests (Vitest's JSON) and of tools/check.ts.
// A log of an hour is read from its end, so the CI says this last; plain Node, for it has to work where the installation failed.
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

const LINES = 12
const head = (text) => `\n  ${text.split('\n').slice(0, LINES).join('\n  ')}`

function failuresOf({ testResults = [], failures = [] }) {
  const tests = testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    const file = relative(process.cwd(), name)
    // A file that could not be loaded, or whose preparation failed, has no test that did.
    if (failed.length === 0 && message) return [`${file}${head(message)}`]
    return failed.map(({ fullName, failureMessages }) => `${file}: ${fullName}${head(failureMessages.join('\n'))}`)
  })
  return [...tests, ...failures.map((name) => `the check ${name}; what it says stands above`)]
}

for (const file of process.argv.slice(2)) {
  let report
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    console.log(`FAILED: ${file} cannot be read: its run ended before it could write down what it found`)
    continue
  }
  for (const failure of failuresOf(report)) console.log(`FAILED: ${failure}`)
}
