import { useMemo } from 'react'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'

export type Router = RowOf<'/api/v1/routers'>
export type Counts = paths['/api/v1/access/counts']['get']['responses']['200']['content']['application/json']['items'][number]

/** How many lines each router carries and how they stand, by its id; undefined until it is known. */
export function useLineCounts(): { of: (id: number) => Counts; all: readonly Counts[] } | undefined {
  const { data } = api.useQuery('get', '/api/v1/access/counts', {}, { staleTime: 10_000, refetchInterval: 30_000 })
  return useMemo(() => {
    if (data === undefined) return undefined
    const byId = new Map(data.items.map((counts) => [counts.router_id, counts]))
    const none = { lines: 0, with_service: 0, online: 0, waiting: 0, stuck: 0, waiting_since: null }
    return { of: (id) => byId.get(id) ?? { router_id: id, ...none }, all: data.items }
  }, [data])
}

/** 268435456 -> 256 MiB. */
export function useBytesText(): (bytes: number) => string {
  const format = useFormat()
  return (bytes) => {
    const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']
    const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10))
    return `${format.number(Math.round((bytes / 1024 ** power) * 10) / 10)} ${units[power]}`
  }
}
