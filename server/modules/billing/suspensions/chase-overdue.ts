import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Database, Tx } from '../../../platform/db/tx.ts'
import { lockClientBalances } from '#modules/ledger/index.ts'
import { getSettings, isHoliday } from '#modules/settings/index.ts'
import { circumstanceOf } from './breaker.ts'
import type { BreakerRow } from './breaker-store.ts'
import { lockBreaker, noteLook, readDatabaseIdentity, setHold } from './breaker-store.ts'
import { executeSuspension } from './execute-suspension.ts'
import type { CutOptions } from './execute-suspension.ts'
import { selectCutClients } from './items-store.ts'
import { liftCuts } from './lift.ts'
import { planRun } from './plan-run.ts'
import { settlePromises } from './promises.ts'
import { deleteSuspensionRun, insertSuspensionRun, lockSuspensionRun, selectAutomaticRuns, setSuspensionRun } from './run-store.ts'
import type { Origin, SuspensionRun } from './run-store.ts'
import { automaticCut, outageAfter, restDays, weekdayOf } from './settings.ts'
import { cutTerms } from './terms.ts'

/**
 * One look at who is to be cut, as a job takes it: every hour for overdue bills (`chase`), every few minutes for prepaid cover that has ended (`expiry`). Promises
 * are settled and lines given back first, and nothing holds that back; then what is to be cut is planned and, if the breaker does not hold it, done.
 * Two looks at once are one; a killed one is gone on with by the next. Returns the run it worked on.
 */
export async function chaseOverdue(database: Database, origin: Exclude<Origin, 'hand'>, options: CutOptions): Promise<SuspensionRun | null> {
  if (origin === 'chase') await giveBackFirst(database, options)
  const runId = await inTransaction(database, { actor: options.actor, direct: true }, async (tx) => await look(tx, origin))
  return runId === null ? null : await executeSuspension(database, runId, options)
}

const PROMISES = 1000
const CLIENTS = 500

async function giveBackFirst(database: Database, { actor, signal, chunk = CLIENTS }: CutOptions): Promise<void> {
  const step = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    signal?.throwIfAborted()
    return await inTransaction(database, { actor, direct: true }, work)
  }
  for (let after: bigint | null = 0n; after !== null; ) {
    const from: bigint = after
    after = await step(async (tx) => await settlePromises(tx, from, PROMISES))
  }
  for (let after: bigint | null = 0n; after !== null; ) {
    const from: bigint = after
    after = await step(async (tx) => {
      const clientIds = await selectCutClients(tx, from, chunk)
      await lockClientBalances(tx, clientIds)
      await liftCuts(tx, clientIds, { isLook: true })
      return clientIds.length < chunk ? null : (clientIds.at(-1) ?? null)
    })
  }
}

/** The run to work on; null where nobody is to be cut now. */
async function look(tx: Tx, origin: Exclude<Origin, 'hand'>): Promise<bigint | null> {
  const breaker = await noteCircumstances(tx, await lockBreaker(tx))
  const { unfinished, held, isPutOff } = await selectAutomaticRuns(tx, origin)
  if (unfinished !== null) return unfinished
  if (isPutOff || !(await isCuttingDay(tx, origin))) return null
  const run = held === null ? await newRun(tx, origin) : ((await lockSuspensionRun(tx, held)) as SuspensionRun)
  const planned = await planRun(tx, run, breaker)
  if (planned.plannedLines === 0n) {
    if (held === null) await deleteSuspensionRun(tx, run.id)
    else await setSuspensionRun(tx, run.id, { state: 'cancelled', finished_at: tx.now })
    return null
  }
  return planned.state === 'queued' ? planned.id : null
}

const newRun = async (tx: Tx, origin: Origin): Promise<SuspensionRun> => {
  const { minDue, ignoresFutureMonths } = await cutTerms(tx)
  return await insertSuspensionRun(tx, { origin, scope: {}, minDue, ignoresFutureMonths })
}

/** Compares this look with the one before; what it finds stays until a person has looked. */
async function noteCircumstances(tx: Tx, before: BreakerRow): Promise<BreakerRow> {
  const databaseIdentity = await readDatabaseIdentity(tx)
  const [hours] = await getSettings(tx, [outageAfter])
  const found = circumstanceOf(before, { lookedAt: tx.now, databaseIdentity }, hours)
  await noteLook(tx, databaseIdentity)
  if (found === null || before.hold !== null) return before
  await setHold(tx, found)
  return { ...before, hold: found, heldSince: tx.now }
}

/** Nobody is cut by itself on days of rest; bills may be left to people altogether. */
async function isCuttingDay(tx: Tx, origin: Origin): Promise<boolean> {
  const [isAutomatic, rest] = await getSettings(tx, [automaticCut, restDays])
  if (origin === 'chase' && !isAutomatic) return false
  return !rest.includes(weekdayOf(tx.today)) && !(await isHoliday(tx, tx.today))
}
