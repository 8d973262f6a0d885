import { AppError, Conflict } from '../../kernel/errors.ts'

export class PackageHasNoPrice extends AppError {
  readonly code = 'package_has_no_price'
  readonly status = 409
}

export class NothingToBill extends AppError {
  readonly code = 'nothing_to_bill'
  readonly status = 409
}

export const creditExceedsLine = (message: string): Conflict => new Conflict('credit_exceeds_line', message)
export const invoiceNotVoidable = (message: string): Conflict => new Conflict('invoice_not_voidable', message)
export const needsSecondPerson = (message: string): Conflict => new Conflict('second_person_needed', message)
