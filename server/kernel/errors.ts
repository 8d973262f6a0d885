/**
 * An error whose message is meant for the person who caused it: it says what to do.
 * Thrown where it is known, caught only at the edge, shown as an RFC 9457 problem with `code`.
 */
export abstract class AppError extends Error {
  /** Stable, snake_case; part of the API. */
  abstract readonly code: string
  /** HTTP status at the edge. */
  abstract readonly status: number
  /** Extra members of the problem document; never a secret. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = new.target.name
    this.details = details
  }
}

export class NotFound extends AppError {
  readonly code = 'not_found'
  readonly status = 404
  static of(noun: string, id: bigint | string): NotFound {
    return new NotFound(`There is no ${noun} ${id}, or it is outside your branch`, { noun })
  }
}

export class Invalid extends AppError {
  readonly code = 'invalid'
  readonly status = 422
}

export class Conflict extends AppError {
  readonly code: string
  readonly status = 409
  constructor(code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message, details)
    this.code = code
  }
}

export class Forbidden extends AppError {
  readonly code: string = 'forbidden'
  readonly status = 403
}

export class NotLoggedIn extends AppError {
  readonly code = 'not_logged_in'
  readonly status = 401
}

export class TooManyRequests extends AppError {
  readonly code = 'too_many_requests'
  readonly status = 429
}
