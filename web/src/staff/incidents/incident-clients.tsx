import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useMinutesText } from '../../lib/use-duration.ts'
import { useList } from '../../api/use-list.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/page.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { EmptyState, ErrorState, RowsPending } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Status } from '../../ui/values.tsx'
import type { Incident, IncidentOnu } from './incident.ts'

/** The ONUs of an incident with who is behind each, and how long he was without service. */
export function IncidentClients({ incident }: { incident: Incident }) {
  const { t } = useLingui()
  const [isAway, setAway] = useState(false)
  const source = useList('/api/v1/incidents/{id}/clients', {
    params: { id: incident.id },
    query: isAway ? { away: 'true' } : {},
    pageSize: 50,
    refetchMs: useFallbackPoll(),
  })
  const toggle = (
    <Button size="compact-sm" variant={isAway ? 'filled' : 'default'} aria-pressed={isAway} onClick={() => setAway(!isAway)}>
      <Trans>Only those still away</Trans>
    </Button>
  )
  return (
    <Card title={t`Whom it concerns`} actions={toggle} flush>
      {source.error !== null && source.rows.length === 0 ? (
        <ErrorState error={source.error} retry={source.retry} />
      ) : source.isPending ? (
        <RowsPending rows={6} />
      ) : source.rows.length === 0 ? (
        <EmptyState icon={<IconUsers size={24} />} title={isAway ? <Trans>All are back</Trans> : <Trans>No ONU is known of</Trans>} />
      ) : (
        <TableScroll>
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col" className={tables.wide}>
                  <Trans>Client</Trans>
                </th>
                <th scope="col" className={tables.spare}>
                  <Trans>Phone</Trans>
                </th>
                <th scope="col" className={tables.spare}>
                  ONU
                </th>
                <th scope="col" className={tables.spare}>
                  <Trans>Place</Trans>
                </th>
                <th scope="col" className={tables.spare}>
                  <Trans>State</Trans>
                </th>
                <th scope="col" className={tables.end}>
                  <Trans>Time without service</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {source.rows.map((row) => (
                <ClientRow key={row.onu_id} row={row} />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {source.hasMore && (
        <Button size="compact-sm" variant="subtle" m={8} loading={source.isLoadingMore} onClick={source.loadMore}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </Card>
  )
}

function ClientRow({ row }: { row: IncidentOnu }) {
  const { t } = useLingui()
  const format = useFormat()
  const minutes = useMinutesText()
  const reasons = { los: t`no light`, power: t`no power`, other: t`away`, none: t`away` }
  const state = row.up_at === null ? <Status tone="red" label={reasons[row.reason]} /> : <Status tone="green" label={t`back ${format.time(row.up_at)}`} />
  const onu = <PageLink to={`/onus/${row.onu_id}`}>{row.serial ?? row.mac ?? '–'}</PageLink>
  return (
    <tr>
      <td className={tables.wide}>
        {row.client_id === null ? <Trans>nobody’s line</Trans> : <PageLink to={`/clients/${row.client_id}`}>{row.client_name}</PageLink>}
        <span className={tables.small}>{[row.client_code, row.login, row.area_name].filter(Boolean).join(' · ')}</span>
        {row.client_phone !== null && (
          <a className={`lm-link ${tables.narrow}`} href={`tel:${row.client_phone}`}>
            {row.client_phone}
          </a>
        )}
        <span className={tables.narrow}>
          {state} {onu}
        </span>
      </td>
      <td className={tables.spare}>
        {row.client_phone !== null && (
          <a className="lm-link" href={`tel:${row.client_phone}`}>
            {row.client_phone}
          </a>
        )}
      </td>
      <td className={tables.spare}>{onu}</td>
      <td className={tables.spare}>{[`${row.pon}:${row.onu_index}`, row.box_name].filter(Boolean).join(' · ')}</td>
      <td className={tables.spare}>{state}</td>
      <td className={tables.end}>{minutes(row.minutes)}</td>
    </tr>
  )
}
