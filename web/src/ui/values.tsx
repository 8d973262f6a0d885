import { useLingui } from '@lingui/react/macro'
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

/** How a figure stands against an earlier one, as a share of it: an arrow and its word for the ear, green for more. */
export function Trend({ now, before }: { now: number; before: number }) {
  const { t } = useLingui()
  const format = useFormat()
  if (before <= 0) return null
  const bp = Math.round(((now - before) / before) * 10_000)
  const shown = format.percent(Math.abs(Math.abs(bp) < 1000 ? Math.round(bp / 10) * 10 : Math.round(bp / 100) * 100))
  if (bp === 0) return <span className={styles.zero}>{t`the same`}</span>
  return (
    <span className={`${styles.trend} ${bp > 0 ? styles.good : styles.owed}`} title={bp > 0 ? t`${shown} more` : t`${shown} less`}>
      <span aria-hidden="true">{bp > 0 ? '▲' : '▼'}</span> <span className="lm-hidden">{bp > 0 ? t`more:` : t`less:`} </span>
      {shown}
    </span>
  )
}
