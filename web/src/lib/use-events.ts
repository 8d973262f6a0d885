import { useQueryClient } from '@tanstack/react-query'
import type { Query, QueryClient, QueryKey } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { http } from '../api/client.ts'
import type { paths } from '../api/schema.d.ts'
import { brandingQuery } from './branding.ts'
import { sessionQuery } from './session.ts'

/** What of the shell and the first page tells of long work. */
const WORK: readonly (keyof paths)[] = ['/api/v1/work', '/api/v1/waiting']
/**
 * What a change of each topic makes old, by the addresses of the contract. The rows of a run or an import are not among them: they are
 * many, and their page loads them anew when a stage is over.
 */
const ADDRESSES: Readonly<Record<string, readonly (keyof paths)[]>> = {
  invoice_runs: ['/api/v1/invoice-runs', '/api/v1/invoice-runs/{id}', '/api/v1/billing-months', '/api/v1/billing-months/{month}', ...WORK],
  suspension_runs: ['/api/v1/suspensions', '/api/v1/suspensions/{id}', ...WORK],
  imports: ['/api/v1/imports', '/api/v1/imports/{id}', ...WORK],
  bulk_jobs: ['/api/v1/bulk-jobs', '/api/v1/bulk-jobs/{id}', ...WORK],
  exports: ['/api/v1/exports', '/api/v1/exports/{id}', '/api/v1/work'],
  signup_requests: ['/api/v1/signup-requests', '/api/v1/signup-requests/{id}', '/api/v1/signup-requests/waiting', '/api/v1/waiting'],
  routers: [
    '/api/v1/routers',
    '/api/v1/routers/{id}',
    '/api/v1/access/counts',
    '/api/v1/access/waiting',
    '/api/v1/routers/{id}/reading',
    '/api/v1/routers/{id}/takeovers/latest',
  ],
  olts: [
    '/api/v1/olts',
    '/api/v1/olts/{id}',
    '/api/v1/olts/{id}/polls',
    '/api/v1/olts/{id}/pon-ports',
    '/api/v1/olts/{id}/ports',
    '/api/v1/olts/{id}/unregistered',
    '/api/v1/olts/{id}/mac-table',
    '/api/v1/olt-counts',
    '/api/v1/unregistered-onus',
    '/api/v1/onus/counts',
  ],
  onus: ['/api/v1/onus', '/api/v1/onus/{id}', '/api/v1/onus/{id}/power', '/api/v1/onus/{id}/history', '/api/v1/onus/counts', '/api/v1/onu-link-suggestions'],
  olt_tasks: ['/api/v1/olt-tasks', '/api/v1/olt-tasks/{id}'],
  olt_console_lines: ['/api/v1/olts/{id}/console-lines'],
  incidents: ['/api/v1/incidents', '/api/v1/incidents/{id}', '/api/v1/incidents/{id}/clients'],
  session_kicks: ['/api/v1/ppp-sessions', '/api/v1/ppp-sessions/counts'],
  doctor_results: ['/api/v1/doctor/results', '/api/v1/waiting'],
}
const FALLBACK_MS = 30_000
/** A page that nobody looks at hears nothing; looked at again, it asks for everything once. */
const HIDDEN_MS = 20_000
const AGAIN_MS = 20_000

let isLive = false
const watchers = new Set<() => void>()

function setLive(value: boolean): void {
  if (isLive === value) return
  isLive = value
  for (const watch of watchers) watch()
}

const watch = (watcher: () => void): (() => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** For `refetchInterval`: false while the stream tells of every change, every half minute while it is down. */
export const useFallbackPoll = (): number | false => (useSyncExternalStore(watch, () => isLive) ? false : FALLBACK_MS)

/** Listens to what changes for as long as the shell is on the screen, and has what became old asked for again. */
export function useEvents(): void {
  const client = useQueryClient()
  useEffect(() => listen(client), [client])
}

function listen(client: QueryClient): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function open(): void {
    clearTimeout(timer)
    if (source !== null) return
    source = new EventSource('/api/v1/events')
    source.addEventListener('ready', ({ data }: MessageEvent<string>) => {
      setLive(true)
      if ((JSON.parse(data) as { is_stale: boolean }).is_stale) void askAgain(client, ({ queryKey }) => isOld(queryKey, Object.keys(ADDRESSES)))
    })
    source.addEventListener('change', ({ data }: MessageEvent<string>) => {
      const { topic, ids } = JSON.parse(data) as { topic: string; ids: number[] }
      if (topic === 'company' || topic === 'session') void refreshSession(client, topic)
      else void askAgain(client, ({ queryKey }) => isOld(queryKey, [topic], ids))
    })
    source.addEventListener('error', () => {
      setLive(false)
      // The browser comes again by itself after a broken connection, and gives up after a refusal: logged out, or too many windows.
      if (source?.readyState !== EventSource.CLOSED) return
      close()
      timer = setTimeout(open, AGAIN_MS)
    })
  }

  function close(): void {
    source?.close()
    source = null
    setLive(false)
  }

  const onVisibility = (): void => {
    if (document.visibilityState === 'visible') return open()
    clearTimeout(timer)
    timer = setTimeout(close, HIDDEN_MS)
  }
  document.addEventListener('visibilitychange', onVisibility)
  if (document.visibilityState === 'visible') open()
  return () => {
    document.removeEventListener('visibilitychange', onVisibility)
    clearTimeout(timer)
    close()
  }
}

/**
 * Has what is old asked for again. A query under way for the first time is not begun anew by that: its answer may be of before the
 * change, so it is asked once more when it has come.
 */
export async function askAgain(client: QueryClient, predicate: (query: Query) => boolean): Promise<void> {
  const first = client.getQueryCache().findAll({ fetchStatus: 'fetching', predicate: (query) => query.state.data === undefined && predicate(query) })
  await client.invalidateQueries({ predicate })
  await Promise.all(first.map(({ queryKey }) => client.invalidateQueries({ queryKey, exact: true })))
}

/** Whether a query asks for what has changed; one of a single thing only if it is that thing. */
export function isOld(key: QueryKey, topics: readonly string[], ids?: readonly number[]): boolean {
  const [, path, init] = key
  if (typeof path !== 'string' || !topics.some((topic) => ADDRESSES[topic]?.includes(path as keyof paths))) return false
  const id = (init as { params?: { path?: { id?: unknown } } } | undefined)?.params?.path?.id
  return ids === undefined || id === undefined || ids.includes(Number(id))
}

/** A log-out that has happened meanwhile is for the shell to find, with the page and what is typed on it still there. */
async function refreshSession(client: QueryClient, topic: 'company' | 'session'): Promise<void> {
  if (topic === 'company') void client.invalidateQueries({ queryKey: brandingQuery.queryKey })
  const { data } = await http.GET('/api/v1/auth/session').catch(() => ({ data: undefined }))
  if (data !== undefined) client.setQueryData(sessionQuery.queryKey, data)
}
