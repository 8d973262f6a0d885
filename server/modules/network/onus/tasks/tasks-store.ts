import { sql } from 'kysely'
import type { Scope } from '../../../../kernel/actor.ts'
import type { Instant } from '../../../../kernel/time.ts'
import type { Conn, Tx } from '../../../../platform/db/tx.ts'
import { oltsIn } from '../../olts/index.ts'
import type { Executed, SaidLine } from '../../olts/index.ts'
import { linesOf } from './task.ts'
import type { OltTask, TaskState } from './task.ts'
import type { PlannedTask } from './plan-task.ts'

type Db = Pick<Conn, 'db'>

const listed = sql`t.id, t.olt_id, o.name as olt_name, o.branch_id, t.onu_id, t.verb, t.pon, t.onu_index, t.identity, t.profile, t.wish, t.lines, t.save_lines, t.must, t.subscription_id,
  t.accepts_unverified, t.requested_by, (select full_name from users where id = t.requested_by) as requested_by_name, t.requested_at, t.state, t.began_at, t.done_at, t.stopped_at,
  t.read_back, t.is_saved, t.trouble, t.message`
const columns = sql`${listed}, t.transcript`
const json = (value: unknown): string => JSON.stringify(value)

/** The one that waits already with the same lines, where there is one. */
export async function insertTask(
  tx: Tx,
  { olt, profile, onu, verb, wish, plan, subscriptionId }: PlannedTask,
  { acceptsUnverified }: { acceptsUnverified: boolean },
): Promise<{ id: bigint; isNew: boolean }> {
  const lines = json(linesOf(plan.lines))
  const { taken: _taken, ...kept } = wish
  const { rows } = await sql<{ id: bigint }>`
    insert into olt_tasks (olt_id, onu_id, verb, pon, onu_index, identity, profile, wish, lines, save_lines, must, subscription_id, accepts_unverified, requested_by, requested_at)
    values (${olt.id}, ${onu?.id ?? null}, ${verb}, ${wish.pon}, ${plan.onu}, ${plan.identity.serial ?? plan.identity.mac}, ${profile.id}, ${json(kept)}::jsonb, ${lines}::jsonb,
      ${json(linesOf(plan.save))}::jsonb, ${plan.readBack.must}, ${subscriptionId}, ${acceptsUnverified}, ${tx.actor.userId}, ${tx.now})
    on conflict (olt_id, md5(lines::text)) where state = 'waiting' do nothing returning id`.execute(tx.db)
  if (rows[0] !== undefined) return { id: rows[0].id, isNew: true }
  const { rows: waiting } = await sql<{ id: bigint }>`
    select id from olt_tasks where olt_id = ${olt.id} and md5(lines::text) = md5(${lines}::jsonb::text) order by id desc limit 1`.execute(tx.db)
  return { id: (waiting[0] as { id: bigint }).id, isNew: false }
}

/** Numbers of a PON that are not free, or are about to be taken. */
export async function selectTaken({ db }: Db, oltId: bigint, pon: string): Promise<number[]> {
  const { rows } = await sql<{ n: number }>`
    select onu_index as n from onus where olt_id = ${oltId} and pon = ${pon} and is_present
    union select onu_index from olt_tasks where olt_id = ${oltId} and pon = ${pon} and state in ('waiting', 'running') order by n`.execute(db)
  return rows.map(({ n }) => n)
}

export async function selectTask({ db }: Db, scope: Scope, id: bigint): Promise<OltTask | undefined> {
  return (await sql<OltTask>`select ${columns} from olt_tasks t join olts o on o.id = t.olt_id where t.id = ${id} and ${oltsIn(scope)}`.execute(db)).rows[0]
}

export interface TaskFilter {
  readonly oltId?: bigint | undefined
  readonly onuId?: bigint | undefined
  readonly state?: TaskState | undefined
}

/** The newest first, without their transcripts; `limit + 1` rows. */
export async function selectTasks(
  { db }: Db,
  scope: Scope,
  { oltId, onuId, state }: TaskFilter,
  { limit, after }: { limit: number; after?: { id: bigint } | undefined },
): Promise<Omit<OltTask, 'transcript'>[]> {
  const where = [oltsIn(scope)]
  if (oltId !== undefined) where.push(sql`t.olt_id = ${oltId}`)
  if (onuId !== undefined) where.push(sql`t.onu_id = ${onuId}`)
  if (state !== undefined) where.push(sql`t.state = ${state}`)
  if (after !== undefined) where.push(sql`t.id < ${after.id}`)
  const { rows } = await sql<Omit<OltTask, 'transcript'>>`
    select ${listed} from olt_tasks t join olts o on o.id = t.olt_id where ${sql.join(where, sql` and `)} order by t.id desc limit ${limit + 1}`.execute(db)
  return rows
}

/** False: it does not wait any more. */
export async function updateRunning(tx: Tx, id: bigint): Promise<boolean> {
  return (
    ((await sql`update olt_tasks set state = 'running', began_at = ${tx.now} where id = ${id} and state = 'waiting'`.execute(tx.db)).numAffectedRows ?? 0n) > 0n
  )
}

/** False: it does not wait any more. */
export async function updateCancelled(tx: Tx, id: bigint): Promise<boolean> {
  return (
    ((await sql`update olt_tasks set state = 'cancelled', done_at = ${tx.now} where id = ${id} and state = 'waiting'`.execute(tx.db)).numAffectedRows ?? 0n) >
    0n
  )
}

/** A line that was typed, for who watches, and for who has to find out where it stopped. */
export async function appendLine({ db }: Db, id: bigint, line: SaidLine): Promise<void> {
  await sql`update olt_tasks set transcript = transcript || ${json([line])}::jsonb where id = ${id} and state = 'running'`.execute(db)
}

export interface TaskEnd {
  readonly state: TaskState
  readonly executed: Executed | null
  readonly trouble: string | null
  readonly message: string | null
}

/** False: it has ended already. */
export async function updateEnded(tx: Tx, id: bigint, { state, executed, trouble, message }: TaskEnd): Promise<boolean> {
  const readBack = executed?.readBack == null ? null : json({ is_seen: executed.readBack.isSeen, words: executed.readBack.words })
  const { numAffectedRows } = await sql`
    update olt_tasks set state = ${state}, done_at = ${tx.now}, transcript = coalesce(${executed === null ? null : json(executed.transcript)}::jsonb, transcript),
      stopped_at = ${executed?.stoppedAt == null ? null : json(executed.stoppedAt)}::jsonb, read_back = ${readBack}::jsonb, is_saved = ${executed?.isSaved ?? null},
      trouble = ${trouble}, message = ${message}
    where id = ${id} and state in ('waiting', 'running')`.execute(tx.db)
  return (numAffectedRows ?? 0n) > 0n
}

export async function updateOnuOfTask(tx: Tx, id: bigint, onuId: bigint): Promise<void> {
  await sql`update olt_tasks set onu_id = ${onuId} where id = ${id}`.execute(tx.db)
}

/** The ONU that stands at a place. */
export async function selectOnuAt({ db }: Db, oltId: bigint, pon: string, onuIndex: number): Promise<bigint | null> {
  const { rows } = await sql<{ id: bigint }>`select id from onus where olt_id = ${oltId} and pon = ${pon} and onu_index = ${onuIndex} and is_present`.execute(
    db,
  )
  return rows[0]?.id ?? null
}

/** What nobody works on: begun before then and not ended, or waiting since before then. */
export async function selectLeftLying(
  { db }: Db,
  { begunBefore, askedBefore }: { begunBefore: Instant; askedBefore: Instant },
): Promise<{ id: bigint; olt_id: bigint; state: TaskState }[]> {
  const { rows } = await sql<{ id: bigint; olt_id: bigint; state: TaskState }>`
    select id, olt_id, state from olt_tasks where (state = 'running' and began_at < ${begunBefore}) or (state = 'waiting' and requested_at < ${askedBefore}) order by id limit 1000`.execute(
    db,
  )
  return rows
}

export async function deleteTasksBefore({ db }: Db, before: Instant): Promise<void> {
  await sql`delete from olt_tasks where requested_at < ${before} and state not in ('waiting', 'running')`.execute(db)
}

/** Whose branch each is, for who may hear of it. */
export async function selectBranchesOfTasks({ db }: Db, ids: readonly bigint[]): Promise<{ id: bigint; branch_id: bigint }[]> {
  const { rows } = await sql<{ id: bigint; branch_id: bigint }>`
    select t.id, o.branch_id from olt_tasks t join olts o on o.id = t.olt_id where t.id = any(${ids.map(String)}::bigint[])`.execute(db)
  return rows
}
