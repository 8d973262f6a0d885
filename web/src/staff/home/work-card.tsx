import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/page.tsx'
import { Money } from '../../ui/values.tsx'
import { RunState } from '../billing/run-state.tsx'
import { useWork, workKey } from '../shell/use-work.ts'
import { WorkLine } from '../shell/work-line.tsx'
import styles from './home.module.css'

/** The last month's run, and what works in the background now. */
export function WorkCard() {
  const { t } = useLingui()
  const counted = useCounted()
  const format = useFormat()
  const may = useMay()
  const work = useWork()
  const { data } = api.useQuery(
    'get',
    '/api/v1/invoice-runs',
    { params: { query: { limit: 1 } } },
    { enabled: may('invoice.view'), refetchInterval: useFallbackPoll() },
  )
  const run = data?.items[0]
  const bills = run === undefined ? 0 : run.issued_count > 0 ? run.issued_count : (run.expected_count ?? 0)
  return (
    <Card
      title={t`Runs and work`}
      actions={
        may('invoice.view') && (
          <Link className="lm-link" to="/billing/runs">
            <Trans>All runs</Trans>
          </Link>
        )
      }
      flush
    >
      {run !== undefined && (
        <div className={styles.run}>
          <Link className="lm-link" to="/billing/$id" params={{ id: String(run.id) }}>
            {format.month(run.month)}
          </Link>
          <RunState state={run.state} />
          <span className={styles.dim}>
            {counted.invoices(bills)}, <Money minor={run.issued_count > 0 ? run.issued_total_minor : (run.expected_total_minor ?? 0)} symbol />
          </span>
        </div>
      )}
      {work.slice(0, 5).map((each) => (
        <WorkLine key={workKey(each)} work={each} />
      ))}
      {run === undefined && work.length === 0 && (
        <p className={styles.empty}>
          <Trans>Nothing runs now.</Trans>
        </p>
      )}
    </Card>
  )
}
