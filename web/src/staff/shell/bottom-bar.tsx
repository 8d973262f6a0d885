import { useLingui } from '@lingui/react/macro'
import { IconCash, IconCoins, IconHome, IconMenu2, IconUsers } from '@tabler/icons-react'
import { Link, useRouterState } from '@tanstack/react-router'
import { useMay } from '../../lib/session.ts'
import styles from './bottom-bar.module.css'

/** A phone's way to what is used most, where the thumb is. */
export function BottomBar({ isMenuOpen, onMenu, onTakePayment }: { isMenuOpen: boolean; onMenu: () => void; onTakePayment: () => void }) {
  const { t } = useLingui()
  const may = useMay()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const places = [
    { to: '/', label: t`Home`, Icon: IconHome, isHere: path === '/' },
    ...(may('client.view') ? [{ to: '/clients', label: t`Clients`, Icon: IconUsers, isHere: /^\/(clients|signups|bulk)\b/.test(path) }] : []),
  ]
  const later = may('payment.view') ? [{ to: '/payments', label: t`Payments`, Icon: IconCoins, isHere: path.startsWith('/payments') }] : []
  const link = ({ to, label, Icon, isHere }: (typeof places)[number]) => (
    <Link key={to} to={to} className={styles.item ?? ''} aria-current={isHere ? 'page' : undefined}>
      <Icon size={21} stroke={1.8} aria-hidden />
      <span>{label}</span>
    </Link>
  )
  return (
    <nav className={styles.bar} aria-label={t`Shortcuts`}>
      {places.map(link)}
      {may('payment.take') && (
        <button type="button" className={`${styles.item} ${styles.take}`} onClick={onTakePayment} aria-label={t`Take a payment`}>
          <span className={styles.disc}>
            <IconCash size={23} stroke={1.8} aria-hidden />
          </span>
        </button>
      )}
      {later.map(link)}
      <button type="button" className={styles.item} aria-expanded={isMenuOpen} aria-controls="menu" onClick={onMenu}>
        <IconMenu2 size={21} stroke={1.8} aria-hidden />
        <span>{t`Menu`}</span>
      </button>
    </nav>
  )
}
