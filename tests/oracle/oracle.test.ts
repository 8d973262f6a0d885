import { describe, expect, test } from 'vitest'
import { generateScript } from '../stories/generator.ts'
import { addMonths, businessDayOf, calendarDay, dayOf, firstOfMonthAfter, isBoundary, textOf } from './calendar.ts'
import { lineTotal, openCompany } from './company.ts'
import type { OracleCompany } from './company.ts'
import { leftOf } from './credits.ts'
import { playEvent } from './play.ts'
import { reportLedger } from './report.ts'
import { round, share } from './rounding.ts'
import { openOf, remainingOf } from './settlement.ts'

describe('the oracle counts days', () => {
  test('the anchor survives short months and leap years', () => {
    const boundariesOf31 = Array.from({ length: 500 }, (_, i) => dayOf('2023-12-31') + i).filter((day) => isBoundary(day, 31))
    expect(boundariesOf31.slice(0, 4).map(textOf)).toEqual(['2023-12-31', '2024-01-31', '2024-02-29', '2024-03-31'])
    expect(boundariesOf31.slice(13, 16).map(textOf)).toEqual(['2025-01-31', '2025-02-28', '2025-03-31'])
    expect(textOf(addMonths(dayOf('2024-01-31'), 1))).toBe('2024-02-29')
    expect(textOf(addMonths(dayOf('2024-01-31'), 13))).toBe('2025-02-28')
    expect(textOf(firstOfMonthAfter('2024-12'))).toBe('2025-01-01')
  })

  test('the business day begins at 18:00 UTC', () => {
    expect(textOf(businessDayOf('2026-01-31T17:59:59Z', 6))).toBe('2026-01-31')
    expect(textOf(businessDayOf('2026-01-31T18:00:00Z', 6))).toBe('2026-02-01')
    expect(textOf(businessDayOf('2024-02-28T18:00:00Z', 6))).toBe('2024-02-29')
  })

  test('half a unit goes up, and shares always add up', () => {
    expect([round(5n, 2n), round(49n, 100n), round(50n, 100n), round(0n, 7n)]).toEqual([3n, 0n, 1n, 0n])
    expect(share(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n])
    expect(share(5n, [0n, 3n, 7n])).toEqual([0n, 2n, 3n])
  })
})

/** What must hold of any company, whatever its rules: each is counted from the documents. */
function expectSound(company: OracleCompany): void {
  const books = Object.values(reportLedger(company)).reduce((a, b) => a + b, 0)
  expect(books).toBe(0)
  for (const client of company.clients.values()) {
    const billedDays = new Map<string, number>()
    for (const invoice of client.invoices) {
      expect(openOf(invoice)).toBeGreaterThanOrEqual(0n)
      for (const line of invoice.lines) {
        const left = leftOf(client, line)
        expect([left.net, left.discount, left.vat, lineTotal(left)].every((amount) => amount >= 0n)).toBe(true)
        expect(lineTotal(line)).toBeGreaterThan(0n)
        if (invoice.voidedOn !== null) continue
        for (let day = line.startsOn; day < line.endsOn; day += 1) {
          const key = `${line.charge.id}/${day}`
          expect(billedDays.has(key)).toBe(false)
          billedDays.set(key, day)
        }
      }
    }
    for (const payment of client.payments) expect(remainingOf(payment)).toBeGreaterThanOrEqual(0n)
    for (const { invoice, amount } of client.allocations) expect(amount === 0n || invoice.voidedOn === null).toBe(true)
  }
}

describe('the story the oracle is asked about', () => {
  const size = { clients: 62, months: 15, vatRounding: 'invoice' } as const
  const script = generateScript({ ...size, seed: 4 })

  test('is the same for the same seed, another for another', () => {
    expect(generateScript({ ...size, seed: 4 })).toEqual(script)
    expect(generateScript({ ...size, seed: 5 }).events).not.toEqual(script.events)
  })

  test('has joiners on every day of the month, a leap day and both sides of midnight', () => {
    const days = script.events.map((event) => ({ event, day: calendarDay(businessDayOf(event.at, 6)) }))
    const joined = new Set(days.filter(({ event }) => event.kind === 'client').map(({ day }) => day.day))
    expect([...joined].sort((a, b) => a - b)).toEqual(Array.from({ length: 31 }, (_, i) => i + 1))
    expect(days.some(({ day }) => day.text === '2024-02-29')).toBe(true)
    expect(script.events.some((event) => event.at.endsWith('T18:00:00Z'))).toBe(true)
    expect(script.events.some((event) => event.at.endsWith('T17:59:59Z'))).toBe(true)
    const instants = script.events.map((event) => event.at)
    expect(instants).toEqual([...instants].sort())
  })

  test('keeps the oracle sound at every month end', () => {
    const company = openCompany(script)
    let month = ''
    for (const event of script.events) {
      if (event.at.slice(0, 7) !== month) expectSound(company)
      month = event.at.slice(0, 7)
      playEvent(company, event)
    }
    expectSound(company)
  })
})
