import { afterAll } from 'vitest'

export interface ServerEvent {
  readonly id: string | null
  readonly event: string
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they know is there.
  readonly data: any
}

export interface Listening {
  readonly status: number
  readonly headers: Headers
  /** What has come so far, in order; a block without data is no event, as in a browser. */
  readonly events: readonly ServerEvent[]
  /** The id a browser would name when it comes again. */
  lastId(): string | null
  /** Settles when the server has ended the stream. */
  readonly ended: Promise<void>
  close(): void
}

/** Listens to server-sent events over a real connection, as a browser does. */
export async function listenTo(url: string, headers: Record<string, string>): Promise<Listening> {
  const leaving = new AbortController()
  afterAll(() => leaving.abort())
  const response = await fetch(url, { headers: { accept: 'text/event-stream', ...headers }, signal: leaving.signal })
  const events: ServerEvent[] = []
  let lastId: string | null = null
  const read = async (): Promise<void> => {
    let text = ''
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const fields = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const))
        lastId = fields.get('id') ?? lastId
        const data = fields.get('data')
        if (data !== undefined) events.push({ id: fields.get('id') ?? null, event: fields.get('event') ?? 'message', data: JSON.parse(data) as unknown })
      }
    }
  }
  return { status: response.status, headers: response.headers, events, lastId: () => lastId, ended: read().catch(() => {}), close: () => leaving.abort() }
}
