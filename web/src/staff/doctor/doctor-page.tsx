import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton } from '@mantine/core'
import { IconStethoscope } from '@tabler/icons-react'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState } from '../../ui/page-states.tsx'
import { JobProgress } from '../../ui/progress.tsx'
import { Status, TimeText } from '../../ui/values.tsx'
import styles from './doctor.module.css'
import { Report } from './report.tsx'
import { useCheckBooks } from './use-check-books.ts'
import type { DoctorReport } from './use-check-books.ts'

/** Whether the books prove themselves: each rule, the rows that break it, and how it was before. */
export function DoctorPage() {
  const { t } = useLingui()
  const may = useMay()
  const [state, setState] = useUrlState()
  const { reports, isPending, error, refetch, check, isWaiting } = useCheckBooks()
  const report = reports.find(({ id }) => String(id) === state['result']) ?? reports[0]
  const run = may('job.run') && (
    <Button loading={isWaiting} leftSection={<IconStethoscope size={16} />} onClick={() => void check()}>
      <Trans>Check now</Trans>
    </Button>
  )
  return (
    <Page title={t`Self-check of the books`} note={report && <TimeText at={report.finished_at} />} actions={report === undefined ? undefined : run}>
      {isWaiting && <JobProgress label={t`The books are being checked. You can leave this page.`} done={0} of={null} />}
      {error !== null && <ErrorState error={error} retry={() => void refetch()} />}
      {isPending && <Skeleton h={300} radius="md" />}
      {!isPending && error === null && report === undefined && (
        <Card flush>
          <EmptyState icon={<IconStethoscope size={24} />} title={<Trans>Not checked yet</Trans>} action={run}>
            <Trans>Every night each rule of the books is checked; broken ones are shown with their rows.</Trans>
          </EmptyState>
        </Card>
      )}
      {report !== undefined && (
        <div className={styles.columns}>
          <Card title={<Verdict report={report} />} flush>
            <Report report={report} />
          </Card>
          <History reports={reports} shown={report.id} onChoose={(id) => setState({ result: id === reports[0]?.id ? undefined : String(id) })} />
        </div>
      )}
    </Page>
  )
}

/** What a check found, in one line. */
export function Verdict({ report }: { report: DoctorReport }) {
  const { t } = useLingui()
  return report.is_ok ? <Status tone="green" label={t`Everything adds up`} /> : <Status tone="red" label={t`Some rules are broken; months cannot be closed`} />
}

function History({ reports, shown, onChoose }: { reports: readonly DoctorReport[]; shown: number; onChoose: (id: number) => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const occasions: Record<DoctorReport['occasion'], string> = {
    nightly: t`At night`,
    request: t`Asked for`,
    month_close: t`Before a month was closed`,
    command: t`From the command line`,
  }
  return (
    <Card title={t`Earlier checks`} flush>
      <ul className={styles.history}>
        {reports.map((each) => {
          const broken = each.results.filter(({ ok }) => !ok).length
          const number = format.number(broken)
          return (
            <li key={each.id}>
              <button type="button" aria-current={each.id === shown ? 'true' : undefined} onClick={() => onChoose(each.id)}>
                <Status
                  tone={each.is_ok ? 'green' : 'red'}
                  label={each.is_ok ? t`Everything adds up` : t`${plural(broken, { one: `${number} rule broken`, other: `${number} rules broken` })}`}
                />
                <small>
                  <TimeText at={each.finished_at} /> · {occasions[each.occasion]}
                </small>
              </button>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
