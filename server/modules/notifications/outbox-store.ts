import { sql } from 'kysely'
import type { Locale } from '../../kernel/actor.ts'
import type { Instant } from '../../kernel/time.ts'
import { dropPartitionsBefore } from '../../platform/db/partitions.ts'
import type { Database, Tx } from '../../platform/db/tx.ts'

export const MESSAGE_STATES = ['queued', 'sending', 'sent', 'failed', 'cancelled', 'unknown'] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

/** What names a message: its key over the partitions. */
export interface MessageKey {
  readonly created_at: Instant
  readonly id: bigint
}

export interface QueuedMessage extends MessageKey {
  readonly kind: string
  readonly client_id: bigint | null
  readonly payload: Readonly<Record<string, unknown>>
  readonly not_before: Instant
  /** Tries at a channel so far. */
  readonly attempts: number
}

const columns = sql.raw('created_at, id, kind, client_id, payload, not_before, attempts')
const keysOf = (messages: readonly MessageKey[]) =>
  sql`unnest(${messages.map(({ created_at }) => created_at.toString())}::timestamptz[], ${messages.map(({ id }) => String(id))}::bigint[])`

/** Messages whose time has come, the longest waiting first; those another process works on are left to it. */
export async function lockDueMessages(tx: Tx, limit: number): Promise<QueuedMessage[]> {
  const { rows } = await sql<QueuedMessage>`
    select ${columns} from outbox_messages where state = 'queued' and not_before <= ${tx.now} order by not_before, id limit ${limit} for update skip locked`.execute(
    tx.db,
  )
  return rows
}

export async function lockMessage(tx: Tx, id: bigint): Promise<(QueuedMessage & { state: MessageState }) | undefined> {
  const { rows } = await sql<QueuedMessage & { state: MessageState }>`select ${columns}, state from outbox_messages where id = ${id} for update`.execute(tx.db)
  return rows[0]
}

export interface MessageOutcome extends MessageKey {
  readonly state: MessageState
  readonly why: string | null
  /** When it is looked at again; null: as it stands. */
  readonly notBefore?: Instant | null
}

/** Says what became of messages; what is over has its time. */
export async function setMessages(tx: Tx, outcomes: readonly MessageOutcome[]): Promise<void> {
  if (outcomes.length === 0) return
  await sql`
    update outbox_messages o set state = x.state, why = x.why, not_before = coalesce(x.not_before, o.not_before),
      closed_at = case when x.state in ('queued', 'sending') then null else ${tx.now}::timestamptz end
    from (select k.*, v.* from ${keysOf(outcomes)} with ordinality k(created_at, id, n)
      join unnest(${outcomes.map(({ state }) => state)}::text[], ${outcomes.map(({ why }) => why)}::text[],
        ${outcomes.map(({ notBefore }) => notBefore?.toString() ?? null)}::timestamptz[]) with ordinality v(state, why, not_before, m) on v.m = k.n) x
    where o.created_at = x.created_at and o.id = x.id`.execute(tx.db)
}

export interface NewAttempt extends MessageKey {
  readonly clientId: bigint | null
  readonly channel: string
  readonly address: string
  readonly locale: Locale
  readonly text: string
}

/** The intent: the messages are under way, each with one more attempt. Answers the number of each one's attempt. */
export async function startAttempts(tx: Tx, attempts: readonly NewAttempt[]): Promise<ReadonlyMap<bigint, number>> {
  if (attempts.length === 0) return new Map()
  const { rows } = await sql<{ message_id: bigint; attempt_no: number }>`
    with begun as (
      update outbox_messages o set state = 'sending', attempts = o.attempts + 1, why = null from ${keysOf(attempts)} k(created_at, id)
      where o.created_at = k.created_at and o.id = k.id returning o.created_at, o.id, o.attempts)
    insert into message_attempts (created_at, message_id, attempt_no, client_id, channel, address, locale, text, started_at)
    select b.created_at, b.id, b.attempts, a.client_id, a.channel, a.address, a.locale, a.text, ${tx.now}
    from begun b join unnest(${attempts.map(({ id }) => String(id))}::bigint[], ${attempts.map(({ clientId }) => clientId?.toString() ?? null)}::bigint[],
      ${attempts.map(({ channel }) => channel)}::text[], ${attempts.map(({ address }) => address)}::text[], ${attempts.map(({ locale }) => locale)}::text[],
      ${attempts.map(({ text }) => text)}::text[]) a(id, client_id, channel, address, locale, text) on a.id = b.id
    returning message_id, attempt_no`.execute(tx.db)
  return new Map(rows.map(({ message_id, attempt_no }) => [message_id, attempt_no]))
}

export interface AttemptOutcome extends MessageKey {
  readonly attempt: number
  readonly outcome: 'accepted' | 'failed' | 'unknown'
  readonly reference: string | null
  readonly error: string | null
}

/** The outcome of attempts under way; answers the messages of those of which nothing had been said. */
export async function finishAttempts(tx: Tx, outcomes: readonly AttemptOutcome[]): Promise<ReadonlySet<bigint>> {
  if (outcomes.length === 0) return new Set()
  const { rows } = await sql<{ message_id: bigint }>`
    update message_attempts a set outcome = x.outcome, reference = x.reference, error = x.error, finished_at = ${tx.now}
    from (select k.*, v.* from ${keysOf(outcomes)} with ordinality k(created_at, id, n)
      join unnest(${outcomes.map(({ attempt }) => attempt)}::smallint[], ${outcomes.map(({ outcome }) => outcome)}::text[],
        ${outcomes.map(({ reference }) => reference)}::text[], ${outcomes.map(({ error }) => error)}::text[]) with ordinality v(attempt, outcome, reference, error, m) on v.m = k.n) x
    where a.created_at = x.created_at and a.message_id = x.id and a.attempt_no = x.attempt and a.outcome is null returning a.message_id`.execute(tx.db)
  return new Set(rows.map(({ message_id }) => message_id))
}

export interface LostAttempt extends MessageKey {
  readonly channel: string
  readonly attempt: number
}

/** Messages whose try began before an instant and has no outcome: whoever made it was cut off. */
export async function lockLostAttempts(tx: Tx, before: Instant, limit: number): Promise<LostAttempt[]> {
  const { rows } = await sql<LostAttempt>`
    select a.created_at, a.message_id as id, a.channel, a.attempt_no as attempt from message_attempts a
      join outbox_messages o on o.created_at = a.created_at and o.id = a.message_id
    where a.outcome is null and a.started_at < ${before} order by a.started_at, a.message_id limit ${limit} for update of o skip locked`.execute(tx.db)
  return rows
}

/** Forgets the messages that were queued before a month, with their tries; answers the partitions. Their keys stay: none is ever told twice. */
export async function forgetMessagesBefore(db: Database['direct'], month: Temporal.PlainYearMonth): Promise<string[]> {
  return [...(await dropPartitionsBefore(db, 'message_attempts', month)), ...(await dropPartitionsBefore(db, 'outbox_messages', month))]
}
