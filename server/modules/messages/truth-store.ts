import { sql } from 'kysely'
import type { Locale } from '../../kernel/actor.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'
import type { Untrue } from './kinds.ts'
import type { Facts } from './say.ts'
import { LOOKS } from './truth.sql.ts'

/** What is read of a message to say it. */
export interface Told {
  readonly id: bigint
  readonly client_id: bigint | null
  readonly payload: Facts
}

export interface Finding {
  readonly untrue: Untrue | null
  readonly facts: Facts
}

/** Of messages of one kind what they say now. What a message tells of and is no more has no finding. */
export async function selectFindings(
  conn: Pick<Conn, 'db'>,
  kind: keyof typeof LOOKS,
  messages: readonly Told[],
  today: PlainDate,
): Promise<ReadonlyMap<bigint, Finding>> {
  const set = sql`unnest(${messages.map(({ id }) => String(id))}::bigint[], ${messages.map(({ client_id }) => client_id?.toString() ?? null)}::bigint[],
    ${messages.map(({ payload }) => JSON.stringify(payload))}::jsonb[]) m(id, client_id, payload)`
  const { rows } = await sql<Finding & { id: bigint }>`${LOOKS[kind](set, today)}`.execute(conn.db)
  return new Map(rows.map(({ id, untrue, facts }) => [id, { untrue, facts }]))
}

export interface Recipient {
  readonly id: bigint
  readonly code: string
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly locale: Locale
  readonly is_deleted: boolean
}

export async function selectRecipients(conn: Pick<Conn, 'db'>, clientIds: readonly bigint[]): Promise<ReadonlyMap<bigint, Recipient>> {
  const { rows } = await sql<Recipient>`
    select id, code, name, phone, email, locale, deleted_at is not null as is_deleted from clients where id = any(${clientIds.map(String)}::bigint[])
    order by id limit ${clientIds.length}`.execute(conn.db)
  return new Map(rows.map((row) => [row.id, row]))
}
