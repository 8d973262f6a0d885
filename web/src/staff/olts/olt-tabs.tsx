import { useLingui } from '@lingui/react/macro'
import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useUrlState } from '../../lib/use-url-state.ts'
import { OltConsole } from './olt-console.tsx'
import { OltHealth } from './olt-health.tsx'
import { OltMacs } from './olt-macs.tsx'
import { OltOnus } from './olt-onus.tsx'
import { OltPons } from './olt-pons.tsx'
import { OltPorts } from './olt-ports.tsx'
import { OltTasks } from './olt-tasks.tsx'
import type { Olt, Polls } from './olt.ts'
import styles from './olts.module.css'
import { OltWaiting } from './olt-waiting.tsx'

/** What lies behind the figures of an OLT; which part is open stands in the address. */
export function OltTabs({ olt, polls }: { olt: Olt; polls: Polls | undefined }) {
  const { t } = useLingui()
  const [state, setState] = useUrlState()
  const tabs: readonly (readonly [string, string, () => ReactNode])[] = [
    ['pons', t`PONs`, () => <OltPons olt={olt} />],
    ['onus', t`ONUs`, () => <OltOnus olt={olt} />],
    ['waiting', t`Waiting`, () => <OltWaiting olt={olt} />],
    ['ports', t`Ports`, () => <OltPorts olt={olt} />],
    ['macs', t`MAC table`, () => <OltMacs olt={olt} />],
    ['health', t`Health`, () => <OltHealth olt={olt} polls={polls} />],
    ['tasks', t`Told to it`, () => <OltTasks oltId={olt.id} />],
    ...(olt.cli === 'none' ? [] : [['console', t`Console`, () => <OltConsole olt={olt} />] as const]),
  ]
  const open = tabs.find(([key]) => key === state['tab']) ?? tabs[0]
  if (open === undefined) return null
  return (
    <Tabs
      className={styles.tabs ?? ''}
      value={open[0]}
      onChange={(tab) =>
        setState({ ...Object.fromEntries(Object.keys(state).map((key) => [key, undefined])), tab: tab === null || tab === 'pons' ? undefined : tab })
      }
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
