import type { Tx } from '../../platform/db/tx.ts'
import { issueCreditNote } from './issue-credit-note.ts'
import type { IssueCreditNote, IssuedCreditNote } from './issue-credit-note.ts'
import { restoreIfSettled } from './suspensions/restore-if-settled.ts'

/** A credit note by a person, {@link issueCreditNote}; lines that were cut for what it takes away come back. */
export async function creditInvoice(tx: Tx, note: IssueCreditNote): Promise<IssuedCreditNote> {
  const issued = await issueCreditNote(tx, note)
  await restoreIfSettled(tx, issued.clientId)
  return issued
}
