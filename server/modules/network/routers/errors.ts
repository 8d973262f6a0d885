import { AppError } from '../../../kernel/errors.ts'

/** Nothing is told to it now: somebody has frozen it, switched it off, or never said where it is. */
export class RouterNotInUse extends AppError {
  readonly code = 'router_not_in_use'
  readonly status = 409
}

/** Another process works on it; later it is free again. */
export class RouterBusy extends AppError {
  readonly code = 'device_busy'
  readonly status = 503
}

/** It failed lately and is left alone until then. */
export class BreakerOpen extends AppError {
  readonly code = 'router_left_alone'
  readonly status = 503
  readonly retryAt: Temporal.Instant

  constructor(name: string, retryAt: Temporal.Instant) {
    super(`${name} did not answer; it is tried again at ${retryAt.toString({ smallestUnit: 'second' })}`, { retry_at: retryAt.toString() })
    this.retryAt = retryAt
  }
}
