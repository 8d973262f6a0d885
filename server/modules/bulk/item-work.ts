import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { AppError, Forbidden } from '../../kernel/errors.ts'
import { subtract, ZERO } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { isPgError, meaningOf } from '../../platform/http/constraints.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { constraints as ofBilling } from '../billing/index.ts'
import { constraints as ofClients } from '../clients/index.ts'
import { readClientBalance } from '../ledger/index.ts'
import { constraints as ofPayments } from '../payments/index.ts'
import type { AnyAction, Fact, LineTarget } from './action.ts'
import { actionOf } from './actions/all.ts'
import type { BulkItem, ItemError, ItemOutcome } from './items-store.ts'
import type { BulkJob } from './store.ts'

const meanings = { ...ofClients, ...ofBilling, ...ofPayments }

/** What a job does to each of its items, ready to be called. */
export interface ItemWork {
  readonly permission: AnyAction['permission']
  readonly isPerLine: boolean
  /** Null: it is so already. */
  act(tx: Tx, target: LineTarget, given: unknown): Promise<{ facts: readonly Fact[]; undo: unknown } | null>
}

/** Reads the params of a job once. @throws Invalid 422 where one of them names nothing any more. */
export async function workOf(tx: Tx, job: BulkJob): Promise<ItemWork> {
  const action = actionOf(job.action)
  if (job.undoes_id !== null) {
    const { undo } = action
    if (undo === null) throw new Error(`${job.action} cannot be undone`)
    return {
      permission: undo.permission,
      isPerLine: action.isPerLine,
      act: async (work, target, given) => {
        const facts = await undo.back(work, target, undo.schema.parse(given))
        return facts === null ? null : { facts, undo: null }
      },
    }
  }
  const params: unknown = action.params.parse(job.params)
  const names: unknown = await action.prepare(tx, params)
  return {
    permission: action.permission,
    isPerLine: action.isPerLine,
    act: async (work, target) => {
      const change = await action.change(work, target, params, names)
      return change === null ? null : { facts: change.facts, undo: change.undo === null ? null : z.encode(action.undo?.schema ?? z.never(), change.undo) }
    },
  }
}

/** Which permission a job needs of whoever starts it. */
export function permissionOf({ action, undoes_id }: Pick<BulkJob, 'action' | 'undoes_id'>): AnyAction['permission'] {
  const { permission, undo } = actionOf(action)
  return undoes_id === null ? permission : (undo?.permission ?? permission)
}

const nothing = { facts: [], receivable: ZERO, credit: ZERO, undo: null } as const

/** Does one item and says what it did; a refusal of the use case is thrown. */
export async function workItem(tx: Tx, work: ItemWork, item: BulkItem): Promise<ItemOutcome> {
  const { client_id: clientId, subscription_id: subscriptionId } = item
  if (work.isPerLine && subscriptionId === null)
    return { ...nothing, state: 'refused', errors: [{ field: '', message: 'This client has no line', code: 'no_live_line' }] }
  const before = await balanceOf(tx, clientId)
  const change = await work.act(tx, { clientId, subscriptionId: subscriptionId as bigint }, item.given)
  if (change === null) return { ...nothing, state: 'unchanged', errors: [] }
  const after = await balanceOf(tx, clientId)
  return {
    state: 'done',
    facts: change.facts,
    receivable: subtract(after.receivable, before.receivable),
    credit: subtract(after.credit, before.credit),
    errors: [],
    undo: change.undo,
  }
}

async function balanceOf(tx: Tx, clientId: bigint): Promise<{ receivable: Minor; credit: Minor }> {
  const balance = await readClientBalance(tx, clientId)
  return { receivable: balance?.receivable ?? ZERO, credit: balance?.credit ?? ZERO }
}

/** What an error says of an item; null for one that is not about it, which ends the attempt. */
export function refusal(error: unknown, state: 'refused' | 'failed'): ItemOutcome | null {
  const errors = errorsOf(error)
  return errors === null ? null : { ...nothing, state, errors }
}

function errorsOf(error: unknown): ItemError[] | null {
  if (error instanceof AppError) {
    const named = error.details['errors'] as ItemError[] | undefined
    return (named ?? [{ field: '', message: error.message }]).map(({ field, message }) => ({ field, message, code: error.code }))
  }
  if (!isPgError(error) || !/^2[23]/.test(error.code)) return null
  const meaning = meaningOf(error, meanings)
  return meaning === null ? null : [{ field: meaning.field ?? '', message: meaning.message, code: meaning.code }]
}

/** @throws Forbidden 403 for whoever may not do the work of a job. */
export function requirePermission(actor: Actor, job: Pick<BulkJob, 'action' | 'undoes_id'>): void {
  const permission = permissionOf(job)
  if (!actor.permissions.has(permission)) throw new Forbidden(`You need the permission ${permission} for this`, { permission })
}
