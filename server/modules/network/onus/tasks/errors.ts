import { AppError } from '../../../../kernel/errors.ts'

/** How this OLT is told it is not known, or not with what was given. */
export class WriteNotPossible extends AppError {
  readonly code = 'write_not_possible'
  readonly status = 422
}

/** Nobody has seen this firmware take it, and whoever asks has not said that he knows. */
export class WriteNotVerified extends AppError {
  readonly code = 'write_not_verified'
  readonly status = 409
}

/** Nobody has allowed that it is changed from here. */
export class OltReadOnly extends AppError {
  readonly code = 'olt_read_only'
  readonly status = 409
}

export class OltWithoutCli extends AppError {
  readonly code = 'olt_without_cli'
  readonly status = 409
}

/** It has begun, or is over. */
export class TaskNotWaiting extends AppError {
  readonly code = 'task_not_waiting'
  readonly status = 409
}
