import { writeLimit } from '../routeros/values.ts'
import type { Limit, RateLimit } from '../routeros/values.ts'
import type { DesiredLine, RouterRules, Speeds } from './desired.ts'
import { isOwnProfile, PROFILE_MARK } from './mark.ts'
import type { ObservedProfile } from './observed.ts'
import { DEFAULT_PROFILE, listedProfile, wantedProfile } from './wanted-secret.ts'

export interface ProfileValues {
  readonly name: string
  readonly localAddress: string | null
  readonly remoteAddress: string | null
  readonly addressList: string
  readonly rateLimit: Limit
  readonly comment: string
}

export type ProfileOp =
  | { readonly kind: 'make_profile'; readonly values: ProfileValues }
  | { readonly kind: 'set_profile'; readonly id: string; readonly name: string; readonly values: Partial<ProfileValues> }

export type ProfileFault = 'profile_missing' | 'profile_differs'

export interface ProfilePlan {
  readonly ops: readonly ProfileOp[]
  /** Profiles that lines want and cannot have. */
  readonly faults: ReadonlyMap<string, ProfileFault>
}

/** Makes the profiles that are missing and may be made, and mends those that were made here. Others are used as they are. */
export function planProfiles(
  lines: readonly Pick<DesiredLine, 'profile' | 'speeds' | 'state'>[],
  observed: readonly ObservedProfile[],
  rules: RouterRules,
): ProfilePlan {
  const ops = new Map<string, ProfileOp>()
  const faults = new Map<string, ProfileFault>()
  const known = new Map(observed.map((profile) => [profile.name, profile]))
  const speedsOf = new Map<string, Speeds>()
  for (const { profile, speeds } of lines) if (profile !== '' && speeds !== null) speedsOf.set(profile, speeds)

  const settle = (name: string, wanted: ProfileValues | null): void => {
    const there = known.get(name)
    if (there === undefined) {
      if (wanted === null) faults.set(name, 'profile_missing')
      else ops.set(name, { kind: 'make_profile', values: wanted })
    } else if (wanted !== null && isOwnProfile(there.comment)) {
      const values = profileDifference(there, wanted)
      if (Object.keys(values).length > 0) ops.set(name, { kind: 'set_profile', id: there.id, name, values })
    }
  }
  for (const name of new Set(lines.filter(({ state }) => state === 'on' || rules.suspendBy !== 'profile').map(({ profile }) => profile || DEFAULT_PROFILE)))
    settle(name, packageProfile(name, speedsOf.get(name) ?? null, rules))
  if (rules.suspendBy === 'profile' && lines.some(({ state }) => state === 'off')) settle(rules.suspendTarget, null)
  if (rules.suspendBy === 'address_list') {
    for (const line of lines.filter(({ state }) => state === 'off')) {
      const base = line.profile || DEFAULT_PROFILE
      const twin = listedProfile(base, rules.suspendTarget)
      if (ops.has(twin) || faults.has(twin)) continue
      const values = twinOf(known.get(base) ?? packageProfile(base, speedsOf.get(base) ?? null, rules), twin, rules.suspendTarget)
      const there = known.get(twin)
      // Somebody else's of that name that does not put anybody on the list would let a cut line through.
      if (there !== undefined && !isOwnProfile(there.comment) && there.addressList !== rules.suspendTarget) faults.set(twin, 'profile_differs')
      else settle(twin, values)
    }
  }
  return { ops: [...ops.values()], faults }
}

/** What stands in the way of a line's profile, if anything does. */
export const profileFault = (line: DesiredLine, rules: RouterRules, { faults }: ProfilePlan): ProfileFault | null =>
  line.state === 'gone' ? null : (faults.get(wantedProfile(line, rules)) ?? null)

/** A profile without a pool would give no address, so without one named nothing is made. */
function packageProfile(name: string, speeds: Speeds | null, { addressPool, localAddress }: RouterRules): ProfileValues | null {
  if (speeds === null || addressPool === '') return null
  const rateLimit: RateLimit = {
    rate: { up: speeds.uploadKbps * 1000, down: speeds.downloadKbps * 1000 },
    burst: null,
    burstThreshold: null,
    burstTimeMs: null,
    priority: null,
    minimum: null,
  }
  return { name, localAddress, remoteAddress: addressPool, addressList: '', rateLimit, comment: PROFILE_MARK }
}

function twinOf(base: Omit<ProfileValues, 'name' | 'comment'> | null, name: string, list: string): ProfileValues | null {
  if (base === null) return null
  const { localAddress, remoteAddress, rateLimit } = base
  return { name, localAddress, remoteAddress, rateLimit, addressList: list, comment: PROFILE_MARK }
}

function profileDifference(there: ObservedProfile, wanted: ProfileValues): Partial<ProfileValues> {
  return {
    ...(there.localAddress === wanted.localAddress ? {} : { localAddress: wanted.localAddress }),
    ...(there.remoteAddress === wanted.remoteAddress ? {} : { remoteAddress: wanted.remoteAddress }),
    ...(there.addressList === wanted.addressList ? {} : { addressList: wanted.addressList }),
    ...(writeLimit(there.rateLimit) === writeLimit(wanted.rateLimit) ? {} : { rateLimit: wanted.rateLimit }),
  }
}
