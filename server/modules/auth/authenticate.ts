import { createHash } from 'node:crypto'
import type { Actor, Scope } from '../../kernel/actor.ts'
import { Forbidden } from '../../kernel/errors.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { Conn, Database } from '../../platform/db/tx.ts'
import type { Authenticate } from '../../platform/http/app.ts'
import { selectSessionIdentity, selectTokenIdentity, selectUserIdentity } from './identity-store.ts'
import type { IdentityRow } from './identity-store.ts'
import { effectivePermissions } from './roles.ts'

/** What is stored of a session's or a token's secret. The secret has 256 random bits, so a plain hash is enough. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** Answers who a cookie or a bearer token belongs to, with one query; null where it is unknown, expired, revoked or its person disabled. */
export function authenticator(database: Database): Authenticate {
  return async ({ cookie, bearer, ip, userAgent }) => {
    const now = database.clock.now()
    if (bearer !== null) {
      const row = await selectTokenIdentity(database.db, secretHash(bearer), now)
      if (row === undefined) return null
      const scopes = new Set(row.scopes)
      const actor = toActor('token', row, { ip, userAgent })
      const permissions = new Set([...actor.permissions].filter((permission) => scopes.has(permission)))
      return { actor: { ...actor, permissions }, session: null, mustChangePassword: row.must_change_password }
    }
    if (cookie === null) return null
    const tokenHash = secretHash(cookie)
    const row = await selectSessionIdentity(database.db, tokenHash, now)
    if (row === undefined) return null
    return {
      actor: toActor('user', row, { ip, userAgent }),
      session: { id: row.session_id, tokenHash, reauthenticatedAt: row.reauthenticated_at },
      mustChangePassword: row.must_change_password,
    }
  }
}

export function toActor(kind: 'user' | 'token', row: IdentityRow, from: { ip: string | null; userAgent: string | null }): Actor {
  const permissions: ReadonlySet<Permission> = effectivePermissions({
    permissions: row.permissions,
    granted: row.granted,
    denied: row.denied,
    userGrants: row.user_grants,
    userDenials: row.user_denials,
  })
  return { kind, userId: row.user_id, name: row.username, role: row.role, permissions, scope: toScope(row), locale: row.locale, ...from }
}

/**
 * The person a job works for, with the permissions and the scope he has now: whoever lost them, or was disabled, since he asked gets nothing done.
 * @throws Forbidden 403.
 */
export async function actorOfUser(conn: Pick<Conn, 'db'>, userId: bigint): Promise<Actor> {
  const row = await selectUserIdentity(conn.db, userId)
  if (row === undefined) throw new Forbidden('The person who asked for this may no longer log in')
  return toActor('user', row, { ip: null, userAgent: null })
}

/** A person whose scope names nothing sees nothing. */
function toScope({ scope_kind, reseller_id, branch_ids }: Pick<IdentityRow, 'scope_kind' | 'reseller_id' | 'branch_ids'>): Scope {
  if (scope_kind === 'company') return { kind: 'company' }
  if (scope_kind === 'reseller' && reseller_id !== null) return { kind: 'reseller', resellerId: reseller_id }
  return { kind: 'branches', branchIds: branch_ids }
}
