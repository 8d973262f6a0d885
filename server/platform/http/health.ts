import { z } from 'zod'
import { Forbidden, NotLoggedIn } from '../../kernel/errors.ts'
import type { Metrics } from '../metrics.ts'
import type { App } from './app.ts'

/** What must be true before requests are sent here. */
export interface Readiness {
  readonly database: boolean
  /** Every migration this program knows is applied. */
  readonly migrations: boolean
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** /healthz: the process lives. /readyz: it can serve. /metrics: its figures, for this machine or a token with the permission. */
export function registerHealth(app: App, { ready, metrics }: { ready: () => Promise<Readiness>; metrics: Metrics }): void {
  app.get(
    '/healthz',
    {
      config: { permission: 'public' },
      schema: { tags: ['operation'], summary: 'The process lives', response: { 200: z.object({ status: z.literal('ok') }) } },
    },
    () => ({ status: 'ok' as const }),
  )

  const readiness = z.object({ status: z.enum(['ready', 'not_ready']), database: z.boolean(), migrations: z.boolean() })
  app.get(
    '/readyz',
    { config: { permission: 'public' }, schema: { tags: ['operation'], summary: 'The process can serve', response: { 200: readiness, 503: readiness } } },
    async (request, reply) => {
      const state = await ready().catch((error: unknown) => {
        request.log.warn({ err: error }, 'not ready')
        return { database: false, migrations: false }
      })
      const isReady = state.database && state.migrations
      return reply.code(isReady ? 200 : 503).send({ status: isReady ? ('ready' as const) : ('not_ready' as const), ...state })
    },
  )

  app.get('/metrics', { config: { permission: 'public' }, schema: { hide: true } }, async (request, reply) => {
    // A request that came through a proxy also has a loopback socket, so only one without a forwarding header counts as local.
    const isLocal =
      LOOPBACK.has(request.socket.remoteAddress ?? '') && ['x-forwarded-for', 'forwarded', 'via'].every((header) => request.headers[header] === undefined)
    if (!isLocal && request.identity === null) throw new NotLoggedIn('Log in first')
    if (!isLocal && request.identity?.actor.permissions.has('metrics.view') !== true) throw new Forbidden('You need the permission metrics.view for this')
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
}
