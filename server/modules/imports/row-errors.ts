import type { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'
import type { RowError } from './import-kind.ts'

/** Runs a check; what it refuses joins the errors of the row. */
export function attempt<T>(errors: RowError[], check: () => T): T | undefined {
  try {
    return check()
  } catch (error) {
    const found = errorsOf(error)
    if (found === null) throw error
    errors.push(...found)
    return undefined
  }
}

/** What an error says of a row; null for one that is not about the row. */
export function errorsOf(error: unknown): RowError[] | null {
  if (!(error instanceof AppError)) return null
  const named = error.details['errors'] as RowError[] | undefined
  return (named ?? [{ field: '', message: error.message }]).map((each) => (error.code === 'invalid' ? each : { ...each, code: error.code }))
}

export const wireErrors = (error: z.ZodError): RowError[] =>
  error.issues.map(({ path, message }) => ({ field: path.filter((part) => part !== 'subscription').join('.'), message }))
