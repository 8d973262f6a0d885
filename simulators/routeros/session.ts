import { createHash, randomBytes } from 'node:crypto'
import type { Socket } from 'node:net'
import type { Call, Inside, Outcome } from './call.ts'
import { frame, toBytes, unframer } from './codec.ts'
import { commandOf } from './commands.ts'
import { Refusal } from './refusal.ts'
import type { User } from './state.ts'
import { ConnectionLost } from './table-commands.ts'

const INTERRUPTED = new Refusal('interrupted', 2)
const CHUNK_BYTES = 64 * 1024

interface Running {
  cancel(): void
  isCancelled: boolean
}

/** Speaks with one client until either goes away. */
export function serve(socket: Socket, inside: Inside, service: string): void {
  const { state, faults, subscribers } = inside
  const from = socket.remoteAddress?.replace('::ffff:', '') ?? ''
  const running = new Map<string, Running>()
  const read = unframer()
  const { send, finish } = sender(socket, inside)
  let user: User | null = null
  let challenge = ''

  socket.setNoDelay(true)
  socket.on('error', () => {}) // A client that goes away is no fault of the router's; `close` follows.
  socket.on('close', () => {
    for (const { cancel } of running.values()) cancel()
    if (user !== null) state.log('system,info,account', `user ${user.name} logged out from ${from} via ${service}`)
  })
  socket.on('data', (piece: Buffer) => {
    try {
      for (const words of read(piece)) void hear(words)
    } catch {
      // What is no sentence cannot be answered with one.
      socket.destroy()
    }
  })

  async function hear([command = '', ...words]: readonly string[]): Promise<void> {
    const tag = words.find((word) => word.startsWith('.tag='))
    const answer = (kind: string, pairs: readonly (readonly [string, string])[] = []): void =>
      send([kind, ...pairs.map(([name, value]) => `=${name}=${value}`), ...(tag === undefined ? [] : [tag])])
    const attributes = new Map(
      words
        .filter((word) => word.startsWith('='))
        .map((word) => {
          const split = word.indexOf('=', 1)
          return split < 0 ? [word.slice(1), ''] : [word.slice(1, split), word.slice(split + 1)]
        }),
    )
    const queries = words.filter((word) => word.startsWith('?'))
    if (faults.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, faults.latencyMs))
    if (faults.isSilent || socket.destroyed) return
    if (command === '/quit') return end('session terminated on request')
    if (command !== '/login' && user === null) return end('not logged in')
    const key = tag ?? ''
    const cancellation = Promise.withResolvers<void>()
    const self: Running = {
      isCancelled: false,
      cancel: () => {
        self.isCancelled = true
        cancellation.resolve()
      },
    }
    try {
      subscribers.settle()
      let outcome: Outcome
      if (command === '/login') outcome = logIn(attributes)
      else if (command === '/cancel') outcome = cancel(attributes.get('tag'), tag)
      else {
        running.set(key, self)
        const call: Call = {
          command,
          attributes,
          queries,
          user: user as User,
          row: (values) => answer('!re', values),
          pause: async (ms) => {
            let timer: NodeJS.Timeout | undefined
            await Promise.race([cancellation.promise, new Promise((resolve) => (timer = setTimeout(resolve, ms)))])
            clearTimeout(timer)
          },
          cancelled: cancellation.promise,
          isCancelled: () => self.isCancelled,
        }
        outcome = await commandOf(command, inside)(call, inside)
        if (self.isCancelled) throw INTERRUPTED
      }
      if (outcome.isEmpty && state.traits.saysEmpty) answer('!empty')
      answer('!done', outcome.ret === undefined ? [] : [['ret', outcome.ret]])
    } catch (error) {
      if (error instanceof ConnectionLost) socket.resetAndDestroy()
      else if (error instanceof Refusal) {
        answer('!trap', [...(error.category === null ? [] : ([['category', String(error.category)]] as const)), ['message', error.message]])
        answer('!done')
      } else end(`internal error: ${(error as Error).message}`)
    } finally {
      if (running.get(key) === self) running.delete(key)
    }
  }

  function end(reason: string): void {
    send(['!fatal', reason])
    finish()
  }

  function cancel(tag: string | undefined, own: string | undefined): Outcome {
    for (const [key, other] of running) if (tag === undefined ? key !== own : key === `.tag=${tag}`) other.cancel()
    return {}
  }

  function logIn(attributes: ReadonlyMap<string, string>): Outcome {
    const name = attributes.get('name')
    const found = state.users.find((candidate) => toBytes(candidate.name) === name)
    const response = attributes.get('response')
    if (!state.traits.hasPlainLogin && response === undefined) {
      challenge = randomBytes(16).toString('hex')
      return { ret: challenge }
    }
    const password = toBytes(found?.password ?? '')
    const digest = createHash('md5').update(`\0${password}`, 'latin1').update(Buffer.from(challenge, 'hex')).digest('hex')
    const isRight = state.traits.hasPlainLogin ? attributes.get('password') === password : challenge !== '' && response === `00${digest}`
    if (found === undefined || !isRight) {
      state.log('system,error,critical', `login failure for user ${name ?? ''} from ${from} via ${service}`)
      throw new Refusal(state.traits.hasPlainLogin ? 'invalid user name or password (6)' : 'cannot log in')
    }
    user = found
    state.log('system,info,account', `user ${found.name} logged in from ${from} via ${service}`)
    return {}
  }
}

/** Sentences go out together in large pieces, or broken into small ones where that fault is wanted. */
function sender(socket: Socket, { faults }: Inside): { send: (words: readonly string[]) => void; finish: () => void } {
  let waiting: Buffer[] = []
  let bytes = 0
  let isPlanned = false
  let pieces: Promise<void> = Promise.resolve()

  function flush(): void {
    isPlanned = false
    const all = Buffer.concat(waiting)
    waiting = []
    bytes = 0
    if (faults.fragmentBytes === null) socket.write(all)
    else pieces = pieces.then(async () => await writeInPieces(socket, all, faults.fragmentBytes ?? all.length))
  }
  return {
    send(words) {
      if (socket.destroyed || socket.writableEnded) return
      const sentence = frame(words)
      waiting.push(sentence)
      bytes += sentence.length
      if (bytes >= CHUNK_BYTES) flush()
      else if (!isPlanned) {
        isPlanned = true
        setImmediate(() => waiting.length > 0 && !socket.destroyed && !socket.writableEnded && flush())
      }
    },
    /** Ends the connection once everything is said. */
    finish() {
      flush()
      void pieces.then(() => socket.end())
    },
  }
}

async function writeInPieces(socket: Socket, all: Buffer, size: number): Promise<void> {
  for (let at = 0; at < all.length && !socket.destroyed; at += size) {
    socket.write(all.subarray(at, at + size))
    await new Promise((resolve) => setImmediate(resolve))
  }
}
