import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'

export interface NewManualEntry {
  readonly bookedOn: PlainDate
  readonly memo: string
  readonly reversesId: bigint | null
}

/** @throws unique violation `manual_entries_reversed_once`. */
export async function insertManualEntry(tx: Tx, { bookedOn, memo, reversesId }: NewManualEntry): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    insert into manual_entries (booked_on, memo, reverses_id, created_by, created_at)
    values (${bookedOn}, ${memo}, ${reversesId}, ${tx.actor.userId}, ${tx.now}) returning id`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('an entry by hand was not written')
  return row.id
}

export interface PostableAccount {
  readonly id: bigint
  readonly code: string
  readonly controlOf: string | null
  readonly isActive: boolean
}

export async function readAccounts(conn: Conn, ids: readonly bigint[]): Promise<Map<bigint, PostableAccount>> {
  const { rows } = await sql<PostableAccount>`
    select id, code, control_of as "controlOf", is_active as "isActive" from accounts where id = any(${ids.map(String)}::bigint[])`.execute(conn.db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Wallets a person may post to; one outside his branches is as one that does not exist. */
export async function readWalletBranches(conn: Conn, scope: Scope, ids: readonly bigint[]): Promise<Map<bigint, bigint | null>> {
  const mine = scope.kind === 'company' ? sql`true` : scope.kind === 'branches' ? sql`branch_id = any(${scope.branchIds.map(String)}::bigint[])` : sql`false`
  const { rows } = await sql<{ id: bigint; branchId: bigint | null }>`
    select id, branch_id as "branchId" from wallets where id = any(${ids.map(String)}::bigint[]) and is_active and ${mine}`.execute(conn.db)
  return new Map(rows.map((row) => [row.id, row.branchId]))
}

export async function existingBranches(conn: Conn, ids: readonly bigint[]): Promise<Set<bigint>> {
  const { rows } = await sql<{ id: bigint }>`select id from branches where id = any(${ids.map(String)}::bigint[])`.execute(conn.db)
  return new Set(rows.map((row) => row.id))
}
