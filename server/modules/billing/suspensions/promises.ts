import { Conflict, Invalid, NotFound } from '../../../kernel/errors.ts'
import { ZERO } from '../../../kernel/money.ts'
import { isBefore } from '../../../kernel/time.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { readClient } from '#modules/clients/index.ts'
import { lockClientBalances } from '#modules/ledger/index.ts'
import { getSettings } from '#modules/settings/index.ts'
import { selectStandings } from './items-store.ts'
import { liftCuts } from './lift.ts'
import { endPromise, insertPromise, lockOpenPromises, readPromisesOf, selectPromise } from './promise-store.ts'
import { promiseDays, promisesAllowed } from './settings.ts'
import type { Standing } from './standing.sql.ts'
import { cutTerms } from './terms.ts'

/** Promises of so many days before today count towards how many a client may make. */
export const PROMISE_WINDOW_DAYS = 90

export interface MakePromise {
  readonly clientId: bigint
  /** The last day on which he is spared. */
  readonly promisedOn: PlainDate
  readonly note: string
}

/**
 * Takes a client's promise to pay: until the end of that day nothing of his is cut for money, and what is cut comes back at once.
 * @throws NotFound 404; Invalid 422 for a day that has passed or lies too far ahead; Conflict 409 `promise_open`, `promises_used_up`, `nothing_overdue`.
 */
export async function makePromise(tx: Tx, { clientId, promisedOn, note }: MakePromise): Promise<bigint> {
  const client = await readClient(tx, tx.actor.scope, clientId)
  if (client === undefined) throw NotFound.of('client', clientId)
  await lockClientBalances(tx, [clientId])
  const [days, allowed] = await getSettings(tx, [promiseDays, promisesAllowed])
  const last = tx.today.add({ days })
  if (isBefore(promisedOn, tx.today) || isBefore(last, promisedOn))
    throw new Invalid(`A promise reaches from today to ${last}`, { errors: [{ field: 'promised_on', message: `Expected a day from ${tx.today} to ${last}` }] })
  const earlier = await readPromisesOf(tx, clientId, tx.today.subtract({ days: PROMISE_WINDOW_DAYS }))
  if (earlier.openUntil !== null) throw new Conflict('promise_open', `There is an open promise until ${earlier.openUntil}`)
  if (earlier.taken >= allowed)
    throw new Conflict('promises_used_up', `${earlier.taken} promises were taken within ${PROMISE_WINDOW_DAYS} days; ${allowed} are allowed`)
  const owing = (await standingsOf(tx, [clientId])).filter((line) => isOwing(line))
  if (owing.length === 0) throw new Conflict('nothing_overdue', 'Nothing of this client is overdue')
  let overdue = ZERO
  for (const { overdue_minor } of owing) if (overdue_minor > overdue) overdue = overdue_minor
  const promiseId = await insertPromise(tx, { clientId, promisedOn, overdue, note })
  await recordEvent(tx, 'promise.made', {
    subjectType: 'client',
    subjectId: clientId,
    clientId,
    branchId: client.branch_id,
    resellerId: client.reseller_id,
    after: { promised_on: promisedOn.toString(), overdue_minor: overdue, note },
  })
  await liftCuts(tx, [clientId])
  return promiseId
}

/** Takes a promise back, e.g. when it was entered by mistake; what follows is the next look's. @throws NotFound 404, Conflict 409 `promise_over`. */
export async function withdrawPromise(tx: Tx, promiseId: bigint): Promise<void> {
  const promise = await selectPromise(tx, tx.actor.scope, promiseId)
  if (promise === undefined) throw NotFound.of('promise', promiseId)
  if (!(await endPromise(tx, promiseId, 'withdrawn'))) throw new Conflict('promise_over', 'This promise is over already')
  await recordPromise(tx, 'withdrawn', promise)
}

/** Notes of open promises which were kept and which were broken; at most `limit` beyond a client. Repeatable. Returns the last client it looked at, null after the last. */
export async function settlePromises(tx: Tx, after: bigint, limit = 1000): Promise<bigint | null> {
  const open = await lockOpenPromises(tx, after, limit)
  const standings = Map.groupBy(
    await standingsOf(
      tx,
      open.map(({ client_id }) => client_id),
    ),
    ({ client_id }) => client_id,
  )
  for (const promise of open) {
    const isKept = (standings.get(promise.client_id) ?? []).every((line) => !isOwing(line) || isYounger(line, promise.made_on))
    if (!isKept && !isBefore(promise.promised_on, tx.today)) continue
    const state = isKept ? 'kept' : 'broken'
    await endPromise(tx, promise.id, state)
    await recordPromise(tx, state, promise)
  }
  return open.length < limit ? null : (open.at(-1)?.client_id ?? null)
}

/** A bill that came due after the promise was made is another matter. */
const isYounger = ({ reason, oldest_due_on }: Standing, madeOn: PlainDate): boolean =>
  reason === 'billing' && oldest_due_on !== null && !isBefore(oldest_due_on, madeOn)

const isOwing = ({ verdict }: Standing): boolean => verdict !== 'credit_covers' && verdict !== 'below_minimum'

async function standingsOf(tx: Tx, clientIds: readonly bigint[]): Promise<Standing[]> {
  return clientIds.length === 0 ? [] : await selectStandings(tx, { ...(await cutTerms(tx)), day: tx.today, scope: { clientIds }, isOfCut: true })
}

async function recordPromise(
  tx: Tx,
  what: 'kept' | 'broken' | 'withdrawn',
  { client_id, promised_on }: { client_id: bigint; promised_on: PlainDate },
): Promise<void> {
  await recordEvent(tx, `promise.${what}`, { subjectType: 'client', subjectId: client_id, clientId: client_id, after: { promised_on: promised_on.toString() } })
}
