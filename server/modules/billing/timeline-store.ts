import { sql } from 'kysely'
import type { Conn } from '../../platform/db/tx.ts'

export interface BillOfRun {
  readonly id: bigint
  readonly at: Temporal.Instant
  readonly issued_by: bigint | null
  readonly issued_by_name: string | null
  readonly code: string
  readonly total_minor: bigint
  readonly due_on: Temporal.PlainDate
}

/** Strictly before a place, newest first; `limit + 1` rows tell whether there are more. The caller has looked at the scope. */
export async function selectBillsOfRuns(
  conn: Conn,
  clientId: bigint,
  { limit, after }: { limit: number; after: { at: Temporal.Instant; id: bigint } | undefined },
): Promise<BillOfRun[]> {
  const { rows } = await sql<BillOfRun>`
    select i.id, i.issued_at as at, i.issued_by, u.full_name as issued_by_name, i.code, i.total_minor, i.due_on
      from invoices i left join users u on u.id = i.issued_by
     where i.client_id = ${clientId} and i.run_id is not null and ${after === undefined ? sql`true` : sql`(i.issued_at, i.id) < (${after.at}, ${after.id})`}
     order by i.issued_at desc, i.id desc
     limit ${limit + 1}`.execute(conn.db)
  return rows
}
