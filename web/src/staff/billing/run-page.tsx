import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, SegmentedControl, Skeleton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { api } from '../../api/client.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { Figures } from '../../ui/figures.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { JobProgress } from '../../ui/progress.tsx'
import { RunActions } from './run-actions.tsx'
import { RunItems } from './run-items.tsx'
import { RunNotices } from './run-notices.tsx'
import { ParkedClients } from './run-parked.tsx'
import { useRunScopeText } from './run-scope-text.ts'
import { isUnderWay, RunState } from './run-state.tsx'
import type { Run, RunDetail } from './run-state.tsx'

const VIEWS = ['bills', 'parked', 'notices'] as const

/** One month's run: what it would bill against last month, then how far it is, then what came of it. */
export function RunPage() {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const { id } = useParams({ strict: false }) as { id: string }
  const poll = useFallbackPoll()
  const {
    data: run,
    error,
    refetch,
  } = api.useQuery(
    'get',
    '/api/v1/invoice-runs/{id}',
    { params: { path: { id: Number(id) } } },
    { refetchInterval: ({ state: { data } }) => (data !== undefined && isUnderWay((data as Run).state) ? poll : false) },
  )
  const stage = run?.state
  const before = useRef(stage)
  useEffect(() => {
    // The preview's rows came or changed with the stage; progress alone does not reload them.
    if (before.current !== undefined && before.current !== stage) void client.invalidateQueries({ queryKey: ['list'] })
    before.current = stage
  }, [stage, client])
  if (error !== null && run === undefined)
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
  return (
    <Page title={format.month(run.month)} note={<RunNote run={run} />} fills actions={<RunActions run={run} />}>
      <Stage run={run} />
      <RunFigures run={run} />
      <Views run={run} />
    </Page>
  )
}

function RunNote({ run }: { run: RunDetail }) {
  const scopeText = useRunScopeText()
  return (
    <>
      <RunState state={run.state} />
      <span>
        {scopeText(run.scope)}
        {run.requested_by_name !== null && ` · ${run.requested_by_name}`}
      </span>
    </>
  )
}

/** What is going on, and what the run waits for. */
function Stage({ run }: { run: RunDetail }) {
  const { t } = useLingui()
  const format = useFormat()
  const expected = run.expected_count ?? 0
  const off = run.difference_bp === null ? '' : format.percent(run.difference_bp)
  const limit = format.percent(run.difference_limit_bp)
  if (run.error !== null)
    return (
      <Alert color="red" title={t`The run stopped`}>
        {run.error}
      </Alert>
    )
  if (run.state === 'previewing')
    return (
      <JobProgress label={t`Every bill is being worked out; nothing is issued.`} done={run.previewed_bp ?? 0} of={run.previewed_bp === null ? null : 10_000} />
    )
  if (run.state === 'running' || run.state === 'queued')
    return (
      <JobProgress label={t`Invoices are being issued. You can leave this page.`} done={run.issued_count} of={expected}>
        {t`${format.number(run.issued_count)} of ${format.number(expected)}`}
      </JobProgress>
    )
  if (run.state !== 'awaiting_release') return null
  return (
    <Alert color="yellow" title={t`This month differs much from the last one`}>
      <Trans>
        It differs by {off}; beyond {limit} a second person has to look and release it by typing the total.
      </Trans>{' '}
      {run.release_after !== null ? (
        <Trans>Whoever asked for the run may release it alone from {format.dateTime(run.release_after)} on.</Trans>
      ) : run.allowed.release.ok ? (
        <Trans>The largest differences stand on top of the list.</Trans>
      ) : (
        run.allowed.release.reason
      )}
    </Alert>
  )
}

function RunFigures({ run }: { run: RunDetail }) {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const previous = run.previous_total_minor
  const isIssued = run.issued_count > 0 || run.state === 'done'
  return (
    <Figures
      figures={[
        isIssued
          ? { label: t`Issued`, value: format.number(run.issued_count), note: format.money(run.issued_total_minor), to: `/invoices?run_id=${run.id}` }
          : { label: t`Would be issued`, value: format.number(run.expected_count ?? 0), note: t`invoices` },
        { label: t`Amount`, value: format.roundMoney(run.expected_total_minor ?? 0), note: t`expected` },
        {
          label: t`Last month`,
          value: previous === null ? '–' : format.roundMoney(previous),
          note: run.previous_count === null ? '' : counted.invoices(run.previous_count),
        },
        {
          label: t`Difference`,
          value: run.difference_bp === null ? '–' : format.percent(run.difference_bp),
          note: previous === null || run.expected_total_minor === null ? '' : format.money(run.expected_total_minor - previous),
        },
        {
          label: t`Parked`,
          value: format.number(run.parked_count),
          note: run.parked_count === 0 ? t`nobody` : run.still_parked === 0 && run.state === 'done' ? t`all billed since` : t`could not be billed`,
        },
      ]}
    />
  )
}

function Views({ run }: { run: RunDetail }) {
  const { t } = useLingui()
  const format = useFormat()
  const [state, setState] = useUrlState()
  const isIssued = run.issued_count > 0
  const view = VIEWS.find((each) => each === state['view'] && (each !== 'notices' || isIssued)) ?? 'bills'
  return (
    <>
      <SegmentedControl
        value={view}
        onChange={(value) => setState({ view: value === 'bills' ? undefined : value, change: undefined, min_change_percent: undefined })}
        data={[
          { value: 'bills', label: t`Bill by bill` },
          { value: 'parked', label: t`Parked (${format.number(run.parked_count)})` },
          ...(isIssued ? [{ value: 'notices', label: t`Messages` }] : []),
        ]}
        style={{ alignSelf: 'flex-start', flex: 'none' }}
        aria-label={t`View`}
      />
      {view === 'bills' && <RunItems run={run} />}
      {view === 'parked' && <ParkedClients run={run} />}
      {view === 'notices' && <RunNotices run={run} />}
    </>
  )
}
