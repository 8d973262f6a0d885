import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isProblem } from './client.ts'

type Listener = () => void
const listeners = new Set<Listener>()

/** Calls back when the server no longer knows our session; the shell then asks for the password over the page, so nothing typed is lost. */
export function onLoggedOut(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function watchForLogOut(error: unknown): void {
  if (isProblem(error) && error.status === 401 && error.code === 'not_logged_in') for (const listener of listeners) listener()
}

/** A refusal stays a refusal however often one asks; only a lost connection or a busy server is worth a second try. */
const isWorthRetrying = (error: unknown): boolean => !isProblem(error) || error.status >= 500

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watchForLogOut }),
  mutationCache: new MutationCache({ onError: watchForLogOut }),
  defaultOptions: {
    queries: { staleTime: 15_000, gcTime: 5 * 60_000, retry: (times, error) => times < 2 && isWorthRetrying(error), refetchOnWindowFocus: true },
  },
})
