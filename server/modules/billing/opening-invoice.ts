import { NotFound } from '../../kernel/errors.ts'
import { ZERO } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { firstDay, monthOf } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { lockClientBalances, postEntry, takeNumber } from '#modules/ledger/index.ts'
import { ensureSellerSnapshot, insertInvoice } from './documents-store.ts'
import { invoiceEntry } from './entries.ts'
import { applyCredit } from './settle-credit.ts'
import { partyOfClient } from './subscription-store.ts'

export interface IssueOpeningInvoice {
  readonly clientId: bigint
  readonly amount: Minor
  readonly description: string
}

/** Debts of other books are numbered apart from the company's invoices. */
const openingSeries = { key: 'opening', code: '' }

/**
 * A debt a client brings from other books: an invoice of kind `opening`, due on its issue day, one line without VAT, against opening equity.
 * No notice is sent: he knows of it. Not repeatable; the caller refuses a second one.
 * @throws NotFound 404.
 */
export async function issueOpeningInvoice(tx: Tx, { clientId, amount, description }: IssueOpeningInvoice): Promise<{ invoiceId: bigint; code: string }> {
  await lockClientBalances(tx, [clientId])
  const party = await partyOfClient(tx, clientId)
  if (!party) throw NotFound.of('client', clientId)
  const { branchId, resellerId } = party
  const day = tx.today
  const line = {
    chargeId: 0n,
    subscriptionId: null,
    packageVersionId: null,
    item: 'opening',
    description,
    startsOn: day,
    endsOn: day.add({ days: 1 }),
    quantityMilli: 1000n,
    unitPrice: amount,
    net: amount,
    discount: ZERO,
    vat: ZERO,
    total: amount,
    vatBp: 0,
    vatInclusive: false,
    explain: {
      rule: 'one_time',
      price: Number(amount),
      days: 1,
      cycle_days: 1,
      cycle_starts_on: day.toString(),
      cycle_ends_on: day.add({ days: 1 }).toString(),
      paused_days: 0,
      basis: 'none',
      discount_bp: 0,
      discount_minor: 0,
    },
  } as const
  const sellerId = await ensureSellerSnapshot(tx)
  const number = await takeNumber(tx, 'invoice', day, openingSeries)
  const invoiceId = await insertInvoice(tx, {
    clientId,
    branchId,
    resellerId,
    kind: 'opening',
    number,
    issuedOn: day,
    dueOn: day,
    month: firstDay(monthOf(day)),
    net: amount,
    discount: ZERO,
    vat: ZERO,
    total: amount,
    runId: null,
    sellerId,
    lines: [line],
  })
  await postEntry(tx, invoiceEntry({ id: invoiceId, clientId, branchId, issuedOn: day, total: amount, vat: ZERO, lines: [line] }))
  await recordEvent(tx, 'invoice.issued', {
    subjectType: 'invoice',
    subjectId: invoiceId,
    clientId,
    branchId,
    resellerId,
    after: { code: number.code, kind: 'opening', total_minor: Number(amount), description },
  })
  await applyCredit(tx, { clientId, reason: 'finalize' })
  return { invoiceId, code: number.code }
}
