import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Client } from 'pg'
import { installed, makeRole, radiusKey, writeConfig } from '#modules/network/radius/index.ts'
import { keep, passwordPlace, secretPlace } from '#modules/network/radius/keep.ts'
import { openSecrets } from '#platform/secrets/index.ts'
import { freePort, missingFreeRadius, runFreeRadius } from '../server/testing/free-radius.ts'
import { fill } from './dataset.ts'
import { median } from './measure.ts'
import type { Result } from './measure.ts'
import { withDatabase } from './server.ts'
import type { BenchDatabase } from './server.ts'
import { stockFiles, STOCK } from './radius-stock.ts'

const SECRET = 'a secret that router and server share'
const KINDS = ['auth', 'Start', 'Interim-Update', 'Stop'] as const
type Kind = (typeof KINDS)[number]

interface Side {
  readonly pid: number
  /** What the load finds, as it is in an ordinary hour. */
  before?(kind: Kind): Promise<void>
  /** What the requests leave to a job; its time is not theirs, its CPU is. */
  after?(): Promise<void>
  readonly ports: { readonly auth: number; readonly acct: number }
  stop(): Promise<void>
}
interface Measured {
  readonly rate: number
  /** Of FreeRADIUS and PostgreSQL together, in microseconds. */
  readonly cpu: number
}

/** Our functions against the schema and queries that FreeRADIUS brings, by the same FreeRADIUS on the same server, in turns. */
export async function bench({ clients = 5000, requests = 2000, rounds = 3 }: Record<string, number>): Promise<Result[]> {
  const missing = missingFreeRadius() ?? (existsSync(join(STOCK, 'schema.sql')) ? null : `${STOCK} is not there`)
  if (missing !== null) {
    console.log(`radius SKIPPED: ${missing}`)
    return []
  }
  return await withDatabase(async (database) => {
    await fill(database, { clients, since: '2026-01-01' })
    const ours = await startOurs(database, clients)
    const stock = await startStock(database, clients)
    const seen = { ours: new Map<Kind, Measured[]>(), stock: new Map<Kind, Measured[]>() }
    try {
      for (let round = 0; round < rounds; round += 1) {
        for (const kind of KINDS) {
          for (const [name, side] of round % 2 === 0
            ? ([
                ['ours', ours],
                ['stock', stock],
              ] as const)
            : ([
                ['stock', stock],
                ['ours', ours],
              ] as const))
            seen[name].set(kind, [...(seen[name].get(kind) ?? []), await measure(database, side, { kind, requests, clients, round })])
        }
      }
    } finally {
      await ours.stop()
      await stock.stop()
    }
    return KINDS.flatMap((kind) => results(kind, seen.ours.get(kind) ?? [], seen.stock.get(kind) ?? []))
  })
}

function results(kind: Kind, ours: readonly Measured[], stock: readonly Measured[]): Result[] {
  const of = (side: readonly Measured[], key: keyof Measured): number => median(side.map((each) => each[key]))
  const against = 'FreeRADIUS’s own schema and queries'
  const [rates, cpus] = [
    [of(ours, 'rate'), of(stock, 'rate')],
    [of(ours, 'cpu'), of(stock, 'cpu')],
  ] as [[number, number], [number, number]]
  const note = (unit: string, [a, b]: [number, number]): string => `${Math.round(a)} and ${Math.round(b)} ${unit}`
  return [
    { part: 'P13', what: `RADIUS ${kind}, rate`, ratio: rates[0] / rates[1], against, bar: 0.9, better: 'more', note: note('requests a second', rates) },
    { part: 'P13', what: `RADIUS ${kind}, CPU`, ratio: cpus[0] / cpus[1], against, bar: 1, better: 'less', note: note('µs a request', cpus) },
  ]
}

async function startOurs(database: BenchDatabase, clients: number): Promise<Side> {
  await openSecrets(database.db, { secretKey: randomBytes(32).toString('base64'), oldSecretKeys: [], dataDir: '' })
  const key = await radiusKey(database)
  await sql`update subscriptions set state = 'active', left_on = null`.execute(database.db)
  await sql`update access set desired_on = true, download_kbps = 20000, upload_kbps = 10000`.execute(database.db)
  await sql`
    insert into routers (id, branch_id, name, host, port, username, address_pool, created_at, updated_at) overriding system value
    values (1, 1, 'Router', '127.0.0.1', 8728, '', 'home', now(), now())`.execute(database.db)
  await sql`
    insert into radius_routers (router_id, address, secret_kept, is_signed, created_at, updated_at)
    values (1, '127.0.0.1', ${keep(key, SECRET, secretPlace(1n))}, false, now(), now())`.execute(database.db)
  const kept = Array.from({ length: clients }, (_, n) => keep(key, 'secret word', passwordPlace(BigInt(n + 1))).toString('hex'))
  await sql`
    insert into radius_credentials (subscription_id, password_kept, made_of)
    select n, decode(kept, 'hex'), '' from unnest(${kept}::text[]) with ordinality as k (kept, n)`.execute(database.db)
  for (const table of ['subscriptions', 'access', 'radius_credentials']) await sql`vacuum analyze ${sql.table(table)}`.execute(database.db)
  const { host, port, database: name } = new Client({ connectionString: database.url })
  const folder = mkdtempSync(join(tmpdir(), 'lastmile-bench-radius-'))
  const listen = { address: '127.0.0.1', authPort: await freePort(), acctPort: await freePort() }
  writeConfig({ folder, ...installed(), listen, networks: ['127.0.0.0/8'], database: { host, port, name: name as string, ...(await makeRole(database)) }, key })
  const server = await runFreeRadius(folder)
  return {
    pid: server.pid,
    ports: { auth: listen.authPort, acct: listen.acctPort },
    // At ten minutes between two reports, one of six is the first of its hour.
    async before(kind) {
      if (kind === 'Interim-Update')
        await sql`update ppp_sessions set updated_at = hour_of(updated_at) - interval '1 second' where id % 6 = 0`.execute(database.db)
    },
    async after() {
      await sql`select fold_usage(1000000)`.execute(database.db)
    },
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

async function startStock(database: BenchDatabase, clients: number): Promise<Side> {
  await sql`create database stock`.execute(database.db)
  const url = new URL(database.url)
  url.pathname = '/stock'
  const client = new Client({ connectionString: url.href })
  await client.connect()
  await client.query(readFileSync(join(STOCK, 'schema.sql'), 'utf8'))
  await client.query(
    "insert into radcheck (username, attribute, op, value) select 'user' || n || '@isp', 'Cleartext-Password', ':=', 'secret word' from generate_series(1, $1) n",
    [clients],
  )
  await client.query("insert into radusergroup (username, groupname, priority) select 'user' || n || '@isp', 'home', 1 from generate_series(1, $1) n", [
    clients,
  ])
  await client.query(
    "insert into radgroupreply (groupname, attribute, op, value) values ('home', 'Mikrotik-Rate-Limit', ':=', '10000k/20000k'), ('home', 'Framed-Pool', ':=', 'home')",
  )
  await client.query('vacuum analyze')
  const { host, port, user, password } = client
  await client.end()
  const folder = mkdtempSync(join(tmpdir(), 'lastmile-bench-stock-'))
  const ports = { auth: await freePort(), acct: await freePort() }
  const connection = `host=${host} port=${port} dbname=stock user=${user} password=${typeof password === 'string' ? password : ''}`
  for (const [name, text] of stockFiles({ folder, ...installed(), ports, secret: SECRET, connection })) writeFileSync(join(folder, name), text, { mode: 0o600 })
  const server = await runFreeRadius(folder)
  return {
    pid: server.pid,
    ports,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

interface Load {
  readonly kind: Kind
  readonly requests: number
  readonly clients: number
  readonly round: number
}

/** So many requests at once by radclient, a hundred on their way. @throws when one is refused or lost. */
async function measure({ pid }: BenchDatabase, side: Side, load: Load): Promise<Measured> {
  const file = join(mkdtempSync(join(tmpdir(), 'lastmile-bench-ask-')), 'packets')
  writeFileSync(file, Array.from({ length: load.requests }, (_, n) => packet(load, n)).join('\n\n'))
  await side.before?.(load.kind)
  const spent = (): number => ofTree(pid) + ofProcess(side.pid)
  const [before, from] = [spent(), performance.now()]
  const isAuth = load.kind === 'auth'
  const args = [
    '-q',
    '-s',
    '-p',
    '100',
    '-r',
    '5',
    '-t',
    '5',
    '-f',
    file,
    `127.0.0.1:${isAuth ? side.ports.auth : side.ports.acct}`,
    isAuth ? 'auth' : 'acct',
    SECRET,
  ]
  const said = await new Promise<string>((resolve) => execFile('radclient', args, (_error, stdout) => resolve(stdout)))
  const seconds = (performance.now() - from) / 1000
  await side.after?.()
  const cpu = spent() - before
  const accepted = Number(/Accepted\s*: (\d+)/.exec(said)?.[1])
  if (accepted !== load.requests) throw new Error(`Of ${load.requests} requests ${accepted} were accepted:\n${said}`)
  return { rate: load.requests / seconds, cpu: (cpu * 1e6) / load.requests }
}

function packet({ kind, clients, round }: Load, n: number): string {
  const login = `User-Name = "user${(n % clients) + 1}@isp"`
  if (kind === 'auth') return `${login}\nUser-Password = "secret word"`
  const counters = kind === 'Start' ? '' : `\nAcct-Session-Time = 600\nAcct-Input-Octets = ${n + 1000}\nAcct-Output-Octets = ${n + 9000}`
  return `${login}
Acct-Status-Type = ${kind}
Acct-Session-Id = "8100${round}${n}"
NAS-IP-Address = 127.0.0.1
NAS-Port-Id = "ether1"
Framed-IP-Address = 100.64.${(n >> 8) & 255}.${n & 255}
Calling-Station-Id = "50:D4:F7:00:${hex(n >> 8)}:${hex(n)}"
Called-Station-Id = "home"${counters}`
}

const hex = (value: number): string => (value & 255).toString(16).padStart(2, '0').toUpperCase()

// Fields 14 to 17 of /proc/PID/stat in hundredths of a second; those of ended children come with their parent's.
const fields = (pid: number | string): number[] => {
  try {
    return (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] as string).split(' ').map(Number)
  } catch {
    return [] // It has ended meanwhile.
  }
}
const ofProcess = (pid: number | string): number => ((fields(pid)[11] ?? 0) + (fields(pid)[12] ?? 0)) / 100

function ofTree(pid: number): number {
  const own = fields(pid)
  const ended = ((own[13] ?? 0) + (own[14] ?? 0)) / 100
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && fields(name)[1] === pid)
  return ofProcess(pid) + ended + children.reduce((sum, child) => sum + ofProcess(child), 0)
}
