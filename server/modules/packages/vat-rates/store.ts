import { sql } from 'kysely'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'

export interface VatRate {
  readonly id: bigint
  readonly code: string
  readonly name: string
}

export interface VatRateVersion {
  readonly starts_on: PlainDate
  readonly rate_bp: number
}

export interface VatRateWithVersions extends VatRate {
  /** Oldest first. */
  readonly versions: readonly VatRateVersion[]
}

export async function insertVatRate(tx: Tx, { code, name }: { code: string; name: string }): Promise<VatRate> {
  const { rows } = await sql<VatRate>`insert into vat_rates (code, name, created_at) values (${code}, ${name}, ${tx.now}) returning id, code, name`.execute(
    tx.db,
  )
  return rows[0] as VatRate
}

export async function lockVatRate(tx: Tx, vatRateId: bigint): Promise<VatRate | undefined> {
  const { rows } = await sql<VatRate>`select id, code, name from vat_rates where id = ${vatRateId} for update`.execute(tx.db)
  return rows[0]
}

export async function updateVatRateName(tx: Tx, vatRateId: bigint, name: string): Promise<void> {
  await sql`update vat_rates set name = ${name} where id = ${vatRateId}`.execute(tx.db)
}

export async function upsertVatRateVersion(tx: Tx, vatRateId: bigint, version: VatRateVersion): Promise<void> {
  await sql`
    insert into vat_rate_versions (vat_rate_id, starts_on, rate_bp) values (${vatRateId}, ${version.starts_on}, ${version.rate_bp})
    on conflict (vat_rate_id, starts_on) do update set rate_bp = excluded.rate_bp`.execute(tx.db)
}

/** Whether a document of that day or later may already carry the rate that is to change. */
export async function hasInvoicesSince(tx: Tx, day: PlainDate): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select 1 from invoices where issued_on >= ${day}) as found`.execute(tx.db)
  return rows[0]?.found === true
}

export async function selectVatRates(conn: Pick<Conn, 'db'>, vatRateId?: bigint): Promise<VatRateWithVersions[]> {
  const { rows } =
    await sql<VatRate>`select id, code, name from vat_rates where ${vatRateId === undefined ? sql`true` : sql`id = ${vatRateId}`} order by code limit 200`.execute(
      conn.db,
    )
  const { rows: versions } = await sql<VatRateVersion & { vat_rate_id: bigint }>`
    select vat_rate_id, starts_on, rate_bp from vat_rate_versions where vat_rate_id = any(${rows.map(({ id }) => id.toString())}::bigint[]) order by vat_rate_id, starts_on`.execute(
    conn.db,
  )
  const byRate = Map.groupBy(versions, ({ vat_rate_id }) => vat_rate_id)
  return rows.map((rate) => ({ ...rate, versions: (byRate.get(rate.id) ?? []).map(({ starts_on, rate_bp }) => ({ starts_on, rate_bp })) }))
}
