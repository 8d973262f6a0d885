import type { Scope } from '../../../kernel/actor.ts'
import type { Conn } from '../../../platform/db/tx.ts'
import { parseMac } from '../../../kernel/mac.ts'
import { asciiDigits } from '../phone.ts'
import type { ClientFilter } from './filter.ts'
import type { SortParam } from './sorts.ts'
import { countClients, selectPage, selectRows, selectTargets } from './store.ts'
import type { ListedClient, ListPosition, ListTarget, TargetsOf } from './store.ts'

export interface ListPage {
  readonly rows: readonly ListedClient[]
  /** Where the next page begins; null on the last one. */
  readonly next: ListPosition | null
}

export interface ListClients {
  readonly filter: ClientFilter
  readonly sort: SortParam
  readonly limit: number
  readonly after: ListPosition | undefined
}

/** One page of the clients a person may see. Writes nothing. */
export async function listClients(conn: Conn, scope: Scope, { filter, sort, limit, after }: ListClients): Promise<ListPage> {
  const found = await selectPage(conn, scope, folded(filter), { sort, limit, after })
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const next = found.length > limit && last !== undefined ? { stretch: last.stretch, value: last.value, id: last.id } : null
  return {
    rows: await selectRows(
      conn,
      page.map(({ client_id }) => client_id),
    ),
    next,
  }
}

/** Clients and lines for work on many of them at once; at most `limit`, from behind `after`. */
export async function listTargets(
  conn: Conn,
  scope: Scope,
  filter: ClientFilter,
  of: TargetsOf,
  page: { readonly limit: number; readonly after: ListTarget | undefined },
): Promise<ListTarget[]> {
  return await selectTargets(conn, scope, folded(filter), of, page)
}

export const COUNT_CAP = 10_000

/** How many clients match, up to {@link COUNT_CAP}: nobody waits for an exact number of a million. */
export async function countMatching(conn: Conn, scope: Scope, filter: ClientFilter): Promise<{ count: number; isCapped: boolean }> {
  const count = await countClients(conn, scope, folded(filter), COUNT_CAP)
  return { count: Math.min(count, COUNT_CAP), isCapped: count > COUNT_CAP }
}

/** A MAC address in any notation and digits of any script are looked for in the form they are stored in. */
function folded(filter: ClientFilter): ClientFilter {
  if (filter.q === undefined) return filter
  const q = asciiDigits(filter.q).trim()
  return q === '' ? { ...filter, q: undefined } : { ...filter, q: parseMac(q) ?? q }
}
