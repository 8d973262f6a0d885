import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { api } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { ErrorState, RowsPending } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { TimelineList } from '../../ui/timeline.tsx'
import { UrlTabs } from '../../ui/url-tabs.tsx'
import type { UrlTab } from '../../ui/url-tabs.tsx'
import { TimeText } from '../../ui/values.tsx'
import { OltTasks } from '../olts/olt-tasks.tsx'
import olts from '../olts/olts.module.css'
import { useOnuEventText } from './event-text.ts'
import { OnuLight, OnuStateMark } from './onu-marks.tsx'
import { onuName, placeText } from './onu.ts'
import type { Onu } from './onu.ts'

const NEIGHBOURS = 128

/** What has happened to an ONU, what stands behind it, who hangs on the same PON, and where it has been. */
export function OnuTabs({ onu }: { onu: Onu }) {
  const { t } = useLingui()
  const tabs: readonly UrlTab[] = [
    { key: 'history', label: t`What happened`, content: () => <History onu={onu} /> },
    { key: 'macs', label: t`Behind it`, content: () => <Macs onu={onu} /> },
    { key: 'neighbours', label: t`Its neighbours`, content: () => <Neighbours onu={onu} /> },
    { key: 'places', label: t`Where it stood`, content: () => <Places onu={onu} /> },
    { key: 'tasks', label: t`Told to the OLT`, content: () => <OltTasks onuId={onu.id} /> },
  ]
  return <UrlTabs tabs={tabs} />
}

function History({ onu }: { onu: Onu }) {
  const text = useOnuEventText()
  const source = useList('/api/v1/onus/{id}/history', { params: { id: onu.id }, pageSize: 50 })
  if (source.error !== null && source.rows.length === 0) return <ErrorState error={source.error} retry={source.retry} />
  return (
    <div className={olts.panel}>
      <TimelineList
        isPending={source.isPending}
        entries={source.rows.map((event) => ({ key: String(event.id), text: <span>{text(event)}</span>, at: event.at, by: null }))}
      />
      {source.hasMore && (
        <div className={olts.more}>
          <Button size="compact-sm" variant="subtle" loading={source.isLoadingMore} onClick={source.loadMore}>
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
    </div>
  )
}

function Macs({ onu }: { onu: Onu }) {
  const source = useList('/api/v1/onus/{id}/macs', { params: { id: onu.id } })
  if (source.error !== null && source.rows.length === 0) return <ErrorState error={source.error} retry={source.retry} />
  if (source.isPending) return <RowsPending rows={3} />
  return (
    <div className={olts.panel}>
      {source.rows.length === 0 ? (
        <span>
          <Trans>The OLT has learned no address behind it.</Trans>
        </span>
      ) : (
        <TableScroll>
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col" className={tables.wide}>
                  MAC
                </th>
                <th scope="col" className={tables.end}>
                  VLAN
                </th>
                <th scope="col">
                  <Trans>Seen</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {source.rows.map((row) => (
                <tr key={`${row.mac} ${row.vlan}`}>
                  <td className={`lm-number ${tables.wide}`}>{row.mac}</td>
                  <td className={tables.end}>{row.vlan ?? ''}</td>
                  <td>
                    <TimeText at={row.seen_at} />
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

/** Whether the others of its PON have the same trouble tells a cut fibre from one bad plug. */
function Neighbours({ onu }: { onu: Onu }) {
  const source = useList('/api/v1/onus', { query: { olt_id: String(onu.olt_id), pon: onu.pon }, pageSize: NEIGHBOURS })
  if (source.error !== null && source.rows.length === 0) return <ErrorState error={source.error} retry={source.retry} />
  if (source.isPending) return <RowsPending rows={6} />
  return (
    <TableScroll>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Place</Trans>
            </th>
            <th scope="col" className={tables.wide}>
              ONU
            </th>
            <th scope="col">
              <Trans>State</Trans>
            </th>
            <th scope="col">
              <Trans>Light level</Trans>
            </th>
            <th scope="col" className={tables.spare}>
              <Trans>Since</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {source.rows.map((row) => (
            <tr
              key={row.id}
              aria-current={row.id === onu.id ? 'true' : undefined}
              style={row.id === onu.id ? { background: 'var(--lm-brand-wash)' } : undefined}
            >
              <td className="lm-number">{placeText(row)}</td>
              <td className={tables.wide}>
                {row.id === onu.id ? <b>{onuName(row)}</b> : <PageLink to={`/onus/${row.id}`}>{onuName(row)}</PageLink>}
                {row.client_name !== null && <span className={tables.small}>{row.client_name}</span>}
              </td>
              <td>
                <OnuStateMark state={row.state} />
              </td>
              <td>
                <OnuLight onu={row} />
              </td>
              <td className={tables.spare}>
                <TimeText at={row.since} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function Places({ onu }: { onu: Onu }) {
  const { t } = useLingui()
  const format = useFormat()
  const { data, error, refetch } = api.useQuery('get', '/api/v1/onus/{id}/places', { params: { path: { id: onu.id } } })
  if (error !== null) return <ErrorState error={error} retry={() => void refetch()} />
  if (data === undefined) return <RowsPending rows={3} />
  return (
    <div className={olts.panel}>
      <TimelineList
        entries={data.items.map((place) => ({
          key: place.since,
          text: (
            <span>
              <PageLink to={`/olts/${place.olt_id}`}>{place.olt_name}</PageLink> {placeText(place)}{' '}
              {place.until === null ? '' : t`until ${format.dateTime(place.until)}`}
            </span>
          ),
          at: place.since,
          by: null,
        }))}
      />
    </div>
  )
}
