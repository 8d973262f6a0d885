import { Plural, Trans } from '@lingui/react/macro'
import { useFormat } from '../../lib/use-format.ts'
import { Status } from '../../ui/values.tsx'
import styles from './doctor.module.css'
import { OffendingRows } from './offending-rows.tsx'
import type { DoctorReport } from './use-check-books.ts'

/** Each rule of a check; a broken one is open and shows its rows. */
export function Report({ report }: { report: DoctorReport }) {
  const format = useFormat()
  const order = report.results.toSorted((a, b) => Number(a.ok) - Number(b.ok))
  return order.map((rule) => (
    <details key={rule.id} className={styles.rule} open={!rule.ok}>
      <summary>
        <Status tone={rule.ok ? 'green' : rule.severity === 'error' ? 'red' : 'amber'} label={rule.id} />
        <span className={styles.title}>{rule.title}</span>
        <small className="lm-number">
          {rule.ok ? (
            `${format.number(rule.ms)} ms`
          ) : (
            <Plural value={rule.rows.length} one={`${format.number(rule.rows.length)} row`} other={`${format.number(rule.rows.length)} rows`} />
          )}
        </small>
      </summary>
      {rule.rows.length > 0 ? (
        <OffendingRows rows={rule.rows} />
      ) : (
        <p className={styles.none}>{rule.ok ? <Trans>No row breaks this rule.</Trans> : <Trans>Its rows are shown to people of the whole company.</Trans>}</p>
      )}
    </details>
  ))
}
