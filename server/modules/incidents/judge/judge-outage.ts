import type { Instant } from '../../../kernel/time.ts'
import { placeKey } from '../incident.ts'
import type { IncidentKind, Place, Reason } from '../incident.ts'

/** An ONU of one OLT as a whole status poll left it. */
export interface JudgedOnu {
  readonly id: bigint
  readonly pon: string
  /** Boxes and splitters it hangs behind, from its own outwards. */
  readonly boxIds: readonly bigint[]
  readonly areaId: bigint | null
  readonly isOnline: boolean
  readonly reason: Reason
  /** When it went from online to away; null for one that is online, or was not online before. */
  readonly droppedAt: Instant | null
  /** It is away under an incident already, open or ended. */
  readonly isTold: boolean
}

export interface OpenIncident {
  readonly id: bigint
  readonly kind: IncidentKind
  readonly place: Place
  readonly beganAt: Instant
  /** Its ONUs that are away now. */
  readonly awayIds: readonly bigint[]
}

export interface OutageRules {
  /** What went away before is no part of what happens now. */
  readonly windowStart: Instant
  readonly leastOnus: number
  readonly leastSharePercent: number
}

/** What follows from a poll: ONUs that come under an incident, a new one or one that is there and may grow. */
export interface Outage {
  /** Null: a new one. */
  readonly incidentId: bigint | null
  readonly place: Place
  readonly kind: IncidentKind
  readonly onuIds: readonly bigint[]
  /** Open incidents that are a part of it. */
  readonly absorbs: readonly bigint[]
  /** ONUs that were online at its place before; null where it only grows by some that join. */
  readonly onusOf: number | null
}

const SURE_PERCENT = 80

/**
 * Groups the ONUs that went away within the window by the smallest place that holds them (box < PON < OLT; an area where power failed on several
 * PONs), and says what it takes them for. Later ones at the place of an open incident join it; an open one inside a larger place grows to it.
 * Pure; the order of what comes in does not matter. Only a poll that is proven to be whole may come here.
 */
export function judgeOutages(given: readonly JudgedOnu[], open: readonly OpenIncident[], rules: OutageRules): Outage[] {
  const onus = given.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const incidents = open.filter(({ kind }) => kind !== 'olt_unreachable').toSorted(oldestFirst)
  const isDrop = ({ isOnline, droppedAt }: JudgedOnu): boolean => !isOnline && droppedAt !== null && Temporal.Instant.compare(droppedAt, rules.windowStart) >= 0
  const ups = onus.filter((onu) => onu.isOnline || isDrop(onu))
  const joined = joinOpen(
    ups.filter((onu) => isDrop(onu) && !onu.isTold),
    incidents,
  )
  const taken = new Set([...joined.values()].flat())
  const outages: Outage[] = []
  const absorbed = new Set<bigint>()
  for (const { place, members } of placesThatDrop(ups, isDrop, rules)) {
    const drops = members.filter(isDrop)
    const free = drops.filter(({ id, isTold }) => !isTold && !taken.has(id)).map(({ id }) => id)
    if (free.length === 0) continue
    const kind = kindOf(drops.map(({ reason }) => reason))
    const inside = new Set(onus.filter((onu) => isAt(onu, place)).map(({ id }) => id))
    const same = incidents.find(({ id, place: there }) => !absorbed.has(id) && placeKey(there) === placeKey(place))
    const parts = incidents.filter(
      (incident) =>
        incident !== same &&
        !absorbed.has(incident.id) &&
        SIZE[incident.place.node] <= SIZE[place.node] &&
        isAlike(incident.kind, kind) &&
        incident.awayIds.length > 0 &&
        incident.awayIds.every((id) => inside.has(id)) &&
        (same === undefined || isAlike(same.kind, incident.kind)),
    )
    const grows = same ?? parts[0]
    for (const { id } of grows === undefined ? parts : [grows, ...parts]) absorbed.add(id)
    outages.push({
      incidentId: grows?.id ?? null,
      place,
      kind: grows === undefined || grows.kind === 'unknown' ? kind : grows.kind,
      onuIds: [...free, ...(grows === undefined ? [] : (joined.get(grows.id) ?? []))].toSorted((a, b) => (a < b ? -1 : 1)),
      absorbs: parts.filter((part) => part !== grows).map(({ id }) => id),
      onusOf: members.length,
    })
    if (grows !== undefined) joined.delete(grows.id)
  }
  for (const [id, onuIds] of joined) {
    const incident = incidents.find((each) => each.id === id) as OpenIncident
    // What joined one that has become a part of another joins that.
    const whole = outages.find(({ absorbs }) => absorbs.includes(id))
    if (whole === undefined) outages.push({ incidentId: id, place: incident.place, kind: incident.kind, onuIds, absorbs: [], onusOf: null })
    else outages[outages.indexOf(whole)] = { ...whole, onuIds: [...whole.onuIds, ...onuIds].toSorted((a, b) => (a < b ? -1 : 1)) }
  }
  return outages
}

/** At least 80 % without light: the fibre; at least 80 % without power: the mains; else nobody knows. */
export function kindOf(reasons: readonly Reason[]): Exclude<IncidentKind, 'olt_unreachable'> {
  const isMost = (wanted: Reason): boolean => reasons.length > 0 && reasons.filter((reason) => reason === wanted).length * 100 >= SURE_PERCENT * reasons.length
  return isMost('los') ? 'fibre_cut' : isMost('power') ? 'power_failure' : 'unknown'
}

export function isAt(onu: Pick<JudgedOnu, 'pon' | 'boxIds' | 'areaId'>, place: Place): boolean {
  if (place.node === 'pon') return onu.pon === place.pon
  if (place.node === 'box') return onu.boxIds.includes(place.boxId)
  return place.node === 'olt' || onu.areaId === place.areaId
}

const isAlike = (a: IncidentKind, b: IncidentKind): boolean => a === b || a === 'unknown' || b === 'unknown'

const oldestFirst = (a: OpenIncident, b: OpenIncident): number => Temporal.Instant.compare(a.beganAt, b.beganAt) || (a.id < b.id ? -1 : 1)

const SIZE = { box: 0, pon: 1, area: 2, olt: 3 } as const

/** A home that switches its ONU off behind a fibre that is cut elsewhere is no part of it. */
const mayJoin = (kind: IncidentKind, reason: Reason): boolean =>
  kind === 'unknown' || reason === 'none' || (kind === 'fibre_cut' && reason === 'los') || (kind === 'power_failure' && reason === 'power')

function joinOpen(drops: readonly JudgedOnu[], incidents: readonly OpenIncident[]): Map<bigint, bigint[]> {
  const bySize = incidents.toSorted((a, b) => SIZE[a.place.node] - SIZE[b.place.node] || oldestFirst(a, b))
  const joined = new Map<bigint, bigint[]>()
  for (const onu of drops) {
    const incident = bySize.find(({ place, kind }) => isAt(onu, place) && mayJoin(kind, onu.reason))
    if (incident !== undefined) joined.set(incident.id, [...(joined.get(incident.id) ?? []), onu.id])
  }
  return joined
}

interface Dropping {
  readonly place: Place
  /** All that were online there before. */
  readonly members: readonly JudgedOnu[]
}

function placesThatDrop(ups: readonly JudgedOnu[], isDrop: (onu: JudgedOnu) => boolean, { leastOnus, leastSharePercent }: OutageRules): Dropping[] {
  const isShare = (dropped: number, of: number): boolean => dropped > 0 && dropped * 100 >= leastSharePercent * of
  const counts = (members: readonly JudgedOnu[], drops = members.filter(isDrop)): boolean => drops.length >= leastOnus && isShare(drops.length, members.length)
  const without = (members: readonly JudgedOnu[], part: readonly JudgedOnu[]): JudgedOnu[] => {
    const inPart = new Set(part)
    return members.filter((onu) => !inPart.has(onu))
  }
  const isRestDown = (members: readonly JudgedOnu[], part: readonly JudgedOnu[]): boolean => {
    const rest = without(members, part)
    return isShare(rest.filter(isDrop).length, rest.length)
  }
  /** Here the fibre and there the mains: two things at one time. */
  const differ = (parts: readonly (readonly JudgedOnu[])[]): boolean => {
    const kinds = parts.map((members) => kindOf(members.filter(isDrop).map(({ reason }) => reason)))
    return kinds.includes('fibre_cut') && kinds.includes('power_failure')
  }

  const areas = [...grouped(ups, ({ areaId }) => areaId?.toString())]
    .map(([, members]) => ({ areaId: members[0]?.areaId as bigint, members }))
    .filter(({ members }) => {
      const drops = members.filter((onu) => isDrop(onu) && onu.reason === 'power')
      return counts(members, drops) && kindOf(members.filter(isDrop).map(({ reason }) => reason)) === 'power_failure' && ponsOf(drops) > 1
    })
  const [first] = areas
  const isWholeOlt = counts(ups) && (areas.length > 1 || (first !== undefined && isRestDown(ups, first.members)))
  const told: Dropping[] = isWholeOlt ? [] : areas.map(({ areaId, members }) => ({ place: { node: 'area', areaId }, members }))
  const inAreas = new Set(told.flatMap(({ members }) => members))
  return [
    ...told,
    ...within(
      { node: 'olt' },
      ups.filter((onu) => !inAreas.has(onu)),
      0,
    ),
  ]

  /** The place itself where it counts and is not down because of one of its parts alone; else what counts inside. */
  function within(place: Place, members: readonly JudgedOnu[], depth: number): Dropping[] {
    if (members.filter(isDrop).length < leastOnus) return []
    const parts = [...grouped(members, (onu) => placeOf(onu, depth)?.key)].map(([, part]) => ({
      place: placeOf(part[0] as JudgedOnu, depth)?.place as Place,
      members: part,
    }))
    if (counts(members)) {
      const down = parts.filter((part) => counts(part.members)).map((part) => part.members)
      const [only] = down
      if (only === undefined) return [{ place, members }]
      const isOneThing = !differ(down.length > 1 ? down : [only, without(members, only)])
      if (isOneThing && (down.length > 1 || isRestDown(members, only))) return [{ place, members }]
    }
    return parts.flatMap((part) => within(part.place, part.members, depth + 1))
  }
}

/** The place so many steps inside its OLT at which an ONU hangs: its PON, then its boxes from the outermost inwards. */
function placeOf({ pon, boxIds }: JudgedOnu, depth: number): { readonly key: string; readonly place: Place } | undefined {
  if (depth === 0) return { key: pon, place: { node: 'pon', pon } }
  const boxId = boxIds.at(-depth)
  return boxId === undefined ? undefined : { key: boxId.toString(), place: { node: 'box', boxId, pon } }
}

const ponsOf = (onus: readonly JudgedOnu[]): number => new Set(onus.map(({ pon }) => pon)).size

/** In the order of the keys; what has none is left out. */
function grouped(onus: readonly JudgedOnu[], keyOf: (onu: JudgedOnu) => string | undefined): Map<string, JudgedOnu[]> {
  const groups = new Map<string, JudgedOnu[]>()
  for (const onu of onus) {
    const key = keyOf(onu)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [onu])
    else group.push(onu)
  }
  return new Map([...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
