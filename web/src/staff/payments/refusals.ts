import { useLingui } from '@lingui/react/macro'

/** Why something may not be done with a payment, for people; the codes are the server's. */
export function usePaymentRefusalText(): (code: string | null) => string {
  const { t } = useLingui()
  const texts: Record<string, string> = {
    payment_already_reversed: t`It is reversed already.`,
    payment_refunded: t`Some of it was given back.`,
    nothing_left: t`Nothing of it is left.`,
    nothing_allocated: t`It pays no invoice.`,
    payment_in_suspense: t`Nobody knows yet whose money it is.`,
  }
  return (code) => texts[code ?? ''] ?? code ?? ''
}
