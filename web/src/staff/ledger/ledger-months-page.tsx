import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton } from '@mantine/core'
import { IconLock, IconStethoscope } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { JobProgress } from '../../ui/progress.tsx'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Status, TimeText } from '../../ui/values.tsx'
import { Verdict } from '../doctor/doctor-page.tsx'
import { Report } from '../doctor/report.tsx'
import { useCheckBooks } from '../doctor/use-check-books.ts'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { CloseMonth } from './close-month.tsx'
import styles from './ledger.module.css'

export type LedgerMonth = RowOf<'/api/v1/ledger/months'>

/** Accounting months, open or closed, beside the proof that the books agree: a month is closed only when they do. */
export function LedgerMonthsPage() {
  const { t } = useLingui()
  const format = useFormat()
  const may = useMay()
  const [asked, setAsked] = useState<{ month: LedgerMonth; what: 'close' | 'reopen' } | null>(null)
  const { data, error, refetch } = api.useQuery('get', '/api/v1/ledger/months', { params: { query: { limit: 60 } } })
  const stateOf = ({ is_closed }: LedgerMonth) => (is_closed ? <Status tone="grey" label={t`Closed`} /> : <Status tone="green" label={t`Open`} isHollow />)
  return (
    <Page title={t`Accounting months`}>
      <SectionTabs of="/ledger" />
      {error !== null && <ErrorState error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={360} radius="md" />}
      {data !== undefined && (
        <div className={styles.columns} data-wide="side">
          <Card flush>
            <TableScroll>
              <table className={tables.table}>
                <thead>
                  <tr>
                    <th className={tables.wide}>
                      <Trans>Month</Trans>
                    </th>
                    <th className={tables.spare}>
                      <Trans>State</Trans>
                    </th>
                    <th className={tables.spare}>
                      <Trans>Closed by</Trans>
                    </th>
                    <th />
                  </tr>
                </thead>
                <tbody>
                  {data.items.map((month) => (
                    <tr key={month.month}>
                      <td className={tables.wide}>
                        <Link className="lm-link" to="/billing" search={{ month: month.month } as never}>
                          {format.month(month.month)}
                        </Link>
                        <span className={tables.narrow}>
                          {stateOf(month)}
                          {month.closed_by_name !== null && (
                            <>
                              {' · '}
                              {month.closed_by_name} · <TimeText at={month.closed_at} />
                            </>
                          )}
                        </span>
                      </td>
                      <td className={tables.spare}>{stateOf(month)}</td>
                      <td className={tables.spare}>
                        {month.closed_by_name !== null && (
                          <>
                            {month.closed_by_name}
                            <span className={tables.small}>
                              <TimeText at={month.closed_at} />
                            </span>
                          </>
                        )}
                      </td>
                      <td className={tables.end}>
                        {month.is_closed
                          ? may('ledger.reopen_month') && (
                              <AllowedButton
                                size="compact-sm"
                                variant="default"
                                allowed={month.allowed.reopen}
                                onClick={() => setAsked({ month, what: 'reopen' })}
                              >
                                <Trans>Open again</Trans>
                              </AllowedButton>
                            )
                          : may('ledger.close_month') && (
                              <AllowedButton
                                size="compact-sm"
                                variant="default"
                                leftSection={<IconLock size={13} />}
                                allowed={month.allowed.close}
                                onClick={() => setAsked({ month, what: 'close' })}
                              >
                                <Trans>Close</Trans>
                              </AllowedButton>
                            )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          </Card>
          {may('job.view') && <Proof />}
        </div>
      )}
      {asked !== null && <CloseMonth month={asked.month} what={asked.what} onClose={() => setAsked(null)} />}
    </Page>
  )
}

/** The latest self-check; red here means that no month can be closed. */
function Proof() {
  const { t } = useLingui()
  const may = useMay()
  const { reports, isPending, check, isWaiting } = useCheckBooks()
  const report = reports[0]
  return (
    <Card
      title={report === undefined ? t`Self-check of the books` : <Verdict report={report} />}
      actions={
        may('job.run') && (
          <Button size="compact-sm" variant="default" loading={isWaiting} leftSection={<IconStethoscope size={14} />} onClick={() => void check()}>
            <Trans>Check now</Trans>
          </Button>
        )
      }
      flush
    >
      {isWaiting && (
        <div style={{ padding: 14 }}>
          <JobProgress label={t`The books are being checked. You can leave this page.`} done={0} of={null} />
        </div>
      )}
      {isPending && <Skeleton h={200} />}
      {report === undefined ? !isPending && <p style={{ padding: '0 14px' }}>{t`Not checked yet; it happens every night.`}</p> : <Report report={report} />}
    </Card>
  )
}
