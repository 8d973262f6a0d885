import { useNavigate, useSearch } from '@tanstack/react-router'

export type UrlState = Readonly<Record<string, string | undefined>>

/** A page's state in its address, so that it can be shared and "back" works. A change to '' or undefined takes the member out. */
export function useUrlState(): [UrlState, (changes: UrlState, options?: { push?: boolean }) => void] {
  const state = useSearch({ strict: false }) as UrlState
  const navigate = useNavigate()
  const change = (changes: UrlState, { push = false } = {}) =>
    void navigate({
      to: '.',
      replace: !push,
      resetScroll: false,
      search: (old: Record<string, unknown>) =>
        Object.fromEntries(Object.entries({ ...old, ...changes }).filter(([, value]) => value !== undefined && value !== '')) as never,
    })
  return [state, change]
}
