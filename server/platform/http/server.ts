import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import underPressure from '@fastify/under-pressure'
import Fastify, { LogController } from 'fastify'
import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { randomUUID } from 'node:crypto'
import { NotLoggedIn } from '../../kernel/errors.ts'
import type { Metrics } from '../metrics.ts'
import type { App, Deps, Identities } from './app.ts'
import { guard, identify } from './authentication.ts'
import type { ConstraintMeanings } from './constraints.ts'
import { registerDocs } from './docs-page.ts'
import { serializerCompiler } from './encode.ts'
import { registerHealth } from './health.ts'
import type { Readiness } from './health.ts'
import { idempotencyKey } from './idempotency.ts'
import { registerOpenapi } from './openapi.ts'
import { problemHandler, sendProblem } from './problem.ts'
import { isSafe, refuseCrossSite, refuseForms, refuseNul } from './request-rules.ts'
import { checkRoute } from './route-rules.ts'
import type { RouteFacts } from './route-rules.ts'
import { registerStreams } from './stream.ts'
import { tileOriginOf } from './tile-origin.ts'
import { registerWeb } from './web.ts'

export interface ServerOptions {
  readonly deps: Deps
  readonly identities: Identities
  readonly constraints: ConstraintMeanings
  readonly metrics: Metrics
  readonly ready: () => Promise<Readiness>
  readonly version: string
  readonly logger: FastifyBaseLogger
  /** Answer 503 while the event loop is late; off in tests, whose machine is always late. */
  readonly shedsLoad: boolean
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route of the program, for the contract and the tests that walk over all of them. */
    routeFacts: RouteFacts[]
  }
}

/** A server with every mechanism in place and no module yet; the caller registers routes and then calls `ready`. */
export async function createServer(options: ServerOptions): Promise<App> {
  const { deps, identities, constraints, metrics, logger } = options
  const isSecure = deps.config.publicUrl?.startsWith('https:') === true
  const app: App = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    trustProxy: deps.config.trustProxy.length === 0 ? false : [...deps.config.trustProxy],
    bodyLimit: 1024 * 1024,
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 300 },
    genReqId: () => randomUUID(),
    frameworkErrors: (error, request, reply) =>
      void sendProblem(request as FastifyRequest, reply as never, {
        status: error.statusCode ?? 400,
        code: 'malformed_request',
        detail: 'The address is not well formed',
      }),
  }) as unknown as App

  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.removeContentTypeParser('text/plain')
  app.setErrorHandler(problemHandler(constraints))
  app.decorate('deps', deps)
  app.decorate('authenticate', identities.authenticate)
  app.decorate('routeFacts', [])
  registerStreams(app)
  app.decorateRequest('identity', null)
  app.decorateRequest('actor', {
    getter(this: FastifyRequest) {
      if (this.identity === null) throw new NotLoggedIn('Log in first')
      return this.identity.actor
    },
  })

  app.addHook('onRoute', (route) => {
    checkRoute(route)
    if (route.method === 'HEAD') return
    app.routeFacts.push({
      method: String(route.method),
      url: route.url,
      permission: String(route.config?.permission),
      schema: (route.schema ?? {}) as RouteFacts['schema'],
      upload: route.config?.upload === true,
      idempotent: route.config?.idempotency === 'required',
    })
  })

  // Pictures of the map may come from the one server that the company has named. A database that is away takes no page away.
  let tileOrigin = ''
  app.addHook('onRequest', async (request) => {
    if (/^\/(?:api|assets|metrics|healthz|readyz)(?:[/?]|$)/.test(request.url)) return
    const company = await deps.database.company().catch(() => null)
    if (company !== null) tileOrigin = tileOriginOf(company.mapTileUrl) ?? ''
  })
  await app.register(helmet, {
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The component library sets sizes and colours by style attributes, which no hash can cover.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', () => `blob: ${tileOrigin}`.trim()],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
  })
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: 25 * 1024 * 1024, files: 10, fields: 20, parts: 30 } })
  if (options.shedsLoad) await app.register(underPressure, { maxEventLoopDelay: 3000, retryAfter: 5 })

  app.addHook('onRequest', async (request, reply) => {
    metrics.requestsRunning.inc()
    reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    if (request.is404) return
    await identify(request, identities.authenticate)
    refuseCrossSite(request, deps.config.publicUrl)
    guard(request)
    refuseForms(request)
  })
  app.addHook('preValidation', async (request) => refuseNul(request))
  app.addHook('preHandler', async (request) => void idempotencyKey(request))
  // Before the answer leaves: whoever is told of a log-out or a new role must find it in force. What moves money changes nobody.
  app.addHook('onSend', async (request) => {
    if (!isSafe(request.method) && request.routeOptions.config?.idempotency !== 'required') identities.changed()
  })
  app.addHook('onResponse', async (request, reply) => {
    metrics.requestsRunning.dec()
    const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none')
    metrics.requestSeconds.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
    request.log.info(
      {
        method: request.method,
        route,
        path: request.url.split('?')[0],
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        user: request.identity?.actor.name,
        ip: request.ip,
      },
      'answered',
    )
  })

  await registerOpenapi(app, options)
  registerDocs(app)
  registerHealth(app, options)
  await registerWeb(app, deps.config.webRoot)
  return app
}
