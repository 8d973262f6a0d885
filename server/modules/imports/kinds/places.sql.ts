import { sql } from 'kysely'
import type { Scope } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { fold } from '../cells.ts'

/** Ids by folded code and name. What is outside the person's scope is not there. */
export interface Places {
  readonly branches: ReadonlyMap<string, bigint>
  readonly resellers: ReadonlyMap<string, bigint>
  readonly areas: ReadonlyMap<string, bigint>
  readonly packages: ReadonlyMap<string, bigint>
  /** Today's list price of packages: a row that names it has no price of its own. */
  readonly prices: ReadonlyMap<bigint, bigint>
}

interface Named {
  readonly id: bigint
  readonly code: string
  readonly name: string
}

export async function readPlaces(tx: Pick<Tx, 'db' | 'today'>, scope: Scope): Promise<Places> {
  const branchIds = scope.kind === 'branches' ? scope.branchIds.map(String) : null
  const resellerId = scope.kind === 'reseller' ? scope.resellerId : null
  const branches =
    await sql<Named>`select id, code, name from branches where (${branchIds}::bigint[] is null or id = any(${branchIds}::bigint[])) order by id desc limit 10000`.execute(
      tx.db,
    )
  const resellers =
    await sql<Named>`select id, code, name from resellers where (${resellerId}::bigint is null or id = ${resellerId}::bigint) order by id desc limit 10000`.execute(
      tx.db,
    )
  const areas = await sql<Named>`select id, name as code, name from areas where is_active order by id desc limit 20000`.execute(tx.db)
  const packages = await sql<Named & { price_minor: bigint | null }>`
    select p.id, p.code, p.name, (select v.price_minor from package_versions v where v.package_id = p.id and v.starts_on <= ${tx.today}::date order by v.starts_on desc, v.version_no desc limit 1) as price_minor
    from packages p order by p.is_active, p.id desc limit 20000`.execute(tx.db)
  return {
    branches: named(branches.rows),
    resellers: named(resellers.rows),
    areas: named(areas.rows),
    packages: named(packages.rows),
    prices: new Map(packages.rows.flatMap(({ id, price_minor }) => (price_minor === null ? [] : [[id, price_minor]]))),
  }
}

/** Codes win over names, and of equal names the oldest. */
const named = (rows: readonly Named[]): Map<string, bigint> =>
  new Map([...rows.map(({ id, name }) => [fold(name), id] as const), ...rows.map(({ id, code }) => [fold(code), id] as const)])
