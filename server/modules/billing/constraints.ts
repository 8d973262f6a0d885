import type { ConstraintMeanings } from '../../platform/http/constraints.ts'

/** What a refused row of money means to the person who caused it. */
export const constraints: ConstraintMeanings = {
  invoice_not_overpaid: { code: 'more_than_open', status: 409, message: 'This is more than what is open of the invoice; load it again' },
  payment_not_overspent: { code: 'more_than_remaining', status: 409, message: 'This is more than what is left of the payment; load it again' },
  credit_not_negative: { code: 'credit_not_enough', status: 409, message: 'The client has not that much credit' },
  entry_sums_to_zero: { code: 'entry_unbalanced', status: 409, message: 'Debits and credits of an entry must be equal' },
  month_is_open: { code: 'month_closed', status: 409, message: 'The accounting month is closed; use a day in an open month' },
  hour_is_open: { code: 'hour_sealed', status: 409, message: 'The books of that hour are sealed' },
  wallet_within_limit: { code: 'wallet_limit', status: 409, message: 'The wallet would go below zero or above its limit' },
  billed_periods_pkey: { code: 'billed_meanwhile', status: 409, message: 'These days were billed meanwhile; load the client again' },
}
