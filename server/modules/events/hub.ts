import type { Actor } from '../../kernel/actor.ts'
import { companySettings, SETTINGS_CHANNEL } from '../../platform/db/company.ts'
import type { Conn, Database } from '../../platform/db/tx.ts'
import { conn } from '../../platform/db/transaction.ts'
import type { EventStream } from '../../platform/http/stream.ts'
import { IDENTITY_CHANNEL } from '../auth/index.ts'
import { changeLog } from './change-log.ts'
import type { Change } from './change-log.ts'
import type { Topic } from './topic.ts'

/** Notified by the trigger `announce_change` with `table:id`. */
const CHANGES_CHANNEL = 'changes'

/** Progress comes in bursts; a page need not be told more often than it can show. */
const GATHER_MS = 250

/** One open page. */
export interface Listener {
  readonly stream: EventStream
  /** Who it is, as he was found last. */
  readonly actor: () => Actor
  /** Finds out anew; ends the stream of somebody who is no longer logged in. Answers whether what he may do has changed. */
  readonly refresh: () => Promise<boolean>
}

/** What any page shows of the company itself: everybody may know when it changes. */
export const COMPANY = 'company'
/** The person's own rights. */
export const SESSION = 'session'

/** Tells the open pages of this process what any process has changed. Listens from the first page on. */
export function openHub(database: Database, topics: readonly Topic[], onError: (error: unknown) => void) {
  const byName = new Map(topics.map((topic) => [topic.name, topic]))
  const listeners = new Set<Listener>()
  const log = changeLog()
  let waiting: Change[] = []
  let isGathering = false
  let isListening = false
  let isIdentityStale = false
  let flushing: Promise<void> = Promise.resolve()
  /** The id of the last event that everybody who listens has been told. */
  let told = log.position()

  function listen(): void {
    if (isListening) return
    isListening = true
    database.notifications.on(CHANGES_CHANNEL, (payload) => {
      const [, topic = '', id = ''] = /^([a-z_]+):(\d+)$/.exec(payload) ?? []
      if (payload === '') startAnew()
      else if (byName.has(topic)) note({ topic, id: BigInt(id) })
    })
    const ofCompany = new Set<string>([...Object.values(companySettings), 'documents.colour', 'documents.logo_file_id'])
    database.notifications.on(SETTINGS_CHANNEL, (key) => {
      if (ofCompany.has(key)) note({ topic: COMPANY, id: 0n })
    })
    database.notifications.on(IDENTITY_CHANNEL, () => {
      isIdentityStale = true
      gather()
    })
  }

  /** Listening has begun, at first or again: what happened before was not heard. */
  function startAnew(): void {
    log.forget()
    told = log.position()
    for (const { stream } of listeners) ready(stream, true)
  }

  const ready = (stream: EventStream, isStale: boolean): void => stream.send({ id: told, event: 'ready', data: { is_stale: isStale } })

  function note(change: Change): void {
    log.add(change)
    waiting.push(change)
    gather()
  }

  function gather(): void {
    if (isGathering) return
    isGathering = true
    setTimeout(() => {
      isGathering = false
      flushing = flushing.then(flush).catch((error: unknown) => {
        // What was not told is unknown to the pages; they come again and are told that they are stale.
        onError(error)
        log.forget()
        told = log.position()
        for (const { stream } of [...listeners]) stream.end()
      })
    }, GATHER_MS)
  }

  async function flush(): Promise<void> {
    const changes = waiting
    waiting = []
    const position = log.position()
    if (isIdentityStale) {
      isIdentityStale = false
      for (const listener of [...listeners]) if (await listener.refresh()) listener.stream.send({ event: 'change', data: { topic: SESSION, ids: [] } })
    }
    if (listeners.size > 0 && changes.length > 0) {
      const tell = await teller(changes)
      for (const listener of listeners) tell(listener, position)
    }
    told = position
  }

  /** Reads once who may see the changed rows; the answer says to one page what concerns it. */
  async function teller(changes: readonly Change[]): Promise<(listener: Listener, position: string) => void> {
    const grouped = Map.groupBy(changes, ({ topic }) => topic)
    const reading: Conn = await conn(database)
    const parts: {
      topic: string
      ids: bigint[]
      permission: Topic['permission'] | null
      audience: Awaited<ReturnType<NonNullable<Topic['audience']>>> | null
    }[] = []
    for (const [topic, found] of grouped) {
      const known = byName.get(topic)
      const ids = [...new Set(found.map(({ id }) => id))]
      parts.push({ topic, ids, permission: known?.permission ?? null, audience: (await known?.audience?.(reading, ids)) ?? null })
    }
    return ({ stream, actor }, position) => {
      const person = actor()
      for (const { topic, ids, permission, audience } of parts) {
        if (permission !== null && !person.permissions.has(permission)) continue
        const seen = audience === null ? ids : ids.filter((id) => audience.get(id)?.(person) === true)
        if (seen.length > 0) stream.send({ id: position, event: 'change', data: { topic, ids: topic === COMPANY ? [] : seen.map(Number) } })
      }
    }
  }

  return {
    /** Adds a page and tells it what it missed since the event it names, or that it must ask for everything again. */
    async join(listener: Listener, lastEventId: string | null): Promise<void> {
      listen()
      listeners.add(listener)
      const missed = database.notifications.hears(CHANGES_CHANNEL) ? log.since(lastEventId) : null
      if (missed !== null && missed.length > 0) (await teller(missed))(listener, told)
      ready(listener.stream, missed === null)
    },
    leave: (listener: Listener): void => void listeners.delete(listener),
    /** Keeps a quiet stream open and moves its place in the log on. */
    heartbeat: ({ stream }: Listener): void => stream.send({ id: told }),
  }
}

export type Hub = ReturnType<typeof openHub>
