import { sql } from 'kysely'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'

/** Whose line it is; null where there is none in the person's scope. */
export async function clientOfSubscription(tx: Tx, subscriptionId: bigint): Promise<bigint | null> {
  const { rows } = await sql<{ clientId: bigint }>`
    select c.id as "clientId" from subscriptions s join clients c on c.id = s.client_id where s.id = ${subscriptionId} and ${scopeCondition(tx.actor.scope, 'c')}`.execute(tx.db)
  return rows[0]?.clientId ?? null
}

export interface TakenAway {
  readonly packageVersionId: bigint
  readonly unitPrice: Minor
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
  readonly discountBp: number
  readonly discountFixed: Minor
  readonly net: Minor
  readonly discount: Minor
  readonly vat: Minor
  readonly total: Minor
}

/** What package changes of a day credited of a subscription, with the terms the credited lines were billed by. */
export async function creditedByChangeOn(conn: Conn, subscriptionId: bigint, day: PlainDate): Promise<TakenAway[]> {
  const { rows } = await sql<TakenAway>`
    select l.package_version_id as "packageVersionId", l.unit_price_minor as "unitPrice", n.starts_on as "startsOn", n.ends_on as "endsOn",
      coalesce((l.explain->>'discount_bp')::int, 0) as "discountBp", coalesce((l.explain->>'discount_minor')::bigint, 0) as "discountFixed",
      n.net_minor as net, n.discount_minor as discount, n.vat_minor as vat, n.total_minor as total
    from credit_notes c join credit_note_lines n on n.credit_note_id = c.id
      join invoice_lines l on l.invoice_id = n.invoice_id and l.line_no = n.invoice_line_no
    where c.kind = 'package_change' and c.issued_on = ${day} and l.subscription_id = ${subscriptionId} and l.item = 'package' and n.starts_on is not null
    order by c.id limit 1000`.execute(conn.db)
  return rows
}

/** Open charges of one subscription in id order: what a pause or leaving ends or gives back. */
export async function chargesOfSubscription(conn: Conn, subscriptionId: bigint): Promise<{ id: bigint; kind: string; item: string; startsOn: PlainDate; endsOn: PlainDate | null; billedUntil: PlainDate }[]> {
  const { rows } = await sql<{ id: bigint; kind: string; item: string; startsOn: PlainDate; endsOn: PlainDate | null; billedUntil: PlainDate }>`
    select id, kind, item, starts_on as "startsOn", ends_on as "endsOn", billed_until as "billedUntil" from charges where subscription_id = ${subscriptionId} order by id limit 10000`.execute(conn.db)
  return rows
}

/** Whose books a client is in; null outside the person's scope, and for a client that was deleted. */
export async function partyOfClient(tx: Tx, clientId: bigint): Promise<{ branchId: bigint; resellerId: bigint | null } | null> {
  const { rows } = await sql<{ branchId: bigint; resellerId: bigint | null }>`
    select branch_id as "branchId", reseller_id as "resellerId" from clients c where id = ${clientId} and deleted_at is null and ${scopeCondition(tx.actor.scope, 'c')}`.execute(tx.db)
  return rows[0] ?? null
}
