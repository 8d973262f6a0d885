import type { Minor } from '../../../kernel/money.ts'
import { sumOf } from '../../../kernel/money.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { monthlyPrices } from '#modules/billing/index.ts'
import { getSettings } from '#modules/settings/index.ts'
import { reasonOf } from '../incident.ts'
import type { IncidentKind, Place } from '../incident.ts'
import { judgeOutages, kindOf } from '../judge/judge-outage.ts'
import type { Outage } from '../judge/judge-outage.ts'
import { publicText } from '../public-text.ts'
import { leastOnus, leastShare, windowMinutes } from '../settings.ts'
import {
  absorbIncidents,
  insertAway,
  insertIncident,
  lockOpen,
  selectExtent,
  selectExtentOfOlt,
  updateCounted,
  updateEnded,
  updatePlace,
  updateReasons,
} from './incident-store.ts'
import type { Away, Open } from './incident-store.ts'
import { followAbsorbed, followAway, lockLook, selectHasDrops, selectStanding, updateLook } from './look-store.ts'
import type { OltStanding, StandingOnu } from './look-store.ts'

/** An incident is over when so large a share of its ONUs is back. */
const BACK_PERCENT = 50

/**
 * Judges what the last status poll of an OLT has left, once: incidents are opened, grow, and end. Nothing follows from a poll that is not proven to
 * be whole. That it does not answer at all is an incident of its own, which touches nobody's state. Repeatable: the same poll changes nothing more.
 */
export async function lookAtOlt(tx: Tx, oltId: bigint): Promise<void> {
  const olt = await lockLook(tx, oltId)
  if (olt === undefined) return
  if (!olt.is_active) {
    for (const { id } of await lockOpen(tx, oltId)) await end(tx, id, { olt, at: tx.now, why: 'olt_inactive' })
    return
  }
  await followSilence(tx, oltId, olt)
  if (olt.began_at === null || (olt.polled_at !== null && Temporal.Instant.compare(olt.began_at, olt.polled_at) === 0)) return
  if (olt.is_complete === true) await judgePoll(tx, oltId, olt, olt.began_at)
  await updateLook(tx, oltId, olt.began_at)
}

async function followSilence(tx: Tx, oltId: bigint, olt: OltStanding): Promise<void> {
  if (olt.is_newly_silent) {
    const beganAt = olt.seen_at ?? olt.failed_at ?? tx.now
    const id = await insertIncident(tx, { oltId, place: { node: 'olt' }, kind: 'olt_unreachable', beganAt, onusOf: 0 })
    const { onus, subscriptionIds, clients, areas } = await selectExtentOfOlt(tx, oltId)
    const monthly = await monthlyOf(tx, subscriptionIds)
    const text = publicText('olt_unreachable', areas)
    await updateCounted(tx, id, { kind: 'olt_unreachable', onus, back: 0, lines: subscriptionIds.length, clients, monthly, text })
    await opened(tx, id, { olt, kind: 'olt_unreachable', place: { node: 'olt' }, onus, clients })
    return
  }
  if (olt.is_silent) return
  for (const { id, kind } of await lockOpen(tx, oltId)) if (kind === 'olt_unreachable') await end(tx, id, { olt, at: olt.seen_at ?? tx.now, why: 'answered' })
}

async function judgePoll(tx: Tx, oltId: bigint, olt: OltStanding, polledAt: Instant): Promise<void> {
  const [minutes, onus, share] = await getSettings(tx, [windowMinutes, leastOnus, leastShare])
  const windowStart = polledAt.subtract({ minutes })
  await followAbsorbed(tx, oltId)
  await followAway(tx, oltId, polledAt)
  const open = (await lockOpen(tx, oltId)).filter(({ kind }) => kind !== 'olt_unreachable')
  if (open.length === 0 && !(await selectHasDrops(tx, oltId, windowStart))) return
  const standing = await selectStanding(tx, oltId, windowStart)
  const away = new Map(standing.filter(({ state }) => state !== 'online').map((onu) => [onu.id, awayOf(onu)]))
  await updateReasons(tx, [...away.values()])
  const outages = judgeOutages(standing.map(judged), open, { windowStart, leastOnus: onus, leastSharePercent: share })
  for (const outage of outages) await writeOutage(tx, { oltId, olt, outage, away, open })
  for (const incident of await lockOpen(tx, oltId)) if (incident.kind !== 'olt_unreachable') await recount(tx, incident, { olt, at: polledAt })
}

const AWAY = ['offline', 'los', 'power_off']

const judged = ({ id, pon, box_ids, area_id, state, cause, since, was_online, is_told }: StandingOnu) => ({
  id,
  pon,
  boxIds: box_ids,
  areaId: area_id,
  isOnline: state === 'online',
  reason: reasonOf({ state, cause }),
  droppedAt: was_online && AWAY.includes(state) ? since : null,
  isTold: is_told,
})

const awayOf = ({ id, since, pon, onu_index, state, cause }: StandingOnu): Away => ({
  onuId: id,
  downAt: since,
  pon,
  onuIndex: onu_index,
  reason: reasonOf({ state, cause }),
})

interface Written {
  readonly oltId: bigint
  readonly olt: OltStanding
  readonly outage: Outage
  readonly away: ReadonlyMap<bigint, Away>
  readonly open: readonly Open[]
}

async function writeOutage(tx: Tx, { oltId, olt, outage, away, open }: Written): Promise<void> {
  const { incidentId, place, kind, onuIds, absorbs, onusOf } = outage
  const joins = onuIds.map((id) => away.get(id) as Away)
  if (incidentId === null) {
    const beganAt = joins.map(({ downAt }) => downAt).reduce((a, b) => (Temporal.Instant.compare(a, b) <= 0 ? a : b))
    const id = await insertIncident(tx, { oltId, place, kind, beganAt, onusOf: onusOf ?? 0 })
    await insertAway(tx, id, joins)
    await opened(tx, id, { olt, kind, place, onus: joins.length, clients: (await selectExtent(tx, id)).clients })
    return
  }
  const before = open.find(({ id }) => id === incidentId) as Open
  if (absorbs.length > 0) await absorbIncidents(tx, incidentId, absorbs)
  if (onusOf !== null) await updatePlace(tx, incidentId, { place, kind, onusOf })
  await insertAway(tx, incidentId, joins)
  for (const id of absorbs) await tell(tx, 'incident.merged', id, olt, { after: { merged_into_id: incidentId } })
  if (before.place.node !== place.node)
    await tell(tx, 'incident.widened', incidentId, olt, {
      before: { kind: before.kind, ...before.place },
      after: { kind, ...place, absorbed: absorbs.map(Number) },
    })
}

/** Whom it concerns, what they pay, and whether it is over. */
async function recount(tx: Tx, { id, kind: before, is_text_edited }: Open, { olt, at }: { olt: OltStanding; at: Instant }): Promise<void> {
  const { onus, back, away, reasons, subscriptionIds, clients, areas } = await selectExtent(tx, id)
  const kind = before === 'unknown' ? kindOf(reasons) : before
  const monthly = await monthlyOf(tx, subscriptionIds)
  await updateCounted(tx, id, { kind, onus, back, lines: subscriptionIds.length, clients, monthly, text: is_text_edited ? null : publicText(kind, areas) })
  if (kind !== before) await tell(tx, 'incident.changed', id, olt, { before: { kind: before }, after: { kind } })
  if (back * 100 >= BACK_PERCENT * (back + away)) await end(tx, id, { olt, at, why: 'back' })
}

async function monthlyOf(tx: Tx, subscriptionIds: readonly bigint[]): Promise<Minor> {
  return sumOf((await monthlyPrices(tx, subscriptionIds, tx.today)).values(), ({ price }) => price)
}

async function end(tx: Tx, id: bigint, { olt, at, why }: { olt: OltStanding; at: Instant; why: string }): Promise<void> {
  await updateEnded(tx, id, at)
  await tell(tx, 'incident.ended', id, olt, { after: { ended_at: at.toString(), why } })
}

const opened = async (
  tx: Tx,
  id: bigint,
  { olt, place, ...facts }: { olt: OltStanding; kind: IncidentKind; place: Place; onus: number; clients: number },
): Promise<void> => await tell(tx, 'incident.opened', id, olt, { after: { ...facts, ...place } })

const tell = async (
  tx: Tx,
  action: string,
  id: bigint,
  { branch_id }: OltStanding,
  change: { before?: Readonly<Record<string, unknown>>; after: Readonly<Record<string, unknown>> },
): Promise<void> => await recordEvent(tx, action, { subjectType: 'incident', subjectId: id, branchId: branch_id, ...change })
