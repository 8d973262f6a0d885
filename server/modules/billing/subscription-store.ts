import { sql } from 'kysely'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'

/** Whose line it is; null where there is none in the person's scope. */
export async function clientOfSubscription(tx: Tx, subscriptionId: bigint): Promise<bigint | null> {
  const { rows } = await sql<{ clientId: bigint }>`
    select c.id as "clientId" from subscriptions s join clients c on c.id = s.client_id where s.id = ${subscriptionId} and ${scopeCondition(tx.actor.scope, 'c')}`.execute(
    tx.db,
  )
  return rows[0]?.clientId ?? null
}

export interface TakenAway {
  readonly packageVersionId: bigint
  readonly unitPrice: Minor
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
  readonly discountBp: number
  readonly discountFixed: Minor
  /** The rate the line was billed at, which may have changed since. */
  readonly vatBp: number
  readonly net: Minor
  readonly discount: Minor
  readonly vat: Minor
  readonly total: Minor
}

/**
 * The package lines that changes of today ended on a day, apart from those of one charge: the days beyond it, the terms they were billed by,
 * and what today's credits gave back of them - nothing, where the policy gives nothing back.
 */
export async function takenAwayByChange(
  tx: Tx,
  { subscriptionId, on, exceptChargeId }: { subscriptionId: bigint; on: PlainDate; exceptChargeId: bigint },
): Promise<TakenAway[]> {
  const { rows } = await sql<TakenAway>`
    select l.package_version_id as "packageVersionId", l.unit_price_minor as "unitPrice", greatest(l.starts_on, ${on}::date) as "startsOn", l.ends_on as "endsOn",
      coalesce((l.explain->>'discount_bp')::int, 0) as "discountBp", coalesce((l.explain->>'discount_minor')::bigint, 0) as "discountFixed", l.vat_bp as "vatBp",
      coalesce(n.net, 0) as net, coalesce(n.discount, 0) as discount, coalesce(n.vat, 0) as vat, coalesce(n.total, 0) as total
    from charges ch join billed_periods p on p.charge_id = ch.id join invoice_lines l on l.invoice_id = p.invoice_id and l.line_no = p.line_no
      left join lateral (
        select sum(n.net_minor)::bigint as net, sum(n.discount_minor)::bigint as discount, sum(n.vat_minor)::bigint as vat, sum(n.total_minor)::bigint as total
        from credit_note_lines n join credit_notes c on c.id = n.credit_note_id
        where n.invoice_id = l.invoice_id and n.invoice_line_no = l.line_no and n.starts_on is not null and c.kind = 'package_change' and c.issued_on = ${tx.today}
      ) n on true
    where ch.subscription_id = ${subscriptionId} and ch.item = 'package' and ch.ends_on = ${on} and ch.id <> ${exceptChargeId} and l.ends_on > ${on}
    order by ch.id, l.starts_on limit 1000`.execute(tx.db)
  return rows
}

/** Open charges of one subscription in id order: what a pause or leaving ends or gives back. */
export async function chargesOfSubscription(
  conn: Conn,
  subscriptionId: bigint,
): Promise<{ id: bigint; kind: string; item: string; startsOn: PlainDate; endsOn: PlainDate | null; billedUntil: PlainDate }[]> {
  const { rows } = await sql<{ id: bigint; kind: string; item: string; startsOn: PlainDate; endsOn: PlainDate | null; billedUntil: PlainDate }>`
    select id, kind, item, starts_on as "startsOn", ends_on as "endsOn", billed_until as "billedUntil" from charges where subscription_id = ${subscriptionId} order by id limit 10000`.execute(
    conn.db,
  )
  return rows
}

export interface ChargeOfClient {
  readonly id: bigint
  readonly clientId: bigint
  readonly subscriptionId: bigint | null
  readonly kind: string
  readonly item: string
  readonly startsOn: PlainDate
  readonly billedUntil: PlainDate
}

/** One charge, without a lock; null where there is none in the person's scope. */
export async function readCharge(tx: Tx, chargeId: bigint): Promise<ChargeOfClient | null> {
  const { rows } = await sql<ChargeOfClient>`
    select h.id, h.client_id as "clientId", h.subscription_id as "subscriptionId", h.kind, h.item, h.starts_on as "startsOn", h.billed_until as "billedUntil"
    from charges h join clients c on c.id = h.client_id where h.id = ${chargeId} and ${scopeCondition(tx.actor.scope, 'c')}`.execute(tx.db)
  return rows[0] ?? null
}

/** Whose books a client is in; null outside the person's scope, and for a client that was deleted. */
export async function partyOfClient(tx: Tx, clientId: bigint): Promise<{ branchId: bigint; resellerId: bigint | null } | null> {
  const { rows } = await sql<{ branchId: bigint; resellerId: bigint | null }>`
    select branch_id as "branchId", reseller_id as "resellerId" from clients c where id = ${clientId} and deleted_at is null and ${scopeCondition(tx.actor.scope, 'c')}`.execute(
    tx.db,
  )
  return rows[0] ?? null
}
