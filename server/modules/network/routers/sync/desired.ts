import type { ObservedSecret } from './observed.ts'

/** What the database wants for one line on one router. */
export interface DesiredLine {
  readonly subscriptionId: bigint
  /** Of the wish; the outcome is recorded for this one only. */
  readonly revision: bigint
  readonly login: string
  /** Null: none is stored, so the router's stays and none is made. Opened when it is asked for; most never are. */
  readonly password: string | null
  /** Eight hex digits that follow from login and password and give neither away; stands in the owner's mark. */
  readonly stamp: string
  /** Empty: the router's default. */
  readonly profile: string
  /** Of the package, for a profile that has to be made. */
  readonly speeds: Speeds | null
  readonly staticIp: string | null
  /** `gone`: the line has left, whatever stands of it is switched off. */
  readonly state: 'on' | 'off' | 'gone'
  /** Its secret was seen on this router before, so it is news when it is not there. */
  readonly wasSeen: boolean
  /** A session from before the last change may still run. */
  readonly mustRedial: boolean
  /** A person has said that a secret of this name is this line's, though it bears no mark. */
  readonly mayAdopt: boolean
  /** Whether a secret reads as the line's did when it was last as wanted, by the wish and the router's rules of now. */
  readonly isRight: (secret: ObservedSecret) => boolean
}

export interface Speeds {
  readonly uploadKbps: number
  readonly downloadKbps: number
}

export const SUSPEND_BY = ['disable', 'address_list', 'profile', 'pool'] as const
export type SuspendBy = (typeof SUSPEND_BY)[number]

/** How this router is treated; a person sets it. */
export interface RouterRules {
  readonly suspendBy: SuspendBy
  /** The list, profile or pool of that name; empty with `disable`. */
  readonly suspendTarget: string
  /** What profiles made here give addresses from; empty: none is made. */
  readonly addressPool: string
  readonly localAddress: string | null
  /** The greatest share of its secrets that one run may change. */
  readonly maxChangePercent: number
  /** How many changes a person has let through beyond that share; 0: none. */
  readonly releasedChanges: number
}
