import { AppError, Conflict } from '../../../kernel/errors.ts'
import type { SubscriptionState } from '../../access/index.ts'

/** The line is in a state from which this cannot be done. */
export class WrongState extends AppError {
  readonly code = 'wrong_state'
  readonly status = 409
  static of(state: SubscriptionState, what: string): WrongState {
    return new WrongState(`This line is ${state}; ${what}`, { state })
  }
}

export class PackageNotOnSale extends AppError {
  readonly code = 'package_not_on_sale'
  readonly status = 409
}

export const clientDeleted = (): Conflict => new Conflict('client_deleted', 'This client is deleted; restore him first')
