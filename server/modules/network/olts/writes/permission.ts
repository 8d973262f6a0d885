import type { Verb } from '../drivers/writes.ts'
import type { Plan } from './plan-write.ts'

/** One write that was read back on a model and firmware: what a module above keeps, so that the next one need not be accepted as unverified. */
export interface SeenWrite {
  readonly profile: string
  readonly verb: Verb
  readonly model: string
  readonly firmware: string
}

export interface OnFirmware {
  readonly model: string
  readonly firmware: string
  readonly seen: readonly SeenWrite[]
}

/** Verified: each of its verbs is so by a record of this model and firmware, or was seen there. Pure. */
export function permissionFor(plan: Pick<Plan, 'profile' | 'verbs' | 'verified'>, { model, firmware, seen }: OnFirmware): 'verified' | 'unverified' {
  const isByRecord = plan.verified !== null && plan.verified.model === model && plan.verified.firmware === firmware
  const isSeen = (verb: Verb): boolean =>
    seen.some((one) => one.profile === plan.profile && one.verb === verb && one.model === model && one.firmware === firmware)
  return isByRecord || plan.verbs.every(isSeen) ? 'verified' : 'unverified'
}
