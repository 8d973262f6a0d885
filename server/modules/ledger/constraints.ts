import type { ConstraintMeanings } from '../../platform/http/constraints.ts'

/** What a refused row of the books means to the person who caused it. */
export const constraints: ConstraintMeanings = {
  manual_entries_reversed_once: { code: 'entry_already_reversed', status: 409, message: 'Somebody has already taken this entry back' },
  audit_hour_is_open: { code: 'hour_sealed', status: 409, message: 'The audit of that hour is sealed; the clock of this computer may be behind' },
  wallets_code_key: { code: 'wallet_code_taken', status: 409, message: 'There is already a wallet with this code; choose another one', field: 'code' },
  wallets_branch_id_fkey: { code: 'no_such_branch', status: 422, message: 'There is no such branch', field: 'branch_id' },
  wallets_owner_user_id_fkey: { code: 'invalid', status: 422, message: 'There is no such user', field: 'owner_user_id' },
}
