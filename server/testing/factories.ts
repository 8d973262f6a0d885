import { sql } from 'kysely'
import type { Actor, Scope } from '../kernel/actor.ts'
import { companyScope, systemActor } from '../kernel/actor.ts'
import { toMinor } from '../kernel/money.ts'
import type { Permission } from '../kernel/permissions.ts'
import { ALL_PERMISSIONS } from '../kernel/permissions.ts'
import { date } from '../kernel/time.ts'
import { registerClient } from '../modules/clients/index.ts'
import type { RegisterClient, RegisteredClient } from '../modules/clients/index.ts'
import { createPackage } from '../modules/packages/index.ts'
import type { PackageWithVersion, VersionTerms } from '../modules/packages/index.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import type { Database, Tx } from '../platform/db/tx.ts'

let counter = 0
/** A number nobody else in this test file has. */
export const unique = (): number => (counter += 1)

/** Somebody who may do everything, or only what is said, in the whole company or a part of it. */
export function anActor({ scope = companyScope, permissions = ALL_PERMISSIONS }: { scope?: Scope; permissions?: ReadonlySet<Permission> } = {}): Actor {
  return { ...systemActor('test', permissions), scope }
}

/** One transaction as an actor: `await doing(database, (tx) => suspendSubscription(tx, ...))`. */
export const doing = <T>(database: Database, work: (tx: Tx) => Promise<T>, actor: Actor = anActor()): Promise<T> => inTransaction(database, { actor }, work)

export async function aBranch(database: Database, code = `B${unique()}`): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`insert into branches (code, name) values (${code}, ${`Branch ${code}`}) returning id`.execute(database.db)
  return (rows[0] as { id: bigint }).id
}

export async function aReseller(database: Database, branchId: bigint): Promise<bigint> {
  const code = `R${unique()}`
  const { rows } = await sql<{ id: bigint }>`insert into resellers (code, name, branch_id) values (${code}, ${code}, ${branchId}) returning id`.execute(
    database.db,
  )
  return (rows[0] as { id: bigint }).id
}

/** A router that lines can name and that nothing is told to. */
export async function aBareRouter(database: Database, branchId: bigint): Promise<bigint> {
  const name = `Router ${unique()}`
  const { rows } = await sql<{ id: bigint }>`
    with made as (
      insert into routers (branch_id, name, host, port, username, is_active, created_at, updated_at) values (${branchId}, ${name}, '', 8728, '', false, now(), now()) returning id)
    insert into router_health (router_id) select id from made returning router_id as id`.execute(database.db)
  return (rows[0] as { id: bigint }).id
}

export interface PackageFacts extends Partial<VersionTerms> {
  readonly code?: string
  readonly name?: string
  readonly startsOn?: string
}

/** A package that has been on sale since 2020: 10 Mbit/s at 1,000.00 without VAT unless said otherwise. */
export function aPackage(
  database: Database,
  { code = `P${unique()}`, name = `Package ${code}`, startsOn = '2020-01-01', ...terms }: PackageFacts = {},
): Promise<PackageWithVersion> {
  return doing(database, (tx) =>
    createPackage(tx, {
      code,
      name,
      description: '',
      startsOn: date(startsOn),
      terms: {
        price: toMinor(100_000),
        vatRateId: null,
        vatInclusive: false,
        downloadKbps: 10_000,
        uploadKbps: 10_000,
        routerProfile: 'home-10',
        validityCount: 1,
        validityUnit: 'month',
        approvalNo: '',
        approvedOn: null,
        ...terms,
      },
    }),
  )
}

/** A client of a branch; with `subscription` he has a line. */
export function aClient(database: Database, facts: Partial<RegisterClient> & { branch_id: bigint }): Promise<RegisteredClient> {
  const n = unique()
  return doing(database, (tx) => registerClient(tx, { name: `Client ${n}`, phone: `01711${String(n).padStart(6, '0')}`, ...facts }))
}
