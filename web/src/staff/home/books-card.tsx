import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/page.tsx'
import { Status, TimeText } from '../../ui/values.tsx'
import styles from './home.module.css'

/** Whether the books prove themselves. */
export function BooksCard() {
  const { t } = useLingui()
  const format = useFormat()
  const { data } = api.useQuery('get', '/api/v1/doctor/results', { params: { query: { limit: 1 } } })
  const report = data?.items[0]
  const failed = report?.results.filter(({ ok }) => !ok).length ?? 0
  return (
    <Card
      title={t`The books`}
      actions={
        <Link className="lm-link" to="/doctor">
          <Trans>Self-check</Trans>
        </Link>
      }
    >
      {report === undefined ? (
        <span className={styles.dim}>
          <Trans>Not checked yet; it happens every night.</Trans>
        </span>
      ) : (
        <div className={styles.stack}>
          <div>
            {report.is_ok ? (
              <Status tone="green" label={t`Everything adds up`} />
            ) : (
              <Status
                tone="red"
                label={t`${plural(failed, { one: `${format.number(failed)} rule is broken`, other: `${format.number(failed)} rules are broken` })}`}
              />
            )}
          </div>
          <div className={styles.dim}>
            <Trans>{format.number(report.results.length)} rules checked,</Trans> <TimeText at={report.finished_at} />
          </div>
        </div>
      )}
    </Card>
  )
}
