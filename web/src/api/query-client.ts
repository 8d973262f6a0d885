import { QueryClient } from '@tanstack/react-query'
import { noteNoAnswer, onReturned } from '../lib/connection.ts'
import { http, isProblem } from './client.ts'

type Listener = () => void
const listeners = new Set<Listener>()

/** Calls back when the server no longer knows our session; the shell then asks for the password over the page, so nothing typed is lost. */
export function onLoggedOut(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

http.use({
  async onResponse({ response, schemaPath }) {
    // Who asks whether anybody is logged in has his answer; everybody else has lost a session he had.
    if (response.status !== 401 || schemaPath === '/api/v1/auth/session') return
    const problem: unknown = await response
      .clone()
      .json()
      .catch(() => null)
    if (isProblem(problem) && problem.code === 'not_logged_in') for (const listener of listeners) listener()
  },
  onError({ error }) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) void noteNoAnswer()
  },
})

/** A refusal stays a refusal however often one asks; only a lost connection or a busy server is worth a second try. */
const isWorthRetrying = (error: unknown): boolean => !isProblem(error) || error.status >= 500

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, gcTime: 5 * 60_000, retry: (times, error) => times < 2 && isWorthRetrying(error), refetchOnWindowFocus: true },
  },
})

// What was asked for meanwhile may have failed, and what is shown may be old.
onReturned(() => void queryClient.invalidateQueries())
