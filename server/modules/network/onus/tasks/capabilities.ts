import { permissionFor, writeCapabilities } from '../../olts/index.ts'
import type { Olt, OltProfile, WriteVerb } from '../../olts/index.ts'
import { TASK_VERBS } from './task.ts'
import type { TaskVerb } from './task.ts'
import type { Firmware, VerifiedWrite } from './verified-store.ts'

/** Names of the fields of a form, as the API calls them. */
const FIELDS = {
  serial: 'serial',
  mac: 'mac',
  lineProfile: 'line_profile',
  serviceProfile: 'service_profile',
  vlan: 'vlan',
  description: 'description',
  lineMode: 'line_mode',
} as const
export const WRITE_FIELDS = Object.values(FIELDS)
export type WriteField = (typeof WRITE_FIELDS)[number]
const isField = (name: string): name is keyof typeof FIELDS => name in FIELDS
const fieldsOf = (names: readonly string[]): WriteField[] => names.flatMap((name) => (isField(name) ? [FIELDS[name]] : []))

export interface TaskCapability {
  readonly verb: TaskVerb
  readonly is_possible: boolean
  readonly needs: readonly WriteField[]
  readonly takes: readonly WriteField[]
  readonly is_verified: boolean
  readonly verified_at: Temporal.Instant | null
  readonly verified_on: string | null
  readonly source: string | null
}

const partsOf = (verb: TaskVerb): WriteVerb[] => (verb === 'replace' ? ['delete', 'authorise'] : [verb])

/** What an OLT can be told, what has to be said for it, and by whom it is known that its firmware takes it. Pure. */
export function capabilitiesOn(olt: Olt, profile: OltProfile, { firmware, seen }: { firmware: Firmware; seen: readonly VerifiedWrite[] }): TaskCapability[] {
  const known = writeCapabilities(profile)
  return TASK_VERBS.map((verb) => {
    const parts = partsOf(verb)
    const hows = parts.map((part) => known[part])
    const isVerified =
      firmware.model !== '' &&
      parts.every(
        (part) =>
          permissionFor({ profile: profile.id, verbs: [part], verified: profile.writes?.verbs[part]?.verified ?? null }, { ...firmware, seen }) === 'verified',
      )
    const last = seen
      .filter(({ profile: of, verb: what }) => of === profile.id && parts.includes(what))
      .sort((a, b) => Temporal.Instant.compare(b.verified_at, a.verified_at))[0]
    return {
      verb,
      is_possible: olt.cli !== 'none' && hows.every(({ isKnown }) => isKnown),
      needs: fieldsOf(hows.flatMap(({ needs }) => needs)),
      takes: fieldsOf(hows.flatMap(({ takes }) => takes)),
      is_verified: isVerified,
      verified_at: isVerified ? (last?.verified_at ?? null) : null,
      verified_on: isVerified ? (last?.olt_name ?? null) : null,
      source: hows.at(-1)?.source ?? null,
    }
  })
}
