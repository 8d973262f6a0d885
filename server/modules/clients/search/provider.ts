import type { Actor } from '../../../kernel/actor.ts'
import type { Permission } from '../../../kernel/permissions.ts'
import type { Conn } from '../../../platform/db/tx.ts'

/** One thing found by the search box. */
export interface SearchHit {
  readonly type: string
  readonly id: bigint
  /** Whose page it is on; null where it has no client. */
  readonly client_id: bigint | null
  readonly title: string
  readonly subtitle: string
  /** Found by its whole key (a code, a login, a TrxID) and not by a part of a text. */
  readonly is_exact: boolean
}

/** What a module lets the search box find. The composition root hands all of them to the route. */
export interface SearchProvider {
  readonly type: string
  /** Without it the provider is not asked. */
  readonly permission: Permission
  search(conn: Conn, actor: Actor, q: string, limit: number): Promise<SearchHit[]>
}

/** Asks every provider the person may ask, at once; whole keys first, then in the order of the providers. */
export async function searchAll(
  conn: Conn,
  actor: Actor,
  providers: readonly SearchProvider[],
  { q, limit }: { q: string; limit: number },
): Promise<SearchHit[]> {
  const asked = providers.filter(({ permission }) => actor.permissions.has(permission))
  const found = (await Promise.all(asked.map((provider) => provider.search(conn, actor, q, limit)))).flat()
  return [...found.filter(({ is_exact }) => is_exact), ...found.filter(({ is_exact }) => !is_exact)].slice(0, limit)
}
