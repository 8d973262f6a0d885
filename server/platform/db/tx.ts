import type { Kysely, Transaction } from 'kysely'
import type { Actor, Scope } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Company } from '../../kernel/company.ts'
import type { Sender } from '../jobs/queue.ts'
import type { Notifications } from './listen.ts'
import type { DB } from './schema.gen.ts'

/** Something SQL can be sent to: the pool, or a transaction. Reads take this. */
export interface Conn {
  readonly db: Kysely<DB>
  readonly company: Company
}

/** One business transaction: the connection, who acts, and the one "now" of everything written in it. Use cases take this. */
export interface Tx extends Conn {
  readonly db: Transaction<DB>
  readonly actor: Actor
  readonly now: Temporal.Instant
  /** The business day of `now` in the company's zone. */
  readonly today: Temporal.PlainDate
  /** Ties rows, log lines and the HTTP answer of one request together. */
  readonly requestId: string | null
  /** Through which `enqueue` of platform/jobs stores jobs. */
  readonly sender: Sender
  /** Said by who writes a fact of the company: when this commits, the process forgets the old ones at once. */
  readonly companyChanged: () => void
}

export interface Database {
  readonly db: Kysely<DB>
  /** The database as a scope sees it; see wall.ts. Requests read and write through this. */
  readonly scoped: (scope: Scope) => Kysely<DB>
  /** The same database by the direct address, where DATABASE_URL is a pooler; jobs, LISTEN and bulk work use it. */
  readonly direct: Kysely<DB>
  /** A read replica for reports and exports; the primary where none is configured. */
  readonly replica: Kysely<DB>
  /** The address of the server itself; the job queue opens its own connections there. */
  readonly directUrl: string
  readonly clock: Clock
  readonly sender: Sender
  /** LISTEN for live pages and caches. */
  readonly notifications: Notifications
  /** The company's facts, cached; see company.ts. */
  readonly company: () => Promise<Company>
  readonly companyChanged: () => void
  close(): Promise<void>
}
