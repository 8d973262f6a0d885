import { Client } from 'pg'

export type Handler = (payload: string) => void

/** One LISTEN connection of a process, shared by everyone who wants to hear something. */
export interface Notifications {
  /**
   * Calls `handler` for every NOTIFY on the channel, and with '' each time listening begins, at first and after a lost connection:
   * what was notified before then was not heard.
   */
  on(channel: string, handler: Handler): () => void
  /** Whether a NOTIFY on the channel would be heard now. False until listening has begun and while the connection is lost. */
  hears(channel: string): boolean
  close(): Promise<void>
}

const RETRY_MS = 1000

/** Connects at the first `on` and reconnects for as long as it is open; LISTEN does not work through a pooler, so this takes the direct URL. */
export function listen(directUrl: string): Notifications {
  const handlers = new Map<string, Set<Handler>>()
  const heard = new Set<string>()
  let client: Client | null = null
  let retry: NodeJS.Timeout | null = null
  let isClosed = false
  let connecting: Promise<void> | null = null
  let turn: Promise<void> = Promise.resolve()

  const call = (channel: string, payload: string): void => {
    for (const handler of handlers.get(channel) ?? []) handler(payload)
  }

  async function connect(): Promise<void> {
    const next = new Client({ connectionString: directUrl, application_name: 'lastmile listen', keepAlive: true })
    next.on('notification', ({ channel, payload }) => call(channel, payload ?? ''))
    next.on('error', () => {}) // Followed by 'end', which reconnects.
    next.on('end', () => {
      if (client === next) lose()
      reconnectLater()
    })
    try {
      await next.connect()
      if (isClosed) return await next.end()
      client = next
      for (const channel of handlers.keys()) await hear(next, channel)
    } catch {
      // The server is away; whoever needs it sees the error on his own statement, and this comes back by itself.
      if (client === next) lose()
      next.end().catch(() => {})
      reconnectLater()
    }
  }

  /** One after the other, as the connection takes them. */
  function hear(connection: Client, channel: string): Promise<void> {
    const mine = turn.then(async () => {
      if (client !== connection) return
      await connection.query(`listen "${channel}"`)
      if (client !== connection) return
      heard.add(channel)
      call(channel, '')
    })
    turn = mine.catch(() => {}) // Whoever asked sees it; the next one has his own connection or fails as well.
    return mine
  }

  function lose(): void {
    client = null
    heard.clear()
  }

  function reconnectLater(): void {
    if (isClosed || retry !== null) return
    retry = setTimeout(() => {
      retry = null
      connecting = connect()
    }, RETRY_MS)
    retry.unref()
  }

  return {
    on(channel, handler) {
      if (!/^[a-z_]+$/.test(channel)) throw new Error(`Not a channel name: ${channel}`)
      const known = handlers.get(channel)
      if (known !== undefined) known.add(handler)
      else {
        handlers.set(channel, new Set([handler]))
        if (connecting === null) connecting = connect()
        else if (client !== null) hear(client, channel).catch(() => {}) // A broken connection listens to all channels when it is back.
      }
      return () => handlers.get(channel)?.delete(handler)
    },
    hears: (channel) => heard.has(channel),
    async close() {
      isClosed = true
      if (retry !== null) clearTimeout(retry)
      await connecting
      await turn
      await client?.end()
    },
  }
}
