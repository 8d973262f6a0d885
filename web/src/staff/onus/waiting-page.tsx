import { useLingui } from '@lingui/react/macro'
import { Page } from '../../ui/page.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { WaitingList } from './waiting-list.tsx'

/** ONUs that wait to be let in, on all OLTs. */
export function WaitingOnusPage() {
  const { t } = useLingui()
  return (
    <Page title={t`ONUs that wait`} fills>
      <SectionTabs of="/olts" />
      <WaitingList />
    </Page>
  )
}
