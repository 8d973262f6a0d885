import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App } from '../../platform/http/app.ts'
import { identify } from '../../platform/http/authentication.ts'
import { eventStream, openStream } from '../../platform/http/stream.ts'
import type { EventStream } from '../../platform/http/stream.ts'
import { openHub } from './hub.ts'
import type { Listener } from './hub.ts'
import type { Topic } from './topic.ts'

/** `topics` = those of all modules; the composition root collects them. */
export function routes(app: App, { topics }: { topics: readonly Topic[] }): void {
  const hub = openHub(app.deps.database, topics, (error) => app.log.error({ err: error }, 'Changes could not be told to the open pages'))

  app.get(
    '/events',
    {
      exposeHeadRoute: false,
      config: { permission: 'session' },
      schema: {
        tags: ['events'],
        summary: 'What changes, as it changes',
        description:
          `Server-sent events. \`ready\` comes first, with \`{ is_stale }\`: true where something may have been missed, so that all must be asked for again. ` +
          `\`change\` names what has changed, as \`{ topic, ids }\`, of the things the person may see: ${[...topics.map(({ name }) => name), 'company', 'session'].join(', ')}. ` +
          'What it has become is read from its own address. A browser that comes again with Last-Event-ID is told what it missed.',
        produces: ['text/event-stream'],
        querystring: z.strictObject({}),
        response: { 200: eventStream },
      },
    },
    async (request, reply) => {
      const listener = listenerOf(request, (handlers) => openStream(request, reply, handlers))
      await hub.join(listener, lastEventId(request)).catch((error: unknown) => {
        request.log.error({ err: error }, 'A page could not be told what it missed')
        listener.stream.end()
      })
      return reply as never
    },
  )

  function listenerOf(request: FastifyRequest, open: (handlers: { onHeartbeat: () => void; onEnd: () => void }) => EventStream): Listener {
    const refresh = async (): Promise<boolean> => {
      const before = rights(request)
      await identify(request, app.authenticate)
      if (request.identity === null || request.identity.mustChangePassword) listener.stream.end()
      return listener.stream.isOpen && rights(request) !== before
    }
    const stream = open({
      // Sessions also end by growing old, of which nobody is told.
      onHeartbeat: () =>
        void refresh().then(
          () => hub.heartbeat(listener),
          () => listener.stream.end(),
        ),
      onEnd: () => hub.leave(listener),
    })
    let known = request.actor
    const listener: Listener = { stream, actor: () => (known = request.identity?.actor ?? known), refresh }
    return listener
  }
}

const lastEventId = ({ headers }: FastifyRequest): string | null => {
  const given = headers['last-event-id']
  return typeof given === 'string' ? given : null
}

const rights = ({ identity }: FastifyRequest): string =>
  JSON.stringify([identity?.actor.role, identity?.actor.scope, [...(identity?.actor.permissions ?? [])]], (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  )
