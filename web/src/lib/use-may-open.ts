import { useRouter } from '@tanstack/react-router'
import type { StaticDataRouteOption } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useMe } from './session.ts'
import type { Permission } from './session.ts'

const mayOpen = (route: StaticDataRouteOption | undefined, permissions: readonly Permission[]): boolean =>
  route?.permission === undefined || permissions.includes(route.permission)

/** Whether the page at an address opens for the person, by the permission its route names; false where there is no page. */
export function useMayOpen(): (path: string) => boolean {
  const router = useRouter()
  const { permissions } = useMe()
  return useMemo(() => {
    // Lists ask for every row on the screen: pages of one kind are asked of once.
    const known = new Map<string, boolean>()
    return (path) => {
      const kind = (path.split(/[?#]/)[0] ?? path).replaceAll(/\d+/g, '0')
      const before = known.get(kind)
      if (before !== undefined) return before
      const [matched, , found] = router.getMatchedRoutes(kind)
      const opens = found !== undefined && matched.every(({ options }) => mayOpen(options.staticData as StaticDataRouteOption | undefined, permissions))
      known.set(kind, opens)
      return opens
    }
  }, [router, permissions])
}
