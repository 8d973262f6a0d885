import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../../../../platform/http/app.ts'
import { identify } from '../../../../platform/http/authentication.ts'
import { openStream } from '../../../../platform/http/stream.ts'
import { reading } from '../../../../platform/http/transact.ts'
import { tickView } from '../schemas.ts'
import { selectLine } from './line-store.ts'
import type { LineOnRouter } from './line-store.ts'
import { watchLine } from './monitor.ts'

/** Answers by what a line's router says of it once a second, until the page is closed or its reader may no longer see the line. @throws TooManyStreams, TooManyWatched 429. */
export async function streamRates(app: App, request: FastifyRequest, reply: FastifyReply, { id, login, router_id }: LineOnRouter): Promise<void> {
  const { database, clock } = request.server.deps
  const { locale } = request.actor
  let leave: (() => void) | null = null
  /** What was told before the stream stands: a refusal must still be an ordinary answer. */
  let tell: (tick: Parameters<typeof tickView>[0]) => void = () => {}
  if (router_id !== null && login !== null) leave = watchLine(database, { routerId: router_id, login }, (tick) => tell(tick))
  try {
    const stream = openStream(request, reply, {
      onHeartbeat: () =>
        void maySee().then(
          (isAllowed) => (isAllowed ? stream.send({}) : stream.end()),
          () => stream.end(),
        ),
      onEnd: () => leave?.(),
    })
    tell = (tick) => stream.send({ event: 'rate', data: tickView(tick, clock.now(), locale) })
    if (leave === null) stream.send({ event: 'rate', data: tickView({ rate: null, trouble: 'not_in_use' }, clock.now(), locale) })
  } catch (error) {
    leave?.()
    throw error
  }

  async function maySee(): Promise<boolean> {
    await identify(request, app.authenticate)
    const { identity } = request
    if (identity === null || identity.mustChangePassword || !identity.actor.permissions.has('client.view')) return false
    return (await selectLine(await reading(request), identity.actor.scope, id)) !== undefined
  }
}
