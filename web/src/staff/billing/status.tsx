import { useLingui } from '@lingui/react/macro'
import type { RowOf } from '../../api/use-list.ts'
import { Status } from '../../ui/values.tsx'

export type InvoiceStatus = RowOf<'/api/v1/invoices'>['status']
export const INVOICE_STATUSES: readonly InvoiceStatus[] = ['unpaid', 'partial', 'paid', 'overdue', 'void']

const TONES = { unpaid: 'blue', partial: 'amber', paid: 'green', overdue: 'red', void: 'grey' } as const

/** The words for what an invoice still wants. */
export function useInvoiceStatusText(): (status: InvoiceStatus) => string {
  const { t } = useLingui()
  return (status) => ({ unpaid: t`Unpaid`, partial: t`Partly paid`, paid: t`Paid`, overdue: t`Overdue`, void: t`Void` })[status]
}

export function InvoiceStatusMark({ status }: { status: InvoiceStatus }) {
  const text = useInvoiceStatusText()
  return <Status tone={TONES[status]} label={text(status)} isHollow={status === 'void' || status === 'unpaid'} />
}
