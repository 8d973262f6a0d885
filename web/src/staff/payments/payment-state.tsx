import { useLingui } from '@lingui/react/macro'
import type { RowOf } from '../../api/use-list.ts'
import { Status } from '../../ui/values.tsx'

export type Payment = RowOf<'/api/v1/payments'>

export function PaymentState({ payment }: { payment: Pick<Payment, 'status' | 'refunded_minor' | 'remaining_minor'> }) {
  const { t } = useLingui()
  if (payment.status === 'reversed') return <Status tone="grey" label={t`Reversed`} isHollow />
  if (payment.status === 'suspense') return <Status tone="amber" label={t`Whose money?`} />
  if (payment.refunded_minor > 0) return <Status tone="violet" label={t`Given back`} />
  return payment.remaining_minor > 0 ? <Status tone="blue" label={t`Partly credit`} /> : <Status tone="green" label={t`Set against bills`} />
}
