import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult, TransactionSettings } from 'kysely'
import { PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { Pool, PoolClient, QueryResult as PgResult } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { nameOfKept } from './kept.ts'
import { toParameter } from './types.ts'

/** Connections that several dialects may share: with a wall and without. */
export interface ConnectionPool {
  acquire(): Promise<PooledConnection>
  end(): Promise<void>
}

export function connectionPool(pool: Pool, { keepsStatements }: { keepsStatements: boolean }): ConnectionPool {
  const connections = new WeakMap<PoolClient, PooledConnection>()
  return {
    async acquire() {
      const client = await pool.connect()
      const connection = connections.get(client) ?? new PooledConnection(client, keepsStatements)
      connections.set(client, connection)
      return connection
    },
    end: async () => await pool.end(),
  }
}

/**
 * Kysely over a pg pool whose clients run in pipeline mode. Three things differ from Kysely's own driver: Temporal parameters become
 * text, BEGIN travels together with the first statement, so that a transaction costs one round trip less, and kept statements (kept.ts)
 * are prepared once for each connection where `keepsStatements` says that connections are the server's own.
 * With a `wall` (wall.ts) everything runs behind it: each transaction from its BEGIN, and what is asked outside of one in a transaction of
 * its own that may only read.
 */
export function postgresDialect(pool: ConnectionPool, { wall = null }: { wall?: string | null } = {}): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => (wall === null ? poolDriver(pool) : walledDriver(pool, wall)),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

/** COPY runs through Kysely too, so that it shares the transaction; its source is bound as the only parameter. */
export interface CopySource {
  readonly chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>
}

const isCopySource = (value: unknown): value is CopySource => typeof value === 'object' && value !== null && 'chunks' in value

function poolDriver(pool: ConnectionPool): Driver {
  return {
    init: async () => {},
    acquireConnection: async () => await pool.acquire(),
    beginTransaction: async (connection, settings) => (connection as PooledConnection).beginLater(settings),
    commitTransaction: async (connection) => await (connection as PooledConnection).commit(),
    rollbackTransaction: async (connection) => await (connection as PooledConnection).rollback(),
    savepoint: async (connection, name) => void (await (connection as PooledConnection).send(`savepoint "${name}"`)),
    rollbackToSavepoint: async (connection, name) => void (await (connection as PooledConnection).send(`rollback to savepoint "${name}"`)),
    releaseSavepoint: async (connection, name) => void (await (connection as PooledConnection).send(`release savepoint "${name}"`)),
    releaseConnection: async (connection) => (connection as PooledConnection).release(),
    destroy: async () => await pool.end(),
  }
}

function walledDriver(pool: ConnectionPool, wall: string): Driver {
  const reads = new WeakSet<DatabaseConnection>()
  return {
    ...poolDriver(pool),
    acquireConnection: async () => {
      const connection = await pool.acquire()
      connection.beginLater({ accessMode: 'read only' }, wall)
      reads.add(connection)
      return connection
    },
    beginTransaction: async (connection, settings) => {
      reads.delete(connection)
      ;(connection as PooledConnection).beginLater(settings, wall)
    },
    releaseConnection: async (connection) => {
      const pooled = connection as PooledConnection
      // Nothing was written, so nothing is lost; and it is the same after an error.
      if (reads.delete(connection)) await pooled.rollback().catch(() => {}) // A connection that cannot is not handed on.
      pooled.release()
    },
    // The connections are those of the pool, which outlives this.
    destroy: async () => {},
  }
}

class PooledConnection implements DatabaseConnection {
  readonly #client: PoolClient & { pipeline?: boolean }
  /** The BEGIN that goes out with the next statement; a transaction without statements never reaches the server. */
  #pendingBegin: string | null = null
  #isBroken = false
  #inFlight = 0
  readonly #keepsStatements: boolean

  constructor(client: PoolClient, keepsStatements: boolean) {
    this.#client = client
    this.#keepsStatements = keepsStatements
  }

  beginLater(settings: TransactionSettings, wall: string | null = null): void {
    const modes = [
      ...(settings.isolationLevel === undefined ? [] : [`isolation level ${settings.isolationLevel}`]),
      ...(settings.accessMode === undefined ? [] : [settings.accessMode]),
    ]
    this.#pendingBegin = [['begin', ...modes].join(' '), ...(wall === null ? [] : [wall])].join('; ')
  }

  async commit(): Promise<void> {
    if (this.#pendingBegin !== null) {
      this.#pendingBegin = null
      return
    }
    const { command } = await this.send('commit')
    if (command === 'ROLLBACK') {
      throw new Error('The transaction was rolled back instead of committed: an error of one of its statements was swallowed')
    }
  }

  async rollback(): Promise<void> {
    if (this.#pendingBegin !== null) {
      this.#pendingBegin = null
      return
    }
    try {
      await this.send('rollback')
    } catch (error) {
      this.#isBroken = true
      throw error
    }
  }

  release(): void {
    this.#client.release(this.#isBroken)
  }

  /** One statement, after the pending BEGIN if there is one; both leave in the same flush. */
  async send(text: string, parameters: readonly unknown[] = []): Promise<PgResult> {
    const begin = this.#pendingBegin
    this.#pendingBegin = null
    this.#inFlight += 1
    try {
      const started = begin === null ? null : this.#client.query(begin)
      const values = parameters.map(toParameter)
      const name = this.#keepsStatements ? nameOfKept(text) : undefined
      const result = name === undefined ? this.#client.query(text, values.length === 0 ? undefined : values) : this.#client.query({ name, text, values })
      if (started !== null) {
        // When BEGIN fails the connection is gone and the statement fails with it: one error is enough.
        result.catch(() => {})
        await started
      }
      // Several statements in one text come back as several results; the last one counts.
      const answer = (await result) as PgResult | PgResult[]
      return Array.isArray(answer) ? (answer.at(-1) as PgResult) : answer
    } finally {
      this.#inFlight -= 1
    }
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const [first] = query.parameters
      if (isCopySource(first)) return { rows: [], numAffectedRows: await this.#copyIn(query.sql, first) }
      const { command, rowCount, rows } = await this.send(query.sql, query.parameters)
      const isChange = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE'
      return isChange ? { numAffectedRows: BigInt(rowCount ?? 0), rows: rows as R[] } : { rows: (rows ?? []) as R[] }
    } catch (error) {
      throw withCallerStack(error)
    }
  }

  /** Streams COPY ... TO STDOUT; each "row" is one chunk of bytes. */
  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    const stream = await this.#exclusively(() => this.#client.query(copyTo(query.sql)))
    let isDone = false
    try {
      for await (const chunk of stream) yield { rows: [chunk as R] }
      isDone = true
    } finally {
      // A reader that stopped early leaves the server sending; such a connection is not handed on.
      if (!isDone) this.#isBroken = true
      this.#client.pipeline = true
    }
  }

  async #copyIn(text: string, source: CopySource): Promise<bigint> {
    const stream = await this.#exclusively(() => this.#client.query(copyFrom(text)))
    try {
      await pipeline(Readable.from(source.chunks, { objectMode: false }), stream)
      return BigInt(stream.rowCount)
    } finally {
      this.#client.pipeline = true
    }
  }

  /** COPY needs the wire for itself: any BEGIN is sent before, and pipelining is off until it ends. */
  async #exclusively<T>(start: () => T): Promise<T> {
    if (this.#inFlight > 0) throw new Error('COPY must not start while another statement of the same transaction runs')
    if (this.#pendingBegin !== null) await this.send('select')
    this.#client.pipeline = false
    return start()
  }
}

/** pg's error points into the socket code; the place that asked is what a reader needs. */
function withCallerStack(error: unknown): unknown {
  if (error instanceof Error) {
    const here = new Error(error.message)
    error.stack = `${error.stack ?? error.message}\n    --- asked by\n${(here.stack ?? '').split('\n').slice(2).join('\n')}`
  }
  return error
}
