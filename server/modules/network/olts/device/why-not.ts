import { DeviceNotTrusted, DeviceRefusedLogin, DeviceTimedOut, DeviceUnreachable } from '../../../../kernel/device-errors.ts'
import { OltBusy } from '../session/errors.ts'

/** Why an OLT cannot be worked with; what a person is told to look at follows from it. */
export const OLT_TROUBLES = [
  'refused',
  'silent',
  'no_route',
  'unknown_host',
  'session_limit',
  'closed',
  'other_host_key',
  'strange_host_key',
  'wrong_password',
] as const
export type OltTrouble = (typeof OLT_TROUBLES)[number]

/** What trying again unasked cannot mend: a person has to do something first. */
export const isHopeless = (trouble: OltTrouble): boolean => ['wrong_password', 'other_host_key', 'strange_host_key'].includes(trouble)

/** Null where the error is not the OLT's. `isPinned`: a host key was agreed on before. */
export function whyNot(error: unknown, { isPinned }: { isPinned: boolean }): OltTrouble | null {
  if (error instanceof DeviceRefusedLogin) return 'wrong_password'
  if (error instanceof DeviceNotTrusted) return isPinned ? 'other_host_key' : 'strange_host_key'
  if (error instanceof OltBusy) return 'session_limit'
  if (error instanceof DeviceTimedOut) return 'silent'
  if (!(error instanceof DeviceUnreachable)) return null
  const { reason } = error
  if (reason === 'timed_out') return 'silent'
  return reason === 'refused' || reason === 'no_route' || reason === 'unknown_host' ? reason : 'closed'
}
