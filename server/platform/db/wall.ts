import { Kysely, sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import { postgresDialect } from './driver.ts'
import type { ConnectionPool } from './driver.ts'
import type { DB } from './schema.gen.ts'

/**
 * The second wall of scope. Every store puts a person's scope into its SQL; for whoever does not see the whole company each request runs,
 * besides, as a database role that row-level security shows only the rows of his branches or his reseller. A store that forgets its scope
 * then finds nothing, instead of everything. Whoever sees the whole company works without it, and pays nothing for it.
 */
const ROLE = 'lastmile_scoped'

/** What is said after BEGIN. Ids are numbers, so there is nothing in them to quote; null for the whole company. */
function wallFor(scope: Scope): string | null {
  if (scope.kind === 'company') return null
  const branches = scope.kind === 'branches' ? scope.branchIds.map(String).join(',') : ''
  const reseller = scope.kind === 'reseller' ? scope.resellerId.toString() : ''
  return `set local role ${ROLE}; set local lastmile.branches = '{${branches}}'; set local lastmile.reseller = '${reseller}'`
}

// As many kinds of scope as are in use at a time; more are made anew.
const MOST_KEPT = 500

/** Gives the database as a scope sees it, over the same connections. */
export function walledDatabase(pool: ConnectionPool, open: Kysely<DB>): (scope: Scope) => Kysely<DB> {
  const kept = new Map<string, Kysely<DB>>()
  return (scope) => {
    const wall = wallFor(scope)
    if (wall === null) return open
    const known = kept.get(wall)
    if (known !== undefined) return known
    if (kept.size >= MOST_KEPT) kept.clear()
    const walled = new Kysely<DB>({ dialect: postgresDialect(pool, { wall }) })
    kept.set(wall, walled)
    return walled
  }
}

/** Whether the wall stands: its role is there, and this connection's may take it. */
export async function hasWall(db: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql<{
    has: boolean
  }>`select coalesce((select pg_has_role(oid, 'member') from pg_roles where rolname = ${ROLE}), false) as has`.execute(db)
  return rows[0]?.has ?? false
}
