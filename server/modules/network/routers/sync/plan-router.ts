import type { DesiredLine, RouterRules } from './desired.ts'
import { matchLines } from './match-lines.ts'
import type { Matched } from './match-lines.ts'
import type { Observed, ObservedSecret } from './observed.ts'
import { planProfiles, profileFault } from './plan-profiles.ts'
import type { ProfileFault, ProfileOp } from './plan-profiles.ts'
import { asksForRedial, difference, isHarmless, wantedSecret } from './wanted-secret.ts'
import type { SecretValues } from './wanted-secret.ts'

/** A secret that an operation changes, and whose it is; null: it was a line's once. */
export interface Target {
  readonly id: string
  readonly name: string
  readonly subscriptionId: bigint | null
}

export type Op =
  | ProfileOp
  | { readonly kind: 'add_secret'; readonly subscriptionId: bigint; readonly values: SecretValues }
  | { readonly kind: 'set_secrets'; readonly targets: readonly Target[]; readonly values: Partial<Omit<SecretValues, 'isDisabled'>> & { isDisabled?: false } }
  | { readonly kind: 'disable_secrets'; readonly targets: readonly Target[] }
  | { readonly kind: 'remove_secrets'; readonly targets: readonly Target[] }
  | { readonly kind: 'end_sessions'; readonly targets: readonly Omit<Target, 'id'>[] }

export type Obstacle = 'foreign_same_name' | 'no_password' | ProfileFault

export type LineStanding =
  | { readonly kind: 'in_sync'; readonly secret: ObservedSecret | null }
  | { readonly kind: 'changing'; readonly secret: ObservedSecret | null }
  | { readonly kind: 'held'; readonly secret: ObservedSecret | null }
  | { readonly kind: 'blocked'; readonly by: Obstacle; readonly secret: ObservedSecret | null }

/** Why a plan must not be carried out as it stands. */
export interface Hold {
  /**
   * The router gave no secret at all, fewer than it must have, or too much would change at once; of one that goes over to RADIUS, too many secrets
   * would leave at once, or it does not ask yet.
   */
  readonly kind: (typeof HOLDS)[number]
  readonly changes: number
  readonly limit: number
}

export interface Plan {
  /** In the order in which they must be done. */
  readonly ops: readonly Op[]
  readonly standings: ReadonlyMap<bigint, LineStanding>
  readonly hold: Hold | null
  /** Lines whose session must end because of what the operations change. */
  readonly redials: readonly bigint[]
  readonly matched: Matched
}

export const HOLDS = ['empty', 'truncated', 'too_many', 'secrets_leave', 'radius_off'] as const

/** A handful may always change, else nothing could be done on a small router. */
export const ALWAYS_ALLOWED = 5

/**
 * What has to be done so that a router says what the database wants: first profiles, then new secrets, service given back, other changes,
 * service taken away, and last the sessions that go on under what no longer holds - a subscriber who dials again in between meets the new
 * state. Pure; nothing that does not bear the owner's mark is part of any operation.
 */
export function planRouter(lines: readonly DesiredLine[], observed: Observed, rules: RouterRules): Plan {
  const matched = matchLines(lines, observed.secrets)
  const suspicion = suspect(lines, matched, observed, rules)
  if (suspicion !== null) {
    const standings = new Map(lines.map((line) => [line.subscriptionId, { kind: 'held', secret: matched.secretOf.get(line.subscriptionId) ?? null } as const]))
    return { ops: [], standings, hold: suspicion, redials: [], matched }
  }
  // A line that is off and has no secret needs no profile either.
  const present = lines.filter(({ state, subscriptionId }) => state === 'on' || (state === 'off' && matched.secretOf.has(subscriptionId)))
  const profiles = planProfiles(present, observed.profiles, rules)
  const changes = lines.map((line) => lineChange(line, matched, rules, profileFault(line, rules, profiles)))
  const strays = matched.strays.filter(({ isDisabled }) => !isDisabled)
  const harmful = changes.filter(({ harm }) => harm).length + strays.length
  const limit = limitOf(matched, rules)
  const isHeld = harmful > limit && harmful > rules.releasedChanges
  const done = isHeld ? changes.filter(({ harm }) => !harm) : changes
  const sessions = sessionNames(observed, matched)
  const ends = new Map<string, bigint | null>()
  const redials: bigint[] = []
  for (const { line, secret, values } of done) {
    if (secret === null) {
      // The secret it came in by was renamed or taken away, and its session goes on.
      if (line.state !== 'on' && sessions.has(line.login) && !isWanted(line.login, changes)) ends.set(line.login, line.subscriptionId)
      continue
    }
    const names = [secret.name, line.login].filter((name) => sessions.has(name))
    if (names.length === 0) continue
    const isOff = values.isDisabled ?? secret.isDisabled
    const mustEnd = isOff || line.mustRedial || asksForRedial(values)
    if (mustEnd) for (const name of names) ends.set(name, line.subscriptionId)
    if (mustEnd && asksForRedial(values) && !line.mustRedial) redials.push(line.subscriptionId)
  }
  if (!isHeld) for (const { name } of matched.strays) if (sessions.has(name) && !isWanted(name, changes)) ends.set(name, null)

  const sets = done.filter(({ secret, values }) => secret !== null && Object.keys(values).some((key) => key !== 'isDisabled' || values.isDisabled === false))
  const target = ({ line, secret }: LineChange): Target => ({ id: secret?.id ?? '', name: secret?.name ?? '', subscriptionId: line.subscriptionId })
  const disables: Target[] = [
    ...done.filter(({ values, secret }) => secret !== null && values.isDisabled === true).map(target),
    ...(isHeld ? [] : strays.map(({ id, name }) => ({ id, name, subscriptionId: null }))),
  ]
  const ops: Op[] = [
    ...profiles.ops,
    ...done.flatMap(({ line, add }): Op[] => (add === null ? [] : [{ kind: 'add_secret', subscriptionId: line.subscriptionId, values: add }])),
    ...grouped(
      sets.filter(({ harm }) => !harm),
      target,
    ),
    ...grouped(
      sets.filter(({ harm }) => harm),
      target,
    ),
    ...(disables.length === 0 ? [] : [{ kind: 'disable_secrets', targets: disables } as const]),
    ...(ends.size === 0 ? [] : [{ kind: 'end_sessions', targets: [...ends].map(([name, subscriptionId]) => ({ name, subscriptionId })) } as const]),
  ]
  const ending = new Set(ends.values())
  const standings = new Map(changes.map((change) => [change.line.subscriptionId, standing(change, isHeld, ending)]))
  return { ops, standings, hold: isHeld ? { kind: 'too_many', changes: harmful, limit } : null, redials, matched }
}

interface LineChange {
  readonly line: DesiredLine
  readonly secret: ObservedSecret | null
  readonly add: SecretValues | null
  readonly values: Partial<SecretValues>
  readonly obstacle: Obstacle | null
  /** Somebody may lose something by it, so it counts against the share that one run may change. */
  readonly harm: boolean
}

function lineChange(line: DesiredLine, matched: Matched, rules: RouterRules, fault: ProfileFault | null): LineChange {
  const secret = matched.secretOf.get(line.subscriptionId) ?? null
  const blocked = matched.inTheWay.has(line.subscriptionId)
  const nothing = { line, secret, add: null, values: {}, harm: false }
  if (secret === null) {
    // A line that is off and has no secret is off; a foreign secret of its name may let it in all the same.
    if (blocked) return { ...nothing, obstacle: 'foreign_same_name' }
    if (line.state !== 'on') return { ...nothing, obstacle: null }
    if (line.password === null) return { ...nothing, obstacle: 'no_password' }
    return fault === null ? { ...nothing, add: wantedSecret(line, rules), obstacle: null } : { ...nothing, obstacle: fault }
  }
  const all = difference(secret, line, rules)
  const obstacle = blocked ? 'foreign_same_name' : fault
  const values = obstacle === null ? all : withoutService(line, secret)
  return { line, secret, add: null, values, obstacle, harm: Object.keys(values).length > 0 && !isHarmless(values, line, secret, rules) }
}

/** What cannot have its name or its profile is at least off where it should be off. */
const withoutService = ({ state }: DesiredLine, { isDisabled }: ObservedSecret): Partial<SecretValues> =>
  state === 'on' || isDisabled ? {} : { isDisabled: true }

function standing({ line, secret, add, values, obstacle, harm }: LineChange, isHeld: boolean, ending: ReadonlySet<bigint | null>): LineStanding {
  if (obstacle !== null) return { kind: 'blocked', by: obstacle, secret }
  if (add === null && Object.keys(values).length === 0 && !ending.has(line.subscriptionId)) return { kind: 'in_sync', secret }
  return { kind: isHeld && harm ? 'held' : 'changing', secret }
}

interface Group {
  readonly values: Partial<SecretValues>
  readonly targets: Target[]
}

/** Targets that get the same values go together, in the order of the first of them. */
function grouped(changes: readonly LineChange[], target: (change: LineChange) => Target): Op[] {
  const groups = new Map<string, Group>()
  for (const change of changes) {
    const { isDisabled, ...rest } = change.values
    const values = isDisabled === false ? { ...rest, isDisabled } : rest
    const key = JSON.stringify(values)
    const group: Group = groups.get(key) ?? { values, targets: [] }
    group.targets.push(target(change))
    groups.set(key, group)
  }
  return [...groups.values()].map(({ values, targets }) => ({ kind: 'set_secrets', targets, values }) as Op)
}

/** Sessions that may be ended: those of our secrets alone. Where a foreign secret or RADIUS lets the same name in, it is not ours to end. */
function sessionNames({ sessions }: Observed, { foreign }: Matched): Set<string> {
  const others = new Set(foreign.map(({ name }) => name))
  return new Set(sessions.filter(({ name, isRadius }) => !isRadius && !others.has(name)).map(({ name }) => name))
}

const isWanted = (name: string, changes: readonly LineChange[]): boolean => changes.some(({ line }) => line.login === name && line.state === 'on')

function limitOf({ secretOf }: Matched, { maxChangePercent }: RouterRules): number {
  return Math.max(ALWAYS_ALLOWED, Math.floor((secretOf.size * maxChangePercent) / 100))
}

/** A router that suddenly lacks what it had has rather answered half than lost it. */
function suspect(lines: readonly DesiredLine[], { secretOf }: Matched, { secrets }: Observed, rules: RouterRules): Hold | null {
  const seen = lines.filter(({ wasSeen }) => wasSeen)
  const missing = seen.filter(({ subscriptionId }) => !secretOf.has(subscriptionId)).length
  const limit = Math.max(ALWAYS_ALLOWED, Math.floor((seen.length * rules.maxChangePercent) / 100))
  if (missing === 0 || missing <= rules.releasedChanges) return null
  if (secrets.length === 0) return { kind: 'empty', changes: missing, limit: 0 }
  return missing > limit ? { kind: 'truncated', changes: missing, limit } : null
}
