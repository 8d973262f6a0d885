import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Actor } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { Database } from '../db/tx.ts'

/** The application as modules see it: Fastify whose schemas are zod. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression<RawServerDefault>,
  RawReplyDefaultExpression<RawServerDefault>,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** What a route asks of its caller: a permission; `session` = any logged-in person; `public` = anybody. */
export type Guard = Permission | 'session' | 'public'

/** What the web process needs to know; a part of the program's configuration. */
export interface HttpConfig {
  /** The address people use, e.g. https://billing.example.net; null = whatever the request says. */
  readonly publicUrl: string | null
  /** Addresses or networks of the proxies whose X-Forwarded-* are believed. */
  readonly trustProxy: readonly string[]
  /** The built web app (web/dist). */
  readonly webRoot: string
  readonly logLevel: string
}

/** Handed to every module's `routes`; nothing is reached by a global. */
export interface Deps {
  readonly database: Database
  readonly clock: Clock
  readonly config: HttpConfig
}

/** Who a request came from, as one query found it. */
export interface Identity {
  readonly actor: Actor
  /** Null for a token. */
  readonly session: { readonly id: bigint; readonly tokenHash: Buffer; readonly reauthenticatedAt: Temporal.Instant } | null
  /** True until a person whose password was reset has chosen a new one: only `session` routes answer. */
  readonly mustChangePassword: boolean
}

export interface Credentials {
  readonly cookie: string | null
  readonly bearer: string | null
  readonly ip: string
  readonly userAgent: string | null
}

/** Implemented by modules/auth; null = the credentials are not (or no longer) valid. */
export type Authenticate = (credentials: Credentials) => Promise<Identity | null>

export interface Identities {
  readonly authenticate: Authenticate
  /** Called after a request that may have changed who somebody is or what he may do. */
  readonly changed: () => void
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Mandatory on every route; the server refuses to start without it. */
    permission?: Guard
    /** `required`: the route moves money and refuses without the header Idempotency-Key; `optional`: with one it has its effect once. */
    idempotency?: 'required' | 'optional'
    /** Called by other companies' servers (payment gateways): exempt from the cross-site check. */
    crossSite?: boolean
    /** Takes multipart/form-data instead of JSON. */
    upload?: boolean
    /** A list whose length is bounded by its nature (roles, settings), so it has no pages. */
    unpaged?: boolean
  }
  interface FastifyRequest {
    /** Who is asking, or null on a public route without a log-in. */
    identity: Identity | null
    /** Who is asking. @throws NotLoggedIn 401 where nobody is logged in. */
    readonly actor: Actor
  }
  interface FastifyInstance {
    deps: Deps
    authenticate: Authenticate
  }
}
