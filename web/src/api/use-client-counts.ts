import { useMemo } from 'react'
import { api } from './client.ts'
import type { paths } from './schema.d.ts'

type Count = paths['/api/v1/clients/counts']['get']['responses']['200']['content']['application/json']['items'][number]
type By = paths['/api/v1/clients/counts']['get']['parameters']['query']['by']

/** How many clients each package, branch, area or reseller has, by its id; undefined until it is known. */
export function useClientCounts(by: By): ((id: number) => Count) | undefined {
  const { data } = api.useQuery('get', '/api/v1/clients/counts', { params: { query: { by } } }, { staleTime: 60_000 })
  const byId = useMemo(() => new Map(data?.items.map((count) => [count.id, count])), [data])
  return data === undefined ? undefined : (id) => byId.get(id) ?? { id, clients: 0, lines: 0, active_lines: 0 }
}
