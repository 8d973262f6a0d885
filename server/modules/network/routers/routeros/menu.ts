import { DeviceRejected } from '../../../../kernel/device-errors.ts'
import type { RouterConnection } from './connection.ts'
import type { Fields, ValueOf } from './fields.ts'
import type { Query } from './query.ts'
import type { Row } from './reply.ts'

/** What a row of a menu holds, in canonical values; `id` is good for this connection only. */
export type RowOf<F extends Fields> = { readonly id: string } & { readonly [Name in keyof F]: ValueOf<F[Name]> }
export type Values<F extends Fields> = { readonly [Name in keyof F]?: ValueOf<F[Name]> }

export interface ReadOptions {
  readonly where?: Query
  /** Above this the router is not asked on: whoever expected thousands does not get millions. */
  readonly maxRows?: number
}

export interface Menu<F extends Fields> {
  readonly path: string
  readonly fields: F
  readonly rowOf: (row: Row) => RowOf<F>
  read(connection: RouterConnection, options?: ReadOptions): Promise<RowOf<F>[]>
  count(connection: RouterConnection, where?: Query): Promise<number>
  /** Gives the id of the new row. @throws CommandTrapped, `already_exists` where the name is taken. */
  add(connection: RouterConnection, values: Values<F>): Promise<string>
  /**
   * Changes all of `ids` alike, a hundred in a command. Where one of a hundred is gone the router answers with a trap, and which of the others
   * it changed depends on its version: read again, assume nothing. So it is with `remove`, `enable` and `disable`.
   */
  set(connection: RouterConnection, ids: readonly string[], values: Values<F>): Promise<void>
  remove(connection: RouterConnection, ids: readonly string[]): Promise<void>
  enable(connection: RouterConnection, ids: readonly string[]): Promise<void>
  disable(connection: RouterConnection, ids: readonly string[]): Promise<void>
}

const MAX_ROWS = 200_000
/** All text of one answer; 200,000 secrets have a quarter of it. */
const MAX_CHARACTERS = 256 * 1024 * 1024
const IDS_PER_COMMAND = 100

export function menu<F extends Fields>(path: string, fields: F): Menu<F> {
  const entries = Object.entries(fields)
  const proplist = `=.proplist=.id,${entries.map(([, { wire }]) => wire).join(',')}`
  const rowOf = (row: Row): RowOf<F> => {
    const values: Record<string, unknown> = { id: row.get('.id') ?? '' }
    for (const [name, field] of entries) values[name] = field.read(row.get(field.wire))
    return values as RowOf<F>
  }

  async function read(connection: RouterConnection, { where = [], maxRows = MAX_ROWS }: ReadOptions = {}): Promise<RowOf<F>[]> {
    const rows: RowOf<F>[] = []
    let characters = 0
    const onRow = (row: Row): void => {
      for (const value of row.values()) characters += value.length
      if (rows.length >= maxRows || characters > MAX_CHARACTERS)
        throw new DeviceRejected(`The router has more in ${path} than the ${maxRows} rows that are taken; nothing was`, [])
      rows.push(rowOf(row))
    }
    await connection.run([`${path}/print`, proplist, ...where], { onRow })
    return rows
  }

  async function change(connection: RouterConnection, verb: string, ids: readonly string[], words: readonly string[] = []): Promise<void> {
    for (let at = 0; at < ids.length; at += IDS_PER_COMMAND) {
      await connection.run([`${path}/${verb}`, `=numbers=${ids.slice(at, at + IDS_PER_COMMAND).join(',')}`, ...words])
    }
  }

  return {
    path,
    fields,
    rowOf,
    read,
    count: async (connection, where = []) => Number((await connection.run([`${path}/print`, '=count-only=', ...where])).ret),
    add: async (connection, values) => {
      const { ret } = await connection.run([`${path}/add`, ...wordsOf(fields, values).filter((word) => !word.startsWith('=!'))])
      return ret ?? ''
    },
    set: async (connection, ids, values) => await change(connection, 'set', ids, wordsOf(fields, values)),
    remove: async (connection, ids) => await change(connection, 'remove', ids),
    enable: async (connection, ids) => await change(connection, 'enable', ids),
    disable: async (connection, ids) => await change(connection, 'disable', ids),
  }
}

/** A value stands behind the name in one word, so nothing in it can become a word of its own. */
export function wordsOf<F extends Fields>(fields: F, values: Values<F>): string[] {
  return Object.entries(values).map(([name, value]) => {
    const field = fields[name] as { wire: string; write: (value: unknown) => string | null }
    const written = field.write(value)
    return written === null ? `=!${field.wire}=` : `=${field.wire}=${written}`
  })
}
