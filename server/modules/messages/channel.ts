import type { Locale } from '../../kernel/actor.ts'
import type { Recipient } from './truth-store.ts'

/** One message as a channel takes it. */
export interface Outgoing {
  /** The same at every try of one message, for channels that take a key of the sender. */
  readonly key: string
  readonly address: string
  readonly locale: Locale
  readonly text: string
}

/**
 * What the channel said of one message. `accepted`: it is theirs now, which is not yet delivered. `failed`: they did not take it, and with `isFinal` never will.
 * `unknown`: nobody knows whether they took it, so it is not tried again by itself.
 */
export type Delivery =
  | { readonly outcome: 'accepted'; readonly reference: string | null }
  | { readonly outcome: 'failed'; readonly error: string; readonly isFinal: boolean }
  | { readonly outcome: 'unknown'; readonly error: string }

/** A way to reach people: the log today; a text message, mail or chat is one more of these. */
export interface Channel {
  readonly name: string
  /** Where this person is reached by it; null: not at all, and the next channel is asked. */
  addressOf(recipient: Recipient): string | null
  /** It knows a message again by its key, so that what was cut off may be handed over once more and still reaches the person once. */
  readonly knowsKeys: boolean
  /** How many it takes at once. */
  readonly batch: number
  /** Answers for each message, in their order. What it throws says that it is unknown what became of all of them. */
  send(messages: readonly Outgoing[], signal: AbortSignal): Promise<readonly Delivery[]>
}

/** Nothing leaves the house: the attempt itself, with address, language and words, is the log. */
export const logChannel: Channel = {
  name: 'log',
  addressOf: ({ phone, email }) => [phone, email].find((address) => address !== '') ?? null,
  knowsKeys: true,
  batch: 1000,
  send: async (messages) => await Promise.resolve(messages.map(() => ({ outcome: 'accepted', reference: null }))),
}

/** In the order in which they are asked. */
export const CHANNELS: readonly Channel[] = [logChannel]
