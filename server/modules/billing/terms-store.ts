import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/time.ts'
import { isInScope } from '../../platform/db/scope.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import { lockClientBalances } from '#modules/ledger/index.ts'
import type { BilledCharge, BilledSubscription, BillingPolicy, BillingTerms, Pause, PriceTerm } from './terms.ts'

const policyColumns = sql`
  p.id, p.proration, p.first_period as "firstPeriod", p.package_change as "packageChange", p.package_change_fee_minor as "packageChangeFee",
  p.change_refund as "changeRefund", p.charge_while_paused as "chargeWhilePaused", p.charge_while_suspended as "chargeWhileSuspended",
  p.due_days as "dueDays", p.grace_days as "graceDays", p.late_fee_minor as "lateFee", p.late_fee_bp as "lateFeeBp",
  p.late_renewal as "lateRenewal", p.prepaid_change as "prepaidChange"`

/** Locks the client's money, then reads everything a bill of his depends on; null for a client outside the person's scope. */
export async function lockBillingTerms(tx: Tx, clientId: bigint, issuedOn: PlainDate): Promise<BillingTerms | null> {
  await lockClientBalances(tx, [clientId])
  const terms = (await readBillingTerms(tx, [clientId], issuedOn)).get(clientId)
  return terms && isInScope(tx.actor.scope, terms) ? terms : null
}

/** The terms of many clients in six queries; VAT rates are those of the issue day. */
export async function readBillingTerms(conn: Conn, clientIds: readonly bigint[], issuedOn: PlainDate): Promise<Map<bigint, BillingTerms>> {
  const ids = clientIds.map(String)
  const clients = await sql<{ id: bigint; branchId: bigint; resellerId: bigint | null; isVatExempt: boolean; clientVatBp: number | null }>`
    select id, branch_id as "branchId", reseller_id as "resellerId", is_vat_exempt as "isVatExempt", vat_rate_on(vat_rate_id, ${issuedOn}::date) as "clientVatBp"
    from clients where id = any(${ids}::bigint[]) and deleted_at is null`.execute(conn.db)
  const policies = await readPolicies(conn)
  const charges = await sql<BilledCharge & { clientId: bigint }>`
    select id, client_id as "clientId", subscription_id as "subscriptionId", kind, item, description, quantity_milli as "quantityMilli",
      unit_price_minor as "unitPrice", coalesce(vat_rate_on(vat_rate_id, ${issuedOn}::date), 0) as "vatBp", vat_inclusive as "vatInclusive",
      starts_on as "startsOn", ends_on as "endsOn", billed_until as "billedUntil", reason
    from charges where client_id = any(${ids}::bigint[]) and (ends_on is null or billed_until < ends_on) order by id`.execute(conn.db)
  const subscriptions = await sql<{
    id: bigint
    clientId: bigint
    state: BilledSubscription['state']
    billingMode: BilledSubscription['billingMode']
    anchorDay: number
    policyId: bigint
    expiresOn: PlainDate | null
  }>`
    select id, client_id as "clientId", state, billing_mode as "billingMode", anchor_day as "anchorDay", billing_policy_id as "policyId", expires_on as "expiresOn"
    from subscriptions where client_id = any(${ids}::bigint[]) order by id`.execute(conn.db)
  const subscriptionIds = subscriptions.rows.map((row) => row.id.toString())
  const priceTerms = await sql<PriceTerm & { subscriptionId: bigint }>`
    select t.subscription_id as "subscriptionId", t.starts_on as "startsOn", t.ends_on as "endsOn", v.package_id as "packageId", v.id as "packageVersionId",
      k.name as "packageName", coalesce(t.price_override_minor, v.price_minor) as price, t.discount_bp as "discountBp", t.discount_minor as discount,
      coalesce(vat_rate_on(v.vat_rate_id, ${issuedOn}::date), 0) as "vatBp", v.vat_inclusive as "vatInclusive",
      v.validity_count as "validityCount", v.validity_unit as "validityUnit"
    from subscription_terms t join package_versions v on v.id = t.package_version_id join packages k on k.id = v.package_id
    where t.subscription_id = any(${subscriptionIds}::bigint[]) order by t.subscription_id, t.starts_on`.execute(conn.db)
  const pauses = await sql<Pause & { subscriptionId: bigint }>`
    select subscription_id as "subscriptionId", starts_on as "startsOn", ends_on as "endsOn", kind
    from pauses where subscription_id = any(${subscriptionIds}::bigint[]) order by subscription_id, starts_on`.execute(conn.db)

  const defaultPolicy = policies.find((policy) => policy.isDefault)
  if (!defaultPolicy) throw new Error('No billing policy is the default one; mark one as default')
  const policyById = new Map(policies.map((policy) => [policy.id, policy]))
  const termsBySubscription = Map.groupBy(priceTerms.rows, (row) => row.subscriptionId)
  const pausesBySubscription = Map.groupBy(pauses.rows, (row) => row.subscriptionId)
  const chargesByClient = Map.groupBy(charges.rows, (row) => row.clientId)
  const subscriptionsByClient = Map.groupBy(subscriptions.rows, (row) => row.clientId)
  return new Map(
    clients.rows.map((client) => [
      client.id,
      {
        clientId: client.id,
        branchId: client.branchId,
        resellerId: client.resellerId,
        isVatExempt: client.isVatExempt,
        clientVatBp: client.clientVatBp,
        vatRounding: conn.company.vatRounding,
        defaultPolicy,
        charges: chargesByClient.get(client.id) ?? [],
        subscriptions: new Map(
          (subscriptionsByClient.get(client.id) ?? []).map((row) => [
            row.id,
            {
              id: row.id,
              state: row.state,
              billingMode: row.billingMode,
              anchorDay: row.anchorDay,
              expiresOn: row.expiresOn,
              policy: policyById.get(row.policyId) ?? defaultPolicy,
              terms: termsBySubscription.get(row.id) ?? [],
              pauses: pausesBySubscription.get(row.id) ?? [],
            },
          ]),
        ),
      },
    ]),
  )
}

export async function readPolicies(conn: Conn): Promise<(BillingPolicy & { isDefault: boolean })[]> {
  const { rows } = await sql<
    BillingPolicy & { isDefault: boolean }
  >`select ${policyColumns}, p.is_default as "isDefault" from billing_policies p order by p.id limit 1000`.execute(conn.db)
  return rows
}

/** The version of a package that is sold on a day, as the price part of terms. */
export async function readVersionOn(
  conn: Conn,
  packageId: bigint,
  day: PlainDate,
): Promise<Omit<PriceTerm, 'startsOn' | 'endsOn' | 'discountBp' | 'discount'> | null> {
  const { rows } = await sql<Omit<PriceTerm, 'startsOn' | 'endsOn' | 'discountBp' | 'discount'>>`
    select v.package_id as "packageId", v.id as "packageVersionId", k.name as "packageName", v.price_minor as price, coalesce(vat_rate_on(v.vat_rate_id, ${day}::date), 0) as "vatBp",
      v.vat_inclusive as "vatInclusive", v.validity_count as "validityCount", v.validity_unit as "validityUnit"
    from package_versions v join packages k on k.id = v.package_id where v.package_id = ${packageId} and v.starts_on <= ${day} order by v.starts_on desc limit 1`.execute(
    conn.db,
  )
  return rows[0] ?? null
}

/** Null where there is no such rate on the day. */
export async function readVatRateOn(conn: Conn, vatRateId: bigint, day: PlainDate): Promise<number | null> {
  const { rows } = await sql<{ rate: number | null }>`select vat_rate_on(${vatRateId}::bigint, ${day}::date) as rate`.execute(conn.db)
  return rows[0]?.rate ?? null
}
