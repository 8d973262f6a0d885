import { useLingui } from '@lingui/react/macro'
import { useMay } from '../../lib/session.ts'
import { UrlTabs } from '../../ui/url-tabs.tsx'
import type { UrlTab } from '../../ui/url-tabs.tsx'
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
  const all: readonly (UrlTab & { readonly isShown?: boolean })[] = [
    { key: 'timeline', label: t`Timeline and notes`, content: () => <Timeline client={client} /> },
    { key: 'invoices', label: t`Invoices`, isShown: may('invoice.view'), content: () => <ClientInvoices clientId={client.id} /> },
    { key: 'payments', label: t`Payments`, isShown: may('payment.view'), content: () => <ClientPayments clientId={client.id} /> },
    { key: 'messages', label: t`Messages`, content: () => <ClientMessages clientId={client.id} /> },
    { key: 'charges', label: t`Charges`, content: () => <Charges client={client} /> },
    { key: 'deposit', label: t`Deposit`, isShown: may('payment.view'), content: () => <Deposits client={client} /> },
    { key: 'discounts', label: t`Discounts`, isShown: may('discount.give'), content: () => <Discounts client={client} /> },
    { key: 'documents', label: t`Documents`, content: () => <Documents client={client} /> },
    { key: 'about', label: t`Details`, content: () => <ClientFacts client={client} /> },
  ]
  return <UrlTabs className={styles.tabs ?? ''} tabs={all.filter(({ isShown = true }) => isShown)} />
}
