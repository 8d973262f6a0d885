import { useLingui } from '@lingui/react/macro'
import { useDisclosure, useHotkeys, useLocalStorage } from '@mantine/hooks'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconMenu2, IconSearch } from '@tabler/icons-react'
import { Link, Outlet, useMatches, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useMay, useMe } from '../../lib/session.ts'
import { useEvents } from '../../lib/use-events.ts'
import { BrandMark } from '../../ui/brand-mark.tsx'
import { NotAllowed } from '../../ui/page-states.tsx'
import { LogInAgain } from './log-in-again.tsx'
import { placesFor } from './navigation.ts'
import styles from './shell.module.css'
import { UserMenu } from './user-menu.tsx'

const Omnibox = lazy(() => import('./omnibox.tsx').then(({ Omnibox: component }) => ({ default: component })))

/** What stays around every page: where one is, the one search box, and oneself. */
export function Shell() {
  const { t, i18n } = useLingui()
  const me = useMe()
  useEvents()
  const [isFolded, setFolded] = useLocalStorage({ key: 'lastmile.side', defaultValue: false, getInitialValueInEffect: false })
  const [isSideOpen, side] = useDisclosure(false)
  const [isSearching, search] = useDisclosure(false)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const main = useRef<HTMLElement>(null)
  useHotkeys([
    ['mod+K', search.open],
    ['/', search.open],
  ])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the drawer of a phone.
  useEffect(side.close, [path])

  const name = me.company.name === '' ? 'Lastmile' : me.company.name
  const isHere = (to: string) => (to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`))
  const Fold = isFolded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse

  return (
    <div className={`${styles.shell} ${isFolded ? styles.folded : ''}`}>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          event.preventDefault()
          main.current?.focus()
        }}
      >{t`Skip to the content`}</a>
      <header className={styles.header}>
        <button type="button" className={styles.burger} aria-label={t`Menu`} aria-expanded={isSideOpen} onClick={side.toggle}>
          <IconMenu2 size={20} />
        </button>
        <Link to="/" className={styles.company ?? ''} aria-label={name}>
          <BrandMark />
          <span>{name}</span>
        </Link>
        <button type="button" className={styles.search} onClick={search.open} aria-keyshortcuts="Control+K Meta+K /">
          <IconSearch size={15} aria-hidden />
          <span>{t`Find anything or do something`}</span>
          <kbd className={styles.key}>Ctrl K</kbd>
        </button>
        <div className={styles.tools}>
          <UserMenu />
        </div>
      </header>
      <div className={isSideOpen ? styles.veilOpen : styles.veil} onClick={side.close} aria-hidden="true" />
      <div className={`${styles.side} ${isSideOpen ? styles.sideOpen : ''}`}>
        <nav className={styles.nav} aria-label={t`Main menu`}>
          {placesFor(me.permissions).map((group, at) => (
            <div key={at}>
              {group.label !== null && <div className={styles.group}>{i18n._(group.label)}</div>}
              {group.places.map(({ to, section, label, icon: Icon }) => (
                <Link
                  key={section}
                  to={to}
                  className={`${styles.place} ${isHere(section) ? styles.here : ''}`}
                  aria-current={isHere(section) ? 'page' : undefined}
                  title={isFolded ? i18n._(label) : undefined}
                  aria-label={i18n._(label)}
                >
                  <Icon size={17} stroke={1.8} aria-hidden />
                  <span>{i18n._(label)}</span>
                </Link>
              ))}
            </div>
          ))}
        </nav>
        <button type="button" className={styles.fold} onClick={() => setFolded(!isFolded)} aria-label={isFolded ? t`Unfold the menu` : t`Fold the menu`}>
          <Fold size={17} stroke={1.8} aria-hidden />
          <span>{t`Fold the menu`}</span>
        </button>
      </div>
      <main className={styles.main} id="main" ref={main} tabIndex={-1}>
        <AllowedPage />
      </main>
      {isSearching && (
        <Suspense>
          <Omnibox onClose={search.close} />
        </Suspense>
      )}
      <LogInAgain />
    </div>
  )
}

/** The page, or a plain word where the role does not have it: typed addresses and old links lead here too. */
function AllowedPage() {
  const may = useMay()
  const needed = useMatches({ select: (matches) => matches.at(-1)?.staticData.permission })
  return needed === undefined || may(needed) ? <Outlet /> : <NotAllowed />
}
