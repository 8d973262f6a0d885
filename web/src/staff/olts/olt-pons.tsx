import { Trans, useLingui } from '@lingui/react/macro'
import { IconTopologyStar3 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { EmptyState, ErrorState, RowsPending } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Status } from '../../ui/values.tsx'
import { awayOf, lightOf, useDbmText } from '../onus/onu.ts'
import type { LightLimits } from '../onus/onu.ts'
import { LightValue, OnuBar } from '../onus/onu-marks.tsx'
import type { Olt, PonPort } from './olt.ts'
import styles from './olts.module.css'

/** The PONs of an OLT: who hangs on each, and how much light arrives there. */
export function OltPons({ olt }: { olt: Olt }) {
  const path = { params: { path: { id: olt.id } } }
  const { data, error, refetch } = api.useQuery('get', '/api/v1/olts/{id}/pon-ports', path, { refetchInterval: useFallbackPoll() })
  if (error !== null) return <ErrorState error={error} retry={() => void refetch()} />
  if (data === undefined)
    return (
      <div className={styles.panel}>
        <RowsPending rows={6} />
      </div>
    )
  if (data.items.length === 0)
    return (
      <EmptyState icon={<IconTopologyStar3 size={24} />} title={<Trans>No PON was seen yet</Trans>}>
        <Trans>They show up when the OLT has told of its ports or of its ONUs.</Trans>
      </EmptyState>
    )
  return (
    <TableScroll>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">PON</th>
            <th scope="col" className={tables.wide}>
              <Trans>ONUs online</Trans>
            </th>
            <th scope="col" className={tables.end}>
              <Trans>Away</Trans>
            </th>
            <th scope="col" className={`${tables.end} ${tables.spare}`}>
              <Trans>No light</Trans>
            </th>
            <th scope="col" className={`${tables.end} ${tables.spare}`}>
              <Trans>No power</Trans>
            </th>
            <th scope="col" className={tables.spare}>
              <Trans>Mean light</Trans>
            </th>
            <th scope="col">
              <Trans>Lowest light</Trans>
            </th>
            <th scope="col" className={tables.spare}>
              <Trans>Its own light</Trans>
            </th>
            <th scope="col" className={`${tables.end} ${tables.spare}`}>
              <Trans>Waiting</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((pon) => (
            <PonRow key={pon.pon} olt={olt} pon={pon} limits={data.limits} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function PonRow({ olt, pon, limits }: { olt: Olt; pon: PonPort; limits: LightLimits }) {
  const { t } = useLingui()
  const format = useFormat()
  const dbm = useDbmText()
  const onus = (filter: Readonly<Record<string, string>>) => ({ olt_id: String(olt.id), pon: pon.pon, ...filter }) as never
  const figure = (count: number, filter: Readonly<Record<string, string>>) =>
    count === 0 ? (
      ''
    ) : (
      <Link className="lm-link" to="/onus" search={onus(filter)}>
        {format.number(count)}
      </Link>
    )
  return (
    <tr>
      <th scope="row">
        <Link className="lm-link" to="/onus" search={onus({})}>
          {pon.pon}
        </Link>
        {pon.description !== '' && <span className={tables.small}>{pon.description}</span>}
        {pon.is_up === false && (
          <>
            {' '}
            <Status tone="grey" label={t`down`} isHollow />
          </>
        )}
      </th>
      <td className={tables.wide}>
        <OnuBar counts={pon} />
      </td>
      <td className={tables.end}>{figure(awayOf(pon), { state: 'away' })}</td>
      <td className={`${tables.end} ${tables.spare}`}>{figure(pon.los, { state: 'los' })}</td>
      <td className={`${tables.end} ${tables.spare}`}>{figure(pon.power_off, { state: 'power_off' })}</td>
      <td className={tables.spare}>
        <LightValue dbm={pon.mean_rx_dbm} light={lightOf(pon.mean_rx_dbm, limits)} />
      </td>
      <td>
        <LightValue dbm={pon.lowest_rx_dbm} light={lightOf(pon.lowest_rx_dbm, limits)} />
      </td>
      <td className={tables.spare}>
        {[pon.tx_dbm === null ? '' : dbm(pon.tx_dbm), pon.temperature_c === null ? '' : t`${format.number(pon.temperature_c)} °C`].filter(Boolean).join(' · ')}
      </td>
      <td className={`${tables.end} ${tables.spare}`}>
        {pon.unregistered === 0 ? (
          ''
        ) : (
          <Link className="lm-link" to="/olts/$id" params={{ id: String(olt.id) } as never} search={{ tab: 'waiting' } as never}>
            {format.number(pon.unregistered)}
          </Link>
        )}
      </td>
    </tr>
  )
}
