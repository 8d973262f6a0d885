import type { Clock } from '../../server/kernel/clock.ts'
import { dateOf, lasting, logTimeOf, timeOf } from './clocks.ts'
import { toBytes } from './codec.ts'
import { createAddresses } from './pool.ts'
import type { Item } from './table.ts'
import { createTables } from './tables.ts'
import type { Tables } from './tables.ts'
import { hoursOfDay } from './usage.ts'
import type { Rates } from './usage.ts'
import { traitsOf } from './versions.ts'

export interface User {
  readonly name: string
  readonly password: string
  /** `read` may look and sees no passwords; `write` may change; `full` may do everything. */
  readonly group: 'read' | 'write' | 'full'
}

export interface RouterOptions {
  readonly clock: Clock
  /** Such as 6.49.10 or 7.18.2. */
  readonly version: string
  readonly identity: string
  /** Where router and subscribers live, e.g. Asia/Dhaka. */
  readonly zone: string
  readonly users: readonly User[]
  /** Everything that is left to chance follows from it. */
  readonly seed: number
}

/** A PPP session: its rows in the menus, and what it has moved. */
export interface Session {
  readonly name: string
  readonly address: string
  readonly startedAt: number
  readonly rows: { readonly active: Item; readonly port: Item; readonly others: readonly Item[] }
  readonly bytesUntil: (ms: number) => { up: bigint; down: bigint }
  readonly ratesAt: (ms: number) => Rates
}

const LOG_ROWS = 1000
const NOTHING = { up: 0n, down: 0n }

export type State = ReturnType<typeof createState>

/** The inside of the router: its menus, its clock, its log and who is online. */
export function createState({ clock, version, identity, zone, users, seed }: RouterOptions) {
  const traits = traitsOf(version)
  const hourOfDay = hoursOfDay(zone)
  const nowMs = (): number => clock.now().epochMilliseconds
  const sessions = new Map<string, Session>()
  const byRow = new Map<Item, Session>()
  let bootedAt = nowMs()
  // What ended sessions have moved still stands on the counters of the uplink.
  let past = NOTHING
  let sum = { ...NOTHING, atMs: -1 }

  const tables = createTables(traits, {
    uptimeOf: (row) => lasting(nowMs() - (byRow.get(row)?.startedAt ?? nowMs())),
    bytesOf: (row) => {
      const session = byRow.get(row)
      if (session !== undefined) return session.bytesUntil(nowMs())
      const type = row.values.get('type')
      return type === 'ether' ? uplinkBytes(row.values.get('name') ?? '') : NOTHING
    },
    loggedAt: (row) => logTimeOf(local(Number(row.values.get('at'))), local(nowMs()), traits),
  })
  const addresses = createAddresses(tables.pools)

  /** ether1 leads to the internet, so it receives what subscribers download; ether2 leads to them. */
  function uplinkBytes(name: string): { up: bigint; down: bigint } {
    if (name !== 'ether1' && name !== 'ether2') return NOTHING
    if (sum.atMs !== nowMs()) {
      sum = { ...past, atMs: nowMs() }
      for (const session of sessions.values()) {
        const { up, down } = session.bytesUntil(sum.atMs)
        sum = { up: sum.up + up, down: sum.down + down, atMs: sum.atMs }
      }
    }
    return name === 'ether1' ? { up: sum.down, down: sum.up } : sum
  }
  const local = (ms: number): Temporal.PlainDateTime => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime()

  const state = {
    traits,
    tables,
    users,
    seed,
    zone,
    hourOfDay,
    /** Whether RADIUS is asked about names without a secret; what it answers is with each subscriber. */
    usesRadius: false,
    addresses,
    sessions,
    byRow,
    identity: toBytes(identity),
    nowMs,
    uptime: () => lasting(nowMs() - bootedAt),
    date: (ms: number) => dateOf(local(ms), traits),
    time: (ms: number) => timeOf(local(ms)),
    log(topics: string, message: string, atMs = nowMs()): void {
      tables.log.insert({ at: String(atMs), topics, message })
      if (tables.log.size > LOG_ROWS) {
        const [oldest] = tables.log.all()
        if (oldest !== undefined) tables.log.remove(oldest)
      }
    },
    open(session: Session): void {
      sessions.set(session.name, session)
      for (const row of [session.rows.active, session.rows.port, ...session.rows.others]) byRow.set(row, session)
    },
    /** Takes the session's rows out of the menus and keeps what it has moved. */
    end(session: Session, atMs: number): void {
      const bytes = session.bytesUntil(atMs)
      past = { up: past.up + bytes.up, down: past.down + bytes.down }
      sessions.delete(session.name)
      addresses.giveBack(session.address)
      tables.active.remove(session.rows.active)
      tables.interfaces.remove(session.rows.port)
      for (const row of session.rows.others) {
        tables.queues.remove(row)
        tables.addressLists.remove(row)
      }
      for (const row of [session.rows.active, session.rows.port, ...session.rows.others]) byRow.delete(row)
    },
    restart(): void {
      bootedAt = nowMs()
      past = NOTHING
      sum = { ...NOTHING, atMs: -1 }
    },
  }
  furnish(state)
  return state
}

/** What every router has out of the box. */
function furnish({ tables }: { tables: Tables }): void {
  for (const name of ['default', 'default-encryption']) tables.profiles.insert({ name, default: 'true' })
  for (const n of [1, 2, 3, 4, 5]) {
    tables.interfaces.insert({
      name: `ether${n}`,
      type: 'ether',
      mtu: '1500',
      'actual-mtu': '1500',
      'mac-address': `48:8F:5A:00:00:0${n}`,
      running: String(n <= 2),
    })
  }
  const ports = { ftp: 21, ssh: 22, telnet: 23, www: 80, winbox: 8291, api: 8728, 'api-ssl': 8729 }
  for (const [name, port] of Object.entries(ports)) {
    tables.services.insert({ name, port: String(port), ...(name === 'api-ssl' ? { certificate: 'none', 'tls-version': 'any' } : {}) })
  }
}
