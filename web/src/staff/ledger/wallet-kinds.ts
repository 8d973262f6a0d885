import { useLingui } from '@lingui/react/macro'

export const WALLET_KINDS = ['drawer', 'office', 'bank', 'bkash', 'nagad', 'card', 'other'] as const

export function useWalletKindText(): (kind: string) => string {
  const { t } = useLingui()
  const texts: Record<string, string> = {
    drawer: t`Drawer`,
    office: t`Office cash`,
    bank: t`Bank`,
    bkash: 'bKash',
    nagad: 'Nagad',
    card: t`Card`,
    other: t`Other`,
  }
  return (kind) => texts[kind] ?? kind
}
