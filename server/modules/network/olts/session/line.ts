import { DeviceTimedOut, DeviceUnreachable } from '../../../../kernel/device-errors.ts'
import type { Wire } from '../../transport/index.ts'
import { createScreen } from '../terminal/screen.ts'

export interface Patience {
  /** In all. */
  readonly timeoutMs: number
  /** The longest silence. */
  readonly idleMs: number
}

/** How long nothing may follow what was waited for before it is believed. */
const SETTLE_MS = 25
const MOST_WORDS = 200

/** A wire with a terminal at its end, and somebody who waits for what stands there. One wait at a time. */
export class OltLine {
  readonly screen = createScreen()
  readonly #wire: Wire
  readonly #eol: string
  #heard = 0
  #onText: () => void = () => {}
  #onEnd: (error: DeviceUnreachable) => void = () => {}
  #end: DeviceUnreachable | null = null

  constructor(wire: Wire, eol: string) {
    this.#wire = wire
    this.#eol = eol
    wire.onText((text) => {
      this.screen.write(text)
      this.#heard += 1
      this.#onText()
    })
    void wire.closed.then((error) => {
      this.#end = error ?? new DeviceUnreachable('The session was dropped here', 'closed')
      this.#onEnd(this.#end)
    })
  }

  get isOpen(): boolean {
    return this.#wire.isOpen
  }

  /** Grows with every piece that comes. */
  get heard(): number {
    return this.#heard
  }

  send(line: string): void {
    this.#wire.write(`${line}${this.#eol}`)
  }

  /** Without the end of a line. */
  press(key: string): void {
    this.#wire.write(key)
  }

  destroy(): void {
    this.#wire.destroy()
  }

  /** Waits until `check` says something and nothing more comes. @throws DeviceTimedOut, DeviceUnreachable, and what `check` throws. */
  async until<T>(check: () => T | null, { timeoutMs, idleMs }: Patience, what: string): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    const timers = {
      all: setTimeout(() => reject(new DeviceTimedOut(`The OLT did not finish "${what}" within ${timeoutMs} ms`)), timeoutMs),
      idle: null as NodeJS.Timeout | null,
      settle: null as NodeJS.Timeout | null,
    }
    const look = (): void => {
      if (timers.idle !== null) clearTimeout(timers.idle)
      if (timers.settle !== null) clearTimeout(timers.settle)
      timers.idle = setTimeout(() => reject(new DeviceTimedOut(`The OLT was silent for ${idleMs} ms at "${what}"`)), idleMs)
      try {
        const found = check()
        if (found !== null) timers.settle = setTimeout(() => resolve(found), SETTLE_MS)
      } catch (error) {
        reject(error as Error)
      }
    }
    this.#onText = look
    this.#onEnd = reject
    look()
    if (this.#end !== null) reject(this.#end)
    try {
      return await promise
    } finally {
      this.#onText = () => {}
      this.#onEnd = () => {}
      for (const timer of Object.values(timers)) if (timer !== null) clearTimeout(timer)
    }
  }

  /** The last things that were said, for people; what is secret is struck out, should the OLT have shown it. */
  lastWords(secrets: readonly string[]): string {
    const said = this.screen
      .lines()
      .filter((line) => line.trim() !== '')
      .slice(-2)
      .join(' / ')
    return secrets.reduce((text, secret) => (secret === '' ? text : text.replaceAll(secret, '***')), said).slice(0, MOST_WORDS)
  }
}
