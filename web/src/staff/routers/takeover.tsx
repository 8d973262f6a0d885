import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useList } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import tables from '../../ui/plain-table.module.css'
import { JobProgress } from '../../ui/progress.tsx'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Status } from '../../ui/values.tsx'
import styles from './routers.module.css'

type Takeover = NonNullable<paths['/api/v1/routers/{id}/takeovers/latest']['get']['responses']['200']['content']['application/json']['takeover']>

const POLL_MS = 1500
const isUnderWay = ({ state }: Takeover): boolean => state === 'queued' || state === 'running'

/** The takeover of a router that was asked for last: how far it is, and what came of each secret. It can be left and come back to. */
export function LatestTakeover({ routerId }: { routerId: number }) {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const { data } = api.useQuery(
    'get',
    '/api/v1/routers/{id}/takeovers/latest',
    { params: { path: { id: routerId } } },
    {
      staleTime: 0,
      refetchInterval: ({ state }) => {
        const found = (state.data as { takeover: Takeover | null } | undefined)?.takeover
        return found !== null && found !== undefined && isUnderWay(found) ? POLL_MS : false
      },
    },
  )
  const takeover = data?.takeover ?? null
  const isBusy = takeover !== null && isUnderWay(takeover)
  const wasBusy = useRef(isBusy)
  useEffect(() => {
    // What the secrets are has changed with it.
    if (wasBusy.current && !isBusy) void client.invalidateQueries()
    wasBusy.current = isBusy
  }, [isBusy, client])
  if (takeover === null) return null
  const { of, taken, refused } = takeover
  const [done, all] = [format.number(taken + refused), format.number(of)]
  if (isBusy)
    return (
      <JobProgress label={t`Secrets are being taken over. You can leave this page.`} done={taken + refused} of={of}>
        {t`${done} of ${all}`}
      </JobProgress>
    )
  const [n, m] = [format.number(taken), format.number(refused)]
  return (
    <Alert
      color={takeover.error !== null ? 'red' : refused > 0 ? 'yellow' : 'green'}
      title={t`${plural(taken, { one: `${n} secret is taken over`, other: `${n} secrets are taken over` })}`}
    >
      {takeover.error}
      {takeover.error === null && refused > 0 && t`${plural(refused, { one: `${m} line stays where it was.`, other: `${m} lines stay where they were.` })}`}{' '}
      {takeover.finished_at !== null && format.dateTime(takeover.finished_at)}
      <Outcomes routerId={routerId} id={takeover.id} hasRefused={refused > 0} />
    </Alert>
  )
}

/** Each secret with its outcome, the refused ones first to be asked for. */
function Outcomes({ routerId, id, hasRefused }: { routerId: number; id: number; hasRefused: boolean }) {
  const { t } = useLingui()
  const [shown, setShown] = useState<'taken' | 'refused' | null>(null)
  const choose = (outcome: 'taken' | 'refused') => setShown(shown === outcome ? null : outcome)
  return (
    <>
      <Group gap={6} mt={4}>
        {hasRefused && (
          <Button size="compact-xs" variant="default" aria-expanded={shown === 'refused'} onClick={() => choose('refused')}>
            <Trans>Those that stay, and why</Trans>
          </Button>
        )}
        <Button size="compact-xs" variant="default" aria-expanded={shown === 'taken'} onClick={() => choose('taken')}>
          <Trans>Those taken over</Trans>
        </Button>
      </Group>
      {shown !== null && <OutcomeRows key={shown} routerId={routerId} id={id} outcome={shown} label={shown === 'taken' ? t`taken over` : t`refused`} />}
    </>
  )
}

function OutcomeRows({ routerId, id, outcome, label }: { routerId: number; id: number; outcome: 'taken' | 'refused'; label: string }) {
  const { rows, hasMore, isLoadingMore, loadMore } = useList('/api/v1/routers/{id}/takeovers/{takeover_id}/items', {
    params: { id: routerId, takeover_id: id },
    query: { outcome },
    pageSize: 50,
  })
  return (
    <>
      <TableScroll>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Name</Trans>
              </th>
              <th scope="col" className={tables.wide}>
                <Trans>Outcome</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.item_no}>
                <td>{row.name}</td>
                <td className={tables.wide}>
                  <Status tone={outcome === 'taken' ? 'green' : 'red'} label={row.message === '' ? label : row.message} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {hasMore && (
        <div className={styles.more}>
          <Button size="compact-sm" variant="subtle" loading={isLoadingMore} onClick={loadMore}>
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
    </>
  )
}
