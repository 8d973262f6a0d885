import { sql } from 'kysely'
import { Invalid } from '../../kernel/errors.ts'
import type { Conn } from '../../platform/db/tx.ts'

const TABLES = { area: 'areas', branch: 'branches', package: 'packages', billing_policy: 'billing_policies', router: 'routers' } as const
type Named = keyof typeof TABLES

/** The name of something; null for none of it. */
export async function nameOf(conn: Pick<Conn, 'db'>, what: Named, id: bigint | null): Promise<string | null> {
  if (id === null) return null
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(TABLES[what])} where id = ${id}`.execute(conn.db)
  return rows[0]?.name ?? null
}

/** The name of something that a person chose. @throws Invalid 422 where there is no such thing. */
export async function requireName(conn: Pick<Conn, 'db'>, what: Named, id: bigint): Promise<string> {
  const name = await nameOf(conn, what, id)
  if (name === null) {
    const message = `There is no such ${what.replace('_', ' ')}`
    throw new Invalid(message, { errors: [{ field: `${what}_id`, message }] })
  }
  return name
}

/** The newest invoice of a client that something is open of. */
export async function newestOpenInvoice(
  conn: Pick<Conn, 'db'>,
  clientId: bigint,
): Promise<{ id: bigint; code: string; openMinor: bigint; dueOn: Temporal.PlainDate } | null> {
  const { rows } = await sql<{ id: bigint; code: string; openMinor: bigint; dueOn: Temporal.PlainDate }>`
    select i.id, i.code, b.open_minor as "openMinor", b.due_on as "dueOn" from invoice_balances b join invoices i on i.id = b.invoice_id
    where b.client_id = ${clientId} and b.open_minor > 0 order by b.due_on desc, b.invoice_id desc limit 1`.execute(conn.db)
  return rows[0] ?? null
}
