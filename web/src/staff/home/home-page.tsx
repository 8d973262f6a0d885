import { useLingui } from '@lingui/react/macro'
import { useMe } from '../../lib/session.ts'
import { Page } from '../../ui/page.tsx'

export function HomePage() {
  const { t } = useLingui()
  const { company } = useMe()
  return <Page title={company.name === '' ? t`Home` : company.name}>{null}</Page>
}
