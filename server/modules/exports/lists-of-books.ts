import { z } from 'zod'
import { Forbidden } from '../../kernel/errors.ts'
import { dateSchema, flagParam, idParam, instantSchema, lineOfText } from '../../platform/http/schemas.ts'
import { listEvents } from '../audit/index.ts'
import type { AuditEvent } from '../audit/index.ts'
import { listRunItems } from '../billing/index.ts'
import { listEntries, listTransfers, TRANSFER_KINDS, TRANSFER_STATES } from '../ledger/index.ts'
import { listPackages } from '../packages/index.ts'
import { column, money, paged } from './export-list.ts'
import type { ExportList, RowOf as Row } from './export-list.ts'

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
export const ledgerEntries: ExportList<EntryLine, z.output<typeof entriesQuery>> = {
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

const transfersQuery = z.strictObject({
  wallet_id: idParam.optional(),
  from_wallet_id: idParam.optional(),
  to_wallet_id: idParam.optional(),
  kind: z.enum(TRANSFER_KINDS).optional(),
  state: z.enum(TRANSFER_STATES).optional(),
  sent_by: idParam.optional(),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
})
export const walletTransfers: ExportList<Row<typeof listTransfers>, z.output<typeof transfersQuery>> = {
  permission: 'wallet.view_own',
  query: transfersQuery,
  columns: [
    column('booked_on', 'Sent on', 'পাঠানোর তারিখ'),
    column('code', 'Number', 'নম্বর'),
    column('kind', 'Kind', 'ধরন'),
    column('state', 'Status', 'অবস্থা'),
    column('from_wallet_name', 'From', 'যেখান থেকে'),
    column('to_wallet_name', 'To', 'যেখানে'),
    money('amount_minor', 'Sent', 'পাঠানো'),
    money('counted_minor', 'Counted', 'গণনা'),
    money('received_minor', 'Received', 'প্রাপ্ত'),
    column('sent_by_name', 'Sent by', 'পাঠিয়েছেন'),
    column('reason', 'Reason', 'কারণ'),
    column('ended_by_name', 'Ended by', 'নিষ্পত্তি করেছেন'),
    column('ended_at', 'Ended at', 'নিষ্পত্তির সময়'),
    column('end_reason', 'Note of the end', 'নিষ্পত্তির মন্তব্য'),
  ],
  pages: ({ conn, actor, query: q }, limit) => {
    const wallets = { walletId: q.wallet_id, fromWalletId: q.from_wallet_id, toWalletId: q.to_wallet_id }
    const filter = { ...wallets, kind: q.kind, state: q.state, sentBy: q.sent_by, from: q.from, to: q.to }
    return paged(
      limit,
      (before: bigint | undefined, size) => listTransfers(conn, actor, filter, { limit: size, before }),
      ({ id }) => id,
    )
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
export const auditEvents: ExportList<AuditEvent, z.output<typeof eventsQuery>> = {
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
export const packages: ExportList<PackageRow, z.output<typeof packagesQuery>> = {
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
  min_change_percent: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .optional(),
  sort: z.enum(['client', '-difference']).optional(),
})
export const runItems: ExportList<Row<typeof listRunItems>, z.output<typeof itemsQuery>> = {
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
    const { state, change, min_change_percent: percent, sort } = query
    const filter = { state, change, minChangeBp: percent === undefined ? undefined : percent * 100, byDifference: sort === '-difference' }
    return paged(
      limit,
      (after: { id: bigint; difference: bigint } | undefined, size) => listRunItems(conn, query.run_id, { ...filter, after, limit: size }),
      ({ client_id, total_minor, previous_minor }) => ({
        id: client_id,
        difference: total_minor < previous_minor ? previous_minor - total_minor : total_minor - previous_minor,
      }),
    )
  },
}
