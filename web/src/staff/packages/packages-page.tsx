import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBox, IconPlus, IconTableImport } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useClientCounts } from '../../api/use-client-counts.ts'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { ClientCount } from '../../ui/client-count.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { DateText, Money, Status } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { NewPackage } from './new-package.tsx'
import { speedText } from './speed.ts'
import { useValidityText } from './validity.ts'

export type Package = RowOf<'/api/v1/packages'>

/** The catalogue: what can be sold, at which price, and what is announced. */
export function PackagesPage() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const validityText = useValidityText()
  const [state, setState] = useUrlState()
  const [isAdding, adding] = useDisclosure(false)
  const source = useList('/api/v1/packages', { query: { q: state['q'], is_active: state['is_active'] } })
  const countOf = useClientCounts('package')
  const speed = (row: Package) => (row.current === null ? '' : speedText(row.current.download_kbps, format))
  const { columns, chooser } = useColumns<Package>('packages', [
    { id: 'code', header: t`Code`, width: 120, cell: (row) => row.code },
    { id: 'name', header: t`Name`, width: 200, grows: true, cell: (row) => row.name },
    { id: 'speed', header: t`Download`, width: 110, end: true, cell: speed },
    { id: 'price', header: t`Price`, width: 120, end: true, cell: (row) => row.current !== null && <Money minor={row.current.price_minor} /> },
    { id: 'validity', header: t`Validity`, width: 110, cell: (row) => (row.current === null ? '' : validityText(row.current)) },
    {
      id: 'next',
      header: t`Next price`,
      width: 190,
      cell: (row) =>
        row.upcoming !== null && (
          <>
            <Money minor={row.upcoming.price_minor} /> · <DateText day={row.upcoming.starts_on} />
          </>
        ),
    },
    {
      id: 'clients',
      header: t`Clients`,
      width: 90,
      end: true,
      cell: (row) => <ClientCount count={countOf?.(row.id).clients} filter={{ package_id: String(row.id) }} />,
    },
    { id: 'state', header: t`State`, width: 120, cell: (row) => <SaleState row={row} /> },
    {
      id: 'upload',
      header: t`Upload`,
      width: 110,
      isExtra: true,
      end: true,
      cell: (row) => (row.current === null ? '' : speedText(row.current.upload_kbps, format)),
    },
    { id: 'profile', header: t`Router profile`, width: 150, isExtra: true, cell: (row) => row.current?.router_profile ?? '' },
    { id: 'approval', header: t`Approval number`, width: 150, isExtra: true, cell: (row) => row.current?.approval_no ?? '' },
  ] satisfies Column<Package>[])
  const add = may('package.edit') && (
    <Button leftSection={<IconPlus size={16} />} onClick={adding.open}>
      <Trans>New package</Trans>
    </Button>
  )
  const bring = may('client.import') && may('package.edit') && (
    <Button component={Link} to="/imports" search={{ new: 'packages' } as never} variant="default" leftSection={<IconTableImport size={16} />}>
      <Trans>Import</Trans>
    </Button>
  )

  return (
    <Page
      title={t`Packages`}
      fills
      actions={
        <>
          {bring}
          {add}
        </>
      }
    >
      <SectionTabs of="/packages" />
      <FilterBar
        state={state}
        onChange={setState}
        search={{ key: 'q', placeholder: t`Code or name` }}
        filters={[
          {
            key: 'is_active',
            label: t`State`,
            options: [
              { value: 'true', label: t`On sale` },
              { value: 'false', label: t`Not on sale` },
            ],
          },
        ]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Packages`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/packages/${row.id}`}
        narrow={(row) => ({
          title: row.name,
          detail: `${row.code} · ${speed(row)}`,
          figure: row.current !== null && <Money minor={row.current.price_minor} symbol />,
          note: <SaleState row={row} />,
        })}
        empty={
          state['q'] === undefined && state['is_active'] === undefined ? (
            <EmptyState icon={<IconBox size={24} />} title={<Trans>No packages yet</Trans>} action={add}>
              <Trans>A package is what you sell: a speed, a price, and for how long. Add the first one, then register clients.</Trans>
            </EmptyState>
          ) : (
            <EmptyState icon={<IconBox size={24} />} title={<Trans>No package fits</Trans>}>
              <Trans>Change the search or the filters.</Trans>
            </EmptyState>
          )
        }
      />
      {isAdding && <NewPackage onClose={adding.close} />}
    </Page>
  )
}

export function SaleState({ row }: { row: Package }) {
  const { t } = useLingui()
  return row.is_active ? <Status tone="green" label={t`On sale`} /> : <Status tone="grey" label={t`Not on sale`} isHollow />
}
