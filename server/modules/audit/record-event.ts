import type { Tx } from '../../platform/db/tx.ts'
import { redact } from './redact.ts'
import { insertEvent } from './store.ts'

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
  const { before, after } = difference(facts.before ?? null, facts.after ?? null)
  const { scope } = tx.actor
  await insertEvent(tx.db, {
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
  })
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
