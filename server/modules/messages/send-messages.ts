import type { Actor } from '../../kernel/actor.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { Database, Tx } from '../../platform/db/tx.ts'
import { finishAttempts, lockDueMessages, lockLostAttempts, setMessages, startAttempts } from '#modules/notifications/index.ts'
import type { MessageOutcome, QueuedMessage } from '#modules/notifications/index.ts'
import { getSettings } from '#modules/settings/index.ts'
import { CHANNELS } from './channel.ts'
import type { Channel, Delivery } from './channel.ts'
import { composeMessages } from './compose-messages.ts'
import type { Sayable } from './compose-messages.ts'
import { AT_ANY_HOUR, isKind } from './kinds.ts'
import type { Why } from './kinds.ts'
import { quietEnd } from './quiet-hours.ts'
import { giveUpAfter, kindsOff, quietFrom, quietUntil } from './settings.ts'

export interface SendOptions {
  readonly actor: Actor
  readonly signal?: AbortSignal
  readonly channels?: readonly Channel[]
  /** Messages looked at in one transaction. */
  readonly batch?: number
}

export interface Sent {
  readonly accepted: number
  /** No longer true, or nobody to send it to. */
  readonly dropped: number
  /** Tried again later, failed or unknown. */
  readonly troubled: number
}

/** A channel has answered or thrown by then; a try without an outcome that is older was cut off with its worker. */
const SEND_SECONDS = 120
const LOST_AFTER_MINUTES = 5
/** Pauses before the next tries; after the last one a message has failed. */
const RETRY_MINUTES = [1, 5, 15, 60, 240]

/**
 * Sends what is due: looks whether it is still true, says it in the client's language, keeps the intent, hands it to a channel and keeps the outcome. Any number may
 * do so at once; a killed one leaves tries without an outcome, which the next call settles: handed over again where the channel knows its keys, else unknown.
 */
export async function sendMessages(database: Database, { actor, signal, channels = CHANNELS, batch = 500 }: SendOptions): Promise<Sent> {
  const step = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    signal?.throwIfAborted()
    return await inTransaction(database, { actor, direct: true }, work)
  }
  for (let lost = batch; lost === batch; ) lost = await step(async (tx) => await settleLost(tx, channels, batch))
  const sent = { accepted: 0, dropped: 0, troubled: 0 }
  for (let looked = batch; looked === batch; ) {
    const intent = await step(async (tx) => await intend(tx, channels, batch))
    looked = intent.looked
    sent.dropped += intent.dropped
    for (const [channel, messages] of Map.groupBy(intent.outgoing, ({ said }) => said.channel)) {
      for (let from = 0; from < messages.length; from += channel.batch) {
        const part = messages.slice(from, from + channel.batch)
        const deliveries = await handOver(channel, part, signal)
        // Said even when the program stops: it has happened.
        const accepted = await inTransaction(database, { actor, direct: true }, async (tx) => await conclude(tx, part, deliveries))
        sent.accepted += accepted
        sent.troubled += part.length - accepted
      }
    }
  }
  return sent
}

type Addressed = QueuedMessage & { readonly said: Sayable; readonly attempt: number }

/** The intent: what is due is dropped, put off or under way when this commits. */
async function intend(tx: Tx, channels: readonly Channel[], batch: number): Promise<{ looked: number; dropped: number; outgoing: Addressed[] }> {
  const due = await lockDueMessages(tx, batch)
  const [from, until, giveUp, off] = await getSettings(tx, [quietFrom, quietUntil, giveUpAfter, kindsOff])
  const quietUntilThen = quietEnd(tx.now, tx.company.zone, { from, until })
  const oldest = tx.now.subtract({ hours: giveUp })
  const outcomes: MessageOutcome[] = []
  const drop = (message: QueuedMessage, why: Why) => outcomes.push({ ...message, state: why === 'facts_missing' ? 'failed' : 'cancelled', why })
  const asked: QueuedMessage[] = []
  for (const message of due) {
    const { kind, attempts, not_before } = message
    if (isKind(kind) && off.includes(kind)) drop(message, 'kind_off')
    else if (attempts === 0 && Temporal.Instant.compare(not_before, oldest) < 0) drop(message, 'too_late')
    else if (quietUntilThen !== null && !(isKind(kind) && AT_ANY_HOUR.has(kind)))
      outcomes.push({ ...message, state: 'queued', why: 'quiet_hours', notBefore: quietUntilThen })
    else asked.push(message)
  }
  const composed = await composeMessages(tx, asked, { today: tx.today, channels })
  const sayable: Omit<Addressed, 'attempt'>[] = []
  for (const message of asked) {
    const one = composed.get(message.id)
    if (one?.isSayable === true) sayable.push({ ...message, said: one.said })
    else drop(message, one?.why ?? 'superseded')
  }
  await setMessages(tx, outcomes)
  const attempts = await startAttempts(
    tx,
    sayable.map(({ created_at, id, client_id, said: { channel, address, locale, text } }) => ({
      created_at,
      id,
      clientId: client_id,
      channel: channel.name,
      address,
      locale,
      text,
    })),
  )
  const outgoing = sayable.map((message) => ({ ...message, attempt: attempts.get(message.id) ?? 1 }))
  return { looked: due.length, dropped: outcomes.filter(({ state }) => state !== 'queued').length, outgoing }
}

/** The channel's word on each message; one that throws or answers for too few leaves the rest unknown. */
async function handOver(channel: Channel, messages: readonly Addressed[], signal: AbortSignal | undefined): Promise<Delivery[]> {
  const limit = AbortSignal.timeout(SEND_SECONDS * 1000)
  const outgoing = messages.map(({ id, said: { address, locale, text } }) => ({ key: `lastmile-${id}`, address, locale, text }))
  try {
    const deliveries = await channel.send(outgoing, signal === undefined ? limit : AbortSignal.any([limit, signal]))
    return messages.map((_, at) => deliveries[at] ?? { outcome: 'unknown', error: 'The channel said nothing of it' })
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return messages.map(() => ({ outcome: 'unknown', error: text }))
  }
}

/** Writes what the channel said; returns how many it took. */
async function conclude(tx: Tx, messages: readonly Addressed[], deliveries: readonly Delivery[]): Promise<number> {
  const pairs = messages.flatMap((message, at) => {
    const delivery = deliveries[at]
    return delivery === undefined ? [] : [{ message, delivery }]
  })
  const concluded = await finishAttempts(
    tx,
    pairs.map(({ message, delivery }) => ({
      ...message,
      outcome: delivery.outcome,
      reference: delivery.outcome === 'accepted' ? delivery.reference : null,
      error: delivery.outcome === 'accepted' ? null : delivery.error,
    })),
  )
  // What another process has settled as lost meanwhile keeps the word of that one.
  const mine = pairs.filter(({ message }) => concluded.has(message.id))
  await setMessages(
    tx,
    mine.map(({ message, delivery }) => ({ ...message, ...stateAfter(tx, message.said.channel, delivery, message.attempt) })),
  )
  return mine.filter(({ delivery }) => delivery.outcome === 'accepted').length
}

function stateAfter(tx: Tx, channel: Channel, delivery: Delivery, attempt: number): Pick<MessageOutcome, 'state' | 'why' | 'notBefore'> {
  if (delivery.outcome === 'accepted') return { state: 'sent', why: null }
  const isAgain = delivery.outcome === 'failed' ? !delivery.isFinal : channel.knowsKeys
  const pause = RETRY_MINUTES[attempt - 1]
  if (isAgain && pause !== undefined) return { state: 'queued', why: 'not_taken', notBefore: tx.now.add({ minutes: pause }) }
  return { state: delivery.outcome, why: 'not_taken' }
}

/** Tries that were cut off: told to go out again only where that cannot reach the person twice. Returns how many there were. */
async function settleLost(tx: Tx, channels: readonly Channel[], batch: number): Promise<number> {
  const lost = await lockLostAttempts(tx, tx.now.subtract({ minutes: LOST_AFTER_MINUTES }), batch)
  await finishAttempts(
    tx,
    lost.map((message) => ({ ...message, outcome: 'unknown' as const, reference: null, error: 'The work was cut off before the channel had answered' })),
  )
  await setMessages(
    tx,
    lost.map((message) => {
      const isAgain = channels.find(({ name }) => name === message.channel)?.knowsKeys === true && message.attempt <= RETRY_MINUTES.length
      return { ...message, state: isAgain ? ('queued' as const) : ('unknown' as const), why: 'cut_off', ...(isAgain ? { notBefore: tx.now } : {}) }
    }),
  )
  return lost.length
}
