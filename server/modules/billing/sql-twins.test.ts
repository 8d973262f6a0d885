import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { divideRound, toMinor, vatOf } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { cycleAround } from '../../kernel/time.ts'
import { testDatabase } from '../../testing/database.ts'
import { documentCode } from '#modules/ledger/index.ts'
import { prorated } from './amount.ts'
import type { BillingPolicy } from './terms.ts'

const database = await testDatabase()
const CASES = 100_000

/** Samples of an arbitrary, the same every time. */
const samples = <T>(arbitrary: fc.Arbitrary<T>, count = CASES): T[] => fc.sample(arbitrary, { numRuns: count, seed: 20260105 })

describe('the arithmetic in SQL equals the arithmetic in TypeScript', () => {
  test('div_round_half_up equals divideRound over 100,000 random cases, negatives included', async () => {
    const cases = samples(fc.tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 6n })))
    const { rows } = await sql<{
      r: bigint
    }>`select div_round_half_up(a::numeric, b::numeric) as r from unnest(${cases.map(([a]) => a)}::bigint[], ${cases.map(([, b]) => b)}::bigint[]) with ordinality as c(a, b, n) order by n`.execute(
      database.db,
    )
    expect(rows.map((row) => row.r)).toEqual(cases.map(([a, b]) => divideRound(a, b, 'half-up')))
  })

  test('prorated equals its twin over 100,000 random cases', async () => {
    const bases: BillingPolicy['proration'][] = ['actual_days', 'fixed_30', 'none']
    const cases = samples(
      fc.tuple(
        fc.bigInt({ min: 0n, max: 10n ** 10n }),
        fc.bigInt({ min: 1n, max: 10n ** 6n }),
        fc.integer({ min: -2, max: 35 }),
        fc.integer({ min: 1, max: 31 }),
        fc.constantFrom(...bases),
      ),
    )
    const { rows } = await sql<{
      r: bigint
    }>`select prorated(p, q, d, c, b) as r from unnest(${cases.map((c) => c[0])}::bigint[], ${cases.map((c) => c[1])}::bigint[], ${cases.map((c) => c[2])}::int[],
      ${cases.map((c) => c[3])}::int[], ${cases.map((c) => c[4])}::text[]) with ordinality as x(p, q, d, c, b, n) order by n`.execute(database.db)
    expect(rows.map((row) => row.r)).toEqual(cases.map(([price, quantity, days, cycle, basis]) => prorated(price as Minor, quantity, days, cycle, basis)))
  })

  test('rule 32: vat_of equals vatOf, inclusive and exclusive, over 100,000 random cases', async () => {
    const cases = samples(fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 10_000 }), fc.boolean()))
    const { rows } = await sql<{
      r: bigint
    }>`select vat_of(a, r, i) as r from unnest(${cases.map((c) => c[0])}::bigint[], ${cases.map((c) => c[1])}::int[], ${cases.map((c) => c[2])}::boolean[]) with ordinality as x(a, r, i, n) order by n`.execute(
      database.db,
    )
    expect(rows.map((row) => row.r)).toEqual(cases.map(([amount, bp, inclusive]) => vatOf(toMinor(amount), bp, inclusive)))
  })

  test('rule 3: cycle_start and cycle_end equal cycleAround for every anchor on every day of five years', async () => {
    const days = Array.from({ length: 1827 }, (_none, n) => Temporal.PlainDate.from('2023-01-01').add({ days: n }))
    const cases = days.flatMap((day) => Array.from({ length: 31 }, (_none, n) => ({ day, anchor: n + 1 })))
    const { rows } = await sql<{
      s: string
      e: string
    }>`select cycle_start(d, a)::text as s, cycle_end(d, a)::text as e from unnest(${cases.map((c) => c.day.toString())}::date[], ${cases.map((c) => c.anchor)}::int[]) with ordinality as x(d, a, n) order by n`.execute(
      database.db,
    )
    expect(rows).toEqual(
      cases.map(({ day, anchor }) => {
        const cycle = cycleAround(day, anchor)
        return { s: cycle.startsOn.toString(), e: cycle.endsOn.toString() }
      }),
    )
  })

  test('document_code prints numbers as documentCode does', async () => {
    for (const [pattern, number] of [
      ['INV-{yyyy}-{n:6}', 7n],
      ['{owner}/{yy}/{n}', 123n],
      ['{n:3}', 1_234_567n],
    ] as const) {
      const { rows } = await sql<{ code: string }>`select document_code(${pattern}, 2027, 'HQ', ${number}::bigint) as code`.execute(database.db)
      expect(rows[0]?.code).toBe(documentCode(pattern, 2027, 'HQ', number))
    }
  })
})
