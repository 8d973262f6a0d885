import type { Minor } from '../../kernel/money.ts'
import { ZERO } from '../../kernel/money.ts'
import { earlier, firstDay, isBefore, isSameDay, monthOf } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { selectTaken } from './collections-store.ts'
import type { DayTaken, TakenBy } from './collections-store.ts'

/** Money that came in from one day to another, both included. */
export interface Taken {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly payments: bigint
  readonly amount_minor: Minor
}

export interface Collections {
  readonly today: Taken
  readonly yesterday: Taken
  readonly this_month: Taken
  /** As far into the last month as today is into this one; a shorter month ends with its last day. */
  readonly last_month_to_day: Taken
  readonly last_month: Taken
  /** Every day of last month and of this one up to today. */
  readonly days: readonly { readonly day: PlainDate; readonly payments: bigint; readonly amount_minor: Minor }[]
  /** This month by method, the largest first. */
  readonly methods: readonly { readonly method: string; readonly payments: bigint; readonly amount_minor: Minor }[]
}

/** What came in today, this month and last month, of a scope or of one person. Writes nothing. */
export async function readCollections(conn: Conn, by: TakenBy, today: PlainDate): Promise<Collections> {
  const first = firstDay(monthOf(today))
  const firstOfLast = first.subtract({ months: 1 })
  const rows = await selectTaken(conn, by, { from: firstOfLast, to: today })
  const span = (from: PlainDate, to: PlainDate): Taken => ({ from, to, ...sum(rows.filter(({ day }) => !isBefore(day, from) && !isBefore(to, day))) })
  const yesterday = today.subtract({ days: 1 })
  const days: Collections['days'][number][] = []
  for (let day = firstOfLast; !isBefore(today, day); day = day.add({ days: 1 })) days.push({ day, ...sum(rows.filter((row) => isSameDay(row.day, day))) })
  const ofMonth = rows.filter(({ day }) => !isBefore(day, first))
  const methods = [...new Set(ofMonth.map(({ method }) => method))].map((method) => ({ method, ...sum(ofMonth.filter((row) => row.method === method)) }))
  return {
    today: span(today, today),
    yesterday: span(yesterday, yesterday),
    this_month: span(first, today),
    last_month_to_day: span(firstOfLast, earlier(today.subtract({ months: 1 }), first.subtract({ days: 1 }))),
    last_month: span(firstOfLast, first.subtract({ days: 1 })),
    days,
    methods: methods.toSorted((a, b) => Number(b.amount_minor - a.amount_minor)),
  }
}

const sum = (rows: readonly DayTaken[]): { payments: bigint; amount_minor: Minor } => ({
  payments: rows.reduce((total, { payments }) => total + payments, 0n),
  amount_minor: rows.reduce<bigint>((total, { amount_minor }) => total + amount_minor, ZERO) as Minor,
})
