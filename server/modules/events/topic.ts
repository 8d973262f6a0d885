import type { Actor } from '../../kernel/actor.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { Conn } from '../../platform/db/tx.ts'

/**
 * A kind of thing whose changes are announced to open pages. Each of its rows tells of itself by the trigger `announce_change`;
 * what it has become is read by whoever wants to know, with his own rights.
 */
export interface Topic {
  /** The name of the table. */
  readonly name: string
  /** Without it nobody hears of them. */
  readonly permission: Permission
  /** Who may see which of these rows, read once for all who listen; a row that is left out is told to nobody. Absent: all with the permission. */
  readonly audience?: (conn: Conn, ids: readonly bigint[]) => Promise<ReadonlyMap<bigint, (actor: Actor) => boolean>>
}
