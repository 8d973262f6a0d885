export type {
  AppliedPayment,
  Buyer,
  CreditNoteDocument,
  DocumentLine,
  DocumentTotals,
  InvoiceDocument,
  InvoiceOptions,
  InvoiceStatus,
  OfficerInCharge,
  PaymentInstruction,
  PaymentMethod,
  PlainOptions,
  ReceiptDocument,
  ReceiptOptions,
  Seller,
  StatementDocument,
} from './documents.ts'
export { closePdf, renderCreditNote, renderInvoice, renderInvoices, renderReceipt, renderStatement } from './render.ts'
