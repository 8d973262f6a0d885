import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/page.tsx'
import { Money } from '../../ui/values.tsx'
import { JobProgress } from '../../ui/progress.tsx'
import { isUnderWay, RunState } from '../billing/run-state.tsx'
import styles from './home.module.css'

/** The latest month's run, live while it goes. */
export function LastRunCard() {
  const { t } = useLingui()
  const format = useFormat()
  const { data } = api.useQuery('get', '/api/v1/invoice-runs', { params: { query: { limit: 1 } } }, { refetchInterval: useFallbackPoll() })
  const run = data?.items[0]
  return (
    <Card title={t`Billing month`}>
      {run === undefined ? (
        <span className={styles.dim}>
          <Trans>No month was billed yet.</Trans>
        </span>
      ) : (
        <div className={styles.stack}>
          <div>
            <Link className="lm-link" to="/billing/$id" params={{ id: String(run.id) }}>
              {format.month(run.month)}
            </Link>{' '}
            · <RunState state={run.state} />
          </div>
          {isUnderWay(run.state) && <JobProgress label={t`Under way`} done={run.issued_count} of={run.expected_count} />}
          <div className={styles.dim}>
            <Trans>{format.number(run.issued_count > 0 ? run.issued_count : (run.expected_count ?? 0))} invoices,</Trans>{' '}
            <Money minor={run.issued_count > 0 ? run.issued_total_minor : (run.expected_total_minor ?? 0)} symbol />
          </div>
        </div>
      )}
    </Card>
  )
}
