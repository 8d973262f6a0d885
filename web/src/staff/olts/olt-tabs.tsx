import { useLingui } from '@lingui/react/macro'
import { UrlTabs } from '../../ui/url-tabs.tsx'
import type { UrlTab } from '../../ui/url-tabs.tsx'
import { OltConsole } from './olt-console.tsx'
import { OltHealth } from './olt-health.tsx'
import { OltMacs } from './olt-macs.tsx'
import { OltOnus } from './olt-onus.tsx'
import { OltPons } from './olt-pons.tsx'
import { OltPorts } from './olt-ports.tsx'
import { OltTasks } from './olt-tasks.tsx'
import type { Olt, Polls } from './olt.ts'
import { OltWaiting } from './olt-waiting.tsx'

/** What lies behind the figures of an OLT; which part is open stands in the address. */
export function OltTabs({ olt, polls }: { olt: Olt; polls: Polls | undefined }) {
  const { t } = useLingui()
  const tabs: readonly UrlTab[] = [
    { key: 'pons', label: t`PONs`, content: () => <OltPons olt={olt} /> },
    { key: 'onus', label: t`ONUs`, content: () => <OltOnus olt={olt} /> },
    { key: 'waiting', label: t`Waiting`, content: () => <OltWaiting olt={olt} /> },
    { key: 'ports', label: t`Ports`, content: () => <OltPorts olt={olt} /> },
    { key: 'macs', label: t`MAC table`, content: () => <OltMacs olt={olt} /> },
    { key: 'health', label: t`Health`, content: () => <OltHealth olt={olt} polls={polls} /> },
    { key: 'tasks', label: t`Told to it`, content: () => <OltTasks oltId={olt.id} /> },
    ...(olt.cli === 'none' ? [] : [{ key: 'console', label: t`Console`, content: () => <OltConsole olt={olt} /> }]),
  ]
  return <UrlTabs tabs={tabs} forgets />
}
