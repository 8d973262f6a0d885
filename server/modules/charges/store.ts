import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import type { Charge, ChargeItem, ChargeKind } from './charge.ts'

const columns = sql.raw(`h.id, h.client_id, h.subscription_id, h.kind, h.item, h.description, h.quantity_milli, h.unit_price_minor, h.vat_rate_id,
  h.vat_inclusive, h.starts_on, h.ends_on, h.billed_until, h.reason`)

export interface NewCharge {
  readonly clientId: bigint
  readonly subscriptionId: bigint | null
  readonly kind: ChargeKind
  readonly item: ChargeItem
  readonly description: string
  readonly quantityMilli: bigint
  readonly unitPrice: Minor | null
  readonly vatRateId: bigint | null
  readonly vatInclusive: boolean
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate | null
  readonly reason: string
}

/** The cursor starts where the charge starts. */
export async function insertCharge(tx: Tx, charge: NewCharge): Promise<Charge> {
  const { rows } = await sql<Charge>`
    insert into charges as h (client_id, subscription_id, kind, item, description, quantity_milli, unit_price_minor, vat_rate_id, vat_inclusive,
      starts_on, ends_on, billed_until, reason, created_by, created_at)
    values (${charge.clientId}, ${charge.subscriptionId}, ${charge.kind}, ${charge.item}, ${charge.description}, ${charge.quantityMilli}, ${charge.unitPrice},
      ${charge.vatRateId}, ${charge.vatInclusive}, ${charge.startsOn}, ${charge.endsOn}, ${charge.startsOn}, ${charge.reason}, ${tx.actor.userId}, ${tx.now})
    returning ${columns}`.execute(tx.db)
  return rows[0] as Charge
}

/** The package charges of new lines, in the order given. */
export async function insertPackageCharges(
  tx: Tx,
  charges: readonly { clientId: bigint; subscriptionId: bigint; startsOn: PlainDate; reason: string }[],
): Promise<Charge[]> {
  const { rows } = await sql<Charge>`
    insert into charges as h (client_id, subscription_id, kind, item, description, quantity_milli, unit_price_minor, vat_rate_id, vat_inclusive, starts_on, ends_on, billed_until, reason, created_by, created_at)
    select c, s, 'recurring', 'package', '', 1000, null, null, false, d, null, d, r, ${tx.actor.userId}, ${tx.now}
    from unnest(${charges.map(({ clientId }) => clientId.toString())}::bigint[], ${charges.map(({ subscriptionId }) => subscriptionId.toString())}::bigint[],
      ${charges.map(({ startsOn }) => startsOn.toString())}::date[], ${charges.map(({ reason }) => reason)}::text[]) with ordinality as given (c, s, d, r, n) order by n
    returning ${columns}`.execute(tx.db)
  return rows
}

export async function lockCharge(tx: Tx, scope: Scope, chargeId: bigint): Promise<Charge | undefined> {
  const { rows } = await sql<Charge>`
    select ${columns} from charges h join clients c on c.id = h.client_id
    where h.id = ${chargeId} and ${scopeCondition(scope, 'c')} for update of h`.execute(tx.db)
  return rows[0]
}

/** All charges of a client, locked in id order. */
export async function lockChargesOfClient(tx: Tx, clientId: bigint): Promise<Charge[]> {
  const { rows } = await sql<Charge>`select ${columns} from charges h where h.client_id = ${clientId} order by h.id for update`.execute(tx.db)
  return rows
}

export async function updateEnd(tx: Tx, chargeId: bigint, endsOn: PlainDate): Promise<void> {
  await sql`update charges set ends_on = ${endsOn} where id = ${chargeId}`.execute(tx.db)
}

/** Moves the cursor only where it still stands at `expected`; answers whether it did. */
export async function updateCursor(tx: Tx, chargeId: bigint, expected: PlainDate, until: PlainDate): Promise<boolean> {
  const { numAffectedRows } = await sql`update charges set billed_until = ${until} where id = ${chargeId} and billed_until = ${expected}`.execute(tx.db)
  return numAffectedRows === 1n
}

export interface ChargeFilter {
  readonly clientId?: bigint | undefined
  readonly subscriptionId?: bigint | undefined
  /** Only charges that may still bill something on or after the day. */
  readonly liveOn?: PlainDate | undefined
}

/** Newest first; `limit + 1` rows tell whether there are more. */
export async function selectCharges(
  conn: Pick<Conn, 'db'>,
  scope: Scope,
  filter: ChargeFilter,
  page: { limit: number; before?: bigint | undefined },
): Promise<Charge[]> {
  const where = [scopeCondition(scope, 'c')]
  if (filter.clientId !== undefined) where.push(sql`h.client_id = ${filter.clientId}`)
  if (filter.subscriptionId !== undefined) where.push(sql`h.subscription_id = ${filter.subscriptionId}`)
  if (filter.liveOn !== undefined) where.push(sql`(h.ends_on is null or h.ends_on > ${filter.liveOn} or h.billed_until < h.ends_on)`)
  if (page.before !== undefined) where.push(sql`h.id < ${page.before}`)
  const { rows } = await sql<Charge>`
    select ${columns} from charges h join clients c on c.id = h.client_id
    where ${sql.join(where, sql` and `)} order by h.id desc limit ${page.limit + 1}`.execute(conn.db)
  return rows
}
