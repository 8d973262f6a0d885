import { Trans, useLingui } from '@lingui/react/macro'
import { IconFingerprint } from '@tabler/icons-react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { TimeText } from '../../ui/values.tsx'
import { placeText } from '../onus/onu.ts'
import type { Olt } from './olt.ts'
import styles from './olts.module.css'

type MacRow = RowOf<'/api/v1/olts/{id}/mac-table'>

/** Which address stands behind which ONU, as it was last read. */
export function OltMacs({ olt }: { olt: Olt }) {
  const { t } = useLingui()
  const [state, setState] = useUrlState()
  const source = useList('/api/v1/olts/{id}/mac-table', { params: { id: olt.id }, query: { q: state['q'] } })
  const columns: readonly Column<MacRow>[] = [
    { id: 'mac', header: 'MAC', width: 170, cell: (row) => <span className="lm-number">{row.mac}</span> },
    { id: 'serial', header: 'ONU', width: 170, grows: true, cell: (row) => row.serial ?? '' },
    { id: 'place', header: t`Place`, width: 110, cell: (row) => placeText(row) },
    { id: 'vlan', header: 'VLAN', width: 80, end: true, cell: (row) => row.vlan ?? '' },
    { id: 'seen', header: t`Seen`, width: 160, cell: (row) => <TimeText at={row.seen_at} /> },
  ]
  return (
    <div className={styles.inList}>
      <FilterBar state={state} onChange={setState} search={{ key: 'q', placeholder: t`Any part of a MAC` }} />
      <DataList
        label={t`MAC table`}
        columns={columns}
        source={source}
        rowKey={(row) => `${row.mac} ${row.onu_id} ${row.vlan}`}
        href={(row) => `/onus/${row.onu_id}`}
        narrow={(row) => ({ title: row.mac, detail: row.serial, figure: placeText(row), note: row.vlan === null ? '' : `VLAN ${row.vlan}` })}
        empty={
          <EmptyState icon={<IconFingerprint size={24} />} title={state['q'] === undefined ? <Trans>No address yet</Trans> : <Trans>No address fits</Trans>}>
            <Trans>Addresses are read from the OLT every hour, and when it is asked for everything.</Trans>
          </EmptyState>
        }
      />
    </div>
  )
}
