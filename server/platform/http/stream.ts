import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'
import type { App } from './app.ts'

export class TooManyStreams extends AppError {
  readonly code = 'too_many_streams'
  readonly status = 429
}

/** The response schema of a route that streams: `schema: { produces: ['text/event-stream'], response: { 200: eventStream } }`. */
export const eventStream = z.string().meta({ description: 'Server-sent events; the data of each is one JSON document' })

/** A stream ends after this and the browser opens the next one. */
const LONGEST_MS = 30 * 60_000
/** Proxies close a connection that says nothing for a minute. */
const HEARTBEAT_MS = 25_000
const RETRY_MS = 3000
const MOST_PER_PROCESS = 1000
/** Several windows of one person; a page that nobody looks at closes its stream. */
const MOST_PER_PERSON = 8
/** Whoever reads slower than this is written to him comes again and asks what has changed. */
const MAX_UNREAD_BYTES = 256 * 1024

declare module 'fastify' {
  interface FastifyInstance {
    /** Every open stream with the person it speaks to; a server that stops ends them and does not wait for people to close their pages. */
    openStreams: Map<EventStream, bigint | null>
  }
}

export interface StreamEvent {
  /** What the browser names when it comes again. Alone it is remembered and told to nobody. */
  readonly id?: string
  readonly event?: string
  readonly data?: unknown
}

export interface EventStream {
  readonly isOpen: boolean
  send(event: StreamEvent): void
  end(): void
}

export interface StreamOptions {
  /** Called now and then while nothing happens. May end the stream. */
  readonly onHeartbeat: () => void
  readonly onEnd: () => void
  readonly heartbeatMs?: number
}

export function registerStreams(app: App): void {
  app.decorate('openStreams', new Map<EventStream, bigint | null>())
  app.addHook('preClose', async () => {
    for (const stream of app.openStreams.keys()) stream.end()
  })
}

/**
 * Answers a request by server-sent events until either side ends it or the program stops.
 * @throws TooManyStreams 429, for the process or for this person, as an ordinary answer.
 */
export function openStream(request: FastifyRequest, reply: FastifyReply, { onHeartbeat, onEnd, heartbeatMs = HEARTBEAT_MS }: StreamOptions): EventStream {
  const { openStreams } = request.server
  const { userId } = request.actor
  const own = [...openStreams.values()].filter((person) => person === userId).length
  if (openStreams.size >= MOST_PER_PROCESS || own >= MOST_PER_PERSON)
    throw new TooManyStreams('Too many live pages are open; close some of them', { retry_after_s: 60 })

  reply.hijack()
  const { raw } = reply
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value)
  raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })

  let isOpen = true
  const stream: EventStream = {
    get isOpen() {
      return isOpen
    },
    send({ id, event, data }) {
      if (!isOpen) return
      const lines = [
        ...(id === undefined ? [] : [`id: ${id}`]),
        ...(event === undefined ? [] : [`event: ${event}`]),
        ...(data === undefined ? [] : [`data: ${JSON.stringify(data)}`]),
      ]
      raw.write(`${lines.join('\n')}\n\n`)
      if (raw.writableLength > MAX_UNREAD_BYTES) stream.end()
    },
    end() {
      if (!isOpen) return
      isOpen = false
      clearInterval(heartbeat)
      clearTimeout(limit)
      openStreams.delete(stream)
      onEnd()
      raw.end()
    },
  }
  const heartbeat = setInterval(onHeartbeat, heartbeatMs)
  const limit = setTimeout(() => stream.end(), LONGEST_MS)
  openStreams.set(stream, userId)
  raw.on('close', () => stream.end())
  raw.write(`retry: ${RETRY_MS}\n\n`)
  return stream
}
