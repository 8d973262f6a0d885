import type { Conn } from '../../platform/db/tx.ts'
import type { Buyer, DepositReceiptDocument, ReceiptDocument } from '../../platform/pdf/index.ts'
import type { DepositReceipt, ReceiptFacts } from '../payments/index.ts'
import { presentSeller } from './letterhead.ts'
import type { Letterhead } from './letterhead.ts'

/** What a payment's receipt prints. */
export const receiptDocument = (conn: Conn, { buyer, ...facts }: ReceiptFacts, letterhead: Letterhead): ReceiptDocument => ({
  ...head(conn, buyer, facts.number, letterhead),
  paidOn: facts.paid_on,
  recordedAt: facts.recorded_at,
  amount: facts.amount,
  method: facts.method,
  reference: facts.reference,
  receivedBy: facts.received_by,
  applied: facts.applied,
  advance: facts.advance,
  balanceAfter: facts.balance_after,
  status: facts.is_reversed ? 'reversed' : 'valid',
})

/** What the receipt of a deposit prints. */
export const depositReceiptDocument = (conn: Conn, { buyer, ...facts }: DepositReceipt, letterhead: Letterhead): DepositReceiptDocument => ({
  ...head(conn, buyer, facts.number, letterhead),
  kind: facts.kind,
  bookedOn: facts.booked_on,
  recordedAt: facts.recorded_at,
  amount: facts.amount,
  method: facts.method,
  recordedBy: facts.recorded_by,
  reason: facts.reason,
  heldAfter: facts.held_after,
})

const head = (conn: Conn, buyer: ReceiptFacts['buyer'], number: string, letterhead: Letterhead) => ({
  seller: presentSeller(conn, letterhead),
  buyer: { code: buyer.code, name: buyer.name, address: buyer.address, phone: buyer.phone, vatRegistration: buyer.vat_registration } satisfies Buyer,
  number,
  qr: number,
  ...(letterhead.footer === '' ? {} : { footer: letterhead.footer }),
})
