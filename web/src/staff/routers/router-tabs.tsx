import { useLingui } from '@lingui/react/macro'
import { useMay } from '../../lib/session.ts'
import { UrlTabs } from '../../ui/url-tabs.tsx'
import type { UrlTab } from '../../ui/url-tabs.tsx'
import { PendingChanges } from './pending-changes.tsx'
import { RouterDrift } from './router-drift.tsx'
import { RouterExports } from './router-exports.tsx'
import { RouterRadius } from './router-radius.tsx'
import { RouterSessions } from './router-sessions.tsx'
import { RouterTools } from './router-tools.tsx'
import type { Router } from './router.ts'
import { RouterWaiting } from './router-waiting.tsx'

/** What lies behind the figures of a router; which part is open stands in the address. */
export function RouterTabs({ router }: { router: Router }) {
  const { t } = useLingui()
  const may = useMay()
  const tabs: readonly UrlTab[] = [
    { key: 'waiting', label: t`Not in sync`, content: () => <RouterWaiting router={router} /> },
    { key: 'changes', label: t`Pending changes`, content: () => <PendingChanges router={router} /> },
    { key: 'drift', label: t`Not ours`, content: () => <RouterDrift router={router} /> },
    { key: 'sessions', label: t`Online now`, content: () => <RouterSessions router={router} /> },
    { key: 'tools', label: t`Reach`, content: () => <RouterTools router={router} /> },
    { key: 'radius', label: 'RADIUS', content: () => <RouterRadius router={router} /> },
    ...(may('router.edit') ? [{ key: 'setup', label: t`Set-up kept`, content: () => <RouterExports router={router} /> }] : []),
  ]
  return <UrlTabs tabs={tabs} />
}
