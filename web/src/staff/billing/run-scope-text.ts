import { useLingui } from '@lingui/react/macro'
import { api } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'

type Scope = Readonly<Record<string, readonly number[]>>

/** Whom a run bills, in words. */
export function useRunScopeText(): (scope: Scope) => string {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const query = { params: { query: { limit: 200 } } }
  const branches = api.useQuery('get', '/api/v1/branches', query, { staleTime: 300_000 }).data?.items ?? []
  const areas = api.useQuery('get', '/api/v1/areas', query, { staleTime: 300_000 }).data?.items ?? []
  const named = (ids: readonly number[], items: readonly { id: number; name: string }[]) =>
    ids.length > 3 ? null : ids.map((id) => items.find((item) => item.id === id)?.name ?? `#${id}`).join(', ')
  const routers = api.useQuery('get', '/api/v1/routers', query, { staleTime: 300_000, enabled: may('router.view') }).data?.items ?? []
  const resellers = api.useQuery('get', '/api/v1/resellers', query, { staleTime: 300_000, enabled: may('reseller.view') }).data?.items ?? []
  /** Who may not see them all is told how many. */
  const known = (ids: readonly number[], items: readonly { id: number; name: string }[]) =>
    ids.every((id) => items.some((item) => item.id === id)) ? named(ids, items) : null
  return (scope) => {
    const parts: string[] = []
    const { branch_ids, area_ids, router_ids, reseller_ids, client_ids } = scope
    if (branch_ids !== undefined) parts.push(named(branch_ids, branches) ?? t`${format.number(branch_ids.length)} branches`)
    if (area_ids !== undefined) parts.push(named(area_ids, areas) ?? t`${format.number(area_ids.length)} areas`)
    if (router_ids !== undefined) parts.push(known(router_ids, routers) ?? t`${format.number(router_ids.length)} routers`)
    if (reseller_ids !== undefined) parts.push(known(reseller_ids, resellers) ?? t`${format.number(reseller_ids.length)} resellers`)
    if (client_ids !== undefined) parts.push(t`${format.number(client_ids.length)} chosen clients`)
    return parts.length === 0 ? t`All clients` : parts.join(' · ')
  }
}
