import { sql } from 'kysely'
import type { Locale, Scope } from '../../kernel/actor.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'
import type { MessageKey, MessageState } from '#modules/notifications/index.ts'
import type { Kind, Why } from './kinds.ts'

export interface ListedMessage extends MessageKey {
  readonly kind: Kind
  readonly state: MessageState
  readonly why: Why | null
  readonly not_before: Instant
  readonly closed_at: Instant | null
  readonly attempts: number
  readonly client_id: bigint
  readonly client_code: string
  readonly client_name: string
  /** Of the last attempt; null while there is none. */
  readonly channel: string | null
  readonly address: string | null
  readonly locale: Locale | null
  readonly text: string | null
}

const selected =
  sql.raw(`o.created_at, o.id, o.kind, o.state, o.why, o.not_before, o.closed_at, o.attempts, o.client_id, c.code as client_code, c.name as client_name,
  a.channel, a.address, a.locale, a.text`)
const joined = sql.raw(`outbox_messages o join clients c on c.id = o.client_id
  left join message_attempts a on a.created_at = o.created_at and a.message_id = o.id and a.attempt_no = o.attempts`)

export interface MessageFilter {
  readonly states?: readonly MessageState[] | undefined
  readonly kind?: Kind | undefined
  readonly clientId?: bigint | undefined
  readonly from?: PlainDate | undefined
  readonly to?: PlainDate | undefined
}

/** Newest first; days are the company's. */
export async function selectMessages(
  { db, company }: Conn,
  scope: Scope,
  { states, kind, clientId, from, to }: MessageFilter,
  page: { before: MessageKey | undefined; limit: number },
): Promise<ListedMessage[]> {
  const startOf = (day: PlainDate) => day.toZonedDateTime(company.zone).toInstant()
  const where = [scopeCondition(scope, 'c')]
  if (states !== undefined) where.push(sql`o.state = any(${[...states]}::text[])`)
  if (kind !== undefined) where.push(sql`o.kind = ${kind}`)
  if (clientId !== undefined) where.push(sql`o.client_id = ${clientId}`)
  if (from !== undefined) where.push(sql`o.created_at >= ${startOf(from)}`)
  if (to !== undefined) where.push(sql`o.created_at < ${startOf(to.add({ days: 1 }))}`)
  if (page.before !== undefined) where.push(sql`(o.created_at, o.id) < (${page.before.created_at}, ${page.before.id}::bigint)`)
  const { rows } = await sql<ListedMessage>`
    select ${selected} from ${joined} where ${sql.join(where, sql` and `)} order by o.created_at desc, o.id desc limit ${page.limit + 1}`.execute(db)
  return rows
}

export interface MessageDetail extends ListedMessage {
  readonly payload: Readonly<Record<string, unknown>>
}

export async function selectMessage(conn: Pick<Conn, 'db'>, scope: Scope, id: bigint): Promise<MessageDetail | undefined> {
  const { rows } = await sql<MessageDetail>`select ${selected}, o.payload from ${joined} where o.id = ${id} and ${scopeCondition(scope, 'c')}`.execute(conn.db)
  return rows[0]
}

export interface MessageAttempt {
  readonly attempt_no: number
  readonly channel: string
  readonly address: string
  readonly locale: Locale
  readonly text: string
  readonly started_at: Instant
  readonly finished_at: Instant | null
  readonly outcome: 'accepted' | 'failed' | 'unknown' | null
  readonly reference: string | null
  readonly error: string | null
}

/** The tries of one message, the first one first. */
export async function selectAttempts(conn: Pick<Conn, 'db'>, { created_at, id }: MessageKey): Promise<MessageAttempt[]> {
  const { rows } = await sql<MessageAttempt>`
    select attempt_no, channel, address, locale, text, started_at, finished_at, outcome, reference, error from message_attempts
    where created_at = ${created_at} and message_id = ${id} order by attempt_no limit 100`.execute(conn.db)
  return rows
}

/** Messages that wait, and those somebody may have to look at. */
export async function countMessages(conn: Pick<Conn, 'db'>, scope: Scope): Promise<{ waiting: bigint; failed: bigint; unknown: bigint }> {
  const { rows } = await sql<{ waiting: bigint; failed: bigint; unknown: bigint }>`
    select count(*) filter (where o.state in ('queued', 'sending')) as waiting, count(*) filter (where o.state = 'failed') as failed,
      count(*) filter (where o.state = 'unknown') as unknown
    from outbox_messages o join clients c on c.id = o.client_id where o.state in ('queued', 'sending', 'failed', 'unknown') and ${scopeCondition(scope, 'c')}`.execute(
    conn.db,
  )
  return rows[0] as { waiting: bigint; failed: bigint; unknown: bigint }
}
