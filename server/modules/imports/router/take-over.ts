import { AppError } from '../../../kernel/errors.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Database } from '../../../platform/db/tx.ts'
import { allowAdoption } from '../../access/index.ts'
import { editSubscription } from '../../clients/index.ts'
import type { Reading } from './reading.ts'

export interface TakenOver {
  readonly name: string
  readonly outcome: 'taken' | 'refused'
  readonly message: string
}

/**
 * Says of lines that have the name of a secret of this router that the router carries them and that the secret is theirs; each line for
 * itself. Repeatable. What the lines say then holds: their password, profile and state are written at the next comparison.
 */
export async function takeOverSecrets(
  database: Database,
  { actor, requestId, routerId, reading, names }: { actor: Actor; requestId: string | null; routerId: bigint; reading: Reading; names: readonly string[] },
): Promise<TakenOver[]> {
  const wanted = new Set(names)
  const outcomes: TakenOver[] = []
  for (const { name, standing, line } of reading.secrets) {
    if (!wanted.has(name) || line === null || (standing !== 'line_here' && standing !== 'line_elsewhere')) continue
    try {
      await inTransaction(database, { actor, requestId }, async (tx) => {
        await editSubscription(tx, { subscriptionId: line.subscription_id, changes: { router_id: routerId } })
        await allowAdoption(tx, routerId, [line.subscription_id])
      })
      outcomes.push({ name, outcome: 'taken', message: '' })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      outcomes.push({ name, outcome: 'refused', message: error.message })
    }
  }
  return outcomes
}
