import { expect, test } from 'vitest'
import { breaches, readSources } from './house-rules.ts'

const rulesBroken = (path: string, text: string): string[] => breaches({ path, text }).map((line) => line.split(' ')[1]?.replace(':', '') ?? '')

test('each rule sees a planted breach', () => {
  expect(rulesBroken('server/platform/a.ts', 'const t = new Date()')).toEqual(['no-date'])
  expect(rulesBroken('server/platform/a.ts', 'const t = Date.now()')).toEqual(['no-date'])
  expect(rulesBroken('server/modules/billing/a.ts', 'const t = Temporal.Now.instant()')).toEqual(['no-hidden-clock'])
  expect(rulesBroken('server/modules/billing/store.ts', 'sql`update x set at = now()`')).toEqual(['no-hidden-clock'])
  for (const text of ['Math.round(amountMinor / 2)', 'Number(totalMinor) * 1.15', 'parseFloat(text)', '(1.5).toFixed(2)', 'sql`select a::float`']) {
    expect(rulesBroken('server/modules/billing/store.ts', text), text).toEqual(['money-is-not-a-float'])
  }
  expect(rulesBroken('server/modules/billing/a.ts', 'await sql<{ id: bigint }>`select 1`.execute(tx.db)')).toEqual(['sql-lives-in-stores'])
  expect(rulesBroken('server/modules/billing/a.ts', "await tx.db.selectFrom('x').execute()")).toEqual(['sql-lives-in-stores'])
  for (const text of ['// TODO later', '// @ts-ignore', 'test.only(1)']) expect(rulesBroken('server/platform/a.ts', text), text).toEqual(['no-leftovers'])
  expect(rulesBroken('server/platform/a.ts', 'console.error(password)')).toEqual(['no-console'])
  expect(rulesBroken('server/platform/a.ts', 'x\n'.repeat(401))).toEqual(['file-length'])
})

test('what is right where it stands is left alone', () => {
  expect(rulesBroken('server/platform/a.ts', '// new Date() would read the machine clock\nconst a = 1 // not Date.now()')).toEqual([])
  expect(rulesBroken('server/modules/billing/store.ts', 'await sql`select 1`.execute(tx.db)')).toEqual([])
  expect(rulesBroken('server/platform/db/schema.gen.ts', 'x\n'.repeat(900))).toEqual([])
  expect(rulesBroken('server/modules/billing/a.ts', 'const days = Math.round(3.5)\nreturn toMinor(Number(text))')).toEqual([])
})

test('the project keeps its own rules', () => {
  const sources = readSources('.')
  expect(sources.length).toBeGreaterThan(100)
  expect(sources.flatMap(breaches)).toEqual([])
})
