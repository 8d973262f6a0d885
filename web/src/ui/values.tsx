import { useFormat } from '../lib/use-format.ts'
import styles from './values.module.css'

/** An amount of minor units. `owed` paints what is above zero as a debt; zero steps back, so that the eye finds the rest. */
export function Money({ minor, symbol = false, tone = 'plain' }: { minor: number; symbol?: boolean; tone?: 'plain' | 'owed' | 'good' }) {
  const format = useFormat()
  const paint = minor === 0 ? styles.zero : tone === 'owed' && minor > 0 ? styles.owed : tone === 'good' && minor > 0 ? styles.good : ''
  return <span className={`lm-number ${paint}`}>{symbol ? format.money(minor) : format.amount(minor)}</span>
}

/** A calendar day; nothing where there is none. */
export function DateText({ day }: { day: string | null | undefined }) {
  const format = useFormat()
  if (day === null || day === undefined) return <span className={styles.zero}>–</span>
  return (
    <time dateTime={day} className="lm-number">
      {format.date(day)}
    </time>
  )
}

/** A point in time in the company's zone. */
export function TimeText({ at }: { at: string | null | undefined }) {
  const format = useFormat()
  if (at === null || at === undefined) return <span className={styles.zero}>–</span>
  return (
    <time dateTime={at} className="lm-number">
      {format.dateTime(at)}
    </time>
  )
}

export type Tone = 'green' | 'amber' | 'red' | 'blue' | 'violet' | 'grey'

/** A state as a dot and its word: never colour alone. */
export function Status({ tone, label, isHollow = false }: { tone: Tone; label: string; isHollow?: boolean }) {
  return (
    <span className={`${styles.status} ${styles[tone]} ${isHollow ? styles.hollow : ''}`}>
      <span>{label}</span>
    </span>
  )
}
