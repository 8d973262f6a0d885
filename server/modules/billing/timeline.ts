import { sql } from 'kysely'
import type { TimelineSource } from '../clients/index.ts'

/** The bills of a client that month runs made: a million at once leave no event of each in the audit. */
export const billsOfRuns: TimelineSource = {
  kind: 'bill',
  async read(conn, clientId, { limit, after }) {
    const { rows } = await sql<{
      id: bigint
      at: Temporal.Instant
      issued_by: bigint | null
      issued_by_name: string | null
      code: string
      total_minor: bigint
      due_on: Temporal.PlainDate
    }>`
      select i.id, i.issued_at as at, i.issued_by, u.full_name as issued_by_name, i.code, i.total_minor, i.due_on
        from invoices i left join users u on u.id = i.issued_by
       where i.client_id = ${clientId} and i.run_id is not null and ${after === undefined ? sql`true` : sql`(i.issued_at, i.id) < (${after.at}, ${after.id})`}
       order by i.issued_at desc, i.id desc
       limit ${limit + 1}`.execute(conn.db)
    return rows.map(({ id, at, issued_by, issued_by_name, code, total_minor, due_on }) => ({
      id,
      at,
      event: {
        action: 'invoice.issued',
        actor_kind: issued_by === null ? 'system' : 'user',
        actor_id: issued_by,
        actor_name: issued_by_name ?? 'system',
        subject_type: 'invoice',
        subject_id: id,
        before: null,
        after: { code, total_minor: Number(total_minor), due_on: due_on.toString() },
      },
    }))
  },
}
