import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll } from 'vitest'
import { sql } from 'kysely'
import type { Scope } from '../kernel/actor.ts'
import { companyScope } from '../kernel/actor.ts'
import { buildApp } from '../app.ts'
import type { AppHooks } from '../app.ts'
import { secretHash, syncBuiltinRoles } from '../modules/auth/index.ts'
import type { Database } from '../platform/db/tx.ts'
import type { App } from '../platform/http/app.ts'

const apps = new WeakMap<Database, Promise<App>>()

/** The one application of a test file's database; closed after its last test. */
export function appOf(database: Database, { hooks }: { hooks?: AppHooks } = {}): Promise<App> {
  let app = apps.get(database)
  if (app === undefined) {
    app = buildApp({
      database,
      config: { publicUrl: null, trustProxy: [], logLevel: 'silent' },
      shedsLoad: false,
      webRoot: '/nonexistent',
      ...(hooks === undefined ? {} : { hooks }),
    })
    apps.set(database, app)
    const made = app
    afterAll(async () => await (await made).close())
  }
  return app
}

export interface TestUser {
  readonly userId: bigint
  readonly username: string
  /** The session's cookie. */
  readonly cookie: string
}

export interface AsOptions {
  readonly scope?: Scope
  readonly username?: string
  readonly grants?: readonly string[]
  readonly denials?: readonly string[]
}

/** A person of a role with a live session, made straight in the database, so that a test pays for no password hash. */
export async function logInAs(
  database: Database,
  role: string,
  { scope = companyScope, username = `${role}-${randomBytes(4).toString('hex')}`, grants = [], denials = [] }: AsOptions = {},
): Promise<TestUser> {
  await syncBuiltinRoles(database.db)
  const now = database.clock.now()
  const { rows } = await sql<{ id: bigint }>`
    insert into users (username, full_name, role_id, scope_kind, reseller_id, created_at)
    select ${username}, ${username}, id, ${scope.kind}, ${scope.kind === 'reseller' ? scope.resellerId : null}, ${now} from roles where key = ${role} returning id
  `.execute(database.db)
  const userId = rows[0]?.id
  if (userId === undefined) throw new Error(`There is no role ${role}`)
  if (scope.kind === 'branches')
    await sql`insert into user_branches (user_id, branch_id) select ${userId}::bigint, unnest(${scope.branchIds}::bigint[])`.execute(database.db)
  await sql`
    insert into user_permissions (user_id, permission, effect)
    select ${userId}::bigint, p, 'grant' from unnest(${grants}::text[]) p union all select ${userId}::bigint, p, 'deny' from unnest(${denials}::text[]) p
  `.execute(database.db)
  const secret = randomBytes(32).toString('base64url')
  await sql`
    insert into staff_sessions (token_hash, user_id, created_at, last_seen_at, expires_at, reauthenticated_at)
    values (${secretHash(secret)}, ${userId}, ${now}, ${now}, ${now.add({ hours: 72 })}, ${now})
  `.execute(database.db)
  return { userId, username, cookie: `sid=${secret}` }
}

export type Send = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  options?: { headers?: Record<string, string>; idempotencyKey?: string | null },
) => Promise<Answer>

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they know is there.
  readonly body: any
  readonly headers: LightMyRequestResponse['headers']
  readonly text: string
}

/**
 * Sends requests as a person of a role (`null` = nobody): `const send = await appAs(database, 'accountant')`, then
 * `await send('POST', '/payments', { ... })`. Paths without /api go under /api/v1; a POST gets a fresh Idempotency-Key unless one is given (null = none).
 */
export async function appAs(
  database: Database,
  role: string | null,
  options: AsOptions & { hooks?: AppHooks } = {},
): Promise<Send & { user: TestUser | null; app: App }> {
  const app = await appOf(database, options)
  const user = role === null ? null : await logInAs(database, role, options)
  return Object.assign(sender(app, user === null ? {} : { cookie: user.cookie }), { user, app })
}

/** As {@link appAs} with any headers: a bearer token, a cookie of a real log-in. */
export function sender(app: App, identity: Record<string, string>): Send {
  return async (method, path, body, { headers = {}, idempotencyKey = randomUUID() } = {}) => {
    const url = /^\/(api|healthz|readyz|metrics)\b/.test(path) ? path : `/api/v1${path}`
    const request: InjectOptions = {
      method,
      url,
      headers: { ...identity, ...(method === 'POST' && idempotencyKey !== null ? { 'idempotency-key': idempotencyKey } : {}), ...headers },
    }
    if (body !== undefined) request.payload = body as NonNullable<InjectOptions['payload']>
    const response = await app.inject(request)
    const isJson = /json/.test(String(response.headers['content-type'] ?? ''))
    return { status: response.statusCode, body: isJson && response.payload !== '' ? response.json() : null, headers: response.headers, text: response.payload }
  }
}
