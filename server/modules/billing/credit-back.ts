import { add, minOf, subtract, ZERO } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { creditForAmount, creditForDays } from './credit.ts'
import type { DayRange } from './credit.ts'
import { linesBeyond, lockInvoice } from './documents-store.ts'
import type { CreditableLine, CreditLine } from './documents-store.ts'
import { writeCreditNote } from './issue-credit-note.ts'
import type { CreditNoteKind } from './issue-credit-note.ts'
import { refreshExpiryOf } from './refresh-expiry.ts'
import { applyCredit } from './settle-credit.ts'

export interface CreditBack {
  readonly clientId: bigint
  readonly chargeIds: readonly bigint[]
  readonly from: PlainDate
  /** Up to here; null = all that is billed. */
  readonly to: PlainDate | null
  readonly kind: CreditNoteKind
  readonly reason: string
  /** Days that were left out of the bills already (earlier pauses). */
  readonly notCharged?: readonly DayRange[]
  /** Give back at most this much (policy `change_refund` = none). */
  readonly limit?: Minor
}

interface PlannedCredit {
  readonly line: CreditableLine
  readonly credit: CreditLine
}

/** What would be given back, in order of invoice and line; nothing is written. */
export async function planCreditBack(
  tx: Tx,
  { chargeIds, from, to, notCharged = [], limit }: Omit<CreditBack, 'clientId' | 'kind' | 'reason'>,
): Promise<PlannedCredit[]> {
  const planned: PlannedCredit[] = []
  let left = limit
  for (const line of await linesBeyond(tx, chargeIds, from)) {
    const credit = creditForDays(line, from, to ?? line.endsOn, notCharged)
    if (!credit) continue
    if (left === undefined) {
      planned.push({ line, credit })
      continue
    }
    if (left <= 0n) break
    const part = credit.total <= left ? credit : creditForAmount(line, minOf(left, credit.total), credit)
    if (part) planned.push({ line, credit: part })
    left = subtract(left, part?.total ?? ZERO)
  }
  return planned
}

/** Gives billed days back by credit notes, one per invoice in order of their ids; each note's money pays other open invoices at once. */
export async function creditBack(tx: Tx, request: CreditBack): Promise<Minor> {
  return await writeCreditBack(tx, request, await planCreditBack(tx, request))
}

/** The writing half of {@link creditBack}. */
export async function writeCreditBack(
  tx: Tx,
  { clientId, kind, reason }: Pick<CreditBack, 'clientId' | 'kind' | 'reason'>,
  planned: readonly PlannedCredit[],
): Promise<Minor> {
  let total = ZERO
  for (const [invoiceId, credits] of Map.groupBy(planned, (item) => item.line.invoiceId)) {
    const invoice = await lockInvoice(tx, invoiceId)
    if (!invoice) continue
    const note = await writeCreditNote(tx, invoice, { kind, reason, lines: credits.map((item) => item.credit), items: credits.map((item) => item.line) })
    total = add(total, note.total)
    await applyCredit(tx, { clientId, reason: 'credit_note' })
    await refreshExpiryOf(tx, [invoiceId])
  }
  return total
}
