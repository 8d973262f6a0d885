import type { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'

/** What a page of a list is read with. */
export interface Reading<Query> {
  readonly conn: Conn
  /** His scope is the list's scope. */
  readonly actor: Actor
  readonly today: PlainDate
  readonly query: Query
}

export interface ExportColumn<Row> {
  readonly key: string
  readonly label: { readonly en: string; readonly bn: string }
  /** Amounts in minor units become decimals in major units. */
  readonly isMoney?: boolean
  of(row: Row): unknown
}

/** A list as its page shows it: its own query, its own order, and the very function its route reads. */
export interface ExportList<Row, Query> {
  readonly permission: Permission
  /** The list's query on the wire, without paging. */
  readonly query: z.ZodType<Query>
  readonly columns: readonly ExportColumn<Row>[]
  /** Columns that the company defined itself. */
  moreColumns?(conn: Conn): Promise<readonly ExportColumn<Row>[]>
  pages(reading: Reading<Query>, limit: number): AsyncIterable<readonly Row[]>
}

// biome-ignore lint/suspicious/noExplicitAny: rows and queries of a list are its own matter; they only go from its `pages` to its columns.
export type AnyList = ExportList<any, any>

/** Every column of a list, those of the company itself last. */
// biome-ignore lint/suspicious/noExplicitAny: as above.
export async function columnsOf(list: AnyList, conn: Conn): Promise<readonly ExportColumn<any>[]> {
  return [...list.columns, ...((await list.moreColumns?.(conn)) ?? [])]
}

export const column = <Row>(key: string, en: string, bn: string, of: (row: Row) => unknown = (row) => row[key as keyof Row]): ExportColumn<Row> => ({
  key,
  label: { en, bn },
  of,
})

export const money = <Row>(key: keyof Row & string, en: string, bn: string): ExportColumn<Row> => ({
  key: key.replace(/_minor$/, ''),
  label: { en, bn },
  isMoney: true,
  of: (row) => row[key],
})

/** Walks a list page by page: the stores answer one row more than asked where there is another page. */
export async function* paged<Row, Position>(
  limit: number,
  read: (after: Position | undefined, limit: number) => Promise<readonly Row[]>,
  position: (row: Row) => Position,
): AsyncGenerator<readonly Row[]> {
  let after: Position | undefined
  for (;;) {
    const rows = await read(after, limit)
    const page = rows.slice(0, limit)
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (rows.length <= limit || last === undefined) return
    after = position(last)
  }
}

/** One row of what a list's store answers. */
export type RowOf<F extends (...args: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<F>>[number]
