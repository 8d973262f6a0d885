import { useLingui } from '@lingui/react/macro'
import { useDisclosure, useHotkeys, useLocalStorage } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { Link, Outlet, useMatches, useNavigate, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { register, useShortcut } from '../../lib/shortcuts.ts'
import { useMay, useMe } from '../../lib/session.ts'
import { useEvents } from '../../lib/use-events.ts'
import { BrandMark } from '../../ui/brand-mark.tsx'
import { NotAllowed } from '../../ui/page-states.tsx'
import type { PickedClient } from '../payments/client-picker.tsx'
import { BottomBar } from './bottom-bar.tsx'
import type { ShellAction } from './commands.ts'
import { LogInAgain } from './log-in-again.tsx'
import { placesFor } from './navigation.ts'
import { NoticeBar } from './notice-bar.tsx'
import styles from './shell.module.css'
import { Side } from './side.tsx'
import { useNoteRecents } from './use-note-recents.ts'
import { TakePaymentContext } from './take-payment-from.ts'
import { usePageFocus } from './use-page-focus.ts'
import { usePreferences } from './use-preferences.ts'
import { LanguageSwitch, ThemeSwitch, UserMenu } from './user-menu.tsx'
import { WorkMenu } from './work-menu.tsx'

const Omnibox = lazy(() => import('./omnibox.tsx').then(({ Omnibox: component }) => ({ default: component })))
const HelpSheet = lazy(() => import('./help-sheet.tsx').then(({ HelpSheet: component }) => ({ default: component })))
const TakePayment = lazy(() => import('../payments/take-payment.tsx').then(({ TakePayment: component }) => ({ default: component })))

/** What stays around every page: where one is, the one search box, what runs in the background, and oneself. */
export function Shell() {
  const { t } = useLingui()
  const me = useMe()
  const may = useMay()
  useEvents()
  usePageFocus()
  useNoteRecents(me.user.id)
  const { setTheme, setLocale, logOut, shownTheme, otherLocale } = usePreferences()
  const [isFolded, setFolded] = useLocalStorage({ key: 'lastmile.side', defaultValue: false, getInitialValueInEffect: false })
  const [isSideOpen, side] = useDisclosure(false)
  const [isSearching, search] = useDisclosure(false)
  const [isHelping, help] = useDisclosure(false)
  const [paying, setPaying] = useState<{ readonly client: PickedClient | null } | null>(null)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const main = useRef<HTMLElement>(null)
  const takePayment = (client: PickedClient | null = null) => setPaying({ client })
  const act = (action: ShellAction, client?: PickedClient) => {
    if (action === 'take_payment') takePayment(client)
    else if (action === 'help') help.open()
    else if (action === 'theme') setTheme(shownTheme === 'dark' ? 'light' : 'dark')
    else if (action === 'language') void setLocale(otherLocale)
    else if (action === 'print')
      setTimeout(() => window.print(), 300) // The box must be gone from the picture first.
    else void logOut()
  }

  useHotkeys([['mod+K', search.open]], [])
  const everywhere = { isEverywhere: true }
  useShortcut('/', t`Find anything or do something`, search.open, everywhere)
  useShortcut('?', t`This help`, help.open, everywhere)
  useShortcut('p', t`Take a payment`, may('payment.take') ? () => takePayment() : null, everywhere)
  useGoTo()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the drawer of a phone.
  useEffect(side.close, [path])

  const name = me.company.name === '' ? 'Lastmile' : me.company.name
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
          <WorkMenu />
          <span className={styles.wide}>
            <LanguageSwitch />
            <ThemeSwitch />
          </span>
          <UserMenu onHelp={help.open} />
        </div>
      </header>
      <Side isFolded={isFolded} onFold={() => setFolded(!isFolded)} isOpen={isSideOpen} onClose={side.close}>
        <LanguageSwitch />
        <ThemeSwitch />
      </Side>
      <main className={styles.main} id="main" ref={main} tabIndex={-1}>
        <NoticeBar />
        <TakePaymentContext value={takePayment}>
          <AllowedPage />
        </TakePaymentContext>
      </main>
      <BottomBar isMenuOpen={isSideOpen} onMenu={side.toggle} onTakePayment={() => takePayment()} />
      <Suspense>
        {isSearching && <Omnibox onClose={search.close} onAction={act} />}
        {isHelping && <HelpSheet onClose={help.close} />}
        {paying !== null && <TakePayment client={paying.client} onClose={() => setPaying(null)} />}
      </Suspense>
      <LogInAgain />
    </div>
  )
}

/** `g` and a letter lead to the pages of the menu. */
function useGoTo(): void {
  const { i18n } = useLingui()
  const { permissions } = useMe()
  const navigate = useNavigate()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language has other names.
  useEffect(() => {
    const places = placesFor(permissions).flatMap((group) => group.places)
    return register(places.map(({ to, letter, label }) => ({ key: `g ${letter}`, label: i18n._(label), isEverywhere: true, run: () => void navigate({ to }) })))
  }, [permissions, navigate, i18n, i18n.locale])
}

/** The page, or a plain word where the role does not have it: typed addresses and old links lead here too. */
function AllowedPage() {
  const may = useMay()
  const needed = useMatches({ select: (matches) => matches.at(-1)?.staticData.permission })
  return needed === undefined || may(needed) ? <Outlet /> : <NotAllowed />
}
