import { useLingui } from '@lingui/react/macro'
import { api } from '../../api/client.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useMay } from '../../lib/session.ts'

type Scope = Readonly<Record<string, readonly number[]>>

/** Whom a run bills, in words. */
export function useRunScopeText(): (scope: Scope) => string {
  const { t } = useLingui()
  const may = useMay()
  const counted = useCounted()
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
    if (branch_ids !== undefined) parts.push(named(branch_ids, branches) ?? counted.branches(branch_ids.length))
    if (area_ids !== undefined) parts.push(named(area_ids, areas) ?? counted.areas(area_ids.length))
    if (router_ids !== undefined) parts.push(known(router_ids, routers) ?? counted.routers(router_ids.length))
    if (reseller_ids !== undefined) parts.push(known(reseller_ids, resellers) ?? counted.resellers(reseller_ids.length))
    if (client_ids !== undefined) parts.push(counted.chosenClients(client_ids.length))
    return parts.length === 0 ? t`All clients` : parts.join(' · ')
  }
}
