import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton } from '@mantine/core'
import { IconStethoscope } from '@tabler/icons-react'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { sayFailed } from '../../ui/form.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState } from '../../ui/page-states.tsx'
import { JobProgress } from '../../ui/progress.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Status, TimeText } from '../../ui/values.tsx'
import styles from './doctor.module.css'

/** Whether the books prove themselves: each rule, and the rows that break it. */
export function DoctorPage() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const poll = useFallbackPoll()
  const [waitsSince, setWaitsSince] = useState<number | null>(null)
  const { data, error, refetch } = api.useQuery(
    'get',
    '/api/v1/doctor/results',
    { params: { query: { limit: 1 } } },
    { refetchInterval: waitsSince === null ? false : poll },
  )
  const report = data?.items[0]
  const isWaiting = waitsSince !== null && (report?.id ?? 0) <= waitsSince
  const check = async () => {
    const { error: failure } = await http.POST('/api/v1/doctor/runs', { body: { seals: 'all' } })
    if (failure !== undefined) return sayFailed(failure, t`The server cannot be reached.`)
    setWaitsSince(report?.id ?? 0)
  }
  const run = may('job.run') && (
    <Button loading={isWaiting} leftSection={<IconStethoscope size={16} />} onClick={() => void check()}>
      <Trans>Check now</Trans>
    </Button>
  )
  return (
    <Page title={t`Self-check of the books`} note={report && <TimeText at={report.finished_at} />} actions={report === undefined ? undefined : run}>
      {isWaiting && <JobProgress label={t`The books are being checked.`} done={0} of={null} />}
      {error !== null && <ErrorState error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={300} radius="md" />}
      {data !== undefined && report === undefined && (
        <Card flush>
          <EmptyState icon={<IconStethoscope size={24} />} title={<Trans>Not checked yet</Trans>} action={run}>
            <Trans>Every night each rule of the books is checked; broken ones are shown with their rows.</Trans>
          </EmptyState>
        </Card>
      )}
      {report !== undefined && (
        <Card
          title={
            report.is_ok ? (
              <Status tone="green" label={t`Everything adds up`} />
            ) : (
              <Status tone="red" label={t`Some rules are broken; months cannot be closed`} />
            )
          }
          flush
        >
          {report.results.map((rule) => (
            <details key={rule.id} className={styles.rule} open={!rule.ok}>
              <summary>
                <Status tone={rule.ok ? 'green' : rule.severity === 'error' ? 'red' : 'amber'} label={rule.id} />
                <span className={styles.title}>{rule.title}</span>
                <small>{format.number(rule.ms)} ms</small>
              </summary>
              {rule.rows.length === 0 ? (
                <p className={styles.none}>
                  <Trans>No row breaks this rule.</Trans>
                </p>
              ) : (
                <TableScroll>
                  <table className={tables.table}>
                    <thead>
                      <tr>
                        {Object.keys(rule.rows[0] ?? {}).map((key) => (
                          <th key={key}>{key}</th>
                        ))}
                      </tr>
                    </thead>
                    <tbody>
                      {rule.rows.map((row, at) => (
                        <tr key={at}>
                          {Object.values(row).map((value, column) => (
                            <td key={column}>{String(value)}</td>
                          ))}
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </TableScroll>
              )}
            </details>
          ))}
        </Card>
      )}
    </Page>
  )
}
