import { useLingui } from '@lingui/react/macro'
import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMay } from '../../lib/session.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { PendingChanges } from './pending-changes.tsx'
import { RouterDrift } from './router-drift.tsx'
import { RouterExports } from './router-exports.tsx'
import { RouterRadius } from './router-radius.tsx'
import { RouterSessions } from './router-sessions.tsx'
import { RouterTools } from './router-tools.tsx'
import type { Router } from './router.ts'
import styles from './routers.module.css'
import { RouterWaiting } from './router-waiting.tsx'

/** What lies behind the figures of a router; which part is open stands in the address. */
export function RouterTabs({ router }: { router: Router }) {
  const { t } = useLingui()
  const may = useMay()
  const [state, setState] = useUrlState()
  const tabs: readonly (readonly [string, string, () => ReactNode])[] = [
    ['waiting', t`Not in sync`, () => <RouterWaiting router={router} />],
    ['changes', t`Pending changes`, () => <PendingChanges router={router} />],
    ['drift', t`Not ours`, () => <RouterDrift router={router} />],
    ['sessions', t`Online now`, () => <RouterSessions router={router} />],
    ['tools', t`Reach`, () => <RouterTools router={router} />],
    ['radius', 'RADIUS', () => <RouterRadius router={router} />],
    ...(may('router.edit') ? [['setup', t`Set-up kept`, () => <RouterExports router={router} />] as const] : []),
  ]
  const open = tabs.find(([key]) => key === state['tab']) ?? tabs[0]
  if (open === undefined) return null
  return (
    <Tabs
      className={styles.tabs ?? ''}
      value={open[0]}
      onChange={(tab) => setState({ tab: tab === null || tab === 'waiting' ? undefined : tab })}
      keepMounted={false}
    >
      <Tabs.List className={styles.tabList ?? ''}>
        {tabs.map(([key, label]) => (
          <Tabs.Tab key={key} value={key}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={open[0]}>{open[2]()}</Tabs.Panel>
    </Tabs>
  )
}
