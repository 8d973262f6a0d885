import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'

export interface FoundInvoice {
  readonly id: bigint
  readonly client_id: bigint
  readonly code: string
  readonly client_name: string
  readonly total_minor: Minor
  readonly is_exact: boolean
}

// Of a short beginning the first so many are looked at.
const CANDIDATES = 200

/** By the whole or the beginning of the code, or by the bare number in whichever year it was given; the newest first. */
export async function findInvoices(
  conn: Conn,
  scope: Scope,
  { code, number }: { code: string; number: bigint | null },
  limit: number,
): Promise<FoundInvoice[]> {
  const { rows } = await sql<FoundInvoice>`
    with hits as materialized (
      (select id from invoices where code >= ${code} and code < ${`${code}\u{10FFFF}`} limit ${CANDIDATES})
      union (
        select i.id from number_series s join invoices i on i.series_id = s.id and i.number = ${number}::bigint
        where s.document_kind = 'invoice' and ${number}::bigint is not null limit ${CANDIDATES})
    )
    select i.id, i.client_id, i.code, c.name as client_name, i.total_minor, i.code = ${code} as is_exact
    from hits h join invoices i on i.id = h.id join clients c on c.id = i.client_id
    where ${scopeCondition(scope, 'c')} order by is_exact desc, i.id desc limit ${limit}`.execute(conn.db)
  return rows
}
