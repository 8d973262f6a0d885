import type { Locale, Scope } from '../../kernel/actor.ts'
import { NotFound } from '../../kernel/errors.ts'
import { subtract, sumOf } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { daysBetween, isBefore } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { selectBalance, selectUnusedPayments } from './balance-store.ts'
import type { BalanceFacts, UnusedPayment } from './balance-store.ts'
import { openSum } from './explain-invoice.ts'
import { selectOpenInvoices } from './invoice-store.ts'
import type { ExplainedInvoice } from './invoice-store.ts'
import { teller } from './teller.ts'
import type { Step, Teller } from './teller.ts'

/** More than this of a kind are told as one sum. */
const TOLD = 24

export interface BalanceExplanation extends Pick<BalanceFacts, 'client_id' | 'receivable_minor' | 'credit_minor'> {
  /** Positive = the client owes. */
  readonly balance_minor: Minor
  readonly steps: readonly Step[]
}

/** Why a client owes (or is ahead by) what his balance says: open invoices, unused payments, the difference. @throws NotFound 404. */
export async function explainBalance(
  conn: Conn,
  scope: Scope,
  { clientId, locale, today }: { clientId: bigint; locale: Locale; today: PlainDate },
): Promise<BalanceExplanation> {
  const facts = await selectBalance(conn, scope, clientId)
  if (!facts) throw NotFound.of('client', clientId)
  const tell = teller(locale, conn.company)
  const steps = [
    ...debtSteps(tell, facts, await selectOpenInvoices(conn, clientId, TOLD), today),
    ...creditSteps(tell, facts, await selectUnusedPayments(conn, clientId, TOLD)),
    ...(facts.deposit_minor > 0n
      ? [tell.step('balance.deposit', { amount: tell.money(facts.deposit_minor) }, { figures: { deposit_minor: facts.deposit_minor } })]
      : []),
    resultStep(tell, facts),
  ]
  const { client_id, receivable_minor, credit_minor } = facts
  return { client_id, receivable_minor, credit_minor, balance_minor: subtract(receivable_minor, credit_minor), steps }
}

function debtSteps(tell: Teller, facts: BalanceFacts, open: readonly ExplainedInvoice[], today: PlainDate): Step[] {
  const steps = open.map((invoice) => openStep(tell, invoice, today))
  const told = sumOf(open, (invoice) => invoice.open_minor)
  const rest = subtract(facts.receivable_minor, told)
  const more = facts.open_count - BigInt(open.length)
  if (more > 0n)
    steps.push(tell.step('balance.more_open', { count: tell.count(more), amount: tell.money(rest) }, { figures: { count: more, amount_minor: rest } }))
  if (steps.length === 0) steps.push(tell.step('balance.nothing_open'))
  if (steps.length > 1) {
    const parts = [...open.map((invoice) => invoice.open_minor), ...(more > 0n ? [rest] : [])]
    steps.push(
      tell.step(
        'balance.owed',
        { sum: tell.sum(parts), amount: tell.money(facts.receivable_minor) },
        { figures: { receivable_minor: facts.receivable_minor } },
      ),
    )
  }
  if (facts.settled_count === 1n) steps.push(tell.step('balance.settled_one', {}, { figures: { count: 1 } }))
  if (facts.settled_count > 1n)
    steps.push(tell.step('balance.settled', { count: tell.count(facts.settled_count) }, { figures: { count: facts.settled_count } }))
  return steps
}

function openStep(tell: Teller, invoice: ExplainedInvoice, today: PlainDate): Step {
  const { id, code, total_minor, open_minor, due_on } = invoice
  const values = { code, day: tell.day(invoice.issued_on), due: tell.day(due_on), open: tell.money(open_minor), sum: openSum(tell, invoice) }
  const late = isBefore(due_on, today) ? daysBetween(due_on, today) : 0
  const said = tell.step(open_minor === total_minor ? 'balance.open_whole' : 'balance.open', values, {
    figures: {
      total_minor,
      paid_minor: invoice.allocated_minor,
      credited_minor: invoice.credited_minor,
      written_off_minor: invoice.written_off_minor,
      open_minor,
      overdue_days: late,
    },
    refs: [{ type: 'invoice', id, code }],
  })
  return late === 0 ? said : { ...said, text: `${said.text} ${tell.say('balance.overdue', { days: late })}` }
}

function creditSteps(tell: Teller, facts: BalanceFacts, unused: readonly UnusedPayment[]): Step[] {
  const steps = unused.map(({ id, method, receipt_code, value_on, amount_minor, remaining_minor }) =>
    tell.step(
      'balance.unused',
      {
        remaining: tell.money(remaining_minor),
        amount: tell.money(amount_minor),
        day: tell.day(value_on),
        method: tell.method(method),
        receipt: tell.receipt(receipt_code),
      },
      { figures: { remaining_minor, amount_minor }, refs: [{ type: 'payment', id, code: receipt_code }] },
    ),
  )
  const rest = subtract(
    facts.credit_minor,
    sumOf(unused, (payment) => payment.remaining_minor),
  )
  const more = facts.unused_count - BigInt(unused.length)
  if (more > 0n)
    steps.push(tell.step('balance.more_unused', { count: tell.count(more), amount: tell.money(rest) }, { figures: { count: more, amount_minor: rest } }))
  if (steps.length > 1) {
    const parts = [...unused.map((payment) => payment.remaining_minor), ...(more > 0n ? [rest] : [])]
    steps.push(tell.step('balance.credit', { sum: tell.sum(parts), amount: tell.money(facts.credit_minor) }, { figures: { credit_minor: facts.credit_minor } }))
  }
  return steps
}

function resultStep(tell: Teller, { client_id, code, receivable_minor, credit_minor }: BalanceFacts): Step {
  const balance = subtract(receivable_minor, credit_minor)
  const key = balance > 0n ? 'balance.result_owes' : balance < 0n ? 'balance.result_ahead' : 'balance.result_even'
  const said = tell.step(
    key,
    { amount: tell.money((balance < 0n ? -balance : balance) as Minor) },
    { figures: { receivable_minor, credit_minor, balance_minor: balance }, refs: [{ type: 'client', id: client_id, code }] },
  )
  if (receivable_minor === 0n || credit_minor === 0n) return said
  return { ...said, text: `${tell.say('balance.result_both', { receivable: tell.money(receivable_minor), credit: tell.money(credit_minor) })}${said.text}` }
}
