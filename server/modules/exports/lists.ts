import { z } from 'zod'
import { Forbidden } from '../../kernel/errors.ts'
import { firstDay } from '../../kernel/time.ts'
import { dateSchema, flagParam, idParam, instantSchema, lineOfText, monthSchema } from '../../platform/http/schemas.ts'
import { STATES } from '../access/index.ts'
import { listEvents } from '../audit/index.ts'
import type { AuditEvent } from '../audit/index.ts'
import { INVOICE_STATUSES, listCreditNotes, listInvoices, listRunItems } from '../billing/index.ts'
import { clientState, filterQuery, listClients, listSubscriptions, toFilter } from '../clients/index.ts'
import type { ListPosition } from '../clients/index.ts'
import { listEntries } from '../ledger/index.ts'
import { listPackages } from '../packages/index.ts'
import { listPayments, METHODS } from '../payments/index.ts'
import { column, money, paged } from './export-list.ts'
import type { AnyList, ExportList } from './export-list.ts'

type Row<F extends (...args: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<F>>[number]
type ClientRow = Awaited<ReturnType<typeof listClients>>['rows'][number]

const clientsQuery = z.strictObject(filterQuery)
const clients: ExportList<ClientRow, z.output<typeof clientsQuery>> = {
  permission: 'client.view',
  query: clientsQuery,
  columns: [
    column('code', 'Client code', 'গ্রাহক কোড'),
    column('name', 'Name', 'নাম'),
    column('phone', 'Telephone', 'ফোন'),
    column('email', 'E-mail', 'ইমেইল'),
    column('address', 'Address', 'ঠিকানা'),
    column('branch', 'Branch', 'শাখা', (row) => row.branch_name),
    column('area', 'Area', 'এলাকা', (row) => row.area_name),
    column('state', 'Status', 'অবস্থা', (row) => clientState(row.lines.map(({ state }) => state))),
    column('package', 'Package', 'প্যাকেজ', (row) => row.lines.map(({ package_code }) => package_code)),
    column('pppoe_login', 'PPPoE login', 'পিপিপিওই লগইন', (row) => row.lines.flatMap(({ pppoe_login }) => pppoe_login ?? [])),
    column('expires_on', 'Paid until', 'পরিশোধিত পর্যন্ত', (row) => row.lines.flatMap(({ expires_on }) => expires_on ?? [])),
    column('joined_on', 'Joined on', 'যোগদানের তারিখ'),
    money('receivable_minor', 'Owes', 'বকেয়া'),
    money('credit_minor', 'Credit', 'অগ্রিম জমা'),
    column('tags', 'Tags', 'ট্যাগ'),
    column('is_vip', 'VIP', 'ভিআইপি'),
    column('is_whitelisted', 'Whitelist', 'হোয়াইটলিস্ট'),
    column('id', 'Id', 'আইডি'),
  ],
  async *pages({ conn, actor, query }, limit) {
    let after: ListPosition | undefined
    do {
      const page = await listClients(conn, actor.scope, { filter: toFilter(query), sort: 'code', limit, after })
      if (page.rows.length > 0) yield page.rows
      after = page.next ?? undefined
    } while (after !== undefined)
  },
}

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
  code: lineOfText(60).optional(),
  issued_from: dateSchema.optional(),
  issued_to: dateSchema.optional(),
})

export const invoiceFilter = ({ month, ...query }: z.output<typeof invoicesQuery>) => ({
  clientId: query.client_id,
  branchId: query.branch_id,
  runId: query.run_id,
  status: query.status,
  code: query.code,
  issuedFrom: query.issued_from,
  issuedTo: query.issued_to,
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

const notesQuery = z.strictObject({ client_id: idParam.optional() })
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
      (before: bigint | undefined, size) => listCreditNotes(conn, actor.scope, { clientId: query.client_id }, { limit: size, before }),
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

const entriesQuery = z.strictObject({
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  account_id: idParam.optional(),
  client_id: idParam.optional(),
  kind: lineOfText(60).optional(),
  document_kind: lineOfText(60).optional(),
  document_id: idParam.optional(),
})
type Entry = Row<typeof listEntries>
type EntryLine = Pick<Entry, 'booked_on' | 'id' | 'kind' | 'document_kind' | 'document_id' | 'memo' | 'recorded_at' | 'recorded_by_name'> &
  Entry['postings'][number]
const ledgerEntries: ExportList<EntryLine, z.output<typeof entriesQuery>> = {
  permission: 'ledger.view',
  query: entriesQuery,
  columns: [
    column('booked_on', 'Booked on', 'হিসাবের তারিখ'),
    column('id', 'Entry', 'এন্ট্রি'),
    column('line_no', 'Line', 'লাইন'),
    column('kind', 'Kind', 'ধরন'),
    column('document_kind', 'Document', 'দলিল'),
    column('document_id', 'Document id', 'দলিল আইডি'),
    column('account_code', 'Account', 'হিসাব'),
    money('debit_minor', 'Debit', 'ডেবিট'),
    money('credit_minor', 'Credit', 'ক্রেডিট'),
    column('client_id', 'Client id', 'গ্রাহক আইডি'),
    column('wallet_id', 'Wallet id', 'ওয়ালেট আইডি'),
    column('branch_id', 'Branch id', 'শাখা আইডি'),
    column('memo', 'Memo', 'মেমো'),
    column('recorded_at', 'Recorded at', 'লেখার সময়'),
    column('recorded_by_name', 'Recorded by', 'লিখেছেন'),
  ],
  async *pages({ conn, actor, query: q }, limit) {
    const filter = {
      from: q.from,
      to: q.to,
      accountId: q.account_id,
      clientId: q.client_id,
      kind: q.kind,
      documentKind: q.document_kind,
      documentId: q.document_id,
    }
    const pages = paged(
      limit,
      (before: { bookedOn: Entry['booked_on']; id: bigint } | undefined, size) => listEntries(conn, actor.scope, filter, { limit: size, before }),
      ({ booked_on, id }: Entry) => ({ bookedOn: booked_on, id }),
    )
    for await (const page of pages) yield page.flatMap(({ postings, ...entry }) => postings.map((posting) => ({ ...entry, ...posting })))
  },
}

const eventsQuery = z.strictObject({
  action: lineOfText(100).optional(),
  subject_type: lineOfText(60).optional(),
  subject_id: idParam.optional(),
  client_id: idParam.optional(),
  actor_id: idParam.optional(),
  from: instantSchema.optional(),
  until: instantSchema.optional(),
})
const auditEvents: ExportList<AuditEvent, z.output<typeof eventsQuery>> = {
  permission: 'audit.view',
  query: eventsQuery,
  columns: [
    column('at', 'At', 'সময়'),
    column('actor_kind', 'Kind of actor', 'কর্তার ধরন'),
    column('actor_name', 'Who', 'কে'),
    column('action', 'What', 'কী'),
    column('subject_type', 'Of', 'বিষয়'),
    column('subject_id', 'Id', 'আইডি'),
    column('client_id', 'Client id', 'গ্রাহক আইডি'),
    column('before', 'Before', 'আগে'),
    column('after', 'After', 'পরে'),
    column('ip', 'Address', 'আইপি'),
    column('user_agent', 'Browser', 'ব্রাউজার'),
    column('request_id', 'Request', 'অনুরোধ'),
  ],
  pages: ({ conn, actor, query: q }, limit) => {
    const filter = {
      action: q.action,
      subjectType: q.subject_type,
      subjectId: q.subject_id,
      clientId: q.client_id,
      actorId: q.actor_id,
      from: q.from,
      until: q.until,
    }
    return paged(
      limit,
      (after: { at: Temporal.Instant; id: bigint } | undefined, size) => listEvents(conn, actor.scope, filter, { limit: size, after }),
      ({ at, id }) => ({ at, id }),
    )
  },
}

const packagesQuery = z.strictObject({ is_active: flagParam.optional(), q: lineOfText(100).optional() })
type PackageRow = Row<typeof listPackages>
const packages: ExportList<PackageRow, z.output<typeof packagesQuery>> = {
  permission: 'package.view',
  query: packagesQuery,
  columns: [
    column('code', 'Code', 'কোড'),
    column('name', 'Name', 'নাম'),
    column('description', 'Description', 'বিবরণ'),
    column('is_active', 'On sale', 'বিক্রিতে আছে'),
    { key: 'price', label: { en: 'Price', bn: 'মূল্য' }, isMoney: true, of: ({ current }) => current?.price_minor ?? null },
    column('download_kbps', 'Download kbit/s', 'ডাউনলোড কিলোবিট/সে', ({ current }) => current?.download_kbps),
    column('upload_kbps', 'Upload kbit/s', 'আপলোড কিলোবিট/সে', ({ current }) => current?.upload_kbps),
    column('validity', 'Validity', 'মেয়াদ', ({ current }) => (current ? `${current.validity_count} ${current.validity_unit}` : null)),
    column('router_profile', 'Router profile', 'রাউটার প্রোফাইল', ({ current }) => current?.router_profile),
    column('starts_on', 'From', 'থেকে', ({ current }) => current?.starts_on),
    column('approval_no', 'Approval number', 'অনুমোদন নম্বর', ({ current }) => current?.approval_no),
    column('approved_on', 'Approved on', 'অনুমোদনের তারিখ', ({ current }) => current?.approved_on),
    column('id', 'Id', 'আইডি'),
  ],
  pages: ({ conn, today, query }, limit) =>
    paged(
      limit,
      (after: string | undefined, size) => listPackages(conn, today, { isActive: query.is_active, q: query.q }, { limit: size, after }),
      ({ code }) => code,
    ),
}

const itemsQuery = z.strictObject({
  run_id: idParam,
  state: z.enum(['would_issue', 'nothing_due', 'parked']).optional(),
  change: z.enum(['new', 'same', 'higher', 'lower', 'gone']).optional(),
})
const runItems: ExportList<Row<typeof listRunItems>, z.output<typeof itemsQuery>> = {
  permission: 'invoice.view',
  query: itemsQuery,
  columns: [
    column('client_code', 'Client code', 'গ্রাহক কোড'),
    column('client_name', 'Name', 'নাম'),
    column('state', 'Status', 'অবস্থা'),
    column('change', 'Change', 'পরিবর্তন'),
    column('reason', 'Reason', 'কারণ'),
    money('total_minor', 'Total', 'মোট'),
    money('previous_minor', 'Last cycle', 'আগের মাস'),
    column('client_id', 'Client id', 'গ্রাহক আইডি'),
  ],
  pages: ({ conn, actor, query }, limit) => {
    if (actor.scope.kind !== 'company') throw new Forbidden('The preview of a run is of the whole company')
    return paged(
      limit,
      (after: bigint | undefined, size) => listRunItems(conn, query.run_id, { state: query.state, change: query.change, after: after ?? 0n, limit: size }),
      ({ client_id }) => client_id,
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
  audit_events: auditEvents,
  packages,
  run_items: runItems,
} as const satisfies Readonly<Record<string, AnyList>>
export type ListName = keyof typeof lists
export const LIST_NAMES = Object.keys(lists) as ListName[]
