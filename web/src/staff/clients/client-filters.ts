import { useLingui } from '@lingui/react/macro'
import { api } from '../../api/client.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useMay } from '../../lib/session.ts'
import { useCounted } from '../../lib/use-counted.ts'
import type { Filter } from '../../ui/filter-bar.tsx'
import { LINE_STATES, useStateText } from './state.tsx'
import { useConnectionText } from './words.ts'

/** What of the address the list, its count, its export and bulk work understand. */
export const CLIENT_FILTERS = [
  'q',
  'state',
  'branch_id',
  'area_id',
  'reseller_id',
  'package_id',
  'router_id',
  'has_router',
  'connection_kind',
  'tag',
  'vip',
  'whitelist',
  'deleted',
  'joined_from',
  'joined_to',
  'left_from',
  'left_to',
  'expires_from',
  'expires_to',
  'expires_within',
  'owes',
  'owes_from',
  'overdue_days',
] as const

/** The chips of the list: everything the server can narrow it by; what is asked for less often lies under "More". */
export function useClientFilters(): Filter[] {
  const { t } = useLingui()
  const may = useMay()
  const stateText = useStateText()
  const connectionText = useConnectionText()
  const branches = useWholeList('/api/v1/branches').rows
  const areas = useWholeList('/api/v1/areas').rows
  const packages = useWholeList('/api/v1/packages').rows
  const resellers = useWholeList('/api/v1/resellers', { isAsked: may('reseller.view') }).rows
  const tags = api.useQuery('get', '/api/v1/tags', { params: { query: {} } }, { staleTime: 60_000 }).data?.items ?? []
  const named = (items: readonly { id: number; name: string }[]) => items.map(({ id, name }) => ({ value: String(id), label: name }))
  const flag = (yes: string, no: string) => [
    { value: 'true', label: yes },
    { value: 'false', label: no },
  ]
  const { days } = useCounted()
  return [
    { key: 'state', label: t`State`, options: [...LINE_STATES, 'none' as const].map((value) => ({ value, label: stateText(value) })) },
    { key: 'package_id', label: t`Package`, options: named(packages) },
    ...(areas.length > 0 ? [{ key: 'area_id', label: t`Area`, options: named(areas) }] : []),
    ...(branches.length > 1 ? [{ key: 'branch_id', label: t`Branch`, options: named(branches) }] : []),
    { key: 'owes', label: t`Owes`, options: flag(t`yes`, t`no`) },
    {
      key: 'overdue_days',
      label: t`Overdue`,
      options: [{ value: '1', label: t`any` }, ...[7, 15, 30, 60, 90].map((count) => ({ value: String(count), label: t`${days(count)} or more` }))],
    },
    {
      key: 'expires_within',
      label: t`Expires within`,
      options: [1, 3, 7, 15, 30].map((count) => ({ value: String(count), label: days(count) })),
      isExtra: true,
    },
    ...(tags.length > 0 ? [{ key: 'tag', label: t`Tag`, options: tags.map((tag) => ({ value: tag, label: tag })), isExtra: true }] : []),
    { key: 'owes_from', label: t`Owes at least`, kind: 'money', isExtra: true },
    { key: 'joined_from', toKey: 'joined_to', label: t`Joined`, kind: 'range', isExtra: true },
    { key: 'left_from', toKey: 'left_to', label: t`Left on`, kind: 'range', isExtra: true },
    { key: 'expires_from', toKey: 'expires_to', label: t`Expires on`, kind: 'range', isExtra: true },
    { key: 'vip', label: t`VIP`, options: flag(t`yes`, t`no`), isExtra: true },
    { key: 'whitelist', label: t`Never cut off`, options: flag(t`yes`, t`no`), isExtra: true },
    {
      key: 'connection_kind',
      label: t`Connection`,
      options: (['pppoe', 'static', 'dhcp', 'hotspot'] as const).map((value) => ({ value, label: connectionText(value) })),
      isExtra: true,
    },
    { key: 'has_router', label: t`Router`, options: flag(t`has one`, t`none`), isExtra: true },
    ...(resellers.length > 0 ? [{ key: 'reseller_id', label: t`Reseller`, options: named(resellers), isExtra: true }] : []),
    { key: 'deleted', label: t`Deleted`, options: [{ value: 'true', label: t`yes` }], isExtra: true },
  ]
}
