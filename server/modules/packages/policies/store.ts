import { sql } from 'kysely'
import type { Minor } from '../../../kernel/money.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'

export const PRORATIONS = ['actual_days', 'fixed_30', 'none'] as const
export const FIRST_PERIODS = ['prorate', 'full', 'free'] as const
export const PACKAGE_CHANGES = ['now', 'full_new_cycle', 'cycle_end'] as const
export const CHANGE_REFUNDS = ['credit', 'none'] as const
export const LATE_RENEWALS = ['from_payment', 'from_expiry'] as const
export const PREPAID_CHANGES = ['value', 'days'] as const

/** How part cycles, changes, pauses and delays are charged (docs/BILLING.md). */
export interface PolicyTerms {
  readonly code: string
  readonly name: string
  readonly proration: (typeof PRORATIONS)[number]
  readonly first_period: (typeof FIRST_PERIODS)[number]
  readonly package_change: (typeof PACKAGE_CHANGES)[number]
  readonly package_change_fee_minor: Minor
  readonly change_refund: (typeof CHANGE_REFUNDS)[number]
  readonly charge_while_paused: boolean
  readonly charge_while_suspended: boolean
  readonly due_days: number
  readonly grace_days: number
  readonly late_fee_minor: Minor
  readonly late_fee_bp: number
  readonly late_renewal: (typeof LATE_RENEWALS)[number]
  readonly prepaid_change: (typeof PREPAID_CHANGES)[number]
}

export interface Policy extends PolicyTerms {
  readonly id: bigint
  readonly is_default: boolean
}

const columns = sql.raw(`id, code, name, is_default, proration, first_period, package_change, package_change_fee_minor, change_refund, charge_while_paused,
  charge_while_suspended, due_days, grace_days, late_fee_minor, late_fee_bp, late_renewal, prepaid_change`)

export async function insertPolicy(tx: Tx, terms: PolicyTerms): Promise<Policy> {
  const { rows } = await sql<Policy>`
    insert into billing_policies (code, name, proration, first_period, package_change, package_change_fee_minor, change_refund, charge_while_paused,
      charge_while_suspended, due_days, grace_days, late_fee_minor, late_fee_bp, late_renewal, prepaid_change, created_at)
    values (${terms.code}, ${terms.name}, ${terms.proration}, ${terms.first_period}, ${terms.package_change}, ${terms.package_change_fee_minor},
      ${terms.change_refund}, ${terms.charge_while_paused}, ${terms.charge_while_suspended}, ${terms.due_days}, ${terms.grace_days}, ${terms.late_fee_minor},
      ${terms.late_fee_bp}, ${terms.late_renewal}, ${terms.prepaid_change}, ${tx.now})
    returning ${columns}`.execute(tx.db)
  return rows[0] as Policy
}

export async function updatePolicy(tx: Tx, policyId: bigint, terms: PolicyTerms): Promise<Policy> {
  const { rows } = await sql<Policy>`
    update billing_policies set code = ${terms.code}, name = ${terms.name}, proration = ${terms.proration}, first_period = ${terms.first_period},
      package_change = ${terms.package_change}, package_change_fee_minor = ${terms.package_change_fee_minor}, change_refund = ${terms.change_refund},
      charge_while_paused = ${terms.charge_while_paused}, charge_while_suspended = ${terms.charge_while_suspended}, due_days = ${terms.due_days},
      grace_days = ${terms.grace_days}, late_fee_minor = ${terms.late_fee_minor}, late_fee_bp = ${terms.late_fee_bp}, late_renewal = ${terms.late_renewal},
      prepaid_change = ${terms.prepaid_change}
    where id = ${policyId} returning ${columns}`.execute(tx.db)
  return rows[0] as Policy
}

/** All policies, locked in id order: which one is the default concerns them all, and there are few. */
export async function lockPolicies(tx: Tx): Promise<Policy[]> {
  const { rows } = await sql<Policy>`select ${columns} from billing_policies order by id limit 1000 for update`.execute(tx.db)
  return rows
}

/** Two statements, because the index that allows one default is checked row by row. */
export async function updateDefaultPolicy(tx: Tx, policyId: bigint): Promise<void> {
  await sql`update billing_policies set is_default = false where is_default and id <> ${policyId}`.execute(tx.db)
  await sql`update billing_policies set is_default = true where id = ${policyId}`.execute(tx.db)
}

export async function selectPolicies(conn: Pick<Conn, 'db'>): Promise<Policy[]> {
  const { rows } = await sql<Policy>`select ${columns} from billing_policies order by code limit 1000`.execute(conn.db)
  return rows
}
