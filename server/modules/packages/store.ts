import { sql } from 'kysely'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import type { Package, PackageVersion, VersionTerms } from './package.ts'

// The catalogue belongs to the whole company, so nothing here takes a scope; who may change it is a permission.
const versionColumns = sql.raw(`v.id, v.package_id, v.version_no, v.starts_on, v.price_minor, v.vat_rate_id, v.vat_inclusive, v.download_kbps, v.upload_kbps,
  v.router_profile, v.validity_count, v.validity_unit, v.approval_no, v.approved_on`)
const packageColumns = sql.raw('p.id, p.code, p.name, p.description, p.is_active, p.version')

export async function insertPackage(tx: Tx, { code, name, description }: { code: string; name: string; description: string }): Promise<Package> {
  const { rows } = await sql<Package>`
    insert into packages as p (code, name, description, created_at) values (${code}, ${name}, ${description}, ${tx.now}) returning ${packageColumns}`.execute(
    tx.db,
  )
  return rows[0] as Package
}

export async function lockPackage(tx: Tx, packageId: bigint): Promise<Package | undefined> {
  const { rows } = await sql<Package>`select ${packageColumns} from packages p where p.id = ${packageId} for update`.execute(tx.db)
  return rows[0]
}

/** In id order, so that two bulk edits wait for one another. */
export async function lockPackages(tx: Tx, packageIds: readonly bigint[]): Promise<Package[]> {
  const { rows } =
    await sql<Package>`select ${packageColumns} from packages p where p.id = any(${packageIds.map(String)}::bigint[]) order by p.id for update`.execute(tx.db)
  return rows
}

export async function lockPackageByCode(tx: Tx, code: string): Promise<Package | undefined> {
  const { rows } = await sql<Package>`select ${packageColumns} from packages p where p.code = ${code} for update`.execute(tx.db)
  return rows[0]
}

export async function updatePackage(tx: Tx, changed: Package): Promise<Package> {
  const { rows } = await sql<Package>`
    update packages p set code = ${changed.code}, name = ${changed.name}, description = ${changed.description}, is_active = ${changed.is_active}, version = version + 1
    where p.id = ${changed.id} returning ${packageColumns}`.execute(tx.db)
  return rows[0] as Package
}

/** The caller holds the lock of the package, which makes the next number safe. */
export async function insertVersion(tx: Tx, packageId: bigint, startsOn: PlainDate, terms: VersionTerms): Promise<PackageVersion> {
  const { rows } = await sql<PackageVersion>`
    insert into package_versions as v (package_id, version_no, starts_on, price_minor, vat_rate_id, vat_inclusive, download_kbps, upload_kbps, router_profile,
      validity_count, validity_unit, approval_no, approved_on, created_by, created_at)
    values (${packageId}, (select coalesce(max(version_no), 0) + 1 from package_versions where package_id = ${packageId}), ${startsOn}, ${terms.price},
      ${terms.vatRateId}, ${terms.vatInclusive}, ${terms.downloadKbps}, ${terms.uploadKbps}, ${terms.routerProfile}, ${terms.validityCount}, ${terms.validityUnit},
      ${terms.approvalNo}, ${terms.approvedOn}, ${tx.actor.userId}, ${tx.now})
    returning ${versionColumns}`.execute(tx.db)
  return rows[0] as PackageVersion
}

/** The version new sales of a day use: the newest that has started. */
export async function selectVersionOn(conn: Pick<Conn, 'db'>, packageId: bigint, day: PlainDate): Promise<PackageVersion | undefined> {
  const { rows } = await sql<PackageVersion>`
    select ${versionColumns} from package_versions v where v.package_id = ${packageId} and v.starts_on <= ${day}
    order by v.starts_on desc, v.version_no desc limit 1`.execute(conn.db)
  return rows[0]
}

export async function selectVersion(conn: Pick<Conn, 'db'>, versionId: bigint): Promise<PackageVersion | undefined> {
  const { rows } = await sql<PackageVersion>`select ${versionColumns} from package_versions v where v.id = ${versionId}`.execute(conn.db)
  return rows[0]
}

/** Newest first; `limit + 1` rows. */
export async function selectVersions(
  conn: Pick<Conn, 'db'>,
  packageId: bigint,
  page: { limit: number; before?: number | undefined },
): Promise<PackageVersion[]> {
  const { rows } = await sql<PackageVersion>`
    select ${versionColumns} from package_versions v where v.package_id = ${packageId} and ${page.before === undefined ? sql`true` : sql`v.version_no < ${page.before}`}
    order by v.version_no desc limit ${page.limit + 1}`.execute(conn.db)
  return rows
}

export interface ListedPackage extends Package {
  /** In force on the day asked; null where the first version has not started. */
  readonly current: PackageVersion | null
  /** The next that is announced. */
  readonly upcoming: PackageVersion | null
}

export interface PackageFilter {
  readonly isActive?: boolean | undefined
  readonly q?: string | undefined
}

/** By code; `limit + 1` rows. */
export async function selectPackages(
  conn: Pick<Conn, 'db'>,
  day: PlainDate,
  filter: PackageFilter,
  page: { limit: number; after?: string | undefined },
): Promise<ListedPackage[]> {
  const where = [sql`true`]
  if (filter.isActive !== undefined) where.push(sql`p.is_active = ${filter.isActive}`)
  if (filter.q !== undefined) where.push(sql`lower(p.code || ' ' || p.name) like ${`%${filter.q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`}`)
  if (page.after !== undefined) where.push(sql`p.code > ${page.after}`)
  const { rows: packages } =
    await sql<Package>`select ${packageColumns} from packages p where ${sql.join(where, sql` and `)} order by p.code limit ${page.limit + 1}`.execute(conn.db)
  return withVersions(conn, day, packages)
}

export async function selectPackage(conn: Pick<Conn, 'db'>, day: PlainDate, packageId: bigint): Promise<ListedPackage | undefined> {
  const { rows } = await sql<Package>`select ${packageColumns} from packages p where p.id = ${packageId}`.execute(conn.db)
  return (await withVersions(conn, day, rows))[0]
}

async function withVersions(conn: Pick<Conn, 'db'>, day: PlainDate, packages: readonly Package[]): Promise<ListedPackage[]> {
  const ids = packages.map(({ id }) => id.toString())
  const { rows: current } = await sql<PackageVersion>`
    select distinct on (v.package_id) ${versionColumns} from package_versions v where v.package_id = any(${ids}::bigint[]) and v.starts_on <= ${day}
    order by v.package_id, v.starts_on desc, v.version_no desc`.execute(conn.db)
  const { rows: upcoming } = await sql<PackageVersion>`
    select distinct on (v.package_id) ${versionColumns} from package_versions v where v.package_id = any(${ids}::bigint[]) and v.starts_on > ${day}
    order by v.package_id, v.starts_on, v.version_no desc`.execute(conn.db)
  const currentOf = new Map(current.map((version) => [version.package_id, version]))
  const upcomingOf = new Map(upcoming.map((version) => [version.package_id, version]))
  return packages.map((found) => ({ ...found, current: currentOf.get(found.id) ?? null, upcoming: upcomingOf.get(found.id) ?? null }))
}

/** The newest version of each package that has started by the day, for a change of many prices. */
export async function selectPricesOn(
  conn: Pick<Conn, 'db'>,
  packageIds: readonly bigint[],
  day: PlainDate,
): Promise<Map<bigint, PackageVersion & { price_minor: Minor }>> {
  const { rows } = await sql<PackageVersion>`
    select distinct on (v.package_id) ${versionColumns} from package_versions v where v.package_id = any(${packageIds.map(String)}::bigint[]) and v.starts_on <= ${day}
    order by v.package_id, v.starts_on desc, v.version_no desc`.execute(conn.db)
  return new Map(rows.map((version) => [version.package_id, version]))
}
