import { z } from 'zod'
import { Conflict, NotFound } from '../../../kernel/errors.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { idSchema, name } from '../../../platform/http/schemas.ts'
import { editClient, editSubscription, readClient, readSubscription } from '../../clients/index.ts'
import type { Client, Subscription } from '../../clients/index.ts'
import { defineAction } from '../action.ts'
import { nameOf, requireName } from '../names-store.ts'

/** @throws NotFound 404. */
export async function clientOf(tx: Tx, clientId: bigint): Promise<Client> {
  const client = await readClient(tx, tx.actor.scope, clientId)
  if (client === undefined) throw NotFound.of('client', clientId)
  return client
}

/** @throws NotFound 404. */
export async function lineOf(tx: Tx, subscriptionId: bigint): Promise<Subscription> {
  const line = await readSubscription(tx, tx.actor.scope, subscriptionId)
  if (line === undefined) throw NotFound.of('subscription', subscriptionId)
  return line
}

export const changedSince = (): Conflict => new Conflict('changed_meanwhile', 'Somebody has changed this since; look at the client')

const area = z.strictObject({ area_id: idSchema.nullable().meta({ description: 'null takes the area away' }) })

export const setAreas = defineAction({
  permission: 'client.edit',
  isPerLine: false,
  params: area,
  prepare: async (tx, { area_id }) => (area_id === null ? null : await requireName(tx, 'area', area_id)),
  async change(tx, { clientId }, { area_id }, to) {
    const client = await clientOf(tx, clientId)
    if (client.area_id === area_id) return null
    await editClient(tx, { clientId, changes: { area_id } })
    return { facts: [{ what: 'area', from: await nameOf(tx, 'area', client.area_id), to }], undo: { from: client.area_id, to: area_id } }
  },
  undo: {
    permission: 'client.edit',
    schema: z.object({ from: idSchema.nullable(), to: idSchema.nullable() }),
    async back(tx, { clientId }, { from, to }) {
      const client = await clientOf(tx, clientId)
      if (client.area_id === from) return null
      if (client.area_id !== to) throw changedSince()
      await editClient(tx, { clientId, changes: { area_id: from } })
      return [{ what: 'area', from: await nameOf(tx, 'area', to), to: await nameOf(tx, 'area', from) }]
    },
  },
})

export const setBranches = defineAction({
  permission: 'client.edit',
  isPerLine: false,
  params: z.strictObject({ branch_id: idSchema }),
  prepare: async (tx, { branch_id }) => await requireName(tx, 'branch', branch_id),
  async change(tx, { clientId }, { branch_id }, to) {
    const client = await clientOf(tx, clientId)
    if (client.branch_id === branch_id) return null
    await editClient(tx, { clientId, changes: { branch_id } })
    return { facts: [{ what: 'branch', from: await nameOf(tx, 'branch', client.branch_id), to }], undo: { from: client.branch_id, to: branch_id } }
  },
  undo: {
    permission: 'client.edit',
    schema: z.object({ from: idSchema, to: idSchema }),
    async back(tx, { clientId }, { from, to }) {
      const client = await clientOf(tx, clientId)
      if (client.branch_id === from) return null
      if (client.branch_id !== to) throw changedSince()
      await editClient(tx, { clientId, changes: { branch_id: from } })
      return [{ what: 'branch', from: await nameOf(tx, 'branch', to), to: await nameOf(tx, 'branch', from) }]
    },
  },
})

const tags = z.array(name(40)).min(1).max(20)
const shown = (list: readonly string[]): string | null => (list.length === 0 ? null : list.join(', '))

export const changeTags = defineAction({
  permission: 'client.edit',
  isPerLine: false,
  params: z.strictObject({ tags, is_added: z.boolean().meta({ description: 'false takes them away' }) }),
  prepare: async () => null,
  async change(tx, { clientId }, { tags: wanted, is_added }) {
    const client = await clientOf(tx, clientId)
    const touched = [...new Set(wanted)].filter((tag) => client.tags.includes(tag) !== is_added)
    if (touched.length === 0) return null
    const next = is_added ? [...client.tags, ...touched] : client.tags.filter((tag) => !touched.includes(tag))
    await editClient(tx, { clientId, changes: { tags: next } })
    return { facts: [{ what: 'tags', from: shown(client.tags), to: shown(next) }], undo: { tags: touched, was_added: is_added } }
  },
  undo: {
    permission: 'client.edit',
    schema: z.object({ tags: z.array(z.string()), was_added: z.boolean() }),
    async back(tx, { clientId }, { tags: touched, was_added }) {
      const client = await clientOf(tx, clientId)
      const rest = client.tags.filter((tag) => !touched.includes(tag))
      const next = was_added ? rest : [...rest, ...touched]
      if (next.length === client.tags.length) return null
      await editClient(tx, { clientId, changes: { tags: next } })
      return [{ what: 'tags', from: shown(client.tags), to: shown(next) }]
    },
  },
})

export const setPolicies = defineAction({
  permission: 'client.edit',
  isPerLine: true,
  params: z.strictObject({ billing_policy_id: idSchema }),
  prepare: async (tx, { billing_policy_id }) => await requireName(tx, 'billing_policy', billing_policy_id),
  async change(tx, { subscriptionId }, { billing_policy_id: policyId }, to) {
    const line = await lineOf(tx, subscriptionId)
    if (line.billing_policy_id === policyId) return null
    await editSubscription(tx, { subscriptionId, changes: { billing_policy_id: policyId } })
    return {
      facts: [{ what: 'billing_policy', from: await nameOf(tx, 'billing_policy', line.billing_policy_id), to }],
      undo: { from: line.billing_policy_id, to: policyId },
    }
  },
  undo: {
    permission: 'client.edit',
    schema: z.object({ from: idSchema, to: idSchema }),
    async back(tx, { subscriptionId }, { from, to }) {
      const line = await lineOf(tx, subscriptionId)
      if (line.billing_policy_id === from) return null
      if (line.billing_policy_id !== to) throw changedSince()
      await editSubscription(tx, { subscriptionId, changes: { billing_policy_id: from } })
      return [{ what: 'billing_policy', from: await nameOf(tx, 'billing_policy', to), to: await nameOf(tx, 'billing_policy', from) }]
    },
  },
})
