import { useLingui } from '@lingui/react/macro'
import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useMay } from '../../lib/session.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { Charges } from './charges.tsx'
import { ClientFacts } from './client-facts.tsx'
import { ClientInvoices } from './client-invoices.tsx'
import { ClientPayments } from './client-payments.tsx'
import type { Client } from './client.ts'
import styles from './client.module.css'
import { Deposits } from './deposits.tsx'
import { Discounts } from './discounts.tsx'
import { Documents } from './documents.tsx'
import { ClientMessages } from '../messages/client-messages.tsx'
import { Timeline } from './timeline.tsx'

/** Everything that does not fit on the first screen; which part is open stands in the address. */
export function ClientTabs({ client }: { client: Client }) {
  const { t } = useLingui()
  const may = useMay()
  const [state, setState] = useUrlState()
  const tabs: readonly (readonly [string, string, boolean, () => ReactNode])[] = [
    ['timeline', t`Timeline and notes`, true, () => <Timeline client={client} />],
    ['invoices', t`Invoices`, may('invoice.view'), () => <ClientInvoices clientId={client.id} />],
    ['payments', t`Payments`, may('payment.view'), () => <ClientPayments clientId={client.id} />],
    ['messages', t`Messages`, true, () => <ClientMessages clientId={client.id} />],
    ['charges', t`Charges`, true, () => <Charges client={client} />],
    ['deposit', t`Deposit`, may('payment.view'), () => <Deposits client={client} />],
    ['discounts', t`Discounts`, may('discount.give'), () => <Discounts client={client} />],
    ['documents', t`Documents`, true, () => <Documents client={client} />],
    ['about', t`Details`, true, () => <ClientFacts client={client} />],
  ]
  const shown = tabs.filter(([, , isShown]) => isShown)
  const open = shown.find(([key]) => key === state['tab']) ?? shown[0]
  return (
    <Tabs
      className={styles.tabs ?? ''}
      value={open?.[0] ?? 'timeline'}
      onChange={(tab) => setState({ tab: tab === null || tab === 'timeline' ? undefined : tab })}
      keepMounted={false}
      ref={(node) => {
        // Asked for from above, the part must come into sight.
        if (state['tab'] !== undefined && node !== null && node.getBoundingClientRect().top > window.innerHeight - 120) node.scrollIntoView({ block: 'start' })
      }}
    >
      <Tabs.List className={styles.tabList ?? ''}>
        {shown.map(([key, label]) => (
          <Tabs.Tab key={key} value={key}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {open !== undefined && <Tabs.Panel value={open[0]}>{open[3]()}</Tabs.Panel>}
    </Tabs>
  )
}
