import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useList } from '../../api/use-list.ts'
import { useMay } from '../../lib/session.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { sayDone } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { DateText, TimeText } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { ExemptionDialog } from './exemption-dialog.tsx'
import type { Exemption } from './save-exemption.ts'

/** Who is not cut for money: who gave it, why, until when; a row opens to change or end it. */
export function ExemptionsPage() {
  const { t } = useLingui()
  const may = useMay()
  const [state, setState] = useUrlState()
  const [opened, setOpened] = useState<Exemption | null>(null)
  const source = useList('/api/v1/exemptions', { query: { kind: state['kind'] } })
  const kinds: Record<Exemption['kind'], string> = { whitelist: t`Whitelist`, vip: t`VIP`, auto_control: t`Out of automatic control` }
  const until = (row: Exemption) => (row.until === null ? t`no end` : <DateText day={row.until} />)
  const { columns, chooser } = useColumns<Exemption>('exemptions', [
    { id: 'name', header: t`Client`, width: 156, grows: true, cell: (row) => row.client_name },
    { id: 'code', header: t`Code`, width: 104, cell: (row) => row.client_code },
    { id: 'kind', header: t`Exemption`, width: 186, cell: (row) => kinds[row.kind] },
    { id: 'login', header: t`Line`, width: 110, cell: (row) => row.login ?? '' },
    { id: 'until', header: t`Last day`, width: 108, cell: until },
    { id: 'reason', header: t`Reason`, width: 156, grows: true, cell: (row) => row.reason },
    { id: 'by', header: t`Given by`, width: 118, cell: (row) => row.set_by_name ?? '' },
    { id: 'at', header: t`Given`, width: 148, cell: (row) => <TimeText at={row.set_at} /> },
  ] satisfies Column<Exemption>[])
  return (
    <Page
      title={t`Exemptions`}
      fills
      actions={
        may('client.edit') && (
          <Button variant="default" component={Link} to="/clients">
            <Trans>Exempt many in the list of clients</Trans>
          </Button>
        )
      }
    >
      <SectionTabs of="/suspensions" />
      <FilterBar
        state={state}
        onChange={setState}
        filters={[{ key: 'kind', label: t`Exemption`, options: Object.entries(kinds).map(([value, label]) => ({ value, label })) }]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Exemptions`}
        columns={columns}
        source={source}
        rowKey={(row) => `${row.kind} ${row.client_id} ${row.subscription_id ?? ''}`}
        {...(may('client.edit') ? { onOpen: setOpened } : { href: (row: Exemption) => `/clients/${row.client_id}` })}
        narrow={(row) => ({ title: row.client_name, detail: row.reason, figure: kinds[row.kind], note: until(row) })}
        empty={
          <EmptyState icon={<IconShieldCheck size={24} />} title={<Trans>Nobody is exempt</Trans>}>
            <Trans>
              Tick clients in their list and choose “Never cut off”, “Mark as VIP” or “Take out of automatic control”; each has a reason and a last day.
            </Trans>
          </EmptyState>
        }
      />
      {opened !== null && (
        <ExemptionDialog
          exemption={opened}
          label={kinds[opened.kind]}
          onClose={() => setOpened(null)}
          onDone={() => {
            sayDone(t`Saved.`)
            setOpened(null)
          }}
        />
      )}
    </Page>
  )
}
