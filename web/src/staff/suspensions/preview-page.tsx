import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconMoodHappy, IconPlugConnectedX } from '@tabler/icons-react'
import { api } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { Figures } from '../../ui/figures.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { DateText, Money, Status } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { AskCut } from './ask-cut.tsx'
import { PreviewParts } from './preview-parts.tsx'
import { useHoldText, useVerdictText } from './suspension.ts'
import type { Previewed, PreviewTotals, Verdict } from './suspension.ts'

const VERDICT_TONES: Partial<Record<Verdict, 'red' | 'amber' | 'green' | 'grey' | 'blue' | 'violet'>> = {
  cut: 'red',
  already_cut: 'grey',
  in_grace: 'amber',
  promise: 'violet',
}

/** Who owes, who of them would be cut now, and what spares the others; nothing is done before it is applied. */
export function PreviewPage() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const verdictText = useVerdictText()
  const [state, setState] = useUrlState()
  const [isAsking, asking] = useDisclosure(false)
  const lists = { params: { query: { limit: 200 } } }
  const branches = api.useQuery('get', '/api/v1/branches', lists).data?.items ?? []
  const areas = api.useQuery('get', '/api/v1/areas', lists).data?.items ?? []
  const routers = useWholeList('/api/v1/routers', { isAsked: may('router.view') }).rows
  const resellers = useWholeList('/api/v1/resellers', { isAsked: may('reseller.view') }).rows
  const named = (rows: readonly { readonly id: number; readonly name: string }[]) => rows.map(({ id, name }) => ({ value: String(id), label: name }))
  const terms = {
    min_due_minor: state['min_due_minor'],
    ignore_future_months: state['ignore_future_months'],
    branch_id: state['branch_id'],
    area_id: state['area_id'],
    router_id: state['router_id'],
    reseller_id: state['reseller_id'],
  }
  const totals = api.useQuery('get', '/api/v1/suspensions/preview/totals', { params: { query: terms as never } }).data
  const shown = state['verdict'] ?? 'cut'
  const source = useList('/api/v1/suspensions/preview', { query: { ...terms, verdict: shown === 'all' ? undefined : shown } })
  const verdict = (row: Previewed) => <Status tone={VERDICT_TONES[row.verdict] ?? 'green'} label={verdictText[row.verdict]} isHollow={row.verdict !== 'cut'} />
  const until = (row: Previewed) => (row.spared_until === null ? '' : t`until ${format.date(row.spared_until)}`)
  const { columns, chooser } = useColumns<Previewed>('suspension-preview', [
    { id: 'name', header: t`Client`, width: 190, grows: true, cell: (row) => row.client_name },
    { id: 'code', header: t`Code`, width: 110, cell: (row) => row.client_code },
    { id: 'phone', header: t`Phone`, width: 130, isExtra: true, cell: (row) => row.phone },
    { id: 'login', header: t`Login`, width: 120, isExtra: true, cell: (row) => row.login ?? '' },
    { id: 'late', header: t`Late`, width: 110, end: true, cell: (row) => <Money minor={row.late_minor} /> },
    { id: 'overdue', header: t`Overdue`, width: 110, end: true, isExtra: true, cell: (row) => <Money minor={row.overdue_minor} /> },
    { id: 'credit', header: t`Credit`, width: 95, end: true, cell: (row) => (row.credit_minor === 0 ? '' : <Money minor={row.credit_minor} />) },
    {
      id: 'since',
      header: t`Due since`,
      width: 110,
      cell: (row) => <DateText day={row.oldest_due_on ?? row.expires_on} />,
    },
    { id: 'verdict', header: t`What happens`, width: 150, cell: verdict },
    { id: 'why', header: t`Why`, width: 200, grows: true, cell: (row) => [row.verdict === 'cut' ? '' : row.why, until(row)].filter(Boolean).join(', ') },
    { id: 'router', header: t`Router`, width: 120, cell: (row) => row.router_name ?? '' },
    { id: 'branch', header: t`Branch`, width: 120, isExtra: true, cell: (row) => row.branch_name },
  ] satisfies Column<Previewed>[])
  const cut = totals?.verdicts.find((row) => row.verdict === 'cut')
  return (
    <Page
      title={t`Suspension`}
      note={<Trans>A dry run: nothing happens before it is applied.</Trans>}
      fills
      actions={
        may('subscription.suspend') && (
          <Button color="red" leftSection={<IconPlugConnectedX size={16} />} disabled={(cut?.clients ?? 0) === 0} onClick={asking.open}>
            <Trans>Cut them now</Trans>
          </Button>
        )
      }
    >
      <SectionTabs of="/suspensions" />
      <Notices totals={totals} />
      <TotalFigures totals={totals} onChoose={(chosen) => setState({ verdict: chosen })} />
      <FilterBar
        state={state}
        onChange={setState}
        filters={[
          {
            key: 'verdict',
            label: t`What happens`,
            options: [
              { value: 'all', label: t`All who owe` },
              { value: 'spared', label: t`Spared` },
              ...(Object.keys(verdictText) as Verdict[]).filter((value) => value !== 'once_a_day').map((value) => ({ value, label: verdictText[value] })),
            ],
          },
          { key: 'min_due_minor', label: t`Least that is late`, kind: 'money' },
          {
            key: 'ignore_future_months',
            label: t`Future months`,
            options: [
              { value: 'true', label: t`Ignored` },
              { value: 'false', label: t`Counted` },
            ],
          },
          { key: 'branch_id', label: t`Branch`, options: named(branches) },
          ...(routers.length > 0 ? [{ key: 'router_id', label: t`Router`, options: named(routers) }] : []),
          { key: 'area_id', label: t`Area`, isExtra: true, options: named(areas) },
          ...(resellers.length > 0 ? [{ key: 'reseller_id', label: t`Reseller`, isExtra: true, options: named(resellers) }] : []),
        ]}
      >
        {totals !== undefined && (
          <PreviewParts totals={totals} onRouter={(router_id) => setState({ router_id })} onBranch={(branch_id) => setState({ branch_id })} />
        )}
        {chooser}
      </FilterBar>
      <DataList
        label={t`Who owes`}
        columns={columns}
        source={source}
        rowKey={(row) => `${row.subscription_id} ${row.reason}`}
        href={(row) => `/clients/${row.client_id}`}
        narrow={(row) => ({ title: row.client_name, detail: verdict(row), figure: <Money minor={row.late_minor} symbol />, note: until(row) })}
        empty={
          <EmptyState icon={<IconMoodHappy size={24} />} title={<Trans>Nobody here</Trans>}>
            {shown === 'cut' ? <Trans>Nobody is to be cut. Who is spared, and for what, is under “Spared”.</Trans> : <Trans>Nobody fits the filter.</Trans>}
          </EmptyState>
        }
      />
      {isAsking && totals !== undefined && <AskCut terms={terms} totals={totals} onClose={asking.close} />}
    </Page>
  )
}

function Notices({ totals }: { totals: PreviewTotals | undefined }) {
  const holdText = useHoldText()
  if (totals === undefined) return null
  return (
    <>
      {totals.hold !== null && (
        <Alert color="yellow" title={<Trans>Cutting by itself waits until somebody has looked</Trans>}>
          {holdText({ kind: totals.hold })}
        </Alert>
      )}
      {totals.is_rest_day && (
        <Alert color="blue">
          <Trans>Today is a day of rest: nobody is cut by itself.</Trans>
        </Alert>
      )}
    </>
  )
}

function TotalFigures({ totals, onChoose }: { totals: PreviewTotals | undefined; onChoose: (verdict: string) => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const of = (verdicts: readonly Verdict[]) => {
    const rows = totals?.verdicts.filter((row) => verdicts.includes(row.verdict)) ?? []
    return { clients: rows.reduce((sum, row) => sum + row.clients, 0), late: rows.reduce((sum, row) => sum + row.late_minor, 0) }
  }
  const figure = (label: string, verdict: string, verdicts: readonly Verdict[], note?: string) => {
    const { clients, late } = of(verdicts)
    const aside = (
      <Button variant="subtle" size="compact-xs" c="var(--lm-link)" aria-label={t`Show: ${label}`} onClick={() => onChoose(verdict)}>
        <Trans>Show</Trans>
      </Button>
    )
    return { label, value: totals === undefined ? undefined : format.number(clients), note: note ?? format.money(late), aside }
  }
  const cut = of(['cut']).clients
  const share = totals === undefined || totals.serving === 0 ? '' : t`${format.percent(Math.round((cut * 10_000) / totals.serving))} of all in service`
  return (
    <Figures
      figures={[
        figure(t`Would be cut`, 'cut', ['cut'], `${format.money(of(['cut']).late)} · ${share}`),
        figure(t`In grace`, 'in_grace', ['in_grace'], t`not late yet`),
        figure(t`Promised to pay`, 'promise', ['promise']),
        figure(t`Exempt`, 'spared', ['whitelisted', 'vip', 'auto_control_off']),
        figure(t`Cut already`, 'already_cut', ['already_cut']),
      ]}
    />
  )
}
