import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useUrlState } from '../../lib/use-url-state.ts'
import { Card } from '../../ui/page.tsx'
import type { Client } from './client.ts'
import { ClientPayments } from './client-payments.tsx'

/** The last money that came. */
export function RecentPayments({ client }: { client: Client }) {
  const { t } = useLingui()
  const [, setState] = useUrlState()
  return (
    <Card
      title={t`Recent payments`}
      flush
      actions={
        <Button variant="subtle" size="compact-sm" onClick={() => setState({ tab: 'payments' })}>
          <Trans>All payments</Trans>
        </Button>
      }
    >
      <ClientPayments clientId={client.id} isShort />
    </Card>
  )
}
