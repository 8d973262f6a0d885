import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { Invalid } from '../../kernel/errors.ts'
import { add } from '../../kernel/money.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { Database, Tx } from '../../platform/db/tx.ts'
import { quote } from '../billing/index.ts'
import { filterQuery, listTargets, toFilter } from '../clients/index.ts'
import type { ListTarget } from '../clients/index.ts'
import { getSetting } from '../settings/index.ts'
import { refusal, requirePermission, workItem, workOf } from './item-work.ts'
import type { ItemWork } from './item-work.ts'
import { insertItems, selectItemsIn, updateItem } from './items-store.ts'
import type { BulkItem, ItemOutcome, NewItem } from './items-store.ts'
import { mostItems } from './settings.ts'
import { lockJob, updateJob } from './store.ts'
import type { BulkJob, Counts } from './store.ts'

const PAGE = 10_000
const BATCH = 50

export interface WorkOptions {
  readonly actor: Actor
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Readonly<Record<string, number>>) => Promise<void> | void
}

/**
 * Finds what a job would do to each of its items: each is done and rolled back, so that what the preview says is what the work itself
 * says. Killed at any moment and called again it goes on. Ends quietly where somebody stopped it.
 */
export async function executeBulkPreview(database: Database, jobId: bigint, { actor, signal, onProgress }: WorkOptions): Promise<void> {
  const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(database, { actor, direct: true }, work)
  const begun = await inTx(async (tx) => {
    const job = await lockJob(tx, jobId)
    if (job?.state !== 'previewing') return undefined
    requirePermission(actor, job)
    if (job.counts.waiting === undefined) await updateJob(tx, jobId, { counts: { waiting: await chooseItems(tx, job) } })
    return { job, work: await workOf(tx, job) }
  })
  if (begun === undefined) return
  let seen = 0
  for (;;) {
    signal?.throwIfAborted()
    const items = await selectItemsIn({ db: database.direct }, jobId, 'waiting', BATCH)
    const outcomes = new Map<BulkItem, ItemOutcome>()
    for (const item of items) outcomes.set(item, await foreseen(database, actor, begun.work, item))
    const isOn = await inTx(async (tx) => {
      const job = await lockJob(tx, jobId)
      if (job?.state !== 'previewing') return false
      await keepForeseen(tx, job, outcomes)
      return items.length > 0
    })
    if (!isOn) return
    seen += items.length
    await onProgress?.({ seen })
  }
}

/** One item, done and rolled back. */
async function foreseen(database: Database, actor: Actor, work: ItemWork, item: BulkItem): Promise<ItemOutcome> {
  try {
    const outcome = await quote(database, actor, async (tx) => await workItem(tx, work, item), { direct: true })
    return outcome.state === 'done' ? { ...outcome, state: 'ready' } : outcome
  } catch (error) {
    const refused = refusal(error, 'refused')
    if (refused === null) throw error
    return refused
  }
}

async function keepForeseen(tx: Tx, job: BulkJob, outcomes: ReadonlyMap<BulkItem, ItemOutcome>): Promise<void> {
  const counts: Counts = { ready: 0, ...job.counts }
  let { receivable_minor: receivable, credit_minor: credit } = job
  for (const [item, outcome] of outcomes) {
    // What is foreseen is kept for people; the way back is made by the work itself.
    await updateItem(tx, job.id, item.item_no, { ...outcome, undo: null })
    counts.waiting = (counts.waiting ?? 0) - 1
    counts[outcome.state] = (counts[outcome.state] ?? 0) + 1
    receivable = add(receivable, outcome.receivable)
    credit = add(credit, outcome.credit)
  }
  await updateJob(tx, job.id, { counts, receivable, credit, ...(outcomes.size === 0 ? { state: 'previewed' as const } : {}) })
}

/** Writes the items of what was chosen and answers how many they are. @throws Invalid 422 for more than is allowed. */
async function chooseItems(tx: Tx, job: BulkJob): Promise<number> {
  const { selection } = job
  const { isPerLine } = await workOf(tx, job)
  const most = await getSetting(tx, mostItems)
  const filter = toFilter(z.strictObject(filterQuery).parse(selection.filter), tx.today)
  const of = { clientIds: selection.client_ids?.map(BigInt), exceptIds: selection.except_ids?.map(BigInt) }
  let count = 0
  let after: ListTarget | undefined
  for (;;) {
    const targets = await listTargets(tx, tx.actor.scope, filter, of, { limit: PAGE, after })
    const items = isPerLine ? targets : onePerClient(targets, after)
    if (count + items.length > most)
      throw new Invalid(`More than ${most} are chosen; narrow the list, or choose fewer`, { errors: [{ field: 'selection', message: `At most ${most}` }] })
    if (items.length > 0) await insertItems(tx, job.id, count + 1, items)
    count += items.length
    after = targets.at(-1)
    if (targets.length < PAGE) return count
  }
}

/** A client with several lines comes once. */
function onePerClient(targets: readonly ListTarget[], before: ListTarget | undefined): NewItem[] {
  let last = before?.clientId
  return targets.flatMap(({ clientId }) => {
    if (clientId === last) return []
    last = clientId
    return [{ clientId, subscriptionId: null }]
  })
}
