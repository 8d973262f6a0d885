import type { z } from 'zod'
import type { Permission } from '../../kernel/permissions.ts'
import type { Tx } from '../../platform/db/tx.ts'

/** What of a client or a line can change; people read it with its value before and after. */
export const FACTS = [
  'package',
  'starts_on',
  'own_price',
  'discount',
  'area',
  'branch',
  'tags',
  'billing_policy',
  'router',
  'session',
  'state',
  'vip',
  'whitelist',
  'auto_control',
  'left_on',
  'final_bill',
  'given_back',
  'deleted',
  'invoice',
  'message',
] as const

/** Names as they are; days in ISO 8601, amounts in minor units, `true` and `false`. */
export interface Fact {
  readonly what: (typeof FACTS)[number]
  readonly from: string | null
  readonly to: string | null
}

export interface Target {
  readonly clientId: bigint
  /** Of an action on lines: null where the client has none for it. */
  readonly subscriptionId: bigint | null
}

export interface LineTarget extends Target {
  readonly subscriptionId: bigint
}

export interface Change<Undo> {
  readonly facts: readonly Fact[]
  /** What the way back needs; null where there is none. */
  readonly undo: Undo | null
}

/** How something done is taken back: the reverse operation, never a deletion. */
interface WayBack<Undo> {
  readonly permission: Permission
  readonly schema: z.ZodType<Undo>
  /** Null: it is as it was already. @throws where somebody has changed it since. */
  back(tx: Tx, target: LineTarget, undo: Undo): Promise<readonly Fact[] | null>
}

/** One kind of bulk work. Its change is the very use case of the single page, so its rules, audit and notices are that one's. */
export interface BulkAction<Params, Names, Undo> {
  readonly permission: Permission
  readonly isPerLine: boolean
  readonly params: z.ZodObject & z.ZodType<Params>
  /** Looks the params up once for all items. @throws Invalid 422 where one of them names nothing. */
  prepare(tx: Tx, params: Params): Promise<Names>
  /** Null: it is so already. The subscription is there where `isPerLine`. @throws what the use case refuses by. */
  change(tx: Tx, target: LineTarget, params: Params, names: Names): Promise<Change<Undo> | null>
  /** Null: there is no way back. */
  readonly undo: WayBack<Undo> | null
}

// biome-ignore lint/suspicious/noExplicitAny: params, names and undo of an action are its own matter; they only go from its schema to its functions.
export type AnyAction = BulkAction<any, any, any>

export const defineAction = <Params, Names, Undo>(action: BulkAction<Params, Names, Undo>): BulkAction<Params, Names, Undo> => action
