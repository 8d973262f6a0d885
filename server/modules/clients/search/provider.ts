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

/**
 * Asks every provider the person may ask, at once; whole keys first, then in the order of the providers. Where more is found than asked for,
 * each kind keeps its share: a hundred clients of one name do not hide the one invoice.
 */
export async function searchAll(
  conn: Conn,
  actor: Actor,
  providers: readonly SearchProvider[],
  { q, limit }: { q: string; limit: number },
): Promise<SearchHit[]> {
  const asked = providers.filter(({ permission }) => actor.permissions.has(permission))
  const found = await Promise.all(asked.map((provider) => provider.search(conn, actor, q, limit)))
  const exact = found.flat().filter(({ is_exact }) => is_exact)
  return [
    ...exact,
    ...shared(
      found.map((hits) => hits.filter(({ is_exact }) => !is_exact)),
      limit - exact.length,
    ),
  ].slice(0, limit)
}

/** The first of each list, then the second of each, until there are enough; in the order of the lists. */
function shared(lists: readonly (readonly SearchHit[])[], enough: number): SearchHit[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  const turns = Array.from({ length: longest }, (_none, at) => lists.flatMap((hits) => hits[at] ?? [])).flat()
  const kept = new Set(turns.slice(0, Math.max(0, enough)))
  return lists.flat().filter((hit) => kept.has(hit))
}
