import { describe, expect, test } from 'vitest'
import { settableClock } from '../../server/kernel/clock.ts'
import { testDatabase } from '../../server/testing/database.ts'
import { businessDayOf, textOf } from '../oracle/calendar.ts'
import { openCompany } from '../oracle/company.ts'
import { playEvent } from '../oracle/play.ts'
import { reportClient, reportLedger } from '../oracle/report.ts'
import type { ClientReport } from '../oracle/report.ts'
import type { Script, ScriptEvent } from '../oracle/script.ts'
import { readFixture, rowsOfReport } from './fixture.ts'
import type { Fixture } from './fixture.ts'
import { openProduct } from './product.ts'

const FIXTURES = ['joining-and-paying', 'changing-and-leaving', 'prepaid']

interface Player {
  play(event: ScriptEvent): Promise<void>
  report(client: string): Promise<ClientReport>
  ledger(): Promise<Record<string, number>>
}

function oraclePlayer(script: Script): Player {
  const company = openCompany(script)
  const clientOf = (ref: string) => {
    const client = company.clients.get(ref)
    if (client === undefined) throw new Error(`${ref} is not registered yet`)
    return client
  }
  return {
    play: async (event) => playEvent(company, event),
    report: async (ref) => reportClient(clientOf(ref)),
    ledger: async () => reportLedger(company),
  }
}

/** Plays a fixture; the balances asked for are taken at the end of their day. */
async function expectByHand(fixture: Fixture, player: Player): Promise<void> {
  const days = new Set(fixture.balances.map((row) => row['at the end of'] ?? ''))
  const dayOfEvent = (event: ScriptEvent): string => textOf(businessDayOf(event.at, fixture.script.utcOffsetHours))
  const lookBack = async (day: string): Promise<void> => {
    for (const row of fixture.balances.filter((r) => r['at the end of'] === day)) {
      const { balance } = rowsOfReport(await player.report(row['client'] ?? ''))
      expect({ 'at the end of': day, ...balance }).toEqual(row)
    }
  }
  let seen = ''
  for (const event of fixture.script.events) {
    for (const day of [...days].sort()) {
      if (seen <= day && day < dayOfEvent(event)) {
        await lookBack(day)
        days.delete(day)
      }
    }
    await player.play(event)
    seen = dayOfEvent(event)
  }
  for (const day of [...days].sort()) await lookBack(day)
  const clients = [...new Set(fixture.balances.map((row) => row['client'] ?? ''))]
  const reports = await Promise.all(clients.map((client) => player.report(client)))
  const rows = reports.map((report) => rowsOfReport(report))
  const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
  expect(rows.flatMap((row) => row.lines).sort(byText)).toEqual([...fixture.lines].sort(byText))
  expect(rows.flatMap((row) => row.credits).sort(byText)).toEqual([...fixture.credits].sort(byText))
  expect(await player.ledger()).toEqual(fixture.books)
}

describe('three months worked by hand', () => {
  for (const name of FIXTURES) {
    test(`${name}: the oracle says what the hand arithmetic says`, async () => {
      const fixture = readFixture(name)
      await expectByHand(fixture, oraclePlayer(fixture.script))
    })

    test(`${name}: the product says what the hand arithmetic says`, async () => {
      const fixture = readFixture(name)
      const clock = settableClock('2023-12-31T00:00:00Z')
      const product = await openProduct(await testDatabase({ clock }), clock, fixture.script)
      await expectByHand(fixture, {
        play: product.play,
        ledger: product.ledger,
        report: async (client) => {
          const report = (await product.report([client])).get(client)
          if (report === undefined) throw new Error(`${client} is not registered yet`)
          return report
        },
      })
    })
  }
})
