import { useLingui } from '@lingui/react/macro'

/** Why a payment no longer pays a bill: the program's own reasons in words, what people wrote as they wrote it. */
export function useTakenBackText(): (reason: string) => string {
  const { t } = useLingui()
  const texts: Readonly<Record<string, string>> = {
    refund: t`Given back`,
    reversal: t`Payment reversed`,
    credit_note: t`Credited`,
    by_hand: t`Moved by hand`,
  }
  return (reason) => texts[reason] ?? reason
}
