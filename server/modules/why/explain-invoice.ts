import type { Locale, Scope } from '../../kernel/actor.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { explainLine } from './explain-line.ts'
import { selectCorrections, selectInvoice, selectPaidBy } from './invoice-store.ts'
import type { Correction, ExplainedInvoice, PaidBy } from './invoice-store.ts'
import { invoiceInScope, selectLineCredits, selectLines } from './line-store.ts'
import type { ExplainedLine } from './line-store.ts'
import { teller } from './teller.ts'
import type { Step, Teller } from './teller.ts'

export interface LineExplanation {
  readonly line_no: number
  readonly total_minor: ExplainedLine['total_minor']
  readonly steps: readonly Step[]
}

/** Why a line costs what it costs. @throws NotFound 404. */
export async function explainInvoiceLine(
  conn: Conn,
  scope: Scope,
  { invoiceId, lineNo, locale }: { invoiceId: bigint; lineNo: number; locale: Locale },
): Promise<LineExplanation> {
  if (!(await invoiceInScope(conn, scope, invoiceId))) throw NotFound.of('invoice', invoiceId)
  const [explanation] = await explainLines(conn, teller(locale, conn.company), invoiceId, lineNo)
  if (!explanation) throw NotFound.of('line', `${lineNo} of invoice ${invoiceId}`)
  return explanation
}

async function explainLines(conn: Conn, tell: Teller, invoiceId: bigint, lineNo: number | null): Promise<LineExplanation[]> {
  const credits = await selectLineCredits(conn, invoiceId)
  const lines = await selectLines(conn, invoiceId, lineNo)
  return lines.map((line) => ({
    line_no: line.line_no,
    total_minor: line.total_minor,
    steps: explainLine(
      tell,
      line,
      credits.filter((credit) => credit.line_no === line.line_no),
    ),
  }))
}

export interface InvoiceExplanation {
  readonly invoice: ExplainedInvoice
  readonly steps: readonly Step[]
  readonly lines: readonly LineExplanation[]
}

/** Why an invoice comes to its total, and what became of it. @throws NotFound 404. */
export async function explainInvoice(conn: Conn, scope: Scope, { invoiceId, locale }: { invoiceId: bigint; locale: Locale }): Promise<InvoiceExplanation> {
  const invoice = (await invoiceInScope(conn, scope, invoiceId)) ? await selectInvoice(conn, invoiceId) : undefined
  if (!invoice) throw NotFound.of('invoice', invoiceId)
  const tell = teller(locale, conn.company)
  const lines = await explainLines(conn, tell, invoiceId, null)
  const steps = [
    introStep(tell, invoice),
    totalStep(tell, invoice, lines),
    ...(await selectPaidBy(conn, invoiceId)).map((paid) => paidStep(tell, paid)),
    ...(await selectCorrections(conn, invoiceId)).map((one) => correctionStep(tell, one)),
    ...openStep(tell, invoice),
  ]
  return { invoice, steps, lines }
}

const refTo = ({ id, code }: ExplainedInvoice) => [{ type: 'invoice', id, code }] as const

const introStep = (tell: Teller, invoice: ExplainedInvoice): Step =>
  tell.step('invoice.intro', { code: invoice.code, day: tell.day(invoice.issued_on), due: tell.day(invoice.due_on) }, { refs: refTo(invoice) })

function totalStep(tell: Teller, invoice: ExplainedInvoice, lines: readonly LineExplanation[]): Step {
  const told = { figures: { total_minor: invoice.total_minor }, refs: refTo(invoice) }
  const total = tell.money(invoice.total_minor)
  return lines.length === 1
    ? tell.step('invoice.total_one', { total }, told)
    : tell.step('invoice.total', { sum: tell.sum(lines.map((line) => line.total_minor)), total }, told)
}

export const paidStep = (tell: Teller, { payment_id, method, receipt_code, paid_on, amount_minor }: PaidBy): Step =>
  tell.step(
    'invoice.paid',
    { amount: tell.money(amount_minor), day: tell.day(paid_on), method: tell.method(method), receipt: tell.receipt(receipt_code) },
    { figures: { paid_minor: amount_minor }, refs: [{ type: 'payment', id: payment_id, code: receipt_code }] },
  )

function correctionStep(tell: Teller, { type, id, code, issued_on, reason, amount_minor }: Correction): Step {
  const key = type === 'credit_note' ? 'invoice.credited' : type === 'write_off' ? 'invoice.written_off' : 'invoice.voided'
  return tell.step(key, { code, day: tell.day(issued_on), amount: tell.money(amount_minor), reason }, { figures: { amount_minor }, refs: [{ type, id, code }] })
}

/** What is left of an invoice, as a sum of what happened to it. A void needs none. */
function openStep(tell: Teller, invoice: ExplainedInvoice): Step[] {
  if (invoice.voided_minor > 0n) return []
  const told = { figures: { open_minor: invoice.open_minor }, refs: refTo(invoice) }
  if (invoice.open_minor === 0n) return [tell.step('invoice.settled', {}, told)]
  if (invoice.open_minor === invoice.total_minor) return [tell.step('invoice.open_whole', { open: tell.money(invoice.open_minor) }, told)]
  return [tell.step('invoice.open', { sum: openSum(tell, invoice), open: tell.money(invoice.open_minor) }, told)]
}

/** `1,000.00 billed − 400.00 paid − 100.00 credited`. */
export function openSum(tell: Teller, invoice: ExplainedInvoice): string {
  const parts = [
    ['balance.paid_part', invoice.allocated_minor],
    ['balance.credited_part', invoice.credited_minor],
    ['balance.written_off_part', invoice.written_off_minor],
  ] as const
  const taken = parts.filter(([, amount]) => amount > 0n).map(([key, amount]) => `− ${tell.say(key, { amount: tell.money(amount) })}`)
  return [tell.say('balance.billed_part', { total: tell.money(invoice.total_minor) }), ...taken].join(' ')
}
