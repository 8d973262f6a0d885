import type { Socket } from 'node:net'
import { DeviceRefusedLogin, DeviceTimedOut, DeviceUnreachable } from '../../../../kernel/device-errors.ts'
import { challengeResponse } from './login.ts'
import { CommandTrapped, parseReply, parseTrap } from './reply.ts'
import type { Reply, Row, Trap } from './reply.ts'
import { DEFAULT_LIMITS, encodeSentence, sentenceReader } from './sentence.ts'
import type { SentenceLimits } from './sentence.ts'
import { openSocket, unreachable, where } from './socket.ts'
import type { Endpoint } from './socket.ts'
import { printable } from './text.ts'

export interface RouterAccess extends Endpoint {
  readonly user: string
  readonly password: string
  /** The longest silence within one command. */
  readonly timeoutMs: number
  readonly limits?: SentenceLimits
}

export interface CallOptions {
  /** Called for each `!re` as it comes; rows are kept by whoever wants them, and what this throws ends the call. */
  readonly onRow?: (row: Row) => void
  /** The longest silence; null: none, for what speaks only when something happens. Default: the connection's. */
  readonly timeoutMs?: number | null
  /** The longest time in all. Default: ten times the silence. */
  readonly deadlineMs?: number | null
}

export interface Ended {
  /** What `!done` brought along: the id of what was added, a count. */
  readonly ret: string | null
  readonly isCancelled: boolean
}

export interface Running {
  readonly ended: Promise<Ended>
  /** Asks the router to stop; `ended` then resolves with what came before. Repeatable. */
  cancel(): void
}

interface Call {
  readonly command: string
  readonly onRow: ((row: Row) => void) | undefined
  readonly traps: Trap[]
  readonly finish: (outcome: Ended | Error) => void
  isCancelled: boolean
  isHeard: boolean
}

// The log-in goes untagged, as every version knows it; RouterOS tags nothing before it.
const NO_TAG = ''
const QUIT_PATIENCE_MS = 1000
// One for each row of a command on a hundred rows; who sends more has lost his way.
const MOST_TRAPS = 200

/** Connects and logs in. @throws DeviceUnreachable, DeviceTimedOut, DeviceNotTrusted, DeviceRefusedLogin; nothing stays open then. */
export async function connectRouter(access: RouterAccess): Promise<RouterConnection> {
  const connection = new RouterConnection(await openSocket(access), access)
  try {
    await connection.logIn(access)
    return connection
  } catch (error) {
    connection.destroy()
    throw error
  }
}

/**
 * One connection to a router. Any number of commands may be under way; each hears only its own replies. It ends once and for all: by
 * `close`, by the router, or by bytes that make no sense - then everything under way is rejected at once, and so is whatever is asked
 * later. No promise it hands out ends the process when nobody waits for it.
 */
export class RouterConnection {
  /** Resolves when the connection has ended, with why; null after `close`. */
  readonly closed: Promise<DeviceUnreachable | null>
  readonly #socket: Socket
  readonly #access: RouterAccess
  readonly #calls = new Map<string, Call>()
  #lastTag = 0
  #end: { error: DeviceUnreachable } | null = null
  #resolveClosed: (error: DeviceUnreachable | null) => void = () => {}

  constructor(socket: Socket, access: RouterAccess) {
    this.#socket = socket
    this.#access = access
    this.closed = new Promise((resolve) => {
      this.#resolveClosed = resolve
    })
    const read = sentenceReader(access.limits ?? DEFAULT_LIMITS)
    socket.on('data', (chunk: Buffer) => {
      if (this.#end !== null) return
      try {
        for (const words of read(chunk)) this.#hear(parseReply(words))
      } catch (error) {
        this.#fail(new DeviceUnreachable(`${where(access)} does not speak the RouterOS API: ${(error as Error).message}`, 'protocol'))
      }
    })
    socket.on('error', (error) => this.#fail(unreachable(access, error)))
    socket.on('end', () => this.#fail(new DeviceUnreachable(`${where(access)} closed the connection`, 'closed')))
    socket.on('close', () => this.#fail(new DeviceUnreachable(`${where(access)} closed the connection`, 'closed')))
  }

  get isOpen(): boolean {
    return this.#end === null
  }

  /** Runs a command to its end. @throws CommandTrapped, DeviceTimedOut (the command is cancelled), DeviceUnreachable. */
  run(words: readonly [string, ...string[]], options: CallOptions = {}): Promise<Ended> {
    return this.start(words, options).ended
  }

  /** As `run`, for what may have to be stopped. */
  start(words: readonly [string, ...string[]], options: CallOptions = {}): Running {
    const tag = String((this.#lastTag += 1))
    return this.#send(tag, words, options)
  }

  /** Both ways: the password itself since 6.43, an answer to a challenge before. One try; a wrong password is not tried again. */
  async logIn({ user, password }: Pick<RouterAccess, 'user' | 'password'>): Promise<void> {
    try {
      const { ret } = await this.#send(NO_TAG, ['/login', `=name=${user}`, `=password=${password}`], {}).ended
      if (ret === null) return
      const response = challengeResponse(password, ret)
      if (response === null) throw this.#fail(new DeviceUnreachable(`${where(this.#access)} sent a log-in challenge that is none`, 'protocol'))
      await this.#send(NO_TAG, ['/login', `=name=${user}`, `=response=${response}`], {}).ended
    } catch (error) {
      if (!(error instanceof CommandTrapped)) throw error
      throw new DeviceRefusedLogin(`${where(this.#access)} refused the log-in of ${user}: ${error.reply.join('; ')}`, error.reply)
    }
  }

  /** Says goodbye, so that the router frees the session at once. What is under way is rejected. Repeatable. */
  async close(): Promise<void> {
    if (this.#end === null) {
      this.#socket.write(encodeSentence(['/quit']))
      this.#fail(new DeviceUnreachable(`The connection to ${this.#access.host} was closed here`, 'closed'), { isWanted: true })
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, QUIT_PATIENCE_MS)
        this.#socket.once('close', () => {
          clearTimeout(timer)
          resolve()
        })
      })
    }
    this.destroy()
  }

  /** Drops the connection without a word. */
  destroy(): void {
    this.#fail(new DeviceUnreachable(`The connection to ${this.#access.host} was dropped here`, 'closed'), { isWanted: true })
    this.#socket.destroy()
  }

  #send(tag: string, words: readonly [string, ...string[]], options: CallOptions): Running {
    const { timeoutMs = this.#access.timeoutMs, onRow } = options
    const { deadlineMs = timeoutMs === null ? null : timeoutMs * 10 } = options
    const { promise, resolve, reject } = Promise.withResolvers<Ended>()
    // Whoever started several commands may wait for one of them; the others' rejections are not the end of the process.
    promise.catch(() => {})
    const timers: NodeJS.Timeout[] = []
    const call: Call = {
      command: words[0],
      onRow,
      traps: [],
      isCancelled: false,
      isHeard: false,
      finish: (outcome) => {
        this.#calls.delete(tag)
        for (const timer of timers) clearInterval(timer)
        if (outcome instanceof Error) reject(outcome)
        else resolve(outcome)
      },
    }
    if (this.#end !== null) {
      reject(this.#end.error)
      return { ended: promise, cancel: () => {} }
    }
    try {
      this.#socket.write(encodeSentence(tag === NO_TAG ? words : [...words, `.tag=${tag}`]))
    } catch (error) {
      reject(error as Error)
      return { ended: promise, cancel: () => {} }
    }
    this.#calls.set(tag, call)
    const giveUp = (ms: number, what: string) => () => {
      this.#cancel(tag)
      call.finish(new DeviceTimedOut(`${where(this.#access)} ${what} ${call.command} within ${ms} ms`))
    }
    if (timeoutMs !== null) timers.push(this.#watchSilence(call, timeoutMs, giveUp(timeoutMs, 'did not answer')))
    if (deadlineMs !== null) timers.push(setTimeout(giveUp(deadlineMs, 'did not finish'), deadlineMs))
    return { ended: promise, cancel: () => this.#stop(tag, call) }
  }

  /** One timer for each call instead of one for each row: silence is noticed after once to twice the time. */
  #watchSilence(call: Call, timeoutMs: number, giveUp: () => void): NodeJS.Timeout {
    return setInterval(() => {
      if (!call.isHeard) giveUp()
      call.isHeard = false
    }, timeoutMs)
  }

  #stop(tag: string, call: Call): void {
    if (call.isCancelled || this.#calls.get(tag) !== call) return
    call.isCancelled = true
    this.#cancel(tag)
    // A router that does not even answer this has a connection that is no use.
    const timer = setTimeout(() => {
      if (this.#calls.get(tag) === call) call.finish({ ret: null, isCancelled: true })
    }, this.#access.timeoutMs)
    timer.unref()
  }

  /** Its own answer belongs to no call and is dropped, as is whatever still comes for the tag. */
  #cancel(tag: string): void {
    if (this.#end === null && tag !== NO_TAG) this.#socket.write(encodeSentence(['/cancel', `=tag=${tag}`, `.tag=${(this.#lastTag += 1)}`]))
  }

  #hear(reply: Reply): void {
    if (this.#end !== null) return
    if (reply.kind === '!fatal') {
      const reason = printable(reply.attributes.get('message') ?? reply.bare.join(' '))
      this.#fail(new DeviceUnreachable(`${where(this.#access)} ended the connection: ${reason === '' ? 'it gave no reason' : reason}`, 'closed'))
      this.#socket.destroy()
      return
    }
    const tag = reply.tag ?? NO_TAG
    const call = this.#calls.get(tag)
    if (call === undefined) return
    call.isHeard = true
    if (reply.kind === '!re') this.#hearRow(tag, call, reply.attributes)
    else if (reply.kind === '!trap' && call.traps.length < MOST_TRAPS) call.traps.push(parseTrap(reply.attributes))
    else if (reply.kind === '!done') finishCall(call, reply)
  }

  #hearRow(tag: string, call: Call, row: Row): void {
    try {
      call.onRow?.(row)
    } catch (error) {
      this.#cancel(tag)
      call.finish(error as Error)
    }
  }

  #fail(error: DeviceUnreachable, { isWanted } = { isWanted: false }): DeviceUnreachable {
    if (this.#end !== null) return this.#end.error
    this.#end = { error }
    for (const call of [...this.#calls.values()]) call.finish(error)
    this.#resolveClosed(isWanted ? null : error)
    if (!isWanted) this.#socket.destroy()
    return error
  }
}

function finishCall(call: Call, { attributes }: Reply): void {
  // The router says "interrupted" to what was cancelled; that is the answer that was asked for.
  const traps = call.isCancelled ? call.traps.filter((trap) => !new CommandTrapped('', [trap]).is('interrupted')) : call.traps
  call.finish(traps.length > 0 ? new CommandTrapped(call.command, traps) : { ret: attributes.get('ret') ?? null, isCancelled: call.isCancelled })
}
