import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App } from '../../../../platform/http/app.ts'
import { cursorId, decodeCursor, toPage } from '../../../../platform/http/cursor.ts'
import { flagParam, idParam, idParams, idSchema, lineOfText, pageOf, pageQuery } from '../../../../platform/http/schemas.ts'
import { reading, transact } from '../../../../platform/http/transact.ts'
import { findProfile, readOlt } from '../../olts/index.ts'
import { cancelTask } from './cancel-task.ts'
import { capabilitiesOn } from './capabilities.ts'
import { planTask } from './plan-task.ts'
import type { TaskInput } from './plan-task.ts'
import { readTask } from './read-task.ts'
import { requestTask } from './request-task.ts'
import {
  askInput,
  capabilitiesSchema,
  listedTaskSchema,
  listedTaskView,
  newOnuInput,
  placeInput,
  planSchema,
  planView,
  taskSchema,
  taskView,
} from './schemas.ts'
import { TASK_STATES } from './task.ts'
import { selectTasks } from './tasks-store.ts'
import { selectSeen } from './verified-store.ts'

const tags = ['onus']
const response = { 200: planSchema.meta({ description: 'Dry run: what would be typed' }), 202: taskSchema.meta({ description: 'It waits for its turn' }) }

/** What OLTs are told to do with ONUs. */
export function taskRoutes(app: App): void {
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { is_dry_run, acknowledges_unverified }: { is_dry_run: boolean; acknowledges_unverified: boolean },
    input: TaskInput,
  ) => {
    if (is_dry_run) return reply.code(200).send(planView(await planTask(await reading(request), request.actor.scope, input)))
    const task = await transact(request, async (tx) => await requestTask(tx, input, { acceptsUnverified: acknowledges_unverified }))
    return reply.code(202).send(taskView(request.actor, task))
  }
  const doings = [
    { path: 'reboot', verb: 'reboot', summary: 'Have an ONU started again' },
    { path: 'enabling', verb: 'enable', summary: 'Have an ONU let in again' },
    { path: 'disabling', verb: 'disable', summary: 'Have an ONU shut out, and stay registered' },
  ] as const
  for (const { path, verb, summary } of doings)
    app.post(
      `/onus/:id/${path}`,
      { config: { permission: 'olt.act' }, schema: { tags, summary, params: idParams, body: z.strictObject(askInput), response } },
      async (request, reply) => await answer(request, reply, request.body, { verb, onuId: request.params.id }),
    )

  app.post(
    '/onus/:id/description',
    {
      config: { permission: 'olt.act' },
      schema: {
        tags,
        summary: 'Have the OLT call an ONU so',
        params: idParams,
        body: z.strictObject({ ...askInput, description: lineOfText(64).min(1) }),
        response,
      },
    },
    async (request, reply) => await answer(request, reply, request.body, { verb: 'describe', onuId: request.params.id, description: request.body.description }),
  )

  app.post(
    '/onus/:id/replacement',
    {
      config: { permission: 'olt.act' },
      schema: {
        tags,
        summary: 'Have another ONU registered in the place of one: that one is deleted, and its line and box follow',
        params: idParams,
        body: z.strictObject({ ...askInput, ...newOnuInput }),
        response,
      },
    },
    async (request, reply) => await answer(request, reply, request.body, { verb: 'replace', onuId: request.params.id, ...newOnuOf(request.body) }),
  )

  app.delete(
    '/onus/:id',
    {
      config: { permission: 'onu.delete' },
      schema: {
        tags,
        summary: 'Have an ONU deleted from its OLT; what is known of it stays',
        params: idParams,
        querystring: z.strictObject({ is_dry_run: flagParam.default(false), acknowledges_unverified: flagParam.default(false) }),
        response,
      },
    },
    async (request, reply) => await answer(request, reply, request.query, { verb: 'delete', onuId: request.params.id }),
  )

  app.post(
    '/olts/:id/authorisations',
    {
      config: { permission: 'onu.authorise' },
      schema: {
        tags: ['olts'],
        summary: 'Have an ONU let in, and linked with a line once it is',
        params: idParams,
        body: z.strictObject({ ...askInput, ...placeInput, ...newOnuInput, subscription_id: idSchema.optional() }),
        response,
      },
    },
    async (request, reply) => {
      const { pon, onu_index, subscription_id } = request.body
      return await answer(request, reply, request.body, {
        verb: 'authorise',
        oltId: request.params.id,
        pon,
        ...(onu_index === undefined ? {} : { onu: onu_index }),
        ...(subscription_id === undefined ? {} : { subscriptionId: subscription_id }),
        ...newOnuOf(request.body),
      })
    },
  )

  app.get(
    '/olts/:id/write-capabilities',
    {
      config: { permission: 'olt.view', unpaged: true },
      schema: { tags: ['olts'], summary: 'What an OLT can be told, and by whom that is known', params: idParams, response: { 200: capabilitiesSchema } },
    },
    async (request) => {
      const conn = await reading(request)
      const olt = await readOlt(conn, request.actor.scope, request.params.id)
      const profile = olt.profile === null ? null : findProfile(olt.profile)
      const known = await selectSeen(conn, olt.id)
      const writes = profile?.writes ?? null
      return {
        ...known.firmware,
        is_writable: olt.is_writable,
        profiles_are: writes?.spelling.profiles ?? null,
        longest_description: writes?.spelling.longestDescription ?? null,
        first_onu_index: writes?.onus.first ?? null,
        last_onu_index: writes?.onus.last ?? null,
        items: profile === null ? [] : capabilitiesOn(olt, profile, known).map((one) => ({ ...one, needs: [...one.needs], takes: [...one.takes] })),
      }
    },
  )

  app.get(
    '/olt-tasks',
    {
      config: { permission: 'olt.view' },
      schema: {
        tags,
        summary: 'What OLTs in your reach were told to do, the newest first',
        querystring: z.strictObject({ ...pageQuery, olt_id: idParam.optional(), onu_id: idParam.optional(), state: z.enum(TASK_STATES).optional() }),
        response: { 200: pageOf(listedTaskSchema) },
      },
    },
    async (request) => {
      const { limit, cursor, olt_id, onu_id, state } = request.query
      const after = decodeCursor(cursor, z.object({ id: cursorId }))
      const rows = await selectTasks(await reading(request), request.actor.scope, { oltId: olt_id, onuId: onu_id, state }, { limit, after })
      const page = toPage(rows, limit, ({ id }) => ({ id }))
      return { ...page, items: page.items.map((task) => listedTaskView(request.actor, task)) }
    },
  )

  app.get(
    '/olt-tasks/:id',
    {
      config: { permission: 'olt.view' },
      schema: { tags, summary: 'What an OLT was told to do, line by line', params: idParams, response: { 200: taskSchema } },
    },
    async (request) => taskView(request.actor, await readTask(await reading(request), request.actor.scope, request.params.id)),
  )

  app.delete(
    '/olt-tasks/:id',
    {
      config: { permission: 'olt.act' },
      schema: { tags, summary: 'Have nothing of it typed, while it still waits', params: idParams, response: { 200: taskSchema } },
    },
    async (request) => await transact(request, async (tx) => taskView(request.actor, await cancelTask(tx, request.params.id))),
  )
}

const newOnuOf = ({ serial, mac, line_profile, service_profile, vlan, description, line_mode }: Partial<z.output<z.ZodObject<typeof newOnuInput>>>) => ({
  ...(serial === undefined ? {} : { serial }),
  ...(mac === undefined ? {} : { mac }),
  ...(line_profile === undefined ? {} : { lineProfile: line_profile }),
  ...(service_profile === undefined ? {} : { serviceProfile: service_profile }),
  ...(vlan === undefined ? {} : { vlan }),
  ...(description === undefined ? {} : { description }),
  ...(line_mode === undefined ? {} : { lineMode: line_mode }),
})
