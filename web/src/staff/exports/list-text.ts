import { useLingui } from '@lingui/react/macro'

/** The lists that can be written into a file. */
export function useListText(): (list: string) => string {
  const { t } = useLingui()
  const texts: Record<string, string> = {
    clients: t`Clients`,
    subscriptions: t`Lines`,
    invoices: t`Invoices`,
    invoices_pdf: t`Invoices on paper`,
    credit_notes: t`Credit notes`,
    payments: t`Payments`,
    packages: t`Packages`,
    ledger_entries: t`Journal`,
    audit_events: t`Audit`,
    run_items: t`Bills of a run`,
    wallet_transfers: t`Transfers`,
  }
  return (list) => texts[list] ?? list.replaceAll('_', ' ')
}
