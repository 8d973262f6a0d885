import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import styles from './effect.module.css'
import { Money } from './values.tsx'

/** What will happen, told before it is done: rows of figures, the last of them where things stand afterwards. */
export function Effect({ children, isStale = false }: { children: ReactNode /** New figures are on their way. */; isStale?: boolean }) {
  return (
    <dl className={`${styles.effect} ${isStale ? styles.stale : ''}`} aria-live="polite" aria-busy={isStale}>
      {children}
    </dl>
  )
}

export function EffectRow({ label, children, isSum = false }: { label: ReactNode; children: ReactNode; isSum?: boolean }) {
  return (
    <div className={isSum ? styles.sum : undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Where the client stands afterwards. */
export function BalanceAfter({ balance }: { balance: { readonly receivable_minor: number; readonly credit_minor: number } }) {
  return (
    <>
      <EffectRow label={<Trans>Owes afterwards</Trans>} isSum>
        <Money minor={balance.receivable_minor} symbol tone="owed" />
      </EffectRow>
      {balance.credit_minor > 0 && (
        <EffectRow label={<Trans>Paid in advance afterwards</Trans>}>
          <Money minor={balance.credit_minor} symbol tone="good" />
        </EffectRow>
      )}
    </>
  )
}
