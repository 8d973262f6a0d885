import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, SegmentedControl } from '@mantine/core'
import { IconFileCode, IconRefresh } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFormat } from '../../lib/use-format.ts'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import { EmptyState, ErrorState, RowsPending } from '../../ui/page-states.tsx'
import styles from './routers.module.css'
import type { Router } from './router.ts'

/** What is set up on the router, as it was kept from day to day: its versions, what each changed, and its text without secrets. */
export function RouterExports({ router }: { router: Router }) {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const client = useQueryClient()
  const [chosen, setChosen] = useState<number | null>(null)
  const [isAsking, setAsking] = useState(false)
  const source = useList('/api/v1/routers/{id}/exports', { params: { id: router.id }, pageSize: 50 })
  if (source.error !== null && source.rows.length === 0) return <ErrorState error={source.error} retry={source.retry} />
  const ask = async () => {
    setAsking(true)
    const { error } = await http.POST('/api/v1/routers/{id}/exports', { params: { path: { id: router.id } } }).catch((thrown: unknown) => ({ error: thrown }))
    setAsking(false)
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    sayDone(t`It is being read now.`)
    setTimeout(() => void client.invalidateQueries(), 3000)
  }
  const shown = chosen ?? source.rows[0]?.id ?? null
  const read = (
    <Button size="compact-sm" variant="default" leftSection={<IconRefresh size={14} />} loading={isAsking} onClick={() => void ask()}>
      <Trans>Read it now</Trans>
    </Button>
  )
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <span>
          {router.health.exported_at === null
            ? t`Read every night, and kept where something has changed.`
            : t`Read last at ${format.dateTime(router.health.exported_at)}; kept where something has changed.`}
        </span>
        {source.rows.length > 0 && read}
      </div>
      {router.health.export_error !== null && (
        <Alert color="yellow" title={t`The last time it could not be read`}>
          {router.health.export_error}
        </Alert>
      )}
      {source.isPending ? (
        <RowsPending />
      ) : shown === null ? (
        <EmptyState icon={<IconFileCode size={24} />} title={<Trans>No version yet</Trans>} action={read} />
      ) : (
        <div className={styles.versions}>
          <ul className={styles.versionList}>
            {source.rows.map(({ id, taken_at, lines }) => (
              <li key={id}>
                <button type="button" aria-pressed={id === shown} onClick={() => setChosen(id)}>
                  {format.dateTime(taken_at)} <small>{counted.textLines(lines)}</small>
                </button>
              </li>
            ))}
            {source.hasMore && (
              <li>
                <button type="button" onClick={source.loadMore}>
                  <Trans>Show more</Trans>
                </button>
              </li>
            )}
          </ul>
          <Version routerId={router.id} versionId={shown} />
        </div>
      )}
    </div>
  )
}

const SIGNS = { same: ' ', added: '+', removed: '−' } as const

function Version({ routerId, versionId }: { routerId: number; versionId: number }) {
  const { t } = useLingui()
  const [view, setView] = useState<'changes' | 'text'>('changes')
  const path = { params: { path: { id: routerId, version_id: versionId } } }
  const { data, error, refetch } = api.useQuery('get', '/api/v1/routers/{id}/exports/{version_id}', path, { staleTime: 60_000 })
  if (error !== null) return <ErrorState error={error} retry={() => void refetch()} />
  if (data === undefined) return <RowsPending rows={6} />
  const isFirst = data.changes === null
  return (
    <div className={styles.version}>
      {!isFirst && (
        <SegmentedControl
          size="xs"
          aria-label={t`What is shown`}
          data={[
            { value: 'changes', label: t`What it changed` },
            { value: 'text', label: t`All of it` },
          ]}
          value={view}
          onChange={(value) => setView(value as 'changes' | 'text')}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <pre className={styles.text} tabIndex={0}>
        {isFirst || view === 'text'
          ? data.text
          : data.changes?.map(({ kind, text }, at) => (
              <span key={`${at} ${kind}`} className={styles[kind]}>
                {SIGNS[kind]} {text}
                {'\n'}
              </span>
            ))}
      </pre>
    </div>
  )
}
