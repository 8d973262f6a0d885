import type { Tx } from '../../platform/db/tx.ts'
import { redact } from './redact.ts'
import { insertEvent } from './store.ts'
import type { NewEvent } from './store.ts'

/** What an audit row is about, and what changed. */
export interface EventFacts {
  /** The noun, e.g. `invoice`. */
  readonly subjectType: string
  readonly subjectId: bigint | null
  /** Set where the event belongs on a client's timeline. */
  readonly clientId?: bigint | null
  readonly before?: Readonly<Record<string, unknown>> | null
  readonly after?: Readonly<Record<string, unknown>> | null
  /** Whose books it concerns; without it, the acting person's only branch or reseller, else the whole company. */
  readonly branchId?: bigint | null
  readonly resellerId?: bigint | null
}

/**
 * Writes one audit row in the caller's transaction: who, what, before, after, from where. Append-only.
 * Only the members that differ are kept of `before` and `after`; secrets are struck out. Calling it twice writes two rows.
 */
export async function recordEvent(tx: Tx, action: string, facts: EventFacts): Promise<void> {
  await insertEvent(tx.db, eventOf(tx, action, facts))
}

/** The same row as the SQL function `write_audit_event` takes it, for a composed statement. */
export function eventJson(tx: Tx, action: string, facts: EventFacts): Record<string, unknown> {
  const event = eventOf(tx, action, facts)
  return {
    at: event.at.toString(),
    actor_kind: event.actorKind,
    actor_id: text(event.actorId),
    actor_name: event.actorName,
    action,
    subject_type: event.subjectType,
    subject_id: text(event.subjectId),
    client_id: text(event.clientId),
    branch_id: text(event.branchId),
    reseller_id: text(event.resellerId),
    before: event.before,
    after: event.after,
    ip: event.ip,
    user_agent: event.userAgent,
    request_id: event.requestId,
  }
}

const text = (id: bigint | null): string | null => id?.toString() ?? null

function eventOf(tx: Tx, action: string, facts: EventFacts): NewEvent {
  const { before, after } = difference(facts.before ?? null, facts.after ?? null)
  const { scope } = tx.actor
  return {
    at: tx.now,
    actorKind: tx.actor.kind,
    actorId: tx.actor.userId,
    actorName: tx.actor.name,
    action,
    subjectType: facts.subjectType,
    subjectId: facts.subjectId,
    clientId: facts.clientId ?? null,
    branchId: facts.branchId ?? (scope.kind === 'branches' && scope.branchIds.length === 1 ? (scope.branchIds[0] ?? null) : null),
    resellerId: facts.resellerId ?? (scope.kind === 'reseller' ? scope.resellerId : null),
    before: before === null ? null : redact(before),
    after: after === null ? null : redact(after),
    ip: tx.actor.ip,
    userAgent: tx.actor.userAgent,
    requestId: tx.requestId,
  }
}

type Facts = Readonly<Record<string, unknown>> | null

/** Of two snapshots only the members that changed; one snapshot alone (created, deleted) is kept whole. */
function difference(before: Facts, after: Facts): { before: Facts; after: Facts } {
  if (before === null || after === null) return { before, after }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(plain(before[key])) !== JSON.stringify(plain(after[key])),
  )
  const pick = (from: Readonly<Record<string, unknown>>) => Object.fromEntries(keys.filter((key) => key in from).map((key) => [key, from[key]]))
  return { before: pick(before), after: pick(after) }
}

const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part)))
