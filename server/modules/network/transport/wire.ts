import { isIP } from 'node:net'
import { DeviceTimedOut, DeviceUnreachable } from '../../../kernel/device-errors.ts'
import type { UnreachableReason } from '../../../kernel/device-errors.ts'

/** Where a device listens, and how long it may take to answer the door. */
export interface Address {
  readonly host: string
  readonly port: number
  readonly connectTimeoutMs: number
}

/** A terminal line to a device: text out, text in. It ends once and for all. */
export interface Wire {
  readonly isOpen: boolean
  /** Why it ended; null when it was ended here. */
  readonly closed: Promise<DeviceUnreachable | null>
  write(text: string): void
  /** One listener; what came before it is not lost. */
  onText(listener: (text: string) => void): void
  /** Drops the line without a word. Repeatable. */
  destroy(): void
}

export type Encoding = 'latin1' | 'utf8'

const REASONS: Readonly<Record<string, [UnreachableReason, string]>> = {
  ECONNREFUSED: ['refused', 'nothing listens there; see whether the service is switched on and the port is right'],
  EHOSTUNREACH: ['no_route', 'there is no way to this address'],
  ENETUNREACH: ['no_route', 'there is no way to this network'],
  ENOTFOUND: ['unknown_host', 'the name is not known'],
  EAI_AGAIN: ['unknown_host', 'the name cannot be looked up now'],
  ETIMEDOUT: ['timed_out', 'nothing answers'],
  ECONNRESET: ['closed', 'the connection was reset; see whether this address is allowed there'],
  EPIPE: ['closed', 'the connection was closed'],
}

export const where = ({ host, port }: Pick<Address, 'host' | 'port'>): string => `The device at ${isIP(host) === 6 ? `[${host}]` : host}:${port}`

/** The error a person can act on, from what the socket said. */
export function unreachable(address: Address, error: Error): DeviceUnreachable {
  const [reason, advice] = REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? ['closed' as const, error.message]
  const message = `${where(address)} cannot be reached: ${advice}`
  return reason === 'timed_out' ? new DeviceTimedOut(message) : new DeviceUnreachable(message, reason)
}

/** The parts of a wire that do not depend on what it is made of. */
export function createWire(parts: { readonly encoding: Encoding; readonly send: (bytes: Buffer) => void; readonly drop: () => void; readonly what: string }) {
  const decoder = parts.encoding === 'utf8' ? new TextDecoder('utf-8') : null
  const { promise: closed, resolve } = Promise.withResolvers<DeviceUnreachable | null>()
  let listener: ((text: string) => void) | null = null
  let early = ''
  let isOpen = true
  const end = (error: DeviceUnreachable | null): void => {
    if (!isOpen) return
    isOpen = false
    resolve(error)
    parts.drop()
  }
  const wire: Wire = {
    get isOpen() {
      return isOpen
    },
    closed,
    write: (text) => {
      if (isOpen) parts.send(Buffer.from(text, parts.encoding))
    },
    onText: (listen) => {
      listener = listen
      if (early !== '') listen(early)
      early = ''
    },
    destroy: () => end(null),
  }
  return {
    wire,
    hear: (bytes: Buffer): void => {
      const text = decoder === null ? bytes.toString('latin1') : decoder.decode(bytes, { stream: true })
      if (listener === null) early += text
      else listener(text)
    },
    end,
    ended: (): void => end(new DeviceUnreachable(`${parts.what} closed the connection`, 'closed')),
  }
}
