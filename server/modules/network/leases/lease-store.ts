import { sql } from 'kysely'
import { AppError } from '../../../kernel/errors.ts'
import type { Conn } from '../../../platform/db/tx.ts'

/** Who works on a device, and the number that only the present owner has. */
export interface Lease {
  readonly deviceId: string
  readonly owner: string
  readonly fence: bigint
}

type Db = Pick<Conn, 'db'>

/** Somebody else works on the device now; what was found is not written. */
export class LeaseLost extends AppError {
  readonly code = 'device_busy'
  readonly status = 503
}

/**
 * Takes a device that nobody holds; null while somebody does. Leases run by the database's own clock, the only one all processes share;
 * that of the company may be set in tests and says nothing about who is alive.
 */
export async function takeLease({ db }: Db, { deviceId, owner, ms }: { deviceId: string; owner: string; ms: number }): Promise<Lease | null> {
  const { rows } = await sql<{ fence: bigint }>`
    insert into device_leases as l (device_id, owner, until) values (${deviceId}, ${owner}, clock_timestamp() + ${ms}::int * interval '1 ms')
    on conflict (device_id) do update set owner = excluded.owner, until = excluded.until, fence = l.fence + 1, wanted_at = null where l.until <= clock_timestamp()
    returning fence`.execute(db)
  const [row] = rows
  return row === undefined ? null : { deviceId, owner, fence: row.fence }
}

/** Says to whoever holds the device that another waits for it. */
export async function wantLease({ db }: Db, deviceId: string): Promise<void> {
  await sql`update device_leases set wanted_at = clock_timestamp() where device_id = ${deviceId}`.execute(db)
}

/** So long after it was last said that somebody waits, he is taken to wait still. */
const WANTED_MS = 6000

/** `isOurs` false: the lease has run out and another has it. `isWanted`: another waits for it. */
export async function renewLease({ db }: Db, { deviceId, owner, fence }: Lease, ms: number): Promise<{ isOurs: boolean; isWanted: boolean }> {
  const { rows } = await sql<{ is_wanted: boolean }>`
    update device_leases set until = clock_timestamp() + ${ms}::int * interval '1 ms' where device_id = ${deviceId} and owner = ${owner} and fence = ${fence}
    returning coalesce(wanted_at > clock_timestamp() - ${WANTED_MS}::int * interval '1 ms', false) as is_wanted`.execute(db)
  return { isOurs: rows.length > 0, isWanted: rows[0]?.is_wanted ?? false }
}

/** Frees the device for the next one. Repeatable, and does nothing to the lease of another. */
export async function releaseLease({ db }: Db, { deviceId, owner, fence }: Lease): Promise<void> {
  await sql`update device_leases set until = clock_timestamp() where device_id = ${deviceId} and owner = ${owner} and fence = ${fence}`.execute(db)
}

/** Called first in a transaction that writes what was found on the device; nobody takes the device until it ends. @throws LeaseLost 503. */
export async function requireLease({ db }: Db, { deviceId, owner, fence }: Lease): Promise<void> {
  const { rows } = await sql`select 1 from device_leases where device_id = ${deviceId} and owner = ${owner} and fence = ${fence} for update`.execute(db)
  if (rows.length === 0) throw new LeaseLost('Somebody else has taken over this device meanwhile; what was found is not written')
}
