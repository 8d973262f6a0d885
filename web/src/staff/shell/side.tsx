import { useLingui } from '@lingui/react/macro'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { Link, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useMe } from '../../lib/session.ts'
import { placesFor } from './navigation.ts'
import styles from './side.module.css'

/** The way to every page the role has; beside the page on a desk, a drawer from the thumb's side on a phone. */
export function Side({ isFolded, onFold, isOpen, onClose, children }: SideProps) {
  const { t, i18n } = useLingui()
  const me = useMe()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const isHere = (to: string) => (to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`))
  // Some pages inside a place have addresses of their own.
  const isIn = (section: string, inside: readonly { readonly to: string }[]) => isHere(section) || inside.some(({ to }) => isHere(to))
  const Fold = isFolded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const drawer = useRef<HTMLDivElement>(null)
  // On a low screen the menu scrolls; where one is must be in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another place.
  useEffect(() => {
    drawer.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [path])
  useEffect(() => {
    if (!isOpen) return
    const before = document.activeElement
    drawer.current?.querySelector('a')?.focus()
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [isOpen, onClose])
  return (
    <>
      <div className={isOpen ? styles.veilOpen : styles.veil} onClick={onClose} aria-hidden="true" />
      <div className={`${styles.side} ${isFolded ? styles.folded : ''} ${isOpen ? styles.open : ''}`} id="menu" ref={drawer}>
        <nav className={styles.nav} aria-label={t`Main menu`}>
          {placesFor(me.permissions).map((group, at) => (
            <div key={at} className={styles.section}>
              {group.label !== null && <div className={styles.group}>{i18n._(group.label)}</div>}
              <div className={styles.places}>
                {group.places.map(({ to, section, label, icon: Icon, inside = [] }) => (
                  <Link
                    key={section}
                    to={to}
                    className={`${styles.place} ${isIn(section, inside) ? styles.here : ''}`}
                    aria-current={isIn(section, inside) ? 'page' : undefined}
                    title={isFolded ? i18n._(label) : undefined}
                    aria-label={i18n._(label)}
                    onClick={onClose}
                  >
                    <Icon size={17} stroke={1.8} aria-hidden />
                    <span>{i18n._(label)}</span>
                  </Link>
                ))}
              </div>
            </div>
          ))}
        </nav>
        <div className={styles.own}>{children}</div>
        <button type="button" className={styles.fold} onClick={onFold} aria-label={isFolded ? t`Unfold the menu` : t`Fold the menu`}>
          <Fold size={17} stroke={1.8} aria-hidden />
          <span>{t`Fold the menu`}</span>
        </button>
      </div>
    </>
  )
}

interface SideProps {
  readonly isFolded: boolean
  readonly onFold: () => void
  /** The drawer of a phone. */
  readonly isOpen: boolean
  readonly onClose: () => void
  /** What a phone keeps here for want of room in its head. */
  readonly children: ReactNode
}
