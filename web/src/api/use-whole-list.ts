import { useEffect } from 'react'
import { useList } from './use-list.ts'
import type { ListPath, ListSource, RowOf } from './use-list.ts'

/** A list that is needed as a whole, such as a tree: its pages are read one after the other until there are no more. */
export function useWholeList<P extends ListPath>(path: P, { isAsked = true } = {}): ListSource<RowOf<P>> & { readonly isWhole: boolean } {
  const source = useList(path, { pageSize: 200, isAsked })
  const { hasMore, isLoadingMore, loadMore, error } = source
  useEffect(() => {
    if (hasMore && !isLoadingMore && error === null) loadMore()
  }, [hasMore, isLoadingMore, loadMore, error])
  return { ...source, isWhole: !source.isPending && !hasMore }
}
