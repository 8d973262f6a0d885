import { z } from 'zod'
import { firstDay } from '../../kernel/time.ts'
import { dateSchema, flagParam, idParam, instantSchema, lineOfText, monthSchema } from '../../platform/http/schemas.ts'
import { STATES } from '../access/index.ts'
import { CREDIT_NOTE_KINDS, INVOICE_STATUSES, listCreditNotes, listInvoices } from '../billing/index.ts'
import { listSubscriptions } from '../clients/index.ts'
import { listPayments, METHODS } from '../payments/index.ts'
import { column, money, paged } from './export-list.ts'
import type { AnyList, ExportList, RowOf as Row } from './export-list.ts'
import { clients } from './list-of-clients.ts'
import { auditEvents, ledgerEntries, packages, runItems, walletTransfers } from './lists-of-books.ts'

const linesQuery = z.strictObject({
  client_id: idParam.optional(),
  state: z.enum(STATES).optional(),
  router_id: idParam.optional(),
  package_id: idParam.optional(),
  q: lineOfText(100).min(3).optional(),
})
const subscriptions: ExportList<Row<typeof listSubscriptions>, z.output<typeof linesQuery>> = {
  permission: 'client.view',
  query: linesQuery,
  columns: [
    column('id', 'Id', 'আইডি'),
    column('client_id', 'Client id', 'গ্রাহক আইডি'),
    column('label', 'Line', 'লাইন'),
    column('state', 'Status', 'অবস্থা'),
    column('pppoe_login', 'PPPoE login', 'পিপিপিওই লগইন'),
    column('package_id', 'Package id', 'প্যাকেজ আইডি'),
    column('billing_mode', 'Billing', 'বিলিং'),
    column('anchor_day', 'Billing day', 'বিলের দিন'),
    column('joined_on', 'Joined on', 'যোগদানের তারিখ'),
    column('activated_on', 'In service since', 'চালু হয়েছে'),
    column('expires_on', 'Paid until', 'পরিশোধিত পর্যন্ত'),
    column('left_on', 'Left on', 'ছেড়েছেন'),
    column('static_ip', 'Static address', 'স্ট্যাটিক আইপি'),
    column('mac', 'MAC address', 'ম্যাক'),
    column('onu_mac', 'ONU MAC', 'ওএনইউ ম্যাক'),
    column('connection_kind', 'Connection', 'সংযোগ'),
    column('medium', 'Medium', 'মাধ্যম'),
    column('address', 'Address', 'ঠিকানা'),
  ],
  pages: ({ conn, actor, query }, limit) =>
    paged(
      limit,
      (after: bigint | undefined, size) =>
        listSubscriptions(
          conn,
          actor.scope,
          {
            ...(query.client_id === undefined ? {} : { clientIds: [query.client_id] }),
            state: query.state,
            routerId: query.router_id,
            packageId: query.package_id,
            q: query.q,
          },
          { limit: size, after },
        ),
      ({ id }) => id,
    ),
}

export const invoicesQuery = z.strictObject({
  client_id: idParam.optional(),
  branch_id: idParam.optional(),
  run_id: idParam.optional(),
  month: monthSchema.optional(),
  status: z.enum(INVOICE_STATUSES).optional(),
  open: flagParam.optional(),
  code: lineOfText(60).optional(),
  issued_from: dateSchema.optional(),
  issued_to: dateSchema.optional(),
  due_from: dateSchema.optional(),
  due_to: dateSchema.optional(),
})

export const invoiceFilter = ({ month, ...query }: z.output<typeof invoicesQuery>) => ({
  clientId: query.client_id,
  branchId: query.branch_id,
  runId: query.run_id,
  status: query.status,
  isOpen: query.open,
  code: query.code,
  issuedFrom: query.issued_from,
  issuedTo: query.issued_to,
  dueFrom: query.due_from,
  dueTo: query.due_to,
  month: month ? firstDay(month) : undefined,
})

const invoices: ExportList<Row<typeof listInvoices>, z.output<typeof invoicesQuery>> = {
  permission: 'invoice.view',
  query: invoicesQuery,
  columns: [
    column('code', 'Invoice', 'বিল নম্বর'),
    column('kind', 'Kind', 'ধরন'),
    column('client_code', 'Client code', 'গ্রাহক কোড'),
    column('client_name', 'Name', 'নাম'),
    column('issued_on', 'Issued on', 'ইস্যুর তারিখ'),
    column('due_on', 'Due on', 'পরিশোধের শেষ তারিখ'),
    column('month', 'Month', 'মাস', (row) => row.month.toPlainYearMonth()),
    money('net_minor', 'Net', 'মূল্য'),
    money('discount_minor', 'Discount', 'ছাড়'),
    money('vat_minor', 'VAT', 'ভ্যাট'),
    money('total_minor', 'Total', 'মোট'),
    money('allocated_minor', 'Paid', 'পরিশোধিত'),
    money('credited_minor', 'Credited', 'ক্রেডিট নোট'),
    money('written_off_minor', 'Written off', 'অবলোপন'),
    money('open_minor', 'Open', 'বাকি'),
    column('status', 'Status', 'অবস্থা'),
    column('id', 'Id', 'আইডি'),
  ],
  pages: ({ conn, actor, today, query }, limit) =>
    paged(
      limit,
      (before: bigint | undefined, size) => listInvoices(conn, actor.scope, today, invoiceFilter(query), { limit: size, before }),
      ({ id }) => id,
    ),
}

const notesQuery = z.strictObject({
  client_id: idParam.optional(),
  branch_id: idParam.optional(),
  code: lineOfText(60).optional(),
  kind: z.enum(CREDIT_NOTE_KINDS).optional(),
  issued_from: dateSchema.optional(),
  issued_to: dateSchema.optional(),
  month: monthSchema.optional(),
})
const noteFilter = ({ month, ...query }: z.output<typeof notesQuery>) => ({
  clientId: query.client_id,
  branchId: query.branch_id,
  code: query.code,
  kind: query.kind,
  issuedFrom: query.issued_from,
  issuedTo: query.issued_to,
  month: month && firstDay(month),
})
const creditNotes: ExportList<Row<typeof listCreditNotes>, z.output<typeof notesQuery>> = {
  permission: 'invoice.view',
  query: notesQuery,
  columns: [
    column('code', 'Credit note', 'ক্রেডিট নোট'),
    column('kind', 'Kind', 'ধরন'),
    column('client_name', 'Name', 'নাম'),
    column('invoice_code', 'Invoice', 'বিল নম্বর'),
    column('issued_on', 'Issued on', 'ইস্যুর তারিখ'),
    money('net_minor', 'Net', 'মূল্য'),
    money('discount_minor', 'Discount', 'ছাড়'),
    money('vat_minor', 'VAT', 'ভ্যাট'),
    money('total_minor', 'Total', 'মোট'),
    column('reason', 'Reason', 'কারণ'),
    column('id', 'Id', 'আইডি'),
  ],
  pages: ({ conn, actor, query }, limit) =>
    paged(
      limit,
      (before: bigint | undefined, size) => listCreditNotes(conn, actor.scope, noteFilter(query), { limit: size, before }),
      ({ id }) => id,
    ),
}

const paymentsQuery = z.strictObject({
  client_id: idParam.optional(),
  method: z.enum(METHODS).optional(),
  wallet_id: idParam.optional(),
  received_by: idParam.optional(),
  trx_id: lineOfText(80).optional(),
  receipt_code: lineOfText(60).optional(),
  from: instantSchema.optional(),
  until: instantSchema.optional(),
  value_from: dateSchema.optional(),
  value_to: dateSchema.optional(),
})
const payments: ExportList<Row<typeof listPayments>, z.output<typeof paymentsQuery>> = {
  permission: 'payment.view',
  query: paymentsQuery,
  columns: [
    column('receipt_code', 'Receipt', 'রসিদ'),
    column('client_code', 'Client code', 'গ্রাহক কোড'),
    column('client_name', 'Name', 'নাম'),
    column('value_on', 'Day', 'তারিখ'),
    column('recorded_at', 'Recorded at', 'লেখার সময়'),
    column('method', 'Method', 'মাধ্যম'),
    money('amount_minor', 'Amount', 'টাকা'),
    money('rounding_minor', 'Rounding', 'রাউন্ডিং'),
    money('refunded_minor', 'Refunded', 'ফেরত'),
    money('remaining_minor', 'Remaining', 'অবশিষ্ট'),
    column('trx_id', 'TrxID', 'ট্রানজেকশন আইডি'),
    column('wallet_name', 'Wallet', 'ওয়ালেট'),
    column('received_by_name', 'Received by', 'গ্রহণকারী'),
    column('status', 'Status', 'অবস্থা'),
    column('note', 'Note', 'নোট'),
    column('id', 'Id', 'আইডি'),
  ],
  pages: ({ conn, actor, query: q }, limit) => {
    const filter = {
      clientId: q.client_id,
      method: q.method,
      walletId: q.wallet_id,
      receivedBy: q.received_by,
      trxId: q.trx_id,
      receiptCode: q.receipt_code,
      from: q.from,
      until: q.until,
      valueFrom: q.value_from,
      valueTo: q.value_to,
    }
    return paged(
      limit,
      (before: bigint | undefined, size) => listPayments(conn, actor, filter, { limit: size, before }),
      ({ id }) => id,
    )
  },
}

/** Every list that can be exported as a table. */
export const lists = {
  clients,
  subscriptions,
  invoices,
  credit_notes: creditNotes,
  payments,
  ledger_entries: ledgerEntries,
  wallet_transfers: walletTransfers,
  audit_events: auditEvents,
  packages,
  run_items: runItems,
} as const satisfies Readonly<Record<string, AnyList>>
export type ListName = keyof typeof lists
export const LIST_NAMES = Object.keys(lists) as ListName[]
