import { z } from 'zod'
import type { Conn } from '../../platform/db/tx.ts'
import { clientState, customFields, filterQuery, listClients, SORT_PARAMS, toFilter } from '../clients/index.ts'
import type { ListPosition } from '../clients/index.ts'
import { column, money } from './export-list.ts'
import type { ExportColumn, ExportList } from './export-list.ts'

type ClientRow = Awaited<ReturnType<typeof listClients>>['rows'][number]

const clientsQuery = z.strictObject({ ...filterQuery, sort: z.enum(SORT_PARAMS).default('code') })

/** Something of each of a client's lines. */
const ofLines = (key: string, en: string, bn: string, of: (line: ClientRow['lines'][number]) => unknown): ExportColumn<ClientRow> =>
  column(key, en, bn, (row) => row.lines.flatMap((line) => of(line) ?? []))

/** Fields of the company itself, as `custom.<key>` of the client and `line.<key>` of his lines. */
async function customColumns(conn: Conn): Promise<ExportColumn<ClientRow>[]> {
  return (await customFields(conn)).map(({ entity, key, label_en, label_bn }) =>
    entity === 'client'
      ? column(`custom.${key}`, label_en, label_bn, (row) => row.custom[key])
      : ofLines(`line.${key}`, label_en, label_bn, (line) => line.custom[key]),
  )
}

export const clients: ExportList<ClientRow, z.output<typeof clientsQuery>> = {
  permission: 'client.view',
  query: clientsQuery,
  moreColumns: customColumns,
  columns: [
    column('code', 'Client code', 'গ্রাহক কোড'),
    column('name', 'Name', 'নাম'),
    column('phone', 'Telephone', 'ফোন'),
    column('phone_alternative', 'Other telephone', 'বিকল্প ফোন'),
    column('email', 'E-mail', 'ইমেইল'),
    column('address', 'Address', 'ঠিকানা'),
    column('district', 'District', 'জেলা'),
    column('upazila', 'Upazila', 'উপজেলা'),
    column('client_type', 'Type', 'ধরন'),
    column('branch', 'Branch', 'শাখা', (row) => row.branch_name),
    column('area', 'Area', 'এলাকা', (row) => row.area_name),
    column('reseller', 'Reseller', 'রিসেলার', (row) => row.reseller_name),
    column('state', 'Status', 'অবস্থা', (row) => clientState(row.lines.map(({ state }) => state))),
    ofLines('package', 'Package', 'প্যাকেজ', ({ package_code }) => package_code),
    ofLines('pppoe_login', 'PPPoE login', 'পিপিপিওই লগইন', ({ pppoe_login }) => pppoe_login),
    ofLines('connection_kind', 'Connection', 'সংযোগ', ({ connection_kind }) => connection_kind),
    ofLines('static_ip', 'Static address', 'স্ট্যাটিক আইপি', ({ static_ip }) => static_ip),
    ofLines('mac', 'MAC address', 'ম্যাক', ({ mac }) => mac),
    ofLines('onu_mac', 'ONU MAC', 'ওএনইউ ম্যাক', ({ onu_mac }) => onu_mac),
    ofLines('onu_model', 'ONU model', 'ওএনইউ মডেল', ({ onu_model }) => (onu_model === '' ? null : onu_model)),
    ofLines('billing_mode', 'Billing', 'বিলিং', ({ billing_mode }) => billing_mode),
    ofLines('anchor_day', 'Billing day', 'বিলের দিন', ({ anchor_day }) => anchor_day),
    ofLines('activated_on', 'In service since', 'চালু হয়েছে', ({ activated_on }) => activated_on),
    ofLines('expires_on', 'Paid until', 'পরিশোধিত পর্যন্ত', ({ expires_on }) => expires_on),
    column('joined_on', 'Joined on', 'যোগদানের তারিখ'),
    money('receivable_minor', 'Owes', 'বকেয়া'),
    column('due_on', 'Due since', 'বকেয়ার তারিখ'),
    money('credit_minor', 'Credit', 'অগ্রিম জমা'),
    column('tags', 'Tags', 'ট্যাগ'),
    column('is_vip', 'VIP', 'ভিআইপি'),
    column('is_whitelisted', 'Whitelist', 'হোয়াইটলিস্ট'),
    column('id', 'Id', 'আইডি'),
  ],
  async *pages({ conn, actor, today, query: { sort, ...query } }, limit) {
    let after: ListPosition | undefined
    do {
      const page = await listClients(conn, actor.scope, { filter: toFilter(query, today), sort, limit, after })
      if (page.rows.length > 0) yield page.rows
      after = page.next ?? undefined
    } while (after !== undefined)
  },
}
