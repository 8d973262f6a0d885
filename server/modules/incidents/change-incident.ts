import { Conflict, Invalid, NotFound } from '../../kernel/errors.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import type { Incident } from './incident.ts'
import { lockIncident, updateClosed, updateText } from './incidents-store.ts'
import type { IncidentText } from './incidents-store.ts'

/**
 * What clients are told of an incident, whether they are told, and a note for the house. Repeatable.
 * @throws NotFound 404; Invalid 422 for public without words; `changed_meanwhile` 409.
 */
export async function changeIncident(
  tx: Tx,
  id: bigint,
  { seenVersion, ...change }: Partial<IncidentText> & { seenVersion?: number | undefined },
): Promise<Incident> {
  const before = await locked(tx, id)
  if (seenVersion !== undefined && seenVersion !== before.version)
    throw new Conflict('changed_meanwhile', 'Somebody else has changed this incident, or it has grown; load it again')
  const after = { ...textOf(before), ...change }
  const missing = (['text_en', 'text_bn'] as const).filter((field) => after.is_public && after[field] === '')
  if (missing.length > 0) throw new Invalid('Say what clients are told', { errors: missing.map((field) => ({ field, message: 'Say what clients are told' })) })
  await updateText(tx, id, after)
  await recordEvent(tx, 'incident.edited', {
    subjectType: 'incident',
    subjectId: id,
    branchId: before.branch_id,
    before: { ...textOf(before) },
    after: { ...after },
  })
  return await locked(tx, id)
}

/** A person says that an incident is over, or none. Its ONUs come back by themselves. @throws NotFound 404; `incident_over` 409. */
export async function closeIncident(tx: Tx, id: bigint, reason: string): Promise<Incident> {
  const before = await locked(tx, id)
  if (before.ended_at !== null) throw new Conflict('incident_over', 'This incident is over already')
  await updateClosed(tx, id, reason)
  await recordEvent(tx, 'incident.closed', { subjectType: 'incident', subjectId: id, branchId: before.branch_id, after: { reason } })
  return await locked(tx, id)
}

const textOf = ({ text_en, text_bn, is_public, note }: Incident): IncidentText => ({ text_en, text_bn, is_public, note })

async function locked(tx: Tx, id: bigint): Promise<Incident> {
  const incident = await lockIncident(tx, id)
  if (incident === undefined) throw NotFound.of('incident', id)
  return incident
}
