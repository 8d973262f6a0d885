import { AppError } from '../../../kernel/errors.ts'
import type { Instant } from '../../../kernel/time.ts'

/** It was asked in vain a moment ago and is left alone until then. */
export class OltLeftAlone extends AppError {
  readonly code = 'olt_left_alone'
  readonly status = 503

  constructor(name: string, until: Instant) {
    super(`${name} has not answered; it is tried again after ${until.toString()}`, { until: until.toString() })
  }
}

/** Another process works on it now. */
export class OltInUse extends AppError {
  readonly code = 'olt_in_use'
  readonly status = 503
}

/** Nobody has said yet where it is, what it is, or how this is asked of it. */
export class OltNotSetUp extends AppError {
  readonly code = 'olt_not_set_up'
  readonly status = 409
}
