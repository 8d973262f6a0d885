import styles from './map.module.css'
import { LIGHT_SIGNS, OUTLINES, SIGNS, SIZES } from './shapes.ts'
import type { Kind, Light, PointState } from './shapes.ts'

/** What stands on the map, as it stands there; its words are beside it. */
export function Mark({ kind, state, light = null }: { kind: Kind; state: PointState; light?: Light | null }) {
  const sign = light === null ? undefined : LIGHT_SIGNS[light]
  return (
    <svg className={`${styles.mark} ${styles[state]}`} width={SIZES[kind]} height={SIZES[kind]} viewBox="0 0 24 24" aria-hidden="true">
      <path className={styles.outline} d={OUTLINES[kind]} />
      {SIGNS[state] !== '' && <path className={styles.sign} d={SIGNS[state]} />}
      {sign !== undefined && <path className={`${styles.lightSign} ${styles[`light_${light}`]}`} d={sign} />}
    </svg>
  )
}
