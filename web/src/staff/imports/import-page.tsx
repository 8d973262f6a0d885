import { useLingui } from '@lingui/react/macro'
import { Skeleton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { api } from '../../api/client.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { JobProgress } from '../../ui/progress.tsx'
import { ImportActions } from './import-actions.tsx'
import { ImportOutcome } from './import-outcome.tsx'
import { ImportRows } from './import-rows.tsx'
import { ImportState, isMoving, useImportKindText } from './import-state.tsx'
import type { Import } from './import-state.tsx'
import { ImportSteps } from './import-steps.tsx'
import { Mapping } from './mapping.tsx'

/** One import: columns, check of every row, import, result. Nothing is written before "Import". */
export function ImportPage() {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const kindText = useImportKindText()
  const client = useQueryClient()
  const { id } = useParams({ strict: false }) as { id: string }
  const path = { params: { path: { id: Number(id) } } }
  const poll = useFallbackPoll()
  const [isMapping, setMapping] = useState(false)
  const {
    data: found,
    error,
    refetch,
  } = api.useQuery('get', '/api/v1/imports/{id}', path, {
    refetchInterval: ({ state: { data } }) => (data !== undefined && isMoving((data as Import).state) ? poll : false),
  })
  const stage = found?.state
  const before = useRef(stage)
  useEffect(() => {
    if (before.current !== undefined && before.current !== stage) void client.invalidateQueries({ queryKey: ['list'] })
    before.current = stage
  }, [stage, client])
  if (error !== null && found === undefined)
    return (
      <Page title={t`Import`}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    )
  if (found === undefined)
    return (
      <Page title={t`Import`}>
        <Skeleton h={300} radius="md" />
      </Page>
    )

  const { ready = 0, skipped = 0, done = 0, failed = 0 } = found.counts
  const isAsking = found.state === 'uploaded' || isMapping
  return (
    <Page
      title={found.file_name}
      note={
        <>
          <ImportState state={found.state} />
          <span>{kindText(found.kind)}</span>
        </>
      }
      fills={!isAsking}
      actions={<ImportActions found={found} isMapping={isAsking} onMap={() => setMapping(true)} onChanged={() => refetch()} />}
    >
      <ImportSteps state={isMapping ? 'uploaded' : found.state} />
      {isAsking ? (
        <Mapping
          found={found}
          onDone={async () => {
            setMapping(false)
            await refetch()
          }}
        />
      ) : (
        <>
          {found.state === 'previewing' && (
            <JobProgress label={t`Every row is being checked; nothing is written.`} done={0} of={null}>
              {counted.rows(found.row_count)}
            </JobProgress>
          )}
          {(found.state === 'running' || found.state === 'queued') && (
            <JobProgress label={t`Rows are being imported. You can leave this page.`} done={done + failed} of={ready + done + failed}>
              {t`${format.number(done + failed)} of ${format.number(ready + done + failed)}`}
            </JobProgress>
          )}
          <ImportOutcome found={found} skipped={skipped} />
          <ImportRows found={found} />
        </>
      )}
    </Page>
  )
}
