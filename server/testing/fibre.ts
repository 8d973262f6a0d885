import { sql } from 'kysely'
import type { SettableClock } from '../kernel/clock.ts'
import type { Database } from '../platform/db/tx.ts'
import { aClient, unique } from './factories.ts'

/** An OLT that is set up and asked by nobody. */
export async function aBareOlt(database: Pick<Database, 'db'>, branchId: bigint, name = `OLT ${unique()}`): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    with made as (
      insert into olts (branch_id, name, profile, host, snmp, created_at, updated_at) values (${branchId}, ${name}, 'vsol-gpon', '10.0.0.1', '2c', now(), now()) returning id)
    insert into olt_health (olt_id) select id from made returning olt_id as id`.execute(database.db)
  return (rows[0] as { id: bigint }).id
}

export interface OnuFacts {
  readonly oltId: bigint
  readonly pon?: string
  readonly boxId?: bigint | null
  readonly subscriptionId?: bigint | null
  readonly state?: string
  readonly cause?: string | null
}

/** Partitions of what ONUs leave behind, for clocks that stand elsewhere. */
export async function fibrePartitions(database: Pick<Database, 'db'>, from: string, to: string): Promise<void> {
  for (const table of ['onu_events', 'optical_hours'])
    await sql`select make_month_partitions_between(${table}, ${from}::date, ${to}::date)`.execute(database.db)
}

/** What polls of OLTs would write, written by hand; the OLT's own words are not simulated here. */
export function fibreOf(database: Pick<Database, 'db'>, clock: SettableClock) {
  const place = async (oltId: bigint, pon: string): Promise<number> => {
    const { rows } = await sql<{ next: number }>`select coalesce(max(onu_index), 0) + 1 as next from onus where olt_id = ${oltId} and pon = ${pon}`.execute(
      database.db,
    )
    return rows[0]?.next ?? 1
  }
  return {
    /** An ONU that has been there for long. */
    async anOnu({ oltId, pon = '0/1', boxId = null, subscriptionId = null, state = 'online', cause = null }: OnuFacts): Promise<bigint> {
      const since = clock.now().subtract({ hours: 100 })
      const serial = `TEST${unique().toString(16).toUpperCase().padStart(8, '0')}`
      const { rows } = await sql<{ id: bigint }>`
        insert into onus (serial, raw_serial, olt_id, pon, onu_index, state, cause, since, first_seen_at, box_id)
        values (${serial}, ${serial}, ${oltId}, ${pon}, ${await place(oltId, pon)}, ${state}, ${cause}, ${since}, ${since}, ${boxId}) returning id`.execute(
        database.db,
      )
      const { id } = rows[0] as { id: bigint }
      if (subscriptionId !== null)
        await sql`insert into onu_links (onu_id, subscription_id, source, since) values (${id}, ${subscriptionId}, 'person', ${since})`.execute(database.db)
      return id
    },

    /** Their states as a status poll of this moment finds them. */
    async found(onuIds: readonly bigint[], state: string, cause: string | null = null): Promise<void> {
      const ids = onuIds.map(String)
      const at = clock.now()
      await sql`
        insert into onu_events (at, onu_id, olt_id, pon, kind, was, is_now, cause)
        select ${at}, id, olt_id, pon, 'state', state, ${state}, ${cause} from onus where id = any(${ids}::bigint[]) and state <> ${state}`.execute(database.db)
      await sql`
        update onus set since = case when (state = 'online') <> (${state} = 'online') then ${at} else since end, state = ${state}, cause = ${cause}
        where id = any(${ids}::bigint[])`.execute(database.db)
    },

    /** That a status poll has been, and whether it said everything. */
    async polled(oltId: bigint, { isComplete = true } = {}): Promise<void> {
      const at = clock.now()
      await sql`
        insert into olt_polls as p (olt_id, kind, due_at, began_at, ms, rows, source, is_complete, completed_at)
        values (${oltId}, 'status', ${at}, ${at}, 100, 1, 'snmp', ${isComplete}, ${isComplete ? at : null})
        on conflict (olt_id, kind) do update set began_at = excluded.began_at, is_complete = excluded.is_complete, completed_at = coalesce(excluded.completed_at, p.completed_at)`.execute(
        database.db,
      )
      await sql`update olt_health set seen_at = ${at}, failures = 0, retry_at = null, error_kind = null, error = null where olt_id = ${oltId}`.execute(
        database.db,
      )
    },

    /** That it did not answer. */
    async failed(oltId: bigint, kind = 'silent'): Promise<void> {
      await sql`update olt_health set failures = failures + 1, error_kind = ${kind}, error = ${kind}, failed_at = ${clock.now()} where olt_id = ${oltId}`.execute(
        database.db,
      )
    },
  }
}

/** A client with a line in use, for an ONU to carry. */
export async function aFibreLine(
  database: Database,
  { branchId, packageId, activatedOn, ...facts }: { branchId: bigint; packageId: bigint; activatedOn: Temporal.PlainDate; area_id?: bigint },
): Promise<{ clientId: bigint; subscriptionId: bigint }> {
  const { client, subscription } = await aClient(database, {
    branch_id: branchId,
    ...facts,
    subscription: { packageId, activatedOn, pppoe_login: `fibre${unique()}` },
  })
  return { clientId: client.id, subscriptionId: subscription?.id as bigint }
}
