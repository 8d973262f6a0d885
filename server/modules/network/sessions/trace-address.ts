import { Conflict, Forbidden, Invalid, NotFound } from '../../../kernel/errors.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { BOM, csvLine } from '../../../platform/tables/csv.ts'
import { recordEvent } from '../../audit/index.ts'
import { insertTrace, lockTrace, selectTrace, selectTraced, updateDecision } from './trace-store.ts'
import type { Trace, TracedSession, TraceQuestion } from './trace-store.ts'

const MOST = 200
const MOST_DAYS = 31

/**
 * Looks who had an address at a time, and keeps question and answer. The person who asks sees the answer; nothing leaves before a second one agrees.
 * @throws Forbidden 403 to who sees only a part of the company; Invalid 422 for a time that ends before it begins or is longer than a month
 */
export async function traceAddress(tx: Tx, { reason, reference, ...question }: TraceQuestion & { reason: string; reference: string }): Promise<Trace> {
  requireCompany(tx)
  const hours = question.from.until(question.until).total('hours')
  if (hours < 0 || hours > MOST_DAYS * 24)
    throw new Invalid('The time does not fit', { errors: [{ field: 'until', message: 'At most a month after it begins' }] })
  const found = await selectTraced(tx, tx.actor.scope, question, MOST)
  const id = await insertTrace(tx, question, { reason, reference, found })
  await recordEvent(tx, 'address.traced', {
    subjectType: 'address_trace',
    subjectId: id,
    after: { ...question, from: question.from.toString(), until: question.until.toString(), reason, reference, found: found.length },
  })
  return (await selectTrace(tx, id)) as Trace
}

/** A second person agrees that an answer leaves, or not. @throws NotFound 404; `already_decided`, `second_person_needed` 409; Forbidden 403. */
export async function decideTrace(tx: Tx, id: bigint, { isApproved }: { isApproved: boolean }): Promise<Trace> {
  requireCompany(tx)
  const trace = await lockTrace(tx, id)
  if (trace === undefined) throw NotFound.of('trace', id)
  if (trace.is_approved !== null) throw new Conflict('already_decided', 'Somebody has already decided on this')
  if (trace.requested_by === tx.actor.userId) throw new Conflict('second_person_needed', 'You asked yourself; somebody else must decide')
  await updateDecision(tx, id, isApproved)
  await recordEvent(tx, 'address.trace_decided', {
    subjectType: 'address_trace',
    subjectId: id,
    after: { is_approved: isApproved, reference: trace.reference },
  })
  return (await selectTrace(tx, id)) as Trace
}

const HEAD = [
  'login',
  'client_code',
  'client_name',
  'client_phone',
  'client_address',
  'router_name',
  'caller_id',
  'address',
  'ipv6_prefix',
  'started_at',
  'ended_at',
  'terminate_cause',
  'is_certain',
] as const satisfies readonly (keyof TracedSession)[]

/** The answer as a table to hand over; every time is noted. @throws NotFound 404; `not_approved` 409; Forbidden 403. */
export async function exportTrace(tx: Tx, id: bigint): Promise<string> {
  requireCompany(tx)
  const trace = await selectTrace(tx, id)
  if (trace === undefined) throw NotFound.of('trace', id)
  if (trace.is_approved !== true) throw new Conflict('not_approved', 'A second person has to agree before this leaves')
  await recordEvent(tx, 'address.trace_exported', {
    subjectType: 'address_trace',
    subjectId: id,
    after: { reference: trace.reference, rows: trace.found.length },
  })
  const asked = [
    ['address', trace.address],
    ['port', trace.port ?? ''],
    ['from', trace.from],
    ['until', trace.until],
    ['reference', trace.reference],
    ['approved_by', trace.decided_by_name ?? ''],
  ]
  const lines = [...asked, [], HEAD, ...trace.found.map((row) => HEAD.map((column) => row[column] ?? ''))]
  return `${BOM}${lines.map((cells) => csvLine(cells.map(String))).join('')}`
}

/** An address may have been anybody's; who sees only some clients would be told that it was nobody's. */
function requireCompany({ actor }: Tx): void {
  if (actor.scope.kind !== 'company') throw new Forbidden('Only who sees the whole company may ask who had an address')
}
