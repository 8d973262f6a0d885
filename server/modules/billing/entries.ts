import { negate, subtract } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { ACCOUNT, credit, debit, incomeAccount } from '#modules/ledger/index.ts'
import type { EntryDraft, Posting } from '#modules/ledger/index.ts'

interface IncomeLine {
  readonly item: string
  readonly net: Minor
  readonly discount: Minor
}

interface Bill {
  readonly id: bigint
  readonly clientId: bigint
  readonly branchId: bigint
  readonly issuedOn: PlainDate
  readonly total: Minor
  readonly vat: Minor
  readonly lines: readonly IncomeLine[]
}

/** Dr receivable total; Cr income of each kind of line; Cr VAT payable. */
export const invoiceEntry = ({ id, clientId, branchId, issuedOn, total, vat, lines }: Bill): EntryDraft => ({
  kind: 'invoice',
  documentKind: 'invoice',
  documentId: id,
  bookedOn: issuedOn,
  postings: [
    debit(ACCOUNT.receivable, total, { clientId, branchId }),
    ...lines.map((line) => credit(incomeAccount(line.item), subtract(line.net, line.discount), { branchId })),
    credit(ACCOUNT.vatPayable, vat, { branchId }),
  ],
})

/** The same backwards: Dr income (allowances for discounts and waivers) and VAT; Cr receivable. */
export const creditNoteEntry = ({ id, clientId, branchId, issuedOn, total, vat, lines }: Bill, asAllowance: boolean): EntryDraft => ({
  kind: 'credit_note',
  documentKind: 'credit_note',
  documentId: id,
  bookedOn: issuedOn,
  postings: [
    ...lines.map((line) => debit(asAllowance ? ACCOUNT.allowances : incomeAccount(line.item), subtract(line.net, line.discount), { branchId })),
    debit(ACCOUNT.vatPayable, vat, { branchId }),
    credit(ACCOUNT.receivable, total, { clientId, branchId }),
  ],
})

/** A void takes the invoice's own postings back. */
export function voidEntry(voidId: bigint, bookedOn: PlainDate, invoicePostings: readonly Posting[], reversesId: bigint): EntryDraft {
  return {
    kind: 'void',
    documentKind: 'void',
    documentId: voidId,
    bookedOn,
    reversesId,
    postings: invoicePostings.map((posting) => ({ ...posting, amount: negate(posting.amount) })),
  }
}

/** Dr bad debts; Cr receivable. */
export const writeOffEntry = (id: bigint, bookedOn: PlainDate, amount: Minor, party: { clientId: bigint; branchId: bigint }): EntryDraft => ({
  kind: 'write_off',
  documentKind: 'write_off',
  documentId: id,
  bookedOn,
  postings: [debit(ACCOUNT.badDebts, amount, { branchId: party.branchId }), credit(ACCOUNT.receivable, amount, party)],
})
