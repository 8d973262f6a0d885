import { DeviceNotTrusted, DeviceRefusedLogin, DeviceTimedOut, DeviceUnreachable } from '../../../../kernel/device-errors.ts'
import { CommandTrapped } from '../routeros/reply.ts'

/** Why a router cannot be worked with; what a person is told to look at follows from it. */
export const TROUBLES = [
  'refused',
  'silent',
  'no_route',
  'unknown_host',
  'session_limit',
  'no_certificate',
  'other_certificate',
  'strange_certificate',
  'wrong_password',
  'no_permission',
  'not_routeros',
  'command_refused',
  'busy',
] as const
export type Trouble = (typeof TROUBLES)[number]

/** What trying again unasked cannot mend: a person has to do something first. */
export const isHopeless = (trouble: Trouble): boolean => ['wrong_password', 'other_certificate', 'strange_certificate'].includes(trouble)

/** Null where the error is not the router's. `isPinned`: a certificate was agreed on before. */
export function whyNot(error: unknown, { isPinned }: { isPinned: boolean }): Trouble | null {
  if (error instanceof DeviceRefusedLogin) return 'wrong_password'
  if (error instanceof DeviceNotTrusted) return isPinned ? 'other_certificate' : 'strange_certificate'
  if (error instanceof CommandTrapped) return error.is('not_permitted') ? 'no_permission' : 'command_refused'
  // A router drops what comes from an address that its service does not allow; that looks the same as a dead one.
  if (error instanceof DeviceTimedOut) return 'silent'
  if (!(error instanceof DeviceUnreachable)) return null
  const { reason } = error
  if (reason === 'tls') return 'no_certificate'
  if (reason === 'protocol') return 'not_routeros'
  if (reason === 'timed_out') return 'silent'
  // Taken and closed at once: the service has as many sessions as it allows.
  return reason === 'closed' ? 'session_limit' : reason
}
