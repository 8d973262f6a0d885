import { useLingui } from '@lingui/react/macro'
import { api } from '../../api/client.ts'
import type { RowOf } from '../../api/use-list.ts'
import type { Column } from '../../ui/data-list.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { StateMark } from './state.tsx'
import { useClientTypeText, useConnectionText } from './words.ts'

export type ListedClient = RowOf<'/api/v1/clients'>
type Line = ListedClient['lines'][number]

/** Every column the list can have, those of the company's own fields last; a column is called what its export is called. */
export function useClientColumns(): Column<ListedClient>[] {
  const { t, i18n } = useLingui()
  const typeText = useClientTypeText()
  const connectionText = useConnectionText()
  const fields = api.useQuery('get', '/api/v1/custom-fields', {}, { staleTime: 60_000 }).data?.items ?? []
  return [
    { id: 'name', header: t`Name`, width: 164, grows: true, sort: 'name', cell: (row) => row.name },
    { id: 'code', header: t`Code`, width: 94, sort: 'code', cell: (row) => row.code },
    { id: 'phone', header: t`Phone`, width: 110, cell: (row) => row.phone },
    { id: 'package', header: t`Package`, width: 134, cell: (row) => ofLines(row, (line) => line.package_name) },
    { id: 'pppoe_login', header: 'PPPoE', width: 94, cell: (row) => ofLines(row, (line) => line.pppoe_login) },
    { id: 'area', header: t`Area`, width: 112, cell: (row) => row.area_name ?? '' },
    { id: 'state', header: t`State`, width: 138, cell: (row) => <StateMark state={row.state} /> },
    { id: 'receivable', header: t`Owes`, width: 106, end: true, sort: 'balance', cell: (row) => <Money minor={row.receivable_minor} tone="owed" /> },
    { id: 'expires_on', header: t`Expires`, width: 100, sort: 'expires_on', cell: (row) => dayOrNothing(earliest(row)) },
    { id: 'due_on', header: t`Due since`, width: 104, isExtra: true, cell: (row) => dayOrNothing(row.due_on) },
    { id: 'credit', header: t`Credit`, width: 100, end: true, isExtra: true, cell: (row) => <Money minor={row.credit_minor} tone="good" /> },
    { id: 'branch', header: t`Branch`, width: 130, isExtra: true, cell: (row) => row.branch_name },
    { id: 'reseller', header: t`Reseller`, width: 130, isExtra: true, cell: (row) => row.reseller_name ?? '' },
    { id: 'joined_on', header: t`Joined`, width: 108, isExtra: true, sort: 'joined_on', cell: (row) => <DateText day={row.joined_on} /> },
    { id: 'activated_on', header: t`In service since`, width: 118, isExtra: true, cell: (row) => dayOrNothing(row.lines[0]?.activated_on ?? null) },
    { id: 'anchor_day', header: t`Billing day`, width: 88, end: true, isExtra: true, cell: (row) => ofLines(row, (line) => line.anchor_day) },
    {
      id: 'billing_mode',
      header: t`Billing`,
      width: 96,
      isExtra: true,
      cell: (row) => ofLines(row, (line) => (line.billing_mode === 'prepaid' ? t`Prepaid` : t`Postpaid`)),
    },
    { id: 'connection_kind', header: t`Connection`, width: 100, isExtra: true, cell: (row) => ofLines(row, (line) => connectionText(line.connection_kind)) },
    { id: 'static_ip', header: t`Static IP`, width: 126, isExtra: true, cell: (row) => ofLines(row, (line) => line.static_ip) },
    { id: 'mac', header: 'MAC', width: 140, isExtra: true, cell: (row) => ofLines(row, (line) => line.mac) },
    { id: 'onu_mac', header: 'ONU MAC', width: 140, isExtra: true, cell: (row) => ofLines(row, (line) => line.onu_mac) },
    { id: 'onu_model', header: t`ONU model`, width: 110, isExtra: true, cell: (row) => ofLines(row, (line) => line.onu_model) },
    { id: 'phone_alternative', header: t`Other phone`, width: 114, isExtra: true, cell: (row) => row.phone_alternative },
    { id: 'email', header: t`E-mail`, width: 180, isExtra: true, cell: (row) => row.email },
    { id: 'address', header: t`Address`, width: 220, isExtra: true, cell: (row) => row.address },
    { id: 'district', header: t`District`, width: 110, isExtra: true, cell: (row) => row.district },
    { id: 'upazila', header: t`Upazila`, width: 110, isExtra: true, cell: (row) => row.upazila },
    { id: 'client_type', header: t`Kind of client`, width: 110, isExtra: true, cell: (row) => typeText(row.client_type) },
    { id: 'tags', header: t`Tags`, width: 150, isExtra: true, cell: (row) => row.tags.join(', ') },
    { id: 'is_vip', header: t`VIP`, width: 60, isExtra: true, cell: (row) => (row.is_vip ? t`yes` : '') },
    { id: 'is_whitelisted', header: t`Never cut off`, width: 100, isExtra: true, cell: (row) => (row.is_whitelisted ? t`yes` : '') },
    ...fields
      .filter(({ is_active }) => is_active)
      .map(({ entity, key, type, label_en, label_bn }): Column<ListedClient> => {
        const shown = (value: string | number | boolean | undefined) =>
          type === 'boolean' ? (value === true ? t`yes` : '') : type === 'date' ? dayOrNothing(value === undefined ? null : String(value)) : (value ?? '')
        return {
          id: entity === 'client' ? `custom.${key}` : `line.${key}`,
          header: i18n.locale === 'bn' ? label_bn : label_en,
          width: 120,
          isExtra: true,
          cell: (row) => shown((entity === 'client' ? row.custom : row.lines[0]?.custom)?.[key]),
        }
      }),
  ]
}

/** Of the first line that has it, and how many more lines there are. */
function ofLines(row: ListedClient, of: (line: Line) => string | number | null): string {
  const found = row.lines.map(of).filter((value) => value !== null && value !== '')
  return found.length === 0 ? '' : found.length === 1 ? String(found[0]) : `${found[0]} +${found.length - 1}`
}

const dayOrNothing = (day: string | null) => (day === null ? '' : <DateText day={day} />)

const earliest = (row: ListedClient): string | null =>
  row.lines
    .map((line) => line.expires_on)
    .filter((day) => day !== null)
    .toSorted()[0] ?? null
