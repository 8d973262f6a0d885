import { z } from 'zod'
import { dateSchema, idSchema, lineOfText } from '../../../platform/http/schemas.ts'
import { deleteClient, listSubscriptions, reopenSubscription, restoreClient, setAutoControl, setFlag } from '../../clients/index.ts'
import { leaveAndSettle } from '../../payments/index.ts'
import { defineAction } from '../action.ts'
import type { Fact } from '../action.ts'
import { changedSince, clientOf, lineOf } from './place.ts'

const FLAGS = ['vip', 'whitelist'] as const
const flagState = z.object({ is_set: z.boolean(), until: dateSchema.nullable(), reason: z.string() })
type FlagState = z.output<typeof flagState>
type Client = Awaited<ReturnType<typeof clientOf>>

const flagOf = (client: Client, flag: (typeof FLAGS)[number]): FlagState =>
  flag === 'vip'
    ? { is_set: client.is_vip, until: client.vip_until, reason: client.vip_reason }
    : { is_set: client.is_whitelisted, until: client.whitelist_until, reason: client.whitelist_reason }
const isSame = (a: FlagState, b: FlagState): boolean => a.is_set === b.is_set && String(a.until) === String(b.until) && a.reason === b.reason

export const setFlags = defineAction({
  permission: 'client.edit',
  isPerLine: false,
  params: z.strictObject({
    flag: z.enum(FLAGS),
    is_set: z.boolean(),
    until: dateSchema.nullable().default(null).meta({ description: 'The last day it holds' }),
    reason: lineOfText(300).default(''),
  }),
  prepare: async () => null,
  async change(tx, { clientId }, { flag, ...wanted }) {
    const before = flagOf(await clientOf(tx, clientId), flag)
    const next = wanted.is_set ? wanted : { is_set: false, until: null, reason: '' }
    if (isSame(before, next)) return null
    await setFlag(tx, { clientId, flag, isSet: next.is_set, until: next.until, reason: next.reason })
    return { facts: [{ what: flag, from: String(before.is_set), to: String(next.is_set) }], undo: { flag, before, after: next } }
  },
  undo: {
    permission: 'client.edit',
    schema: z.object({ flag: z.enum(FLAGS), before: flagState, after: flagState }),
    async back(tx, { clientId }, { flag, before, after }) {
      const now = flagOf(await clientOf(tx, clientId), flag)
      if (isSame(now, before)) return null
      if (!isSame(now, after)) throw changedSince()
      await setFlag(tx, { clientId, flag, isSet: before.is_set, until: before.until, reason: before.reason })
      return [{ what: flag, from: String(now.is_set), to: String(before.is_set) }]
    },
  },
})

const controlState = z.object({ is_on: z.boolean(), until: dateSchema.nullable(), reason: z.string() })
type ControlState = z.output<typeof controlState>

const controlOf = (line: Awaited<ReturnType<typeof lineOf>>): ControlState => ({
  is_on: line.auto_control,
  until: line.auto_control_until,
  reason: line.auto_control_reason,
})
const isSameControl = (a: ControlState, b: ControlState): boolean => a.is_on === b.is_on && String(a.until) === String(b.until) && a.reason === b.reason

/** Takes lines out of automatic control, or puts them back. */
export const setAutoControls = defineAction({
  permission: 'client.edit',
  isPerLine: true,
  params: z.strictObject({
    is_on: z.boolean(),
    until: dateSchema.nullable().default(null).meta({ description: 'The last day out of control' }),
    reason: lineOfText(300).default(''),
  }),
  prepare: async () => null,
  async change(tx, { subscriptionId }, wanted) {
    const before = controlOf(await lineOf(tx, subscriptionId))
    const next = wanted.is_on ? { is_on: true, until: null, reason: '' } : wanted
    if (isSameControl(before, next)) return null
    await setAutoControl(tx, { subscriptionId, isOn: next.is_on, until: next.until, reason: next.reason })
    return { facts: [{ what: 'auto_control', from: String(before.is_on), to: String(next.is_on) }], undo: { before, after: next } }
  },
  undo: {
    permission: 'client.edit',
    schema: z.object({ before: controlState, after: controlState }),
    async back(tx, { subscriptionId }, { before, after }) {
      const now = controlOf(await lineOf(tx, subscriptionId))
      if (isSameControl(now, before)) return null
      if (!isSameControl(now, after)) throw changedSince()
      await setAutoControl(tx, { subscriptionId, isOn: before.is_on, until: before.until, reason: before.reason })
      return [{ what: 'auto_control', from: String(now.is_on), to: String(before.is_on) }]
    },
  },
})

/** Ends lines with their final bills. Going back reopens the line; its final bill stands, and the days from then on are billed anew. */
export const markLinesLeft = defineAction({
  permission: 'subscription.mark_left',
  isPerLine: true,
  params: z.strictObject({
    on: dateSchema.optional().meta({ description: 'The first day without service; the day it is done where left out' }),
    reason: lineOfText(500).default(''),
  }),
  prepare: async () => null,
  async change(tx, { subscriptionId }, { on, reason }) {
    const before = await lineOf(tx, subscriptionId)
    if (before.state === 'left') return null
    const day = on ?? tx.today
    const left = await leaveAndSettle(tx, { subscriptionId, on: day, reason })
    const facts: Fact[] = [
      { what: 'state', from: before.state, to: 'left' },
      { what: 'left_on', from: null, to: day.toString() },
    ]
    if (left.billed > 0n) facts.push({ what: 'final_bill', from: null, to: left.billed.toString() })
    if (left.credited > 0n) facts.push({ what: 'given_back', from: null, to: left.credited.toString() })
    return { facts, undo: { left_on: day } }
  },
  undo: {
    permission: 'subscription.mark_left',
    schema: z.object({ left_on: dateSchema }),
    async back(tx, { subscriptionId }, { left_on }) {
      const line = await lineOf(tx, subscriptionId)
      if (line.state !== 'left') return null
      if (line.left_on === null || !line.left_on.equals(left_on)) throw changedSince()
      const after = await reopenSubscription(tx, { subscriptionId })
      return [{ what: 'state', from: 'left', to: after.state }]
    },
  },
})

export const deleteClients = defineAction({
  permission: 'client.delete',
  isPerLine: false,
  params: z.strictObject({ reason: lineOfText(300).default('') }),
  prepare: async () => null,
  async change(tx, { clientId }, { reason }) {
    const client = await clientOf(tx, clientId)
    if (client.deleted_at !== null) return null
    const lines = await listSubscriptions(tx, tx.actor.scope, { clientIds: [clientId] }, { limit: 200, after: undefined })
    await deleteClient(tx, { clientId, reason })
    return {
      facts: [{ what: 'deleted', from: 'false', to: 'true' }],
      undo: { line_ids: lines.filter(({ state, activated_on }) => state !== 'left' && activated_on !== null).map(({ id }) => id) },
    }
  },
  undo: {
    permission: 'client.delete',
    schema: z.object({ line_ids: z.array(idSchema) }),
    async back(tx, { clientId }, { line_ids }) {
      const client = await clientOf(tx, clientId)
      if (client.deleted_at === null) return null
      await restoreClient(tx, clientId)
      for (const subscriptionId of line_ids) if ((await lineOf(tx, subscriptionId)).state === 'left') await reopenSubscription(tx, { subscriptionId })
      return [{ what: 'deleted', from: 'true', to: 'false' }]
    },
  },
})
