/** The fixed part of the chart of accounts, by the ids that migration 0910 gives them. */
export const ACCOUNT = {
  wallets: 1n,
  inTransit: 2n,
  receivable: 3n,
  gatewayClearing: 4n,
  clientCredit: 7n,
  depositsHeld: 8n,
  vatPayable: 9n,
  suspense: 13n,
  openingEquity: 14n,
  packageIncome: 15n,
  addonIncome: 16n,
  oneTimeIncome: 17n,
  lateFees: 18n,
  allowances: 19n,
  badDebts: 22n,
  rounding: 24n,
  shortOver: 25n,
} as const

/** Income account of an invoice line's item; the SQL function `income_account` is its twin. */
export function incomeAccount(item: string): bigint {
  if (item === 'package') return ACCOUNT.packageIncome
  if (item === 'addon') return ACCOUNT.addonIncome
  if (item === 'late_fee') return ACCOUNT.lateFees
  // A debt from other books is no income of these.
  if (item === 'opening') return ACCOUNT.openingEquity
  return ACCOUNT.oneTimeIncome
}
