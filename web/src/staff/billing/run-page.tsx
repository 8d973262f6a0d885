import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, SegmentedControl, Skeleton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { Figures } from '../../ui/figures.tsx'
import { sayFailed } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { JobProgress } from '../../ui/progress.tsx'
import { ReleaseRun } from './release-run.tsx'
import { ParkedClients, RunItems } from './run-items.tsx'
import { isUnderWay, RunState } from './run-state.tsx'
import type { Run } from './run-state.tsx'

/** One month's run: what it would bill against last month, then how far it is, then what came of it. */
export function RunPage() {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const { id } = useParams({ strict: false }) as { id: string }
  const [state, setState] = useUrlState()
  const poll = useFallbackPoll()
  const path = { params: { path: { id: Number(id) } } }
  const {
    data: run,
    error,
    refetch,
  } = api.useQuery('get', '/api/v1/invoice-runs/{id}', path, {
    refetchInterval: ({ state: { data } }) => (data !== undefined && isUnderWay((data as Run).state) ? poll : false),
  })
  const stage = run === undefined ? undefined : run.state
  const before = useRef(stage)
  useEffect(() => {
    // The preview's rows came or changed with the stage; progress alone does not reload them.
    if (before.current !== undefined && before.current !== stage) void client.invalidateQueries({ queryKey: ['list'] })
    before.current = stage
  }, [stage, client])
  if (error !== null)
    return (
      <Page title={t`Billing month`}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    )
  if (run === undefined)
    return (
      <Page title={t`Billing month`}>
        <Skeleton h={300} radius="md" />
      </Page>
    )

  const expected = run.expected_count ?? 0
  const previous = run.previous_total_minor
  const view = state['view'] ?? 'bills'
  return (
    <Page title={format.month(run.month)} note={<RunState state={run.state} />} fills actions={<Actions run={run} />}>
      {run.state === 'previewing' && <JobProgress label={t`Every bill is being worked out; nothing is issued.`} done={0} of={null} />}
      {(run.state === 'running' || run.state === 'queued') && (
        <JobProgress label={t`Invoices are being issued. You can leave this page.`} done={run.issued_count} of={expected}>
          {t`${format.number(run.issued_count)} of ${format.number(expected)}`}
        </JobProgress>
      )}
      {run.state === 'awaiting_release' && (
        <Alert color="yellow" title={t`This month differs much from the last one`}>
          {run.release_after === null ? (
            <Trans>A second person has to look and release it by typing the total. In a company of one you may do it yourself, after a delay.</Trans>
          ) : (
            <Trans>You asked to release it yourself; that is possible from {format.dateTime(run.release_after)} on.</Trans>
          )}
        </Alert>
      )}
      {run.error !== null && (
        <Alert color="red" title={t`The run stopped`}>
          {run.error}
        </Alert>
      )}
      <Figures
        figures={[
          run.issued_count > 0 || run.state === 'done'
            ? { label: t`Issued`, value: format.number(run.issued_count), note: format.money(run.issued_total_minor), to: `/invoices?run_id=${run.id}` }
            : { label: t`Would be issued`, value: format.number(expected), note: t`invoices` },
          { label: t`Amount`, value: format.roundMoney(run.expected_total_minor ?? 0), note: t`expected` },
          {
            label: t`Last month`,
            value: previous === null ? '–' : format.roundMoney(previous),
            note: run.previous_count === null ? '' : t`${format.number(run.previous_count)} invoices`,
          },
          {
            label: t`Difference`,
            value: run.difference_bp === null ? '–' : format.percent(run.difference_bp),
            note: previous === null || run.expected_total_minor === null ? '' : format.money(run.expected_total_minor - previous),
          },
          { label: t`Parked`, value: format.number(run.parked_count), note: run.parked_count > 0 ? t`could not be billed` : t`nobody` },
        ]}
      />
      <SegmentedControl
        value={view}
        onChange={(value) => setState({ view: value, change: undefined })}
        data={[
          { value: 'bills', label: t`Bill by bill` },
          { value: 'parked', label: t`Parked (${format.number(run.parked_count)})` },
        ]}
        style={{ alignSelf: 'flex-start', flex: 'none' }}
        aria-label={t`View`}
      />
      {view === 'parked' ? <ParkedClients runId={run.id} /> : <RunItems runId={run.id} />}
    </Page>
  )
}

function Actions({ run }: { run: Run }) {
  const { t } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [isReleasing, setReleasing] = useState(false)
  const path = { params: { path: { id: run.id } } }
  const act = async (work: () => Promise<{ error?: unknown }>) => {
    setBusy(true)
    const { error } = await work().finally(() => setBusy(false))
    if (error !== undefined) sayFailed(error, t`The server cannot be reached.`)
    await client.invalidateQueries({ queryKey: api.queryOptions('get', '/api/v1/invoice-runs/{id}', path).queryKey })
  }
  const canStop = ['previewing', 'ready', 'awaiting_release', 'queued', 'running'].includes(run.state)
  return (
    <>
      {may('invoice.run') && canStop && (
        <Button variant="default" loading={isBusy} onClick={() => void act(() => http.POST('/api/v1/invoice-runs/{id}/cancellation', path))}>
          {run.state === 'running' ? <Trans>Stop</Trans> : <Trans>Discard</Trans>}
        </Button>
      )}
      {may('invoice.run') && run.state === 'ready' && (
        <Button loading={isBusy} onClick={() => void act(() => http.POST('/api/v1/invoice-runs/{id}/start', path))}>
          <Trans>Issue these invoices</Trans>
        </Button>
      )}
      {may('invoice.approve_run') && run.state === 'awaiting_release' && (
        <Button onClick={() => setReleasing(true)}>
          <Trans>Release</Trans>
        </Button>
      )}
      {isReleasing && <ReleaseRun run={run} onClose={() => setReleasing(false)} />}
    </>
  )
}
