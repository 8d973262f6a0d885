import { z } from 'zod'
import { idSchema } from '../../../platform/http/schemas.ts'
import { endSession } from '../../access/index.ts'
import { editSubscription } from '../../clients/index.ts'
import { readRouter } from '../../network/routers/index.ts'
import { defineAction } from '../action.ts'
import { nameOf, requireName } from '../names-store.ts'
import { changedSince, lineOf } from './place.ts'

export const setRouters = defineAction({
  permission: 'client.edit',
  isPerLine: true,
  params: z.strictObject({ router_id: idSchema.nullable().meta({ description: 'null: no router carries the lines any more' }) }),
  async prepare(tx, { router_id }) {
    if (router_id === null) return null
    await readRouter(tx, tx.actor.scope, router_id)
    return await requireName(tx, 'router', router_id)
  },
  async change(tx, { subscriptionId }, { router_id }, to) {
    const line = await lineOf(tx, subscriptionId)
    if (line.router_id === router_id) return null
    await editSubscription(tx, { subscriptionId, changes: { router_id } })
    return { facts: [{ what: 'router', from: await nameOf(tx, 'router', line.router_id), to }], undo: { from: line.router_id, to: router_id } }
  },
  undo: {
    permission: 'client.edit',
    schema: z.object({ from: idSchema.nullable(), to: idSchema.nullable() }),
    async back(tx, { subscriptionId }, { from, to }) {
      const line = await lineOf(tx, subscriptionId)
      if (line.router_id === from) return null
      if (line.router_id !== to) throw changedSince()
      await editSubscription(tx, { subscriptionId, changes: { router_id: from } })
      return [{ what: 'router', from: await nameOf(tx, 'router', to), to: await nameOf(tx, 'router', from) }]
    },
  },
})

/** A session that has ended cannot be put back; the box dials again by itself. */
export const endSessions = defineAction({
  permission: 'router.control',
  isPerLine: true,
  params: z.strictObject({}),
  prepare: async () => null,
  async change(tx, { subscriptionId }) {
    await lineOf(tx, subscriptionId)
    const { login } = await endSession(tx, subscriptionId)
    return { facts: [{ what: 'session', from: null, to: login }], undo: null }
  },
  undo: null,
})
