import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { sayFailed } from '../../ui/form.tsx'
import { InvoicesPdf } from './invoices-pdf.tsx'
import { ReleaseRun } from './release-run.tsx'
import type { RunDetail } from './run-state.tsx'

/** What may be done with a run in its stage; what may not be done says why. */
export function RunActions({ run }: { run: RunDetail }) {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [busy, setBusy] = useState<string | null>(null)
  const [isReleasing, setReleasing] = useState(false)
  const path = { params: { path: { id: run.id } } }
  const act = async (name: string, work: () => Promise<{ data?: { id: number } | undefined; error?: unknown }>) => {
    setBusy(name)
    const { data, error } = await work()
      .catch((failure: unknown) => ({ data: undefined, error: failure }))
      .finally(() => setBusy(null))
    if (error !== undefined) sayFailed(error, t`The server cannot be reached.`)
    await client.invalidateQueries({ queryKey: api.queryOptions('get', '/api/v1/invoice-runs/{id}', path).queryKey })
    return data
  }
  const again = async () => {
    const made = await act('retry', () => http.POST('/api/v1/invoice-runs/{id}/retry', path))
    if (made !== undefined) await navigate({ to: `/billing/${made.id}` })
  }
  const { allowed, state } = run
  const isOver = state === 'done' || state === 'cancelled' || state === 'failed'
  const mayRun = may('invoice.run')
  return (
    <>
      {run.issued_count > 0 && <InvoicesPdf filter={{ run_id: String(run.id) }} label={t`All invoices of this run`} count={run.issued_count} />}
      {mayRun && !isOver && (
        <AllowedButton
          variant="default"
          allowed={allowed.cancel}
          loading={busy === 'cancel'}
          onClick={() => void act('cancel', () => http.POST('/api/v1/invoice-runs/{id}/cancellation', path))}
        >
          {state === 'running' || state === 'queued' ? <Trans>Stop</Trans> : <Trans>Discard</Trans>}
        </AllowedButton>
      )}
      {mayRun && allowed.resume.ok && (
        <AllowedButton
          allowed={allowed.resume}
          loading={busy === 'resume'}
          onClick={() => void act('resume', () => http.POST('/api/v1/invoice-runs/{id}/resumption', path))}
        >
          <Trans>Go on</Trans>
        </AllowedButton>
      )}
      {mayRun && isOver && run.parked_count > 0 && (
        <AllowedButton allowed={allowed.retry_parked} loading={busy === 'retry'} onClick={() => void again()}>
          {run.still_parked > 0 ? <Trans>Try {format.number(run.still_parked)} parked again</Trans> : <Trans>Try the parked again</Trans>}
        </AllowedButton>
      )}
      {mayRun && (state === 'ready' || state === 'previewing') && (
        <AllowedButton
          allowed={allowed.start}
          loading={busy === 'start'}
          onClick={() => void act('start', () => http.POST('/api/v1/invoice-runs/{id}/start', path))}
        >
          <Trans>Issue these invoices</Trans>
        </AllowedButton>
      )}
      {state === 'awaiting_release' && (
        <AllowedButton allowed={allowed.release} onClick={() => setReleasing(true)}>
          <Trans>Release</Trans>
        </AllowedButton>
      )}
      {isReleasing && <ReleaseRun run={run} onClose={() => setReleasing(false)} />}
    </>
  )
}
