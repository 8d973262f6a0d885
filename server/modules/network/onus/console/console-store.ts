import { sql } from 'kysely'
import type { Scope } from '../../../../kernel/actor.ts'
import type { Instant } from '../../../../kernel/time.ts'
import type { Conn, Tx } from '../../../../platform/db/tx.ts'
import { oltsIn } from '../../olts/index.ts'

type Db = Pick<Conn, 'db'>

export const LINE_STATES = ['waiting', 'running', 'done', 'unsure', 'failed'] as const
export type LineState = (typeof LINE_STATES)[number]

/** A line somebody has typed, and what was answered. */
export interface ConsoleLine {
  readonly id: bigint
  readonly console_id: bigint
  readonly olt_id: bigint
  readonly olt_name: string
  readonly user_id: bigint
  readonly user_name: string
  readonly line: string
  readonly confirm: string | null
  /** The prompt that was seen when it was typed; null: wherever the session stands. */
  readonly stands_at: string | null
  readonly is_read_only: boolean
  readonly asked_at: Instant
  readonly state: LineState
  readonly done_at: Instant | null
  readonly answer: string | null
  readonly is_cut: boolean
  readonly is_whole: boolean | null
  readonly ms: number | null
  readonly prompt: string | null
  readonly question: string | null
  readonly told: string | null
  readonly refusal: string | null
  readonly trouble: string | null
  readonly message: string | null
}

const columns = sql`l.id, l.console_id, l.olt_id, o.name as olt_name, l.user_id, (select full_name from users where id = l.user_id) as user_name, l.line, l.confirm, l.stands_at, l.is_read_only,
  l.asked_at, l.state, l.done_at, l.answer, l.is_cut, l.is_whole, l.ms, l.prompt, l.question, l.told, l.refusal, l.trouble, l.message`

/** The one this person has used since `since`, or a new one. */
export async function useConsole(tx: Tx, oltId: bigint, userId: bigint, since: Instant): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    update olt_consoles set last_at = ${tx.now}
    where id = (select id from olt_consoles where olt_id = ${oltId} and user_id = ${userId} and last_at >= ${since} order by last_at desc, id desc limit 1) returning id`.execute(
    tx.db,
  )
  if (rows[0] !== undefined) return rows[0].id
  const { rows: made } = await sql<{ id: bigint }>`
    insert into olt_consoles (olt_id, user_id, began_at, last_at) values (${oltId}, ${userId}, ${tx.now}, ${tx.now}) returning id`.execute(tx.db)
  return (made[0] as { id: bigint }).id
}

/** Its session stays for a while from now. */
export async function touchConsole(tx: Tx, id: bigint): Promise<void> {
  await sql`update olt_consoles set last_at = ${tx.now} where id = ${id}`.execute(tx.db)
}

export async function insertLine(
  tx: Tx,
  line: { consoleId: bigint; oltId: bigint; userId: bigint; shown: string; confirm: string | null; standsAt: string | null; isReadOnly: boolean },
): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    insert into olt_console_lines (console_id, olt_id, user_id, line, confirm, stands_at, is_read_only, asked_at)
    values (${line.consoleId}, ${line.oltId}, ${line.userId}, ${line.shown}, ${line.confirm}, ${line.standsAt}, ${line.isReadOnly}, ${tx.now}) returning id`.execute(
    tx.db,
  )
  return (rows[0] as { id: bigint }).id
}

export async function updateSealed(tx: Tx, id: bigint, sealed: Buffer): Promise<void> {
  await sql`update olt_console_lines set line_sealed = ${sealed} where id = ${id}`.execute(tx.db)
}

export async function selectSealedLine({ db }: Db, id: bigint): Promise<Buffer | null> {
  return (await sql<{ line_sealed: Buffer | null }>`select line_sealed from olt_console_lines where id = ${id}`.execute(db)).rows[0]?.line_sealed ?? null
}

export async function selectLine({ db }: Db, id: bigint): Promise<ConsoleLine | undefined> {
  return (await sql<ConsoleLine>`select ${columns} from olt_console_lines l join olts o on o.id = l.olt_id where l.id = ${id}`.execute(db)).rows[0]
}

/** The newest first; of `userId` alone, or everybody's. `limit + 1` rows. */
export async function selectLines(
  { db }: Db,
  scope: Scope,
  { oltId, userId }: { oltId: bigint; userId: bigint | null },
  { limit, after }: { limit: number; after?: { id: bigint } | undefined },
): Promise<ConsoleLine[]> {
  const where = [oltsIn(scope), sql`l.olt_id = ${oltId}`]
  if (userId !== null) where.push(sql`l.user_id = ${userId}`)
  if (after !== undefined) where.push(sql`l.id < ${after.id}`)
  const { rows } = await sql<ConsoleLine>`
    select ${columns} from olt_console_lines l join olts o on o.id = l.olt_id where ${sql.join(where, sql` and `)} order by l.id desc limit ${limit + 1}`.execute(
    db,
  )
  return rows
}

/** False: it does not wait any more. */
export async function updateLineRunning(tx: Tx, id: bigint): Promise<boolean> {
  const { numAffectedRows } = await sql`update olt_console_lines set state = 'running', began_at = ${tx.now} where id = ${id} and state = 'waiting'`.execute(
    tx.db,
  )
  return (numAffectedRows ?? 0n) > 0n
}

export interface LineEnd {
  readonly state: LineState
  readonly answer?: string
  readonly isCut?: boolean
  readonly isWhole?: boolean
  readonly ms?: number
  readonly prompt?: string | null
  readonly asked?: { readonly question: string; readonly told: string } | null
  readonly refusal?: string | null
  readonly trouble?: string | null
  readonly message?: string | null
}

/** What was sealed is forgotten with it. */
export async function updateLineEnded(tx: Tx, id: bigint, end: LineEnd): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update olt_console_lines set state = ${end.state}, done_at = ${tx.now}, line_sealed = null, answer = ${end.answer ?? null}, is_cut = ${end.isCut ?? false},
      is_whole = ${end.isWhole ?? null}, ms = ${end.ms === undefined ? null : Math.round(end.ms)}, prompt = ${end.prompt ?? null},
      question = ${end.asked?.question ?? null}, told = ${end.asked?.told ?? null}, refusal = ${end.refusal ?? null}, trouble = ${end.trouble ?? null},
      message = ${end.message ?? null}
    where id = ${id} and state in ('waiting', 'running')`.execute(tx.db)
  return (numAffectedRows ?? 0n) > 0n
}

/** Of lines that nobody works on any more. */
export async function selectLinesLeftLying({ db }: Db, before: Instant): Promise<{ id: bigint; state: LineState }[]> {
  const { rows } = await sql<{ id: bigint; state: LineState }>`
    select id, state from olt_console_lines where state in ('waiting', 'running') and asked_at < ${before} order by id limit 1000`.execute(db)
  return rows
}

export async function deleteConsolesBefore({ db }: Db, before: Instant): Promise<void> {
  await sql`delete from olt_consoles where last_at < ${before}`.execute(db)
}

/** Who has typed each: only he hears of it. */
export async function selectAuthors({ db }: Db, ids: readonly bigint[]): Promise<{ id: bigint; user_id: bigint }[]> {
  return (await sql<{ id: bigint; user_id: bigint }>`select id, user_id from olt_console_lines where id = any(${ids.map(String)}::bigint[])`.execute(db)).rows
}
