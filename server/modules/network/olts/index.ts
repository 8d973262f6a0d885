import type { ConstraintMeanings } from '../../../platform/http/constraints.ts'

export { changeOlt, createOlt } from './change-olt.ts'
export { withOlt } from './device/with-olt.ts'
export type { OltDevice } from './device/with-olt.ts'
export { OLT_TROUBLES, whyNot } from './device/why-not.ts'
export { findProfile, profiles as olts, suggestProfiles } from './drivers/list.ts'
export type { OltCommand, OltProfile } from './drivers/profile.ts'
export { OltInUse, OltLeftAlone, OltNotSetUp } from './errors.ts'
export { updateSystem as recordSystem } from './health-store.ts'
export type { Olt } from './olt.ts'
export { findCommand, parseSaved } from './parse-output.ts'
export { pollOnus, readInterfaces, readMacs, readOnu, readSystem, readUnregistered } from './poll/by-plan.ts'
export type { OltLines } from './poll/by-plan.ts'
export type { OnuObservation, PollResult } from './poll/observation.ts'
export type { Outcome, ReadOptions } from './poll/outcome.ts'
export { CAPABILITIES, capabilitiesOf } from './poll/plan.ts'
export type { Capability, Source } from './poll/plan.ts'
export type { OltInterface } from './poll/read-interfaces.ts'
export type { HostMac } from './poll/read-macs.ts'
export type { OnuNow } from './poll/read-onu.ts'
export type { OltSystem } from './poll/read-system.ts'
export type { UnregisteredOnu } from './poll/read-unregistered.ts'
export { readOlt } from './read-olt.ts'
export { routes } from './routes.ts'
export { openOltSession } from './session/session.ts'
export type { OltSession } from './session/session.ts'
export { KINDS } from './snmp/family.ts'
export type { Kind } from './snmp/family.ts'
export { readWalk } from './snmp/read-walk.ts'
export { readSnmprec } from './snmp/snmprec.ts'
export { oltsIn } from './store.ts'
export { topics } from './topics.ts'

export const constraints: ConstraintMeanings = {
  olts_name: { code: 'olt_name_taken', status: 409, message: 'There is already an OLT with this name; choose another one', field: 'name' },
  olts_branch_id_fkey: { code: 'no_such_branch', status: 422, message: 'There is no such branch', field: 'branch_id' },
  subscriptions_olt_id_fkey: { code: 'no_such_olt', status: 422, message: 'There is no such OLT', field: 'olt_id' },
}
