import { useLingui } from '@lingui/react/macro'
import { useFormat } from '../../lib/use-format.ts'
import { Status } from '../../ui/values.tsx'
import type { Tone } from '../../ui/values.tsx'
import { awayOf, useDbmText, useLightText, useOnuStateText } from './onu.ts'
import type { Light, OnuCounts, OnuState } from './onu.ts'
import styles from './onus.module.css'

const TONES: Readonly<Record<OnuState, Tone>> = { online: 'green', offline: 'grey', los: 'red', power_off: 'amber', disabled: 'violet', unknown: 'grey' }

/** How an ONU stands, as a dot and its word. */
export function OnuStateMark({ state }: { state: OnuState }) {
  const text = useOnuStateText()
  return <Status tone={TONES[state]} label={text(state)} isHollow={state === 'disabled' || state === 'unknown' || state === 'offline'} />
}

/** Light in dBm with how it is: by colour, by a sign and by a word for the ear. */
export function LightValue({ dbm, light, hasWord = false }: { dbm: number | null; light: Light; hasWord?: boolean }) {
  const text = useDbmText()
  const word = useLightText()
  if (dbm === null) return <span className={styles.none}>–</span>
  return (
    <span className={`lm-number ${styles.light} ${styles[light]}`} title={word(light)}>
      <i aria-hidden="true">{SIGNS[light]}</i> {text(dbm)} {hasWord ? <small>{word(light)}</small> : <span className="lm-hidden">({word(light)})</span>}
    </span>
  )
}

const SIGNS: Readonly<Record<Light, string>> = { good: '●', weak: '▲', critical: '▼', too_strong: '◆', unknown: '○' }

/** The light an ONU has now; of one that is away the last that was measured, which says nothing of today. */
export function OnuLight({
  onu,
  hasWord = false,
}: {
  onu: { readonly rx_dbm: number | null; readonly light: Light; readonly state: OnuState }
  hasWord?: boolean
}) {
  const { t } = useLingui()
  const text = useDbmText()
  if (onu.state === 'online' || onu.rx_dbm === null) return <LightValue dbm={onu.rx_dbm} light={onu.light} hasWord={hasWord} />
  return (
    <span className={`lm-number ${styles.light} ${styles.unknown}`} title={t`last measured`}>
      <i aria-hidden="true">○</i> {text(onu.rx_dbm)} {hasWord ? <small>{t`last measured`}</small> : <span className="lm-hidden">({t`last measured`})</span>}
    </span>
  )
}

/** How many ONUs are online, away and weak, as a bar with its figures. */
export function OnuBar({ counts }: { counts: Omit<OnuCounts, 'unlinked'> | undefined }) {
  const { t } = useLingui()
  const format = useFormat()
  if (counts === undefined) return null
  const { total, online, los, disabled, unknown } = counts
  if (total === 0) return <span className={styles.none}>{t`none yet`}</span>
  const away = awayOf(counts)
  const parts = [
    ['online', online],
    ['los', los],
    ['away', away - los],
    ['other', disabled + unknown],
  ] as const
  const said = t`${format.number(online)} of ${format.number(total)} online, ${format.number(away)} away`
  return (
    <span className={styles.barCell} title={said}>
      <span className={styles.barTrack} aria-hidden="true">
        {parts.map(([key, count]) => (count === 0 ? null : <i key={key} className={styles[key]} style={{ flexGrow: count }} />))}
      </span>
      <span className={styles.barText} aria-hidden="true">
        {format.number(online)}/{format.number(total)}
      </span>
      <span className="lm-hidden">{said}</span>
    </span>
  )
}
