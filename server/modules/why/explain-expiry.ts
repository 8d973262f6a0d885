import type { Locale, Scope } from '../../kernel/actor.ts'
import { NotFound } from '../../kernel/errors.ts'
import { earlier, isBefore } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { selectPaidBy } from './invoice-store.ts'
import { selectCover, selectSubscription } from './subscription-store.ts'
import type { Cover, ExplainedSubscription } from './subscription-store.ts'
import { teller } from './teller.ts'
import type { Step, Teller } from './teller.ts'

/** So many of the latest cycles are looked at; older ones end earlier and decide nothing. */
const LATEST = 12

export interface ExpiryExplanation {
  readonly subscription_id: bigint
  readonly billing_mode: ExplainedSubscription['billing_mode']
  readonly expires_on: PlainDate | null
  readonly steps: readonly Step[]
}

/** Why a line is paid up to the day it is: the invoice that reaches furthest and is paid, and those that would reach further. @throws NotFound 404. */
export async function explainExpiry(
  conn: Conn,
  scope: Scope,
  { subscriptionId, locale, today }: { subscriptionId: bigint; locale: Locale; today: PlainDate },
): Promise<ExpiryExplanation> {
  const line = await selectSubscription(conn, scope, subscriptionId, today)
  if (!line) throw NotFound.of('subscription', subscriptionId)
  const tell = teller(locale, conn.company)
  const steps = line.billing_mode === 'prepaid' ? await coverSteps(conn, tell, line, today) : [postpaidStep(tell, line)]
  return { subscription_id: line.id, billing_mode: line.billing_mode, expires_on: line.billing_mode === 'prepaid' ? line.expires_on : null, steps }
}

const lineRef = ({ id }: ExplainedSubscription) => [{ type: 'subscription', id, code: null }] as const

function postpaidStep(tell: Teller, line: ExplainedSubscription): Step {
  if (line.billed_until === null) return tell.step('expiry.postpaid_unbilled', {}, { refs: lineRef(line) })
  return tell.step(
    'expiry.postpaid',
    { last: tell.day(line.billed_until.subtract({ days: 1 })) },
    { figures: { billed_until: line.billed_until.toString() }, refs: lineRef(line) },
  )
}

async function coverSteps(conn: Conn, tell: Teller, line: ExplainedSubscription, today: PlainDate): Promise<Step[]> {
  const cover = await selectCover(conn, line.id, LATEST)
  const paid = cover.find((one) => one.open_minor === 0n)
  const waiting = cover.filter((one) => one.open_minor > 0n && (paid === undefined || isBefore(paid.starts_on, one.starts_on)))
  const unpaid = waiting.map((one) =>
    tell.step(
      'expiry.not_counted',
      { code: one.code, period: tell.period({ startsOn: one.starts_on, endsOn: one.ends_on }), open: tell.money(one.open_minor) },
      { figures: { open_minor: one.open_minor, ends_on: one.ends_on.toString() }, refs: coverRef(one) },
    ),
  )
  if (paid === undefined) return [...unpaid, tell.step('expiry.never', {}, { refs: lineRef(line) })]
  const covered = tell.step(
    'expiry.covered',
    { code: paid.code, period: tell.period({ startsOn: paid.starts_on, endsOn: paid.ends_on }) },
    { figures: { starts_on: paid.starts_on.toString(), ends_on: paid.ends_on.toString() }, refs: coverRef(paid) },
  )
  const payments = (await selectPaidBy(conn, paid.invoice_id)).map(({ payment_id, method, receipt_code, paid_on, amount_minor }) =>
    tell.step(
      'expiry.paid_by',
      { day: tell.day(paid_on), method: tell.method(method), receipt: tell.receipt(receipt_code) },
      { figures: { paid_minor: amount_minor }, refs: [{ type: 'payment', id: payment_id, code: receipt_code }] },
    ),
  )
  const cut = paid.cut_on === null ? [] : [tell.step('expiry.cut', { day: tell.day(paid.cut_on) }, { figures: { cut_on: paid.cut_on.toString() } })]
  const until = paid.cut_on === null ? paid.ends_on : earlier(paid.cut_on, paid.ends_on)
  const values = { last: tell.day(until.subtract({ days: 1 })), day: tell.day(until) }
  return [
    covered,
    ...payments,
    ...cut,
    ...unpaid,
    tell.step(isBefore(today, until) ? 'expiry.until' : 'expiry.since', values, { figures: { expires_on: until.toString() }, refs: lineRef(line) }),
  ]
}

const coverRef = ({ invoice_id, code, line_no }: Cover) => [
  { type: 'invoice', id: invoice_id, code } as const,
  { type: 'invoice_line', id: invoice_id, code: `${code}/${line_no}` } as const,
]
