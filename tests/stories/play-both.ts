/** Plays a script on both sides and compares them after every event. */
import { expect } from 'vitest'
import type { SettableClock } from '../../server/kernel/clock.ts'
import type { Database } from '../../server/platform/db/tx.ts'
import { openCompany } from '../oracle/company.ts'
import type { OracleCompany } from '../oracle/company.ts'
import { clientOfEvent, playEvent } from '../oracle/play.ts'
import { reportClient, reportLedger } from '../oracle/report.ts'
import type { ClientReport } from '../oracle/report.ts'
import type { Script } from '../oracle/script.ts'
import { openProduct } from './product.ts'
import type { Product } from './product.ts'

/** Which way an invoice came about is not a matter of amounts; the product knows more ways than the oracle. */
const comparable = (report: ClientReport) => ({ ...report, invoices: report.invoices.map(({ kind: _kind, ...invoice }) => invoice) })

async function expectEqual(company: OracleCompany, product: Product, refs: readonly string[], after: string): Promise<void> {
  const reports = await product.report(refs)
  for (const ref of refs) {
    const client = company.clients.get(ref)
    const report = reports.get(ref)
    if (client === undefined || report === undefined) throw new Error(`${ref} is not registered`)
    expect(comparable(report), `${ref} after ${after}`).toEqual(comparable(reportClient(client)))
  }
}

export interface Played {
  readonly events: number
  readonly comparisons: number
}

/** @throws the first difference, with the event that made it. */
export async function playBoth(database: Database, clock: SettableClock, script: Script): Promise<Played> {
  const company = openCompany(script)
  const product = await openProduct(database, clock, script)
  let month = script.events[0]?.at.slice(0, 7) ?? ''
  let comparisons = 0
  for (const [i, event] of script.events.entries()) {
    if (event.at.slice(0, 7) !== month) {
      month = event.at.slice(0, 7)
      expect(await product.ledger(), `books before event ${i}`).toEqual(reportLedger(company))
      expect(await product.examine(), `the doctor before event ${i}`).toEqual({})
    }
    const after = `event ${i} of seed ${script.seed}: ${JSON.stringify(event)}`
    playEvent(company, event)
    try {
      await product.play(event)
    } catch (error) {
      throw new Error(`The product refuses ${after}`, { cause: error })
    }
    const ref = clientOfEvent(company, event)
    // A run bills everybody; what the other events of the whole company change shows in the next bills.
    const touched = ref === null ? (event.kind === 'run' ? [...company.clients.keys()] : []) : [ref]
    if (touched.length > 0) await expectEqual(company, product, touched, after)
    comparisons += touched.length
  }
  await expectEqual(company, product, [...company.clients.keys()], 'the last event')
  expect(await product.ledger()).toEqual(reportLedger(company))
  expect(await product.examine()).toEqual({})
  return { events: script.events.length, comparisons }
}
