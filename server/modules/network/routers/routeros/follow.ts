import type { RouterConnection, Running } from './connection.ts'
import type { Fields } from './fields.ts'
import type { Menu, RowOf } from './menu.ts'

export interface Follower<F extends Fields> {
  /** The whole table, before any change; once for each call of `follow`. */
  readonly onTable: (rows: RowOf<F>[]) => void
  readonly onChange: (row: RowOf<F>) => void
  readonly onGone: (id: string) => void
}

/** What came while the table was read is kept for a moment; a table that changes faster than this is not one to follow. */
const MOST_WAITING = 10_000

/**
 * Follows a menu by `listen`. It listens first and reads the table then, so that nothing falls between; a new connection means calling this
 * anew, and so reading the whole table first. The returned command ends when it is cancelled or the connection ends; not every menu and
 * version tells of everything, so a full read now and then stays necessary.
 */
export async function follow<F extends Fields>(connection: RouterConnection, menu: Menu<F>, follower: Follower<F>): Promise<Running> {
  let waiting: (() => void)[] | null = []
  const running = connection.start([`${menu.path}/listen`], {
    timeoutMs: null,
    onRow: (row) => {
      const change =
        row.get('.dead') === 'yes' || row.get('.dead') === 'true' ? () => follower.onGone(row.get('.id') ?? '') : () => follower.onChange(menu.rowOf(row))
      if (waiting === null) return change()
      if (waiting.length >= MOST_WAITING) throw new Error(`More than ${MOST_WAITING} changes of ${menu.path} came while it was read`)
      waiting.push(change)
    },
  })
  try {
    follower.onTable(await menu.read(connection))
  } catch (error) {
    running.cancel()
    throw error
  }
  for (const change of waiting) change()
  waiting = null
  return running
}
