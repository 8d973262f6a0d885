import { useLingui } from '@lingui/react/macro'
import { Link, useRouterState } from '@tanstack/react-router'
import { useMe } from '../../lib/session.ts'
import { useChosenInSight } from '../../lib/use-chosen-in-sight.ts'
import { placesFor } from './navigation.ts'
import styles from './section-tabs.module.css'

/** The pages that lie inside one place of the menu, as far as the person may open them. */
export function SectionTabs({ of }: { of: string }) {
  const { i18n } = useLingui()
  const { permissions } = useMe()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const strip = useChosenInSight<HTMLElement>(path)
  const place = placesFor(permissions)
    .flatMap(({ places }) => places)
    .find(({ section }) => section === of)
  const inside = place?.inside ?? []
  if (place === undefined || inside.length < 2) return null
  return (
    <nav ref={strip} className={styles.tabs} aria-label={i18n._(place.label)}>
      {inside.map(({ to, label }) => (
        <Link key={to} to={to} className={styles.tab ?? ''} activeOptions={{ exact: true, includeSearch: false }}>
          {i18n._(label)}
        </Link>
      ))}
    </nav>
  )
}
