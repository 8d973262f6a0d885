import { AppError } from './errors.ts'

/** Why a device could not be talked to; what a person is told to look at follows from it. */
export type UnreachableReason = 'refused' | 'no_route' | 'unknown_host' | 'timed_out' | 'closed' | 'tls' | 'protocol'

/** The device could not be talked to. Trying again later is right; whether a command on its way was done is not known. */
export class DeviceUnreachable extends AppError {
  readonly code: string = 'device_unreachable'
  readonly status: number = 503
  readonly reason: UnreachableReason

  constructor(message: string, reason: UnreachableReason) {
    super(message, { reason })
    this.reason = reason
  }
}

/** The device did not answer in time. */
export class DeviceTimedOut extends DeviceUnreachable {
  override readonly code = 'device_timed_out'
  override readonly status = 504

  constructor(message: string) {
    super(message, 'timed_out')
  }
}

/** The device answered no. Asking the same again changes nothing; `reply` is what it said. */
export class DeviceRejected extends AppError {
  readonly code: string = 'device_rejected'
  readonly status = 502
  readonly reply: readonly string[]

  constructor(message: string, reply: readonly string[]) {
    super(message, { reply })
    this.reply = reply
  }
}

/** The device does not know this user or password. Not to be tried again unasked: devices lock out who guesses. */
export class DeviceRefusedLogin extends DeviceRejected {
  override readonly code = 'device_refused_login'
}

/** Something answers in the device's place: its certificate is not the one that was agreed on. Nothing was sent to it. */
export class DeviceNotTrusted extends AppError {
  readonly code = 'device_not_trusted'
  readonly status = 502
}
