import { sql } from 'kysely'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import type { Scope } from '../../kernel/actor.ts'

export interface NewEvent {
  readonly at: Temporal.Instant
  readonly actorKind: string
  readonly actorId: bigint | null
  readonly actorName: string
  readonly action: string
  readonly subjectType: string
  readonly subjectId: bigint | null
  readonly clientId: bigint | null
  readonly branchId: bigint | null
  readonly resellerId: bigint | null
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
  readonly ip: string | null
  readonly userAgent: string | null
  readonly requestId: string | null
}

export async function insertEvent(db: Tx['db'], event: NewEvent): Promise<void> {
  await sql`
    insert into audit_events (at, actor_kind, actor_id, actor_name, action, subject_type, subject_id, client_id, branch_id, reseller_id, before, after, ip, user_agent, request_id)
    values (${event.at}, ${event.actorKind}, ${event.actorId}, ${event.actorName}, ${event.action}, ${event.subjectType}, ${event.subjectId}, ${event.clientId},
      ${event.branchId}, ${event.resellerId}, ${json(event.before)}::jsonb, ${json(event.after)}::jsonb, ${event.ip}::inet, ${event.userAgent}, ${event.requestId})
  `.execute(db)
}

/** Rows as `eventJson` writes them, in one statement and in their order. */
export async function insertEvents(db: Tx['db'], events: readonly Record<string, unknown>[]): Promise<void> {
  await sql`
    insert into audit_events (at, actor_kind, actor_id, actor_name, action, subject_type, subject_id, client_id, branch_id, reseller_id, before, after, ip, user_agent, request_id)
    select (e->>'at')::timestamptz, e->>'actor_kind', (e->>'actor_id')::bigint, e->>'actor_name', e->>'action', e->>'subject_type', (e->>'subject_id')::bigint, (e->>'client_id')::bigint,
      (e->>'branch_id')::bigint, (e->>'reseller_id')::bigint, nullif(e->'before', 'null'), nullif(e->'after', 'null'), (e->>'ip')::inet, e->>'user_agent', e->>'request_id'
    from jsonb_array_elements(${JSON.stringify(events)}::jsonb) with ordinality as list (e, n) order by n`.execute(db)
}

const json = (value: Record<string, unknown> | null): string | null => (value === null ? null : JSON.stringify(value))

export interface AuditEvent {
  readonly id: bigint
  readonly at: Temporal.Instant
  readonly actor_kind: 'user' | 'token' | 'system'
  readonly actor_id: bigint | null
  readonly actor_name: string
  readonly action: string
  readonly subject_type: string
  readonly subject_id: bigint | null
  readonly client_id: bigint | null
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
  readonly ip: string | null
  readonly user_agent: string | null
  readonly request_id: string | null
}

export interface EventFilter {
  readonly action?: string | undefined
  readonly subjectType?: string | undefined
  readonly subjectId?: bigint | undefined
  readonly clientId?: bigint | undefined
  readonly actorId?: bigint | undefined
  /** A member of before or after. */
  readonly changed?: string | undefined
  readonly from?: Temporal.Instant | undefined
  readonly until?: Temporal.Instant | undefined
}

export interface EventPosition {
  readonly at: Temporal.Instant
  readonly id: bigint
}

/** Newest first; `limit + 1` rows tell whether there is another page. `action` ending in a dot or star matches a family: `invoice.`. */
export async function selectEvents(
  conn: Conn,
  scope: Scope,
  filter: EventFilter,
  { limit, after }: { limit: number; after: EventPosition | undefined },
): Promise<AuditEvent[]> {
  const where = [sql`true`, inScope(scope)]
  if (filter.action !== undefined)
    where.push(filter.action.endsWith('.') ? sql`action >= ${filter.action} and action < ${`${filter.action}~`}` : sql`action = ${filter.action}`)
  if (filter.subjectType !== undefined) where.push(sql`subject_type = ${filter.subjectType}`)
  if (filter.subjectId !== undefined) where.push(sql`subject_id = ${filter.subjectId}`)
  if (filter.clientId !== undefined) where.push(sql`client_id = ${filter.clientId}`)
  if (filter.actorId !== undefined) where.push(sql`actor_id = ${filter.actorId}`)
  if (filter.changed !== undefined) where.push(sql`(jsonb_exists(before, ${filter.changed}) or jsonb_exists(after, ${filter.changed}))`)
  if (filter.from !== undefined) where.push(sql`at >= ${filter.from}`)
  if (filter.until !== undefined) where.push(sql`at < ${filter.until}`)
  if (after !== undefined) where.push(sql`(at, id) < (${after.at}, ${after.id})`)
  const { rows } = await sql<AuditEvent>`
    select id, at, actor_kind, actor_id, actor_name, action, subject_type, subject_id, client_id, before, after, host(ip) as ip, user_agent, request_id
      from audit_events
     where ${sql.join(where, sql` and `)}
     order by at desc, id desc
     limit ${limit + 1}
  `.execute(conn.db)
  return rows
}

/** A branch or a reseller reads the events of its own books only; events of the whole company stay with the company. */
function inScope(scope: Scope) {
  if (scope.kind === 'company') return sql`true`
  if (scope.kind === 'branches') return sql`branch_id = any(${scope.branchIds}::bigint[])`
  return sql`reseller_id = ${scope.resellerId}`
}
