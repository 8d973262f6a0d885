import { isPgError, meaningOf } from '../../platform/http/constraints.ts'
import { constraints as ofBilling } from '../billing/index.ts'
import { constraints as ofClients } from '../clients/index.ts'
import { constraints as ofPackages } from '../packages/index.ts'
import { constraints as ofPayments } from '../payments/index.ts'
import type { RowError } from './import-kind.ts'
import { errorsOf } from './row-errors.ts'

const meanings = { ...ofClients, ...ofPackages, ...ofBilling, ...ofPayments }

/** What an error means to a row; null where it is not the row's fault, and the job tries again. */
export function refusalOf(error: unknown): readonly RowError[] | null {
  if (!isPgError(error)) return errorsOf(error)
  if (!/^2[23]/.test(error.code)) return null
  const meaning = meaningOf(error, meanings)
  return meaning === null ? null : [{ field: meaning.field ?? '', message: meaning.message, code: meaning.code }]
}
