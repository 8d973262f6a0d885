import type { Faults } from './faults.ts'
import { Refusal } from './refusal.ts'
import type { State, User } from './state.ts'
import type { Subscribers } from './subscribers.ts'

/** One command of one session, and how it is answered. */
export interface Call {
  readonly command: string
  readonly attributes: ReadonlyMap<string, string>
  readonly queries: readonly string[]
  readonly user: User
  /** Sends `!re`. */
  row(values: readonly (readonly [string, string])[]): void
  /** Resolves after so long, or at once when the command is cancelled. */
  pause(ms: number): Promise<void>
  /** Resolves when the command is cancelled or its session ends. */
  readonly cancelled: Promise<void>
  isCancelled(): boolean
}

/** What `!done` brings along. */
export interface Outcome {
  readonly ret?: string
  /** Rows were wanted and there are none. */
  readonly isEmpty?: boolean
}

/** What a command works on. */
export interface Inside {
  readonly state: State
  readonly subscribers: Subscribers
  readonly faults: Faults
  /** Restarts the router; nothing is answered any more. */
  restart(): void
}

export type Command = (call: Call, inside: Inside) => Outcome | Promise<Outcome>

export function refuseReaders({ user }: Call): void {
  if (user.group === 'read') throw new Refusal('not enough permissions (9)', 4)
}
