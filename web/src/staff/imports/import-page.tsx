import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Skeleton } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Figures } from '../../ui/figures.tsx'
import { sayFailed } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { JobProgress } from '../../ui/progress.tsx'
import { ImportRows } from './import-rows.tsx'
import { ImportState, isMoving } from './import-state.tsx'
import type { Import } from './import-state.tsx'
import { Mapping } from './mapping.tsx'

/** One import: columns, check of every row, import, result. Nothing is written before "Import". */
export function ImportPage() {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const { id } = useParams({ strict: false }) as { id: string }
  const path = { params: { path: { id: Number(id) } } }
  const poll = useFallbackPoll()
  const [isMapping, setMapping] = useState(false)
  const [isBusy, setBusy] = useState(false)
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
  if (error !== null)
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

  const act = async (work: () => Promise<{ error?: unknown }>) => {
    setBusy(true)
    const { error: failure } = await work().finally(() => setBusy(false))
    if (failure !== undefined) sayFailed(failure, t`The server cannot be reached.`)
    await refetch()
  }
  const { ready = 0, invalid = 0, skipped = 0, done = 0, failed = 0 } = found.counts
  const isAsking = found.state === 'uploaded' || isMapping
  const canStart = found.state === 'previewed' || found.state === 'cancelled' || found.state === 'failed'
  return (
    <Page
      title={found.file_name}
      note={<ImportState state={found.state} />}
      fills={!isAsking}
      actions={
        <>
          {isMoving(found.state) && (
            <Button variant="default" loading={isBusy} onClick={() => void act(() => http.POST('/api/v1/imports/{id}/cancellation', path))}>
              <Trans>Stop</Trans>
            </Button>
          )}
          {invalid + failed > 0 && (
            <Button component="a" href={`/api/v1/imports/${found.id}/failed-rows.csv`} variant="default" leftSection={<IconDownload size={16} />}>
              <Trans>Rows with errors</Trans>
            </Button>
          )}
          {found.state === 'previewed' && !isMapping && (
            <Button variant="default" onClick={() => setMapping(true)}>
              <Trans>Columns</Trans>
            </Button>
          )}
          {canStart && ready > 0 && !isMapping && (
            <Button loading={isBusy} onClick={() => void act(() => http.POST('/api/v1/imports/{id}/start', path))}>
              <Trans>Import {format.number(ready)} rows</Trans>
            </Button>
          )}
        </>
      }
    >
      {found.error !== null && (
        <Alert color="red" title={t`The import stopped`}>
          {found.error}
        </Alert>
      )}
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
          {found.state === 'previewing' && <JobProgress label={t`Every row is being checked; nothing is written.`} done={0} of={null} />}
          {(found.state === 'running' || found.state === 'queued') && (
            <JobProgress label={t`Rows are being imported. You can leave this page.`} done={done + skipped + failed} of={ready + done + skipped + failed} />
          )}
          <Figures
            figures={[
              { label: t`Rows`, value: format.number(found.row_count) },
              { label: t`Ready`, value: format.number(ready) },
              { label: t`Imported`, value: format.number(done) },
              { label: t`There already`, value: format.number(skipped) },
              { label: t`With errors`, value: format.number(invalid + failed) },
            ]}
          />
          <ImportRows found={found} />
        </>
      )}
    </Page>
  )
}
