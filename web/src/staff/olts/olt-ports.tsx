import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconPlug } from '@tabler/icons-react'
import { api } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { EmptyState, ErrorState, RowsPending } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Status, TimeText } from '../../ui/values.tsx'
import { useDbmText } from '../onus/onu.ts'
import type { Olt, Port } from './olt.ts'
import styles from './olts.module.css'
import { PortChart } from './port-chart.tsx'

const ORDER: Readonly<Record<Port['kind'], number>> = { uplink: 0, other: 1, pon: 2 }

/** Uplinks and the other ports of the OLT, with the light of their modules; one of them as a chart. */
export function OltPorts({ olt }: { olt: Olt }) {
  const [state, setState] = useUrlState()
  const path = { params: { path: { id: olt.id } } }
  const { data, error, refetch } = api.useQuery('get', '/api/v1/olts/{id}/ports', path)
  if (error !== null) return <ErrorState error={error} retry={() => void refetch()} />
  if (data === undefined)
    return (
      <div className={styles.panel}>
        <RowsPending rows={6} />
      </div>
    )
  const ports = data.items.toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind])
  if (ports.length === 0)
    return (
      <EmptyState icon={<IconPlug size={24} />} title={<Trans>No port was seen yet</Trans>}>
        <Trans>They are read with how the OLT itself is, by SNMP.</Trans>
      </EmptyState>
    )
  const shown =
    ports.find(({ name }) => name === state['port']) ??
    ports.find(({ rx_dbm, tx_dbm, temperature_c }) => rx_dbm !== null || tx_dbm !== null || temperature_c !== null) ??
    ports[0]
  return (
    <div className={styles.panel}>
      <TableScroll>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col" className={tables.wide}>
                <Trans>Port</Trans>
              </th>
              <th scope="col">
                <Trans>State</Trans>
              </th>
              <th scope="col" className={`${tables.end} ${tables.spare}`}>
                <Trans>Speed</Trans>
              </th>
              <th scope="col" className={tables.end}>
                <Trans>Receives</Trans>
              </th>
              <th scope="col" className={`${tables.end} ${tables.spare}`}>
                <Trans>Sends</Trans>
              </th>
              <th scope="col" className={`${tables.end} ${tables.spare}`}>
                <Trans>Temperature</Trans>
              </th>
              <th scope="col" className={tables.spare}>
                <Trans>Since</Trans>
              </th>
              <th scope="col">
                <span className="lm-hidden">
                  <Trans>Over time</Trans>
                </span>
              </th>
            </tr>
          </thead>
          <tbody>
            {ports.map((port) => (
              <PortRow key={port.name} port={port} isShown={port.name === shown?.name} onShow={() => setState({ port: port.name })} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {shown !== undefined && <PortChart olt={olt} port={shown} />}
    </div>
  )
}

function PortRow({ port, isShown, onShow }: { port: Port; isShown: boolean; onShow: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const dbm = useDbmText()
  const speed = port.speed_mbps
  return (
    <tr>
      <td className={tables.wide}>
        {port.name}
        <span className={tables.small}>
          {[port.kind === 'uplink' ? t`uplink` : port.kind === 'pon' ? 'PON' : '', port.description].filter(Boolean).join(' · ')}
        </span>
      </td>
      <td>
        {port.is_enabled === false ? (
          <Status tone="violet" label={t`switched off`} isHollow />
        ) : port.is_up === null ? (
          <Status tone="grey" label={t`not known`} isHollow />
        ) : port.is_up ? (
          <Status tone="green" label={t`up`} />
        ) : (
          <Status tone="grey" label={t`down`} />
        )}
      </td>
      <td className={`${tables.end} ${tables.spare}`}>
        {speed === null || speed === 0 ? '' : speed >= 1000 ? t`${format.number(speed / 1000)} Gbit/s` : t`${format.number(speed)} Mbit/s`}
      </td>
      <td className={tables.end}>{dbm(port.rx_dbm)}</td>
      <td className={`${tables.end} ${tables.spare}`}>{dbm(port.tx_dbm)}</td>
      <td className={`${tables.end} ${tables.spare}`}>{port.temperature_c === null ? '–' : t`${format.number(port.temperature_c)} °C`}</td>
      <td className={tables.spare}>
        <TimeText at={port.since} />
      </td>
      <td>
        <Button size="compact-xs" variant={isShown ? 'filled' : 'default'} aria-pressed={isShown} onClick={onShow}>
          <Trans>Over time</Trans>
        </Button>
      </td>
    </tr>
  )
}
