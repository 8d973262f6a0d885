import { useLingui } from '@lingui/react/macro'

/** What kind of account it is, in the order of a balance sheet and a profit and loss statement. */
export const ACCOUNT_TYPES = ['asset', 'liability', 'equity', 'income', 'expense'] as const

export function useAccountTypeText(): (type: string) => string {
  const { t } = useLingui()
  const texts: Record<string, string> = {
    asset: t`What the company has`,
    liability: t`What it owes`,
    equity: t`What is its own`,
    income: t`Income`,
    expense: t`Expenses`,
  }
  return (type) => texts[type] ?? type
}

/** Whose part of the books an account stands for. */
export function useControlText(): (party: string) => string {
  const { t } = useLingui()
  const texts: Record<string, string> = {
    client: t`Kept by the documents of clients`,
    wallet: t`Stands for the wallets`,
    gateway: t`Kept by the payment gateways`,
    reseller: t`Kept by the documents of resellers`,
    employee: t`Kept by the payroll`,
    transfer: t`Kept by the transfers between wallets`,
  }
  return (party) => texts[party] ?? party
}
