/** What a violated constraint means to the person who caused it. Modules list theirs; the name is the key. */
export interface ConstraintMeaning {
  readonly code: string
  readonly status: 409 | 422
  readonly message: string
  /** The member of the request it is about. */
  readonly field?: string
}

export type ConstraintMeanings = Readonly<Record<string, ConstraintMeaning>>

/** A PostgreSQL error as pg throws it. */
export interface PgError extends Error {
  readonly code: string
  readonly constraint?: string
  readonly table?: string
}

export function isPgError(error: unknown): error is PgError {
  return error instanceof Error && typeof (error as { code?: unknown }).code === 'string' && 'severity' in error
}

const GENERIC: Readonly<Record<string, { code: string; status: number; message: string }>> = {
  '23505': { code: 'already_exists', status: 409, message: 'There is already one with these values' },
  '23503': { code: 'still_in_use', status: 409, message: 'It refers to something that does not exist, or something still refers to it' },
  '23514': { code: 'invalid', status: 422, message: 'A value is outside what is allowed' },
  '23001': { code: 'immutable', status: 409, message: 'This can no longer be changed' },
  '40001': { code: 'try_again', status: 503, message: 'Somebody else changed the same rows; try again' },
  '40P01': { code: 'try_again', status: 503, message: 'Somebody else changed the same rows; try again' },
  '55P03': { code: 'try_again', status: 503, message: 'Somebody else is changing the same rows; try again' },
  '57014': { code: 'took_too_long', status: 503, message: 'The database took too long; narrow the search or try again' },
  '57P01': { code: 'database_unavailable', status: 503, message: 'The database is restarting; try again' },
  '57P03': { code: 'database_unavailable', status: 503, message: 'The database is starting; try again' },
  '53300': { code: 'database_unavailable', status: 503, message: 'The database is busy; try again' },
}

/** The problem a database error is, or null where it is a fault of the program. */
export function meaningOf(error: PgError, meanings: ConstraintMeanings): { code: string; status: number; message: string; field?: string } | null {
  const known = error.constraint === undefined ? undefined : meanings[error.constraint]
  if (known !== undefined) return known
  // Class 22: the value itself is impossible (out of range, not a date, a NUL character); the schemas should have caught it.
  if (error.code.startsWith('22')) return { code: 'invalid', status: 422, message: 'A value is outside what the database can hold' }
  return GENERIC[error.code] ?? null
}
