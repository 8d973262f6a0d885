import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { http } from './client.ts'
import type { paths } from './schema.d.ts'

interface Page<Row> {
  items: Row[]
  next_cursor: string | null
}

type AnswerOf<P extends keyof paths> = paths[P] extends { get: { responses: { 200: { content: { 'application/json': infer Body } } } } } ? Body : never

/** Addresses that answer pages of a list. */
export type ListPath = { [P in keyof paths]: AnswerOf<P> extends Page<unknown> ? P : never }[keyof paths]
export type RowOf<P extends ListPath> = AnswerOf<P> extends { items: (infer Row)[] } ? Row : never

/** Everything a list on the screen needs from its source. */
export interface ListSource<Row> {
  readonly rows: readonly Row[]
  readonly isPending: boolean
  /** Rows of the question before are still shown while the new ones come. */
  readonly isStale: boolean
  readonly error: unknown
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly loadMore: () => void
  readonly retry: () => void
}

/** Reads a list page by page by its cursor; a changed query starts at the top and shows the old rows until the new ones are there. */
export function useList<P extends ListPath>(
  path: P,
  {
    query = {},
    params = {},
    pageSize = 100,
    refetchMs,
    isAsked = true,
  }: {
    query?: Record<string, string | undefined>
    params?: Record<string, number | string>
    pageSize?: number
    refetchMs?: number | false | undefined
    isAsked?: boolean
  } = {},
): ListSource<RowOf<P>> {
  const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== ''))
  const result = useInfiniteQuery({
    queryKey: ['list', path, params, asked, pageSize],
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    getNextPageParam: (page: Page<RowOf<P>>) => page.next_cursor,
    refetchInterval: refetchMs ?? false,
    enabled: isAsked,
    queryFn: async ({ pageParam, signal }) => {
      const get = http.GET as unknown as (path: string, init: object) => Promise<{ data?: Page<RowOf<P>>; error?: unknown }>
      const { data, error } = await get(path, {
        signal,
        params: { path: params, query: { ...asked, limit: pageSize, ...(pageParam === null ? {} : { cursor: pageParam }) } },
      })
      if (data === undefined) throw error
      return data
    },
  })
  const rows = useMemo(() => result.data?.pages.flatMap((page) => page.items) ?? [], [result.data])
  return {
    rows,
    isPending: result.isPending,
    isStale: result.isPlaceholderData,
    error: result.error,
    hasMore: result.hasNextPage,
    isLoadingMore: result.isFetchingNextPage,
    loadMore: () => void result.fetchNextPage(),
    retry: () => void result.refetch(),
  }
}
