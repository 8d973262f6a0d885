import { DeviceUnreachable } from '../../../../kernel/device-errors.ts'
import { AppError } from '../../../../kernel/errors.ts'

/** The OLT lets nobody more in, or locks out for a while; the password is not at fault. Try later, and not often. */
export class OltBusy extends DeviceUnreachable {
  override readonly code = 'olt_busy'

  constructor(message: string) {
    super(message, 'refused')
  }
}

/** What was to be sent is not sent to any OLT, or not to this one. */
export class NotToBeSent extends AppError {
  readonly code = 'not_to_be_sent'
  readonly status = 422
}

/** The mode asks for a place that is not there. */
export class NoSuchMode extends NotToBeSent {}
