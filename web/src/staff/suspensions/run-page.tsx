import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Skeleton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { api } from '../../api/client.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Figures } from '../../ui/figures.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { JobProgress } from '../../ui/progress.tsx'
import { useRunScopeText } from '../billing/run-scope-text.ts'
import { CutActions } from './cut-actions.tsx'
import { CutItems } from './cut-items.tsx'
import { CutState } from './cut-state.tsx'
import { isUnderWay, useHoldText, useOriginText } from './suspension.ts'
import type { CutRun, CutRunDetail } from './suspension.ts'

/** One run of cutting: what it would do and what holds it, then how far it is, then what came of it. */
export function CutRunPage() {
  const { t } = useLingui()
  const client = useQueryClient()
  const { id } = useParams({ strict: false }) as { id: string }
  const poll = useFallbackPoll()
  const {
    data: run,
    error,
    refetch,
  } = api.useQuery(
    'get',
    '/api/v1/suspensions/{id}',
    { params: { path: { id: Number(id) } } },
    { refetchInterval: ({ state: { data } }) => (data !== undefined && isUnderWay((data as CutRun).state) ? poll : false) },
  )
  const stage = run?.state
  const before = useRef(stage)
  useEffect(() => {
    // The rows came or changed with the stage; progress alone does not reload them.
    if (before.current !== undefined && before.current !== stage) void client.invalidateQueries({ queryKey: ['list'] })
    before.current = stage
  }, [stage, client])
  if (run === undefined)
    return <Page title={t`Suspension`}>{error === null ? <Skeleton h={300} radius="md" /> : <ErrorState error={error} retry={() => void refetch()} />}</Page>
  return (
    <Page title={t`Suspension`} note={<RunNote run={run} />} fills actions={<CutActions run={run} />}>
      <Stage run={run} />
      <RunFigures run={run} />
      <CutItems run={run} />
    </Page>
  )
}

function RunNote({ run }: { run: CutRunDetail }) {
  const format = useFormat()
  const scopeText = useRunScopeText()
  const originText = useOriginText()
  const people = [run.requested_by_name, run.released_by_name].filter((name) => name !== null)
  return (
    <>
      <CutState state={run.state} />
      <span>{[format.date(run.day), originText[run.origin], scopeText(run.scope), ...new Set(people)].join(' · ')}</span>
    </>
  )
}

/** What is going on, and what it waits for. */
function Stage({ run }: { run: CutRunDetail }) {
  const { t } = useLingui()
  const format = useFormat()
  const holdText = useHoldText()
  if (run.error !== null)
    return (
      <Alert color="red" title={t`The run stopped`}>
        {run.error}
      </Alert>
    )
  if (run.state === 'planning') return <JobProgress label={t`Who is to be cut is looked up; nobody is cut yet.`} done={0} of={null} />
  const done = run.cut_lines + run.spared_lines
  if (run.state === 'running' || run.state === 'queued')
    return (
      <JobProgress label={t`Lines are being cut. You can leave this page.`} done={done} of={run.planned_lines}>
        {t`${format.number(done)} of ${format.number(run.planned_lines)}`}
      </JobProgress>
    )
  if (run.state !== 'awaiting_release') return null
  return (
    <Alert color="yellow" title={t`Nobody is cut before a second person has looked`}>
      {run.holds.map((hold) => (
        <p key={holdText(hold)} style={{ margin: 0 }}>
          {holdText(hold)}
        </p>
      ))}
      <p style={{ margin: 0 }}>
        {run.release_after !== null ? (
          <Trans>Whoever asked for it may release it alone from {format.dateTime(run.release_after)} on.</Trans>
        ) : run.allowed.release.ok ? (
          <Trans>Look at the list; then release it by typing how many clients would be cut, or put it off.</Trans>
        ) : (
          run.allowed.release.reason
        )}
      </p>
    </Alert>
  )
}

function RunFigures({ run }: { run: CutRunDetail }) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <Figures
      figures={[
        { label: t`Clients`, value: format.number(run.planned_clients), note: t`to be cut` },
        { label: t`Lines`, value: format.number(run.planned_lines), note: t`of them` },
        {
          label: t`Late`,
          value: format.roundMoney(run.planned_minor),
          note: run.min_due_minor > 0 ? t`from ${format.money(run.min_due_minor)} on` : t`any debt`,
        },
        { label: t`Lines cut`, value: format.number(run.cut_lines), note: '' },
        { label: t`Spared`, value: format.number(run.spared_lines), note: t`paid or exempt meanwhile` },
      ]}
    />
  )
}
