import { Trans, useLingui } from '@lingui/react/macro'
import type { CSSProperties } from 'react'
import { shadesOf } from '../../lib/palette.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ProgramSign } from '../../ui/brand-mark.tsx'
import type { CompanyValues } from './company-page.tsx'
import styles from './company.module.css'

/** The console and an invoice in small, as they would look. */
export function LookPreview({ values, logo, colour }: { values: CompanyValues; logo: string | null; colour: string }) {
  const { t } = useLingui()
  const format = useFormat()
  const shades = shadesOf(colour)
  const tones = Object.fromEntries(shades.map((shade, at) => [`--mantine-color-brand-${at}`, shade])) as CSSProperties
  const name = values.name === '' ? 'Lastmile' : values.name
  return (
    <div className={styles.preview} style={tones} aria-live="polite">
      <div className={styles.console}>
        <div className={styles.head}>
          {logo === null ? <ProgramSign size={22} /> : <img src={logo} alt="" height={22} />}
          <b>{name}</b>
        </div>
        <div className={styles.body}>
          <span className={styles.link}>Rahim Uddin</span>
          <span className={styles.button}>
            <Trans>Take a payment</Trans>
          </span>
        </div>
      </div>
      <div className={styles.paper}>
        <div className={styles.paperHead}>
          <div>
            {logo !== null && <img src={logo} alt="" height={34} />}
            <b>{name}</b>
            {[values.address, values.phone, values.email].filter(Boolean).map((line) => (
              <small key={line}>{line}</small>
            ))}
            {values.vat_registration !== '' && <small>BIN {values.vat_registration}</small>}
          </div>
          <span className={styles.paperTitle} style={{ color: shades[7] }}>
            <Trans>Invoice</Trans>
          </span>
        </div>
        <div className={styles.rule} style={{ background: shades[7] }} />
        <div className={styles.paperRow}>
          <span>{t`Home 20 Mbps`}</span>
          <span>{format.money(105_000)}</span>
        </div>
        <div className={`${styles.paperRow} ${styles.total}`}>
          <span>
            <Trans>Total</Trans>
          </span>
          <span>{format.money(105_000)}</span>
        </div>
      </div>
    </div>
  )
}
