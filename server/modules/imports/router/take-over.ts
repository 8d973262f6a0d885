import type { Actor } from '../../../kernel/actor.ts'
import { Invalid, NotFound } from '../../../kernel/errors.ts'
import { inSavepoint } from '../../../platform/db/savepoint.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Database, Tx } from '../../../platform/db/tx.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { allowAdoption } from '../../access/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { editSubscription } from '../../clients/index.ts'
import { takeOver } from '../job-definitions.ts'
import { refusalOf } from '../refusal.ts'
import type { Reading, SecretStanding } from './reading.ts'
import { finishTakeover, insertTakeover, lockTakeover, selectWaiting, updateOutcomes } from './takeover-store.ts'
import type { Takeover } from './takeover-store.ts'

export interface RequestTakeover {
  readonly routerId: bigint
  readonly reading: Pick<Reading, 'secrets'>
  readonly standing: Extract<SecretStanding, 'line_here' | 'line_elsewhere'>
  /** Only these; null: all of that standing. */
  readonly names: readonly string[] | null
}

/**
 * Asks that lines which have the name of a secret of this router be carried by it, and the secrets be theirs; a job does it, each secret for itself. What the lines
 * say then holds: their password, profile and state are written at the next comparison. @throws Invalid 422 where there is none.
 */
export async function requestTakeover(tx: Tx, { routerId, reading, standing, names }: RequestTakeover): Promise<Takeover> {
  const wanted = names === null ? null : new Set(names)
  const items = reading.secrets.flatMap(({ name, standing: is, line }) =>
    is === standing && line !== null && (wanted === null || wanted.has(name)) ? [{ name, subscriptionId: line.subscription_id }] : [],
  )
  if (items.length === 0) throw new Invalid('None of these secrets is named like a line that you may move here; read the router again')
  const takeover = await insertTakeover(tx, routerId, items)
  await recordEvent(tx, 'router.takeover_requested', {
    subjectType: 'router',
    subjectId: routerId,
    after: { takeover_id: Number(takeover.id), secrets: items.length },
  })
  await enqueue(tx, takeOver, { takeover_id: takeover.id }, { singletonKey: takeover.id.toString() })
  return takeover
}

export interface WorkOptions {
  readonly actor: Actor
  readonly signal?: AbortSignal
  readonly chunk?: number
  readonly onProgress?: (progress: Readonly<Record<string, number>>) => Promise<void>
}

const CHUNK = 100

/** Does what is left of a takeover, a part in a transaction. Killed at any moment and called again it goes on; each secret is taken over once. */
export async function executeTakeover(database: Database, id: bigint, { actor, signal, chunk = CHUNK, onProgress }: WorkOptions): Promise<void> {
  for (let isMore = true; isMore; ) {
    signal?.throwIfAborted()
    isMore = await inTransaction(database, { actor, direct: true }, async (tx) => await takePart(tx, id, chunk))
    const now = await inTransaction(database, { actor, direct: true }, async (tx) => await lockTakeover(tx, id))
    if (now !== undefined) await onProgress?.({ done: now.taken + now.refused, of: now.of })
  }
}

async function takePart(tx: Tx, id: bigint, chunk: number): Promise<boolean> {
  const takeover = await lockTakeover(tx, id)
  if (takeover === undefined) throw NotFound.of('takeover', id)
  if (takeover.state === 'done' || takeover.state === 'failed') return false
  const items = await selectWaiting(tx, id, chunk)
  if (items.length === 0) {
    await finishTakeover(tx, id, 'done', null)
    await recordEvent(tx, 'router.takeover_done', {
      subjectType: 'router',
      subjectId: takeover.router_id,
      after: { takeover_id: Number(id), taken: takeover.taken, refused: takeover.refused },
    })
    return false
  }
  const outcomes: (Outcome & { readonly item_no: number })[] = []
  for (const { item_no, subscription_id } of items) outcomes.push({ item_no, ...(await takeOne(tx, takeover.router_id, subscription_id)) })
  const taken = items.filter((_, at) => outcomes[at]?.outcome === 'taken').map(({ subscription_id }) => subscription_id)
  await allowAdoption(tx, takeover.router_id, taken)
  await updateOutcomes(tx, id, outcomes)
  return true
}

interface Outcome {
  readonly outcome: 'taken' | 'refused'
  readonly message: string
}

/** A line that may not be moved stays where it is, and says why. */
async function takeOne(tx: Tx, routerId: bigint, subscriptionId: bigint): Promise<Outcome> {
  try {
    await inSavepoint(tx, async () => await editSubscription(tx, { subscriptionId, changes: { router_id: routerId } }))
    return { outcome: 'taken', message: '' }
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === null) throw error
    return { outcome: 'refused', message: refusal.map(({ message }) => message).join(' ') }
  }
}
