import { z } from 'zod'
import type { Tx } from '../../../platform/db/tx.ts'
import { dateSchema, lineOfText } from '../../../platform/http/schemas.ts'
import { readReasons } from '../../access/index.ts'
import { restoreSubscription, STAFF_REASONS, suspendSubscription } from '../../clients/index.ts'
import type { StaffReason } from '../../clients/index.ts'
import { defineAction } from '../action.ts'
import type { Fact } from '../action.ts'
import { lineOf } from './place.ts'

const reasonSchema = z.object({ reason: z.enum(STAFF_REASONS), note: z.string(), until: dateSchema.nullable() })
type Reason = z.output<typeof reasonSchema>

/** For what of the staff's reasons a line has no service. */
async function staffReasons(tx: Tx, subscriptionId: bigint): Promise<Reason[]> {
  const present = await readReasons(tx, [subscriptionId])
  return present.flatMap(({ reason, note, until }) =>
    (STAFF_REASONS as readonly string[]).includes(reason) ? [{ reason: reason as StaffReason, note, until }] : [],
  )
}

const state = (from: string, to: string): Fact => ({ what: 'state', from, to })

export const suspendLines = defineAction({
  permission: 'subscription.suspend',
  isPerLine: true,
  params: z.strictObject({
    reason: z.enum(STAFF_REASONS).default('manual'),
    note: lineOfText(500).default(''),
    until: dateSchema.nullable().default(null).meta({ description: 'First day of service again' }),
  }),
  prepare: async () => null,
  async change(tx, { subscriptionId }, { reason, note, until }) {
    const before = await lineOf(tx, subscriptionId)
    const had = (await staffReasons(tx, subscriptionId)).find((each) => each.reason === reason)
    if (had !== undefined && had.note === note && String(had.until) === String(until)) return null
    const after = await suspendSubscription(tx, { subscriptionId, reason, note, until })
    return { facts: [state(before.state, after.state)], undo: { reason, had: had ?? null } }
  },
  undo: {
    permission: 'subscription.restore',
    schema: z.object({ reason: z.enum(STAFF_REASONS), had: reasonSchema.nullable() }),
    async back(tx, { subscriptionId }, { reason, had }) {
      const before = await lineOf(tx, subscriptionId)
      const has = (await staffReasons(tx, subscriptionId)).some((each) => each.reason === reason)
      if (!has) return null
      const after = had === null ? await restoreSubscription(tx, { subscriptionId, reason }) : await suspendSubscription(tx, { subscriptionId, ...had })
      return [state(before.state, after.state)]
    },
  },
})

export const liftSuspensions = defineAction({
  permission: 'subscription.restore',
  isPerLine: true,
  params: z.strictObject({}),
  prepare: async () => null,
  async change(tx, { subscriptionId }) {
    const before = await lineOf(tx, subscriptionId)
    const reasons = await staffReasons(tx, subscriptionId)
    const after = await restoreSubscription(tx, { subscriptionId })
    return reasons.length === 0 ? null : { facts: [state(before.state, after.state)], undo: { reasons } }
  },
  undo: {
    permission: 'subscription.suspend',
    schema: z.object({ reasons: z.array(reasonSchema) }),
    async back(tx, { subscriptionId }, { reasons }) {
      const before = await lineOf(tx, subscriptionId)
      for (const reason of reasons) await suspendSubscription(tx, { subscriptionId, ...reason })
      const after = await lineOf(tx, subscriptionId)
      return after.state === before.state && after.version === before.version ? null : [state(before.state, after.state)]
    },
  },
})
