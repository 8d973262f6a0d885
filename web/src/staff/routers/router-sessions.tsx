import { Trans, useLingui } from '@lingui/react/macro'
import { Button, TextInput } from '@mantine/core'
import { IconRefresh, IconSearch, IconWifiOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useDurationText } from '../../lib/use-duration.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { EmptyState, ErrorState, RowsPending } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import type { Router } from './router.ts'
import styles from './routers.module.css'

const SHOWN = 100

/** Who is online on the router at this moment, read from the router itself. */
export function RouterSessions({ router }: { router: Router }) {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const duration = useDurationText()
  const [text, setText] = useState('')
  const [shown, setShown] = useState(SHOWN)
  const path = { params: { path: { id: router.id } } }
  const { data, error, isFetching, refetch, dataUpdatedAt } = api.useQuery('get', '/api/v1/routers/{id}/ppp-sessions', path, { staleTime: 0, retry: false })
  if (error !== null) return <ErrorState error={error} retry={() => void refetch()} />
  if (data === undefined)
    return (
      <div className={styles.panel}>
        <RowsPending rows={5} />
      </div>
    )
  const wanted = text.trim().toLowerCase()
  const found = data.items.filter(({ name, caller_id, address, client_name }) =>
    [name, caller_id, address, client_name ?? ''].some((part) => part.toLowerCase().includes(wanted)),
  )
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <span>
          <Trans>
            {format.number(data.items.length)} online at {format.time(new Date(dataUpdatedAt).toISOString())}
          </Trans>
        </span>
        <TextInput
          type="search"
          size="xs"
          aria-label={t`Login, name, address or MAC`}
          placeholder={t`Login, name, address or MAC`}
          leftSection={<IconSearch size={14} />}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button size="compact-sm" variant="default" leftSection={<IconRefresh size={14} />} loading={isFetching} onClick={() => void refetch()}>
          <Trans>Look again</Trans>
        </Button>
      </div>
      {found.length === 0 ? (
        <EmptyState icon={<IconWifiOff size={24} />} title={data.items.length === 0 ? <Trans>Nobody is online</Trans> : <Trans>Nobody fits</Trans>} />
      ) : (
        <TableScroll>
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col" className={tables.spare}>
                  <Trans>Login</Trans>
                </th>
                <th scope="col" className={tables.wide}>
                  <Trans>Client</Trans>
                </th>
                <th scope="col" className={tables.spare}>
                  <Trans>IP address</Trans>
                </th>
                <th scope="col" className={tables.spare}>
                  MAC
                </th>
                <th scope="col" className={tables.end}>
                  <Trans>Online for</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {found.slice(0, shown).map((row) => (
                <tr key={`${row.name} ${row.address} ${row.caller_id}`}>
                  <td className={tables.spare}>{row.name}</td>
                  <td className={tables.wide}>
                    {row.client_id === null ? (
                      <Trans>nobody’s line</Trans>
                    ) : may('client.view') ? (
                      <Link className="lm-link" to="/clients/$id" params={{ id: String(row.client_id) } as never}>
                        {row.client_name}
                      </Link>
                    ) : (
                      row.client_name
                    )}
                    <span className={tables.narrow}>
                      {row.name} · {row.address} · {row.caller_id}
                    </span>
                  </td>
                  <td className={`lm-number ${tables.spare}`}>{row.address}</td>
                  <td className={`lm-number ${tables.spare}`}>{row.caller_id}</td>
                  <td className={tables.end}>{duration(row.uptime_seconds)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {found.length > shown && (
        <div className={styles.more}>
          <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown + SHOWN)}>
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
    </div>
  )
}
