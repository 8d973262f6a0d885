import { CompiledQuery } from 'kysely'
import type { Conn } from './tx.ts'
import type { CopySource } from './driver.ts'

/** Runs `copy ... from stdin` on the connection (inside its transaction, if it has one). Returns the number of rows stored. */
export async function copyIn(conn: Pick<Conn, 'db'>, statement: string, chunks: CopySource['chunks']): Promise<bigint> {
  const source: CopySource = { chunks }
  const { numAffectedRows } = await conn.db.executeQuery(CompiledQuery.raw(statement, [source]))
  return numAffectedRows ?? 0n
}

/** Runs `copy ... to stdout` and yields its bytes as they arrive; nothing is held in memory. */
export async function* copyOut(conn: Pick<Conn, 'db'>, statement: string): AsyncGenerator<Uint8Array> {
  for await (const { rows } of conn.db.getExecutor().stream<Uint8Array>(CompiledQuery.raw(statement), 1)) yield* rows
}
