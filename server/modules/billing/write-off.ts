import { Conflict } from '../../kernel/errors.ts'
import type { Minor } from '../../kernel/money.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { postEntry, takeNumber } from '#modules/ledger/index.ts'
import { writeOffEntry } from './entries.ts'
import { lockForCorrection } from './issue-credit-note.ts'
import { invoiceSeries } from './series.ts'
import { insertWriteOff } from './corrections-store.ts'
import { restoreIfSettled } from './suspensions/restore-if-settled.ts'

export interface WriteOff {
  readonly invoiceId: bigint
  /** All that is open when left out. */
  readonly amount?: Minor
  readonly reason: string
  readonly requestedBy: bigint | null
}

/**
 * Gives up an open amount as a bad debt, by a document of its own. Later money for it is recorded as recovery.
 * @throws Conflict `amount_exceeds_open` 409.
 */
export async function writeOff(tx: Tx, { invoiceId, amount, reason, requestedBy }: WriteOff): Promise<{ writeOffId: bigint; code: string; amount: Minor }> {
  const invoice = await lockForCorrection(tx, invoiceId)
  const given = amount ?? invoice.open
  if (given <= 0n || given > invoice.open) throw new Conflict('amount_exceeds_open', `Of ${invoice.code} ${invoice.open} is open; write off at most that`)
  const number = await takeNumber(tx, 'write_off', tx.today, await invoiceSeries(tx, invoice.branchId))
  const { clientId, branchId, resellerId } = invoice
  const writeOffId = await insertWriteOff(tx, { invoiceId, clientId, number, amount: given, reason, requestedBy })
  await postEntry(tx, writeOffEntry(writeOffId, tx.today, given, { clientId, branchId }))
  await recordEvent(tx, 'invoice.written_off', {
    subjectType: 'invoice',
    subjectId: invoiceId,
    clientId,
    branchId,
    resellerId,
    before: { open_minor: Number(invoice.open) },
    after: { write_off: number.code, amount_minor: Number(given), reason },
  })
  await restoreIfSettled(tx, clientId)
  return { writeOffId, code: number.code, amount: given }
}
