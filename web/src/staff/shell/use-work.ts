import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { choiceOf } from '../bulk/choices.ts'
import type { ActionName } from '../bulk/choices.ts'

export type Work = paths['/api/v1/work']['get']['responses']['200']['content']['application/json']['items'][number]

export const isUnderWay = ({ state }: Pick<Work, 'state'>): boolean => state === 'waiting' || state === 'running'

/** How often it is looked at while something runs and the stream of changes is down. */
const POLL_MS = 4000

/** What works in the background now, and what has ended within the last minutes. */
export function useWork(): readonly Work[] {
  const fallback = useFallbackPoll()
  const { data } = api.useQuery(
    'get',
    '/api/v1/work',
    {},
    { refetchInterval: ({ state }) => (fallback !== false && state.data?.items.some(isUnderWay) === true ? POLL_MS : fallback), retry: false },
  )
  return data?.items ?? NONE
}
const NONE: readonly Work[] = []

export const workKey = ({ kind, id }: Pick<Work, 'kind' | 'id'>): string => `${kind} ${id}`

/** Where a piece of work is shown in full. */
export const workPath = ({ kind, id }: Work): string =>
  kind === 'invoice_run'
    ? `/billing/${id}`
    : kind === 'suspension_run'
      ? `/suspensions/${id}`
      : kind === 'import'
        ? `/imports/${id}`
        : kind === 'bulk_job'
          ? `/bulk/${id}`
          : '/exports'

/** What a piece of work is called. */
export function useWorkName(): (work: Work) => string {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const lists: Record<string, string> = {
    clients: t`Clients`,
    subscriptions: t`Lines`,
    invoices: t`Invoices`,
    credit_notes: t`Credit notes`,
    payments: t`Payments`,
    ledger_entries: t`Journal`,
    audit_events: t`Audit`,
    packages: t`Packages`,
    run_items: t`Bills of a run`,
    wallet_transfers: t`Wallet transfers`,
    invoices_pdf: t`Invoices as PDF`,
  }
  // Where one action is offered more than once, the line says what it is about.
  const changes: Record<string, string> = { change_tags: t`Tags`, set_flag: t`VIP and whitelist`, set_auto_control: t`Automatic control` }
  const changeOf = (action: string): string => {
    const choice = choiceOf({ action: action as ActionName, params: {} })
    return changes[action] ?? (choice === undefined ? action : i18n._(choice.label))
  }
  return (work) => {
    const name = work.name ?? ''
    if (work.kind === 'import') return work.is_preview ? t`Check of ${name}` : t`Import of ${name}`
    if (work.kind === 'export') {
      const list = lists[name] ?? name
      return t`Export: ${list}`
    }
    if (work.kind === 'bulk_job') {
      const change = changeOf(name)
      return work.is_preview ? t`Preview: ${change}` : t`Bulk change: ${change}`
    }
    if (work.kind === 'suspension_run') return work.is_preview ? t`Plan of suspensions` : t`Suspensions`
    const month = work.month === null ? '' : format.month(work.month)
    return work.is_preview ? t`Preview of ${month}` : t`Billing of ${month}`
  }
}

/** Calls back once for each piece of own work that has ended while this window was open. */
export function useEnded(work: readonly Work[], onEnded: (work: Work) => void): void {
  const running = useRef<ReadonlySet<string>>(new Set())
  const latest = useRef(onEnded)
  latest.current = onEnded
  useEffect(() => {
    for (const each of work) if (each.is_own && !isUnderWay(each) && running.current.has(workKey(each))) latest.current(each)
    running.current = new Set(work.filter(isUnderWay).map(workKey))
  }, [work])
}
