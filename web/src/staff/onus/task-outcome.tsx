import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Loader, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, http } from '../../api/client.ts'
import { sayFailed } from '../../ui/form.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import olts from '../olts/olts.module.css'
import { isUnderWay } from './task.ts'
import type { WholeTask } from './task.ts'
import { TaskStateMark } from './task-state.tsx'
import { TaskTranscript } from './task-transcript.tsx'

const OFTEN_MS = 1500

/** How an OLT is told something, until it has ended one way or another. */
export function TaskOutcome({ taskId }: { taskId: number }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const {
    data: task,
    error,
    refetch,
  } = api.useQuery(
    'get',
    '/api/v1/olt-tasks/{id}',
    { params: { path: { id: taskId } } },
    { refetchInterval: (query) => (query.state.data === undefined || isUnderWay(query.state.data.state) ? OFTEN_MS : false), staleTime: 0 },
  )
  const isOver = task !== undefined && !isUnderWay(task.state)
  // What was told changes what every other question answers.
  useEffect(() => {
    if (isOver) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== '/api/v1/olt-tasks/{id}' })
  }, [isOver, client])
  if (error !== null) return <ErrorState error={error} retry={() => void refetch()} />
  if (task === undefined) return <Loader size="sm" />
  const cancel = async () => {
    const { error: refused } = await http.DELETE('/api/v1/olt-tasks/{id}', { params: { path: { id: taskId } } }).catch((thrown: unknown) => ({ error: thrown }))
    if (refused !== undefined) sayFailed(refused, t`The server cannot be reached.`)
    await refetch()
  }
  return (
    <Stack gap="sm" aria-live="polite">
      <Group gap="sm">
        {!isOver && <Loader size="xs" />}
        <TaskStateMark state={task.state} />
        {task.state === 'waiting' && task.allowed.cancel.ok && (
          <Button size="compact-sm" variant="default" onClick={() => void cancel()}>
            <Trans>Do not do it</Trans>
          </Button>
        )}
      </Group>
      <Told task={task} />
      <TaskTranscript transcript={task.transcript} />
    </Stack>
  )
}

function Told({ task }: { task: WholeTask }) {
  const { t } = useLingui()
  const parts = [
    task.stopped_at === null ? '' : t`It stopped at “${task.stopped_at.line}”: ${task.stopped_at.why}`,
    task.read_back === null ? '' : task.read_back.words,
    task.state === 'done' && task.is_saved === false ? t`It is not saved: after a restart the OLT forgets it.` : '',
    task.advice ?? '',
    task.message ?? '',
  ].filter((part) => part !== '')
  if (parts.length === 0) return null
  return (
    <Alert color={task.state === 'done' ? 'green' : isUnderWay(task.state) ? 'blue' : 'yellow'} py="xs">
      {parts.map((part) => (
        <p key={part} className={olts.told}>
          {part}
        </p>
      ))}
    </Alert>
  )
}
