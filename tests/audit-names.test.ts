import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ALL_PERMISSIONS } from '../server/kernel/permissions.ts'

const sources = globSync('server/modules/**/*.ts', { exclude: ['**/*.test.ts'] })
  .map((path) => readFileSync(path, 'utf8'))
  .filter((text) => /\b(recordEvents?|eventJson|EventFacts|BulkEvent|subjectType)\b/.test(text))

const found = (pattern: RegExp): string[] => [...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name ?? '')))]

/** What the audit is given is said in words to whoever reads it: an action or a noun nobody has named would show its code. */
test('everything the server writes into the audit has a name in the console', () => {
  const actions = readFileSync('web/src/staff/audit/actions.ts', 'utf8')
  // Codes of other kinds, put down where events are written.
  const others = new Set<string>([...ALL_PERMISSIONS, 'subscriptions.expires_on'])
  const written = found(/'([a-z_]+\.[a-z_]+)'/g).filter((code) => !others.has(code))
  expect(written.length).toBeGreaterThan(150)
  expect(written.filter((action) => !actions.includes(`'${action}': msg`))).toEqual([])

  const nouns = readFileSync('web/src/staff/audit/subjects.ts', 'utf8')
  const subjects = found(/subjectType: '([a-z_]+)'/g)
  expect(subjects.length).toBeGreaterThan(30)
  expect(subjects.filter((noun) => !nouns.includes(`    ${noun}: t\``))).toEqual([])
})
