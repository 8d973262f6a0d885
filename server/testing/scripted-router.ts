import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { frame, toBytes, toText, unframer } from '../../simulators/routeros/codec.ts'

/** One sentence that came, and ways to answer it - rightly or not. */
export interface Heard {
  readonly words: readonly string[]
  readonly tag: string | null
  /** A sentence with the tag of what was heard. */
  reply(...words: readonly string[]): void
  /** A sentence as it is given. */
  say(...words: readonly string[]): void
  /** Any bytes at all. */
  bytes(bytes: Uint8Array): void
  readonly socket: Socket
}

export interface ScriptedRouter {
  readonly host: string
  readonly port: number
  /** Every sentence that came, without its tag. */
  readonly heard: readonly (readonly string[])[]
  /** How often somebody connected. */
  readonly connections: number
}

/**
 * A peer that says exactly what a test wants said, on the codec of the simulator and not on that of the program. It accepts any log-in by
 * itself unless `answersLogin` is given.
 */
export async function scriptedRouter(script: (heard: Heard) => void, { answersLogin = false } = {}): Promise<ScriptedRouter> {
  const heard: (readonly string[])[] = []
  const sockets = new Set<Socket>()
  const counters = { connections: 0 }
  const server = createServer((socket) => {
    counters.connections += 1
    sockets.add(socket.setNoDelay(true))
    socket.on('error', () => {}) // The test decides what becomes of the connection.
    const read = unframer()
    const bytes = (data: Uint8Array): void => void (socket.destroyed || socket.write(data))
    const say = (...words: readonly string[]): void => bytes(frame(words.map(toBytes)))
    socket.on('data', (piece: Buffer) => {
      for (const raw of read(piece)) {
        const all = raw.map(toText)
        const tagged = all.find((word) => word.startsWith('.tag='))
        const words = all.filter((word) => word !== tagged)
        const reply = (...answer: readonly string[]): void => say(...answer, ...(tagged === undefined ? [] : [tagged]))
        heard.push(words)
        if (words[0] === '/login' && !answersLogin) reply('!done')
        else script({ words, tag: tagged?.slice('.tag='.length) ?? null, reply, say, bytes, socket })
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return {
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    heard,
    get connections() {
      return counters.connections
    },
  }
}
