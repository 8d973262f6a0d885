import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'
import type { App } from './app.ts'
import { encode } from './encode.ts'

export class TooManyStreams extends AppError {
  readonly code = 'too_many_streams'
  readonly status = 503
}

/** The response schema of a route that streams: `schema: { response: { 200: eventStream } }`. */
export const eventStream = z.string().meta({ description: 'text/event-stream; each event carries one JSON document' })

export interface Live<T extends z.ZodType> {
  /** NOTIFY channels that say that something may have changed. */
  readonly channels: readonly string[]
  /** The state to show; sent whenever it differs from what was sent last. `isDone` ends the stream. */
  readonly read: () => Promise<{ readonly data: z.output<T>; readonly isDone: boolean }>
  readonly schema: T
  /** How often to look without being told: for what nobody notifies of, and as a net under NOTIFY. */
  readonly everyMs?: number
}

/** A stream ends after this and the browser opens the next one, which is authenticated anew. */
const LONGEST_MS = 10 * 60_000
const MOST_PER_PROCESS = 500

declare module 'fastify' {
  interface FastifyInstance {
    /** Ends every open stream; a server that stops does not wait for people to close their pages. */
    openStreams: Set<() => void>
  }
}

export function registerStreams(app: App): void {
  app.decorate('openStreams', new Set<() => void>())
  app.addHook('preClose', async () => {
    for (const end of app.openStreams) end()
  })
}

/**
 * Keeps a page live by server-sent events: the state at once, and again after each change. Fed by the one LISTEN connection of the
 * process. @throws TooManyStreams 503, and whatever the first `read` throws (404, 403), as an ordinary answer.
 */
export async function streamState<T extends z.ZodType>(
  request: FastifyRequest,
  reply: FastifyReply,
  { channels, read, schema, everyMs = 3000 }: Live<T>,
): Promise<void> {
  const { openStreams, deps } = request.server
  if (openStreams.size >= MOST_PER_PROCESS) throw new TooManyStreams('Too many live pages are open; this one is refreshed by hand', { retry_after_s: 30 })
  const first = await read()

  reply.hijack()
  const { raw } = reply
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value)
  raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })

  let isOver = false
  let isReading = false
  let isStale = false
  let sent = ''
  const send = ({ data, isDone }: Awaited<ReturnType<typeof read>>): void => {
    const text = JSON.stringify(encode(schema, data))
    // A comment where nothing changed: it keeps proxies from closing a quiet connection.
    raw.write(text === sent ? ': still here\n\n' : `data: ${text}\n\n`)
    sent = text
    if (isDone) end()
  }
  const look = async (): Promise<void> => {
    if (isOver) return
    isStale = true
    if (isReading) return
    isReading = true
    try {
      while (isStale && !isOver) {
        isStale = false
        const state = await read()
        if (!isOver) send(state)
      }
    } catch (error) {
      // The answer has begun, so the error cannot become one; the browser reconnects and is told then.
      request.log.warn({ err: error }, 'stream broken off')
      end()
    } finally {
      isReading = false
    }
  }
  const unsubscribe = channels.map((channel) => deps.database.notifications.on(channel, () => void look()))
  const timer = setInterval(() => void look(), everyMs)
  const limit = setTimeout(() => end(), LONGEST_MS)
  function end(): void {
    if (isOver) return
    isOver = true
    clearInterval(timer)
    clearTimeout(limit)
    for (const stop of unsubscribe) stop()
    openStreams.delete(end)
    raw.end()
  }
  openStreams.add(end)
  raw.on('close', end)
  send(first)
}
