import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Skeleton } from '@mantine/core'
import { IconArrowBackUp, IconDownload, IconPlayerPlay } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { Figures } from '../../ui/figures.tsx'
import { sayFailed } from '../../ui/form.tsx'
import { ConfirmDialog } from '../../ui/form-dialog.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { JobProgress } from '../../ui/progress.tsx'
import { BulkItems } from './bulk-items.tsx'
import { BulkState, isMoving } from './bulk-state.tsx'
import { choiceOf } from './choices.ts'
import type { BulkJob } from './choices.ts'
import { useJobTitle } from './job-title.ts'

/** One change of many clients: preview, run, outcome, way back. It can be left and come back to. */
export function BulkPage() {
  const { t } = useLingui()
  const queries = useQueryClient()
  const { id } = useParams({ strict: false }) as { id: string }
  const poll = useFallbackPoll()
  const {
    data: job,
    error,
    refetch,
  } = api.useQuery(
    'get',
    '/api/v1/bulk-jobs/{id}',
    { params: { path: { id: Number(id) } } },
    { refetchInterval: ({ state: { data } }) => (data !== undefined && isMoving((data as BulkJob).state) ? poll : false) },
  )
  const stage = job?.state
  const before = useRef(stage)
  useEffect(() => {
    if (before.current !== undefined && before.current !== stage) void queries.invalidateQueries({ queryKey: ['list'] })
    before.current = stage
  }, [stage, queries])
  if (error !== null)
    return (
      <Page title={t`Bulk change`}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    )
  if (job === undefined)
    return (
      <Page title={t`Bulk change`}>
        <Skeleton h={300} radius="md" />
      </Page>
    )
  return <Job key={job.id} job={job} reload={refetch} />
}

function Job({ job, reload }: { job: BulkJob; reload: () => Promise<unknown> }) {
  const { t } = useLingui()
  const format = useFormat()
  const title = useJobTitle()(job)
  const { waiting = 0, ready = 0, unchanged = 0, refused = 0, done = 0, failed = 0 } = job.counts
  const isStarted = job.started_at !== null
  const signed = (minor: number) => (minor > 0 ? `+${format.money(minor)}` : format.money(minor))
  return (
    <Page title={title} note={<BulkState state={job.state} />} fills actions={<Actions job={job} title={title} reload={reload} />}>
      {job.error !== null && (
        <Alert color="red" title={t`The job stopped`}>
          {job.error}
        </Alert>
      )}
      <Relation job={job} />
      {job.state === 'previewing' && (
        <JobProgress
          label={t`What will happen to each is being worked out; nothing is changed.`}
          done={ready + unchanged + refused}
          of={waiting + ready + unchanged + refused || null}
        />
      )}
      {(job.state === 'queued' || job.state === 'running') && (
        <JobProgress label={t`The changes are being made. You can leave this page.`} done={done + failed} of={done + failed + ready} />
      )}
      <Figures
        hasNotes={isStarted && ready > 0}
        figures={[
          ...(isStarted
            ? [
                { label: t`Done`, value: format.number(done), note: ready > 0 ? t`${format.number(ready)} to go` : '' },
                { label: t`Failed`, value: format.number(failed) },
              ]
            : [{ label: t`Will change`, value: format.number(ready) }]),
          { label: t`Is so already`, value: format.number(unchanged) },
          { label: t`Cannot`, value: format.number(refused) },
          { label: isStarted ? t`Owed changed by` : t`Owed will change by`, value: signed(job.receivable_minor) },
          ...(job.credit_minor === 0 ? [] : [{ label: t`Paid in advance`, value: signed(job.credit_minor) }]),
        ]}
      />
      <BulkItems job={job} />
    </Page>
  )
}

/** The job this one takes back, or the one that takes it back. */
function Relation({ job }: { job: BulkJob }) {
  const other = job.undoes_id ?? job.undone_by_id
  if (other === null) return null
  return (
    <Alert variant="light" color="gray" py="xs">
      <Link className="lm-link" to="/bulk/$id" params={{ id: String(other) }}>
        {job.undoes_id === null ? <Trans>This was taken back by job {other}</Trans> : <Trans>Takes back what job {other} did</Trans>}
      </Link>
    </Alert>
  )
}

function Actions({ job, title, reload }: { job: BulkJob; title: string; reload: () => Promise<unknown> }) {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [isSure, setSure] = useState(false)
  const path = { params: { path: { id: job.id } } }
  const ready = job.counts.ready ?? 0
  const number = format.number(ready)
  const act = async <T,>(work: () => Promise<{ data?: T; error?: unknown }>): Promise<T | undefined> => {
    setBusy(true)
    const { data, error } = await work().finally(() => setBusy(false))
    if (error !== undefined) sayFailed(error, t`The server cannot be reached.`)
    await reload()
    return data
  }
  const start = async () => {
    setSure(false)
    await act(() => http.POST('/api/v1/bulk-jobs/{id}/start', { ...path, body: { ready } }))
  }
  const undo = async () => {
    const made = await act(() => http.POST('/api/v1/bulk-jobs/{id}/undoing', path))
    if (made === undefined) return
    await queries.invalidateQueries({ queryKey: ['get', '/api/v1/bulk-jobs/{id}'] })
    await navigate({ to: '/bulk/$id', params: { id: String(made.id) }, search: {} })
  }
  const isDanger = choiceOf(job)?.isDanger === true && job.undoes_id === null
  return (
    <>
      {may('client.export') && !isMoving(job.state) && (
        <Button component="a" href={`/api/v1/bulk-jobs/${job.id}/items.csv`} variant="default" leftSection={<IconDownload size={16} />}>
          <Trans>As a file</Trans>
        </Button>
      )}
      {isMoving(job.state) && (
        <AllowedButton
          allowed={job.allowed.cancel}
          variant="default"
          loading={isBusy}
          onClick={() => void act(() => http.POST('/api/v1/bulk-jobs/{id}/cancellation', path))}
        >
          <Trans>Stop</Trans>
        </AllowedButton>
      )}
      {job.started_at !== null && job.undoes_id === null && !isMoving(job.state) && (
        <AllowedButton allowed={job.allowed.undo} variant="default" loading={isBusy} leftSection={<IconArrowBackUp size={16} />} onClick={() => void undo()}>
          <Trans>Undo</Trans>
        </AllowedButton>
      )}
      {!isMoving(job.state) && job.state !== 'done' && (
        <AllowedButton
          allowed={job.allowed.start}
          loading={isBusy}
          leftSection={<IconPlayerPlay size={16} />}
          {...(isDanger ? { color: 'red' } : {})}
          onClick={() => (isDanger ? setSure(true) : void start())}
        >
          {t`${plural(ready, { one: `Do it for ${number} client`, other: `Do it for ${number}` })}`}
        </AllowedButton>
      )}
      {isSure && (
        <ConfirmDialog
          title={title}
          onClose={() => setSure(false)}
          onSubmit={(event) => {
            event?.preventDefault()
            void start()
          }}
          isSending={isBusy}
          failure={null}
          submitLabel={t`${plural(ready, { one: `Do it for ${number} client`, other: `Do it for ${number}` })}`}
          isDanger
        >
          <Trans>Have you looked at who is on the list? What can be taken back is said there afterwards.</Trans>
        </ConfirmDialog>
      )}
    </>
  )
}
