import type { Instant } from '../../kernel/time.ts'
import type { Facts, LightFacts, Neighbours } from './facts.ts'

export const VERDICTS = [
  'left',
  'pending',
  'unpaid',
  'expired',
  'paused',
  'blocked',
  'fine',
  'light_weak_online',
  'light_too_strong',
  'router_behind',
  'fibre_cut',
  'power_failure',
  'outage',
  'olt_silent',
  'not_linked',
  'data_too_old',
  'onu_gone',
  'onu_disabled',
  'onu_unknown',
  'neighbours_away',
  'no_power',
  'no_light',
  'onu_away',
  'light_critical',
  'router_refuses',
  'wrong_password',
  'not_looked_since',
  'no_session',
] as const
export type VerdictCode = (typeof VERDICTS)[number]

export interface Verdict {
  readonly code: VerdictCode
  /** Since when it is so, where that is known. */
  readonly since: Instant | null
  /** From when the data are that it rests on. */
  readonly dataFrom: Instant | null
}

export interface Limits {
  readonly now: Instant
  /** A status poll older than this tells nothing of now. */
  readonly tooOldMinutes: number
}

const NEIGHBOURS = 3
const NEIGHBOURS_PERCENT = 60

/** What is most probably the matter with a line: the first that holds, from the account outwards. Pure. */
export function verdictOf(facts: Facts, limits: Limits): Verdict {
  return ofAccount(facts, limits) ?? ofSession(facts) ?? ofFibre(facts, limits) ?? ofRouter(facts, limits) ?? noSession(facts)
}

function ofAccount({ account: { state, reasons } }: Facts, { now }: Limits): Verdict | null {
  const said = (code: VerdictCode): Verdict => ({ code, since: null, dataFrom: now })
  if (state === 'left') return said('left')
  if (state === 'pending') return said('pending')
  if (reasons.includes('expired')) return said('expired')
  if (reasons.includes('billing')) return said('unpaid')
  if (reasons.includes('vacation')) return said('paused')
  return reasons.length > 0 ? said('blocked') : null
}

function ofSession(facts: Facts): Verdict | null {
  const { session, access, light } = facts
  if (!session.is_online || isOutlived(facts)) return null
  if (access?.in_sync === false && access.reason !== 'on_its_way') return { code: 'router_behind', since: access.since, dataFrom: access.observed_at }
  if (light?.level === 'critical' || light?.level === 'weak') return { code: 'light_weak_online', since: null, dataFrom: light.measured_at }
  if (light?.level === 'too_strong') return { code: 'light_too_strong', since: null, dataFrom: light.measured_at }
  return { code: 'fine', since: session.started_at, dataFrom: session.heard_at }
}

const AWAY: readonly string[] = ['offline', 'los', 'power_off']

/** The session was last heard of before its ONU was seen to be away: a router takes a while to notice. */
function isOutlived({ session: { heard_at }, sees_fibre, onu }: Facts): boolean {
  if (!sees_fibre || onu === null || !onu.is_present || !AWAY.includes(onu.state)) return false
  return heard_at === null || Temporal.Instant.compare(heard_at, onu.since) < 0
}

const OF_INCIDENT = { fibre_cut: 'fibre_cut', power_failure: 'power_failure', unknown: 'outage', olt_unreachable: 'outage' } as const

function ofFibre(facts: Facts, limits: Limits): Verdict | null {
  const { now, tooOldMinutes } = limits
  const { account, sees_fibre, onu, olt, incident, in_box, on_pon } = facts
  if (!sees_fibre || !account.is_fibre) return null
  if (onu === null) return ofRouter(facts, limits) ?? { code: 'not_linked', since: null, dataFrom: now }
  const dataFrom = olt?.completed_at ?? null
  if (incident !== null) return { code: OF_INCIDENT[incident.kind], since: incident.began_at, dataFrom }
  if (olt?.is_silent === true) return { code: 'olt_silent', since: olt.seen_at, dataFrom }
  if (dataFrom === null || Temporal.Instant.compare(dataFrom, now.subtract({ minutes: tooOldMinutes })) < 0)
    return ofRefusal(facts, limits) ?? { code: 'data_too_old', since: dataFrom, dataFrom }
  const said = (code: VerdictCode): Verdict => ({ code, since: onu.since, dataFrom })
  if (!onu.is_present) return said('onu_gone')
  if (onu.state === 'disabled') return said('onu_disabled')
  if (onu.state === 'unknown') return said('onu_unknown')
  if (onu.state === 'online') return isTooWeak(facts.light) ? { code: 'light_critical', since: null, dataFrom: facts.light.measured_at } : null
  if (areMostlyAway(in_box) || areMostlyAway(on_pon)) return said('neighbours_away')
  if (onu.cause === 'dying_gasp' || onu.state === 'power_off') return said('no_power')
  return said(onu.state === 'los' || onu.cause === 'los' || onu.cause === 'wire_down' ? 'no_light' : 'onu_away')
}

const isTooWeak = (light: LightFacts | null): light is LightFacts => light?.level === 'critical'

const areMostlyAway = (neighbours: Neighbours | null): boolean =>
  neighbours !== null && neighbours.away >= NEIGHBOURS && neighbours.away * 100 >= NEIGHBOURS_PERCENT * neighbours.others

function ofAccess({ access }: Facts): Verdict | null {
  return access?.in_sync === false ? { code: 'router_refuses', since: access.since, dataFrom: access.observed_at ?? access.since } : null
}

/** A refusal that is older says nothing of now. */
const REFUSED_HOURS = 24

const ofRouter = (facts: Facts, limits: Limits): Verdict | null => ofAccess(facts) ?? ofRefusal(facts, limits)

/** RADIUS has refused its password since it was last online, and since the password or anything else that is wanted was changed. */
function ofRefusal({ session: { refused, ended_at }, access }: Facts, { now }: Limits): Verdict | null {
  if (refused === null) return null
  const isAfter = (at: Instant | null | undefined): boolean => at == null || Temporal.Instant.compare(refused.at, at) > 0
  return isAfter(ended_at) && isAfter(access?.wanted_at) && isAfter(now.subtract({ hours: REFUSED_HOURS }))
    ? { code: 'wrong_password', since: refused.since, dataFrom: refused.at }
    : null
}

/** When something last changed that may have let the line dial in: its ONU came up, or its router was told to let it in. */
function changedAt({ onu, access }: Facts): Instant | null {
  const times = [onu?.state === 'online' ? onu.since : null, access?.desired_on === true ? access.wanted_at : null].filter((at) => at !== null)
  return times.toSorted((a, b) => Temporal.Instant.compare(b, a))[0] ?? null
}

/** Nobody has looked who is online on its router since something has changed. */
export function isSessionOutdated(facts: Facts): boolean {
  const { session, access } = facts
  const changed = changedAt(facts)
  if (session.is_online || access === null || access.router_name === null || changed === null) return false
  return session.looked_at === null || Temporal.Instant.compare(session.looked_at, changed) < 0
}

const noSession = (facts: Facts): Verdict =>
  isSessionOutdated(facts)
    ? { code: 'not_looked_since', since: changedAt(facts), dataFrom: facts.session.looked_at }
    : { code: 'no_session', since: facts.session.ended_at, dataFrom: facts.session.looked_at ?? facts.session.heard_at ?? facts.olt?.completed_at ?? null }
