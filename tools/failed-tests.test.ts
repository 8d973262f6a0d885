import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder = ''
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'lastmile-reports-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const report = (name: string, content: unknown): string => {
  const file = join(folder, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}
const said = (...files: string[]): string => execFileSync(process.execPath, ['tools/failed-tests.mjs', ...files], { encoding: 'utf8' })
const of = (path: string, message: string, ...assertionResults: unknown[]) => ({ name: join(process.cwd(), path), message, assertionResults })

test('what failed is named with the first lines of what it said, and what passed is not', () => {
  const long = Array.from({ length: 40 }, (_, line) => `line ${line}`).join('\n')
  const tests = report('tests.json', {
    testResults: [
      of(
        'server/a.test.ts',
        '',
        { status: 'passed', fullName: 'adds up', failureMessages: [] },
        { status: 'failed', fullName: 'takes away', failureMessages: [long] },
      ),
      of('server/b.test.ts', 'Cannot find module ./b.ts'),
      of('server/c.test.ts', '', { status: 'passed', fullName: 'stays quiet', failureMessages: [] }),
    ],
  })
  const checks = report('checks.json', { passed: 9, failed: 1, skipped: 0, failures: ['lint'] })
  const text = said(tests, checks)
  expect(text).toContain('FAILED: server/a.test.ts: takes away\n  line 0\n')
  expect(text).toContain('line 11\n')
  expect(text).not.toContain('line 12')
  expect(text).toContain('FAILED: server/b.test.ts\n  Cannot find module ./b.ts')
  expect(text).toContain('FAILED: the check lint')
  expect(text).not.toMatch(/adds up|c\.test/)
})

test('a report that was not written to its end is said to be so', () => {
  expect(said(report('cut.json', '{"testResults": [{'))).toMatch(/^FAILED: .*cut\.json cannot be read/)
})
