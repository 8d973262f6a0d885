import { useLingui } from '@lingui/react/macro'
import { useFormat } from '../../lib/use-format.ts'
import { DateText, Money, TimeText } from '../../ui/values.tsx'
import { useStateText } from '../clients/state.tsx'
import type { ClientState } from '../clients/state.tsx'
import { useMethodText } from '../payments/methods.ts'
import styles from './event-detail.module.css'
import { valueName } from './value-names.ts'

/** States of lines; other things have states of their own, which show their codes. */
const STATES: Readonly<Record<string, true>> = { pending: true, active: true, suspended: true, expired: true, left: true }

/** A value as the audit kept it, written as people read it: amounts, days, yes and no. */
export function AuditValue({ name, value }: { name: string; value: unknown }) {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const stateText = useStateText()
  const methodText = useMethodText()
  if (value === undefined || value === null || value === '') return '–'
  if (typeof value === 'boolean') return value ? t`yes` : t`no`
  if (typeof value === 'number') return name.endsWith('_minor') ? <Money minor={value} /> : name.endsWith('_bp') ? format.percent(value) : format.number(value)
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return <DateText day={value} />
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return <TimeText at={value} />
    if (name === 'state' && value in STATES) return stateText(value as ClientState)
    if (name === 'method') return methodText(value)
    return value
  }
  if (Array.isArray(value))
    return value.every((each) => typeof each !== 'object') ? (
      value.join(', ')
    ) : (
      <ul className={styles.list}>
        {value.map((each, at) => (
          <li key={at}>
            <AuditValue name={name} value={each} />
          </li>
        ))}
      </ul>
    )
  return (
    <span className={styles.parts}>
      {Object.entries(value).map(([key, each]) => (
        <span key={key}>
          <small>{i18n._(valueName(key))}</small> <AuditValue name={key} value={each} />
        </span>
      ))}
    </span>
  )
}
