import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { sayFailed } from '../../ui/form.tsx'

export type DoctorReport = RowOf<'/api/v1/doctor/results'>

/** The latest self-checks of the books, and a way to ask for one; it goes on when the page is left. */
export function useCheckBooks({ enabled = true }: { enabled?: boolean } = {}) {
  const { t } = useLingui()
  const poll = useFallbackPoll()
  const [waitsSince, setWaitsSince] = useState<number | null>(null)
  const { data, error, refetch } = api.useQuery(
    'get',
    '/api/v1/doctor/results',
    { params: { query: { limit: 20 } } },
    { enabled, refetchInterval: waitsSince === null ? false : poll },
  )
  const reports: readonly DoctorReport[] = data?.items ?? []
  const latest = reports[0]?.id ?? 0
  const check = async () => {
    const { error: failure } = await http.POST('/api/v1/doctor/runs', { body: { seals: 'all' } })
    if (failure !== undefined) return sayFailed(failure, t`The server cannot be reached.`)
    setWaitsSince(latest)
  }
  return { reports, isPending: data === undefined && error === null, error, refetch, check, isWaiting: waitsSince !== null && latest <= waitsSince }
}
