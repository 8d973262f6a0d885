import type { ConstraintMeanings } from '../../platform/http/constraints.ts'

/** What a refused row of a payment means to the person who caused it. */
export const constraints: ConstraintMeanings = {
  payments_source: { code: 'payment_already_recorded', status: 409, message: 'This payment was recorded before' },
  payment_reversals_payment_id_key: { code: 'payment_already_reversed', status: 409, message: 'This payment was reversed before' },
  refunds_trx: { code: 'trx_already_used', status: 409, message: 'A refund with this TrxID was recorded before', field: 'trx_id' },
  suspense_matches_one: { code: 'match_already_proposed', status: 409, message: 'Somebody has already said whose money this is' },
}
