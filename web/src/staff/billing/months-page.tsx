import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBuildingStore, IconPlayerPlay } from '@tabler/icons-react'
import { api } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { Figures } from '../../ui/figures.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState } from '../../ui/page-states.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { MonthBranches } from './month-branches.tsx'
import { MonthHistory } from './month-history.tsx'
import { MonthSteps } from './month-steps.tsx'
import { MonthSwitch } from './month-switch.tsx'
import styles from './month.module.css'
import { NewRun } from './new-run.tsx'

/** A billing month at a glance: what was billed for it, what came in, what is open, who is not billed, and what is to do next. */
export function MonthsPage() {
  const { t } = useLingui()
  const counted = useCounted()
  const may = useMay()
  const format = useFormat()
  const [state, setState] = useUrlState()
  const [isAsking, asking] = useDisclosure(false)
  const month = /^\d{4}-\d{2}$/.test(state['month'] ?? '') ? (state['month'] as string) : format.today().slice(0, 7)
  const path = { params: { path: { month } } }
  const { data, error, refetch } = api.useQuery('get', '/api/v1/billing-months/{month}', path, { placeholderData: (before) => before })
  const unbilled = api.useQuery('get', '/api/v1/billing-months/{month}/unbilled/count', path).data
  const runs = api.useQuery('get', '/api/v1/invoice-runs', { params: { query: { limit: 20, month } } }).data?.items ?? []
  const ask = may('invoice.run') && (
    <Button size="compact-sm" leftSection={<IconPlayerPlay size={14} />} onClick={asking.open}>
      <Trans>Preview</Trans>
    </Button>
  )
  const choose = (chosen: string) => setState({ month: chosen === format.today().slice(0, 7) ? undefined : chosen }, { push: true })
  const share = data !== undefined && data.billed_minor > 0 ? format.percent(Math.floor((data.collected_minor * 10_000) / data.billed_minor / 10) * 10) : null
  return (
    <Page
      title={t`Billing month`}
      actions={
        may('invoice.run') && (
          <Button leftSection={<IconPlayerPlay size={16} />} onClick={asking.open}>
            <Trans>Preview a month</Trans>
          </Button>
        )
      }
    >
      <SectionTabs of="/billing" />
      <MonthSwitch month={month} onChange={choose} />
      {error !== null && data === undefined && <ErrorState error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={420} radius="md" />}
      {data !== undefined && (
        <>
          <Figures
            figures={[
              {
                label: t`Billed`,
                value: format.money(data.billed_minor),
                note: counted.invoices(data.invoices),
                to: `/invoices?month=${month}`,
              },
              {
                label: t`Collected`,
                value: format.money(data.collected_minor),
                note: share === null ? '' : t`${share} of it`,
                to: `/invoices?month=${month}&status=paid`,
              },
              { label: t`Still open`, value: format.money(data.open_minor), note: t`of this month's invoices`, to: `/invoices?month=${month}&open=true` },
              {
                label: t`Credit notes`,
                value: format.money(data.credited_minor),
                note: t`Notes: ${format.number(data.credit_notes)}, voids: ${format.number(data.voids)}`,
                to: `/invoices/credit-notes?month=${month}`,
              },
              {
                label: t`Not billed yet`,
                value: unbilled === undefined ? '…' : `${format.number(unbilled.count)}${unbilled.is_capped ? '+' : ''}`,
                note: t`clients`,
                to: `/billing/unbilled?month=${month}`,
              },
            ]}
          />
          <div className={styles.columns}>
            <div className={styles.main}>
              <Card title={t`Branch by branch`} flush>
                {data.items.length === 0 ? (
                  <EmptyState icon={<IconBuildingStore size={24} />} title={<Trans>Nothing is billed for this month yet</Trans>} action={ask}>
                    <Trans>A preview bills nobody: it shows each client's bill and how it differs from last month. You start it when you have looked.</Trans>
                  </EmptyState>
                ) : (
                  <MonthBranches month={data} unbilled={unbilled} />
                )}
              </Card>
              <MonthHistory month={month} onChoose={choose} />
            </div>
            <MonthSteps month={month} invoices={data.invoices} unbilled={unbilled} runs={runs} />
          </div>
        </>
      )}
      {isAsking && <NewRun month={month} onClose={asking.close} />}
    </Page>
  )
}
