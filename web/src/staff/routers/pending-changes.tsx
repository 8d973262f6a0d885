import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconCircleCheck, IconRefresh } from '@tabler/icons-react'
import { api } from '../../api/client.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFormat } from '../../lib/use-format.ts'
import { EmptyState, ErrorState, RowsPending } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import type { Router } from './router.ts'
import styles from './routers.module.css'

/** What the next comparison would change on the router, read from it now; nothing is written. */
export function PendingChanges({ router }: { router: Router }) {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const path = { params: { path: { id: router.id } } }
  const { data, error, isFetching, refetch } = api.useQuery('get', '/api/v1/routers/{id}/plan', path, { staleTime: 0, retry: false })
  if (error !== null) return <ErrorState error={error} retry={() => void refetch()} />
  if (data === undefined)
    return (
      <div className={styles.panel}>
        <RowsPending />
      </div>
    )
  const kinds = {
    make_profile: t`Make a profile`,
    set_profile: t`Change a profile`,
    add_secret: t`Add secrets`,
    set_secrets: t`Change secrets`,
    disable_secrets: t`Switch secrets off`,
    remove_secrets: t`Remove secrets`,
    end_sessions: t`End sessions`,
  }
  const { in_sync, changing, held, blocked } = data.lines
  const n = format.number
  const valuesOf = (values: Record<string, string>): string =>
    Object.entries(values)
      .map(([key, value]) => `${key}=${value}`)
      .join('  ')
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <span>
          {[
            t`${counted.lines(in_sync)} in sync`,
            t`${n(changing)} to change`,
            held > 0 ? t`${n(held)} held back` : '',
            blocked > 0 ? t`${n(blocked)} in somebody’s way` : '',
            t`${counted.secrets(data.foreign)} not ours`,
            data.sessions === null
              ? ''
              : t`by RADIUS: ${counted.sessions(data.sessions.live)}, ${n(data.sessions.to_change)} to change, ${n(data.sessions.to_end)} to end`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <Button size="compact-sm" variant="default" leftSection={<IconRefresh size={14} />} loading={isFetching} onClick={() => void refetch()}>
          <Trans>Look again</Trans>
        </Button>
      </div>
      {data.changes.length === 0 ? (
        <EmptyState icon={<IconCircleCheck size={24} />} title={<Trans>Nothing would be written</Trans>}>
          <Trans>The router says what is wanted.</Trans>
        </EmptyState>
      ) : (
        <TableScroll>
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>What would be done</Trans>
                </th>
                <th scope="col" className={tables.end}>
                  <Trans>How many</Trans>
                </th>
                <th scope="col" className={tables.wide}>
                  <Trans>What would be written, and to whom</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.changes.map(({ kind, count, names, values }) => (
                <tr key={`${kind} ${JSON.stringify(values)}`}>
                  <td>{kinds[kind]}</td>
                  <td className={tables.end}>{n(count)}</td>
                  <td className={tables.wide}>
                    <code>{valuesOf(values)}</code>
                    <span className={tables.small}>
                      {names.slice(0, 12).join(', ')}
                      {count > 12 && ` ${t`and ${n(count - 12)} more`}`}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </div>
  )
}
