import { companyScope } from '../../../kernel/actor.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Database } from '../../../platform/db/tx.ts'
import { AppError } from '../../../kernel/errors.ts'
import { endSessionsOf, holdSessions, paceOf, readRelease, readRouter } from '../routers/index.ts'
import { closeUnheard, setPolicy } from '../sessions/index.ts'
import type { CoaSender } from './coa/sender.ts'
import { openSender } from './coa/sender.ts'
import type { SessionAnswer } from './coa/packet.ts'
import { openKept, secretPlace } from './keep.ts'
import { radiusKey } from './key-store.ts'
import { countHarm, insertCommand, selectDrift, selectStillDrifts } from './match-store.ts'
import type { CommandDone, Drift } from './match-store.ts'
import { selectRadiusRouter, selectSecretKept } from './routers-store.ts'
import type { RadiusRouter } from './routers-store.ts'

const BATCH = 1000
const ALWAYS_ALLOWED = 5
const NO_SESSION = 503
/** Named to a session that leaves the walled garden: a list is not cleared by leaving it out. */
const NO_LIST = 'lastmile-none'

export interface MatchOptions {
  readonly actor: Actor
  readonly signal: AbortSignal
  /** Of one try of a request. */
  readonly tryMs?: number
}

export interface Matched {
  /** Lines of which a session could not be made to follow. */
  readonly failed: ReadonlySet<bigint>
  /** A guard holds back what takes service away. */
  readonly isHeld: boolean
}

/**
 * Makes the live sessions of a router that asks us be what their lines want: a new speed or list by a change, everything else by ending the session,
 * for the next log-in is right anyway. A router that does not do it is asked over its API. Repeatable: where nothing differs, nothing is sent.
 */
export async function matchSessions(database: Database, routerId: bigint, { actor, signal, tryMs }: MatchOptions): Promise<Matched> {
  const db = { db: database.direct }
  const failed = new Set<bigint>()
  const asks = await selectRadiusRouter(db, routerId)
  if (asks === undefined) return { failed, isHeld: false }
  const { commands_per_second, max_change_percent } = await readRouter(db, companyScope, routerId)
  const isHeld = await hold(database, { routerId, max_change_percent, actor })
  const pace = paceOf(commands_per_second)
  const sender = await openSender(await targetOf(database, asks), tryMs === undefined ? {} : { tryMs })
  try {
    for (let after = 0n, found = BATCH; found === BATCH; ) {
      const drift = await selectDrift(db, routerId, { now: database.clock.now(), after, limit: BATCH })
      found = drift.length
      after = drift.at(-1)?.session_id ?? after
      const ended = await Promise.allSettled(
        drift
          .filter(({ is_harm }) => !(isHeld && is_harm))
          .map(async (session) => {
            await pace.take()
            signal.throwIfAborted()
            if (!(await follow(database, sender, { session, routerId, actor }))) failed.add(session.subscription_id)
          }),
      )
      for (const each of ended) if (each.status === 'rejected') throw each.reason
    }
    return { failed, isHeld }
  } finally {
    sender.close()
  }
}

async function targetOf(database: Database, { router_id, address, coa_port, is_signed }: RadiusRouter) {
  const db = { db: database.direct }
  const kept = (await selectSecretKept(db, router_id)) as Buffer
  return { address, port: coa_port, isSigned: is_signed, secret: openKept(await radiusKey(db), kept, secretPlace(router_id)) }
}

/** More harm at once than the router's share allows waits for a person. */
async function hold(
  database: Database,
  { routerId, max_change_percent, actor }: { routerId: bigint; max_change_percent: number; actor: Actor },
): Promise<boolean> {
  const db = { db: database.direct }
  const { live, harm: changes } = await countHarm(db, routerId, database.clock.now())
  const limit = Math.max(ALWAYS_ALLOWED, Math.floor((live * max_change_percent) / 100))
  const isTooMany = changes > limit && changes > (await readRelease(db, routerId))
  await inTransaction(database, { actor, direct: true }, async (tx) => await holdSessions(tx, routerId, isTooMany ? { changes, limit } : null))
  return isTooMany
}

interface Following {
  readonly session: Drift
  readonly routerId: bigint
  readonly actor: Actor
}

/** One session, by what it takes. False: nobody could make it follow. */
async function follow(database: Database, sender: CoaSender, following: Following): Promise<boolean> {
  const { session } = following
  // Whoever paid while others were told is not met.
  if ((await selectStillDrifts({ db: database.direct }, session.session_id)) !== session.wanted) return true
  if (mayChange(session)) {
    const answer = await sender.send({
      kind: 'change',
      login: session.login,
      acctSessionId: session.acct_session_id,
      address: session.address,
      rateLimit: session.rate === '' ? undefined : session.rate,
      addressList: session.list === '' ? NO_LIST : session.list,
    })
    await record(database, following, 'change', answer)
    if (answer?.isDone === true || answer?.errorCause === NO_SESSION) return true
  }
  const answer = await sender.send({ kind: 'disconnect', login: session.login, acctSessionId: session.acct_session_id, address: session.address })
  await record(database, following, 'disconnect', answer)
  return answer?.isDone === true || answer?.errorCause === NO_SESSION ? true : await kick(database, following)
}

/** Only what may change under a session differs: the first half stands for the rest. */
function mayChange({ given, wanted }: Drift): boolean {
  return given !== null && wanted !== 'off' && given.split('-')[0] === wanted.split('-')[0]
}

async function record(database: Database, following: Following, kind: 'change' | 'disconnect', answer: SessionAnswer | null): Promise<void> {
  const { session } = following
  const outcome = answer === null ? 'no_answer' : answer.isDone ? 'done' : answer.errorCause === NO_SESSION ? 'no_session' : 'refused'
  const since = database.clock.now()
  await note(database, following, { kind, outcome, errorCause: answer?.errorCause ?? null })
  // The router's class stays that of the log-in, so what a session was last told is kept here.
  if (outcome === 'done' && kind === 'change') await setPolicy({ db: database.direct }, session.session_id, session.wanted)
  // It is not there: unless it is heard of again it has ended without a word.
  if (outcome === 'no_session') await closeUnheard({ db: database.direct }, session.session_id, since)
}

/** Over the router's API, by name: whoever does not listen to the one may listen to the other. */
async function kick(database: Database, following: Following): Promise<boolean> {
  const { session, routerId } = following
  try {
    await endSessionsOf(database, routerId, [session.login])
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await note(database, following, { kind: 'kick', outcome: 'unreachable', errorCause: null })
    return false
  }
  await note(database, following, { kind: 'kick', outcome: 'done', errorCause: null })
  return true
}

async function note(database: Database, { session, routerId, actor }: Following, done: Pick<CommandDone, 'kind' | 'outcome' | 'errorCause'>): Promise<void> {
  const { subscription_id: subscriptionId, session_id: sessionId, login } = session
  await inTransaction(database, { actor, direct: true }, async (tx) => await insertCommand(tx, { routerId, subscriptionId, sessionId, login, ...done }))
}
