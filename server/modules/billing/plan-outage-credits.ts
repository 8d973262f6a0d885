import { add, minOf, vatOf, ZERO } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { cycleAround, daysIn } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { prorated } from './amount.ts'
import { creditForAmount } from './credit.ts'
import { creditableLines } from './documents-store.ts'
import type { CreditableLine } from './documents-store.ts'
import { selectMonthlyPrices } from './monthly-price-store.ts'
import { selectBilledDays } from './outage-store.ts'

export interface OutageDays {
  readonly subscriptionId: bigint
  /** The first day without service. */
  readonly on: PlainDate
  readonly days: number
}

/** Why nothing can be given back: nobody has billed the line, it costs nothing, or earlier credits took all of it. */
type NoCredit = 'not_billed' | 'costs_nothing' | 'nothing_left'

export type OutageCredit =
  | {
      readonly isPossible: true
      readonly invoiceId: bigint
      readonly lineNo: number
      readonly price: Minor
      readonly cycleDays: number
      readonly net: Minor
      readonly vat: Minor
      readonly total: Minor
    }
  | { readonly isPossible: false; readonly why: NoCredit; readonly price: Minor }

/**
 * What lines get back for days without service, and from which line of which invoice: their present monthly price by days of the cycle, VAT as that
 * invoice line has it, never more than earlier credits left of it. Writes nothing; {@link issueCreditNote} over that line gives the same amounts.
 */
export async function planOutageCredits(conn: Conn, wanted: readonly OutageDays[], today: PlainDate): Promise<Map<bigint, OutageCredit>> {
  const prices = await selectMonthlyPrices(
    conn,
    wanted.map(({ subscriptionId }) => subscriptionId),
    today,
  )
  const billed = new Map((await selectBilledDays(conn, wanted)).map((row) => [row.subscriptionId, row]))
  const planned = new Map<bigint, OutageCredit>()
  for (const { subscriptionId, on, days } of wanted) {
    const price = prices.get(subscriptionId)
    const place = billed.get(subscriptionId)
    const amount = price?.price ?? ZERO
    const line = place === undefined ? undefined : (await creditableLines(conn, place.invoiceId)).find(({ lineNo }) => lineNo === place.lineNo)
    if (line === undefined) planned.set(subscriptionId, { isPossible: false, why: 'not_billed', price: amount })
    else if (price === undefined || amount === 0n) planned.set(subscriptionId, { isPossible: false, why: 'costs_nothing', price: amount })
    else {
      const cycleDays = price.proration === 'fixed_30' ? 30 : daysIn(cycleAround(on, price.anchorDay))
      const part = prorated(amount, 1000n, days, cycleDays, price.proration === 'fixed_30' ? 'fixed_30' : 'actual_days')
      planned.set(subscriptionId, creditOf(line, part, { price: amount, cycleDays }))
    }
  }
  return planned
}

function creditOf(line: CreditableLine, part: Minor, { price, cycleDays }: { price: Minor; cycleDays: number }): OutageCredit {
  const total = line.vatInclusive ? part : add(part, vatOf(part, line.vatBp, false))
  const credit = creditForAmount(line, minOf(total, line.leftTotal))
  if (credit === null) return { isPossible: false, why: 'nothing_left', price }
  return {
    isPossible: true,
    invoiceId: line.invoiceId,
    lineNo: line.lineNo,
    price,
    cycleDays,
    net: (credit.total - credit.vat) as Minor,
    vat: credit.vat,
    total: credit.total,
  }
}
