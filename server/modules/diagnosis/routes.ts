import { z } from 'zod'
import type { App } from '../../platform/http/app.ts'
import { dateSchema, idParams, idSchema, instantSchema, minorSchema } from '../../platform/http/schemas.ts'
import { reading, todayOf } from '../../platform/http/transact.ts'
import { REASONS, STATES } from '../access/index.ts'
import { pollMinutes } from '../network/onus/index.ts'
import { readFacts, refreshSession } from './read-facts.ts'
import { sayVerdict } from './say-verdict.ts'
import { VERDICTS, verdictOf } from './verdict.ts'
import { WHO } from './verdict-texts.ts'

/** A status poll tells of now for so many turns. */
const TURNS = 3

const dbm = z.number().nullable().meta({ description: 'dBm; null: not measured' })
const neighboursSchema = z.object({ others: z.int(), away: z.int(), los: z.int(), power_off: z.int() })

const diagnosisSchema = z.object({
  subscription_id: idSchema,
  looked_at: instantSchema,
  verdict: z.object({
    code: z.enum(VERDICTS),
    since: instantSchema.nullable(),
    data_from: instantSchema.nullable().meta({ description: 'From when what it rests on is; null: never seen' }),
    who: z.enum(WHO).meta({ description: 'Who should do the next step' }),
    says_en: z.string(),
    says_bn: z.string(),
    next_en: z.string(),
    next_bn: z.string(),
  }),
  account: z.object({
    state: z.enum(STATES),
    reasons: z.array(z.enum(REASONS)),
    overdue_minor: minorSchema,
    overdue_count: z.int(),
    expires_on: dateSchema.nullable(),
    is_fibre: z.boolean(),
  }),
  access: z
    .object({
      router_name: z.string().nullable(),
      login: z.string().nullable(),
      desired_on: z.boolean(),
      in_sync: z.boolean().nullable(),
      reason: z.string().nullable(),
      said: z.string().nullable(),
      since: instantSchema,
      wanted_at: instantSchema.nullable().meta({ description: 'Since when that is wanted of the router which is wanted now' }),
      observed_at: instantSchema.nullable(),
    })
    .nullable(),
  session: z.object({
    is_online: z.boolean(),
    started_at: instantSchema.nullable(),
    ended_at: instantSchema.nullable(),
    heard_at: instantSchema.nullable(),
    terminate_cause: z.string().nullable(),
    address: z.string().nullable(),
    caller_id: z.string().nullable(),
    looked_at: instantSchema.nullable().meta({ description: 'When it was last known who is online on its router' }),
    refused: z
      .object({ since: instantSchema, at: instantSchema })
      .nullable()
      .meta({ description: 'Since when and when last RADIUS has refused its password; null: it has not, or it is not asked' }),
  }),
  sees_fibre: z.boolean().meta({ description: 'False: you may not see the fibre network; what follows is null and was left out of account' }),
  onu: z
    .object({
      id: idSchema,
      serial: z.string().nullable(),
      mac: z.string().nullable(),
      olt_id: idSchema,
      olt_name: z.string(),
      branch_name: z.string(),
      pon: z.string(),
      onu_index: z.int(),
      box_name: z.string().nullable(),
      box_port: z.int().nullable(),
      is_present: z.boolean(),
      state: z.string(),
      cause: z.string().nullable(),
      since: instantSchema,
    })
    .nullable(),
  olt: z
    .object({ is_silent: z.boolean(), seen_at: instantSchema.nullable(), completed_at: instantSchema.nullable(), is_last_complete: z.boolean().nullable() })
    .nullable(),
  light: z
    .object({
      level: z.enum(['unknown', 'good', 'weak', 'critical', 'too_strong']),
      rx_dbm: dbm,
      olt_rx_dbm: dbm,
      measured_at: instantSchema.nullable(),
      weak_dbm: z.number(),
      critical_dbm: z.number(),
      week_change_db: z.number().nullable().meta({ description: 'Within seven days; below 0 it has become weaker' }),
      days: z.array(z.object({ day: dateSchema, rx_dbm: z.number() })),
    })
    .nullable(),
  on_pon: neighboursSchema.nullable().meta({ description: 'The others on its PON' }),
  in_box: neighboursSchema.nullable().meta({ description: 'The others in its box' }),
  incident: z
    .object({ incident_id: idSchema, kind: z.string(), node: z.string(), began_at: instantSchema, onus: z.int(), onus_back: z.int(), down_at: instantSchema })
    .nullable(),
})

export function routes(app: App): void {
  app.get(
    '/subscriptions/:id/diagnosis',
    {
      config: { permission: 'client.view' },
      schema: {
        tags: ['diagnosis'],
        summary: 'What is the matter with a line: account, access, session, ONU, light, neighbours, and one verdict with the next step',
        description: 'Asks no device but its router, and that only where nobody has looked who is online there since the line could dial in.',
        params: idParams,
        response: { 200: diagnosisSchema },
      },
    },
    async (request) => {
      const conn = await reading(request)
      const now = request.server.deps.clock.now()
      const known = await readFacts(conn, request.actor, { subscriptionId: request.params.id, now, today: todayOf(request, conn) })
      const limits = { now, tooOldMinutes: TURNS * (await pollMinutes(conn)).status }
      const facts =
        verdictOf(known, limits).code === 'not_looked_since'
          ? await refreshSession(request.server.deps.database, request.actor.scope, known, request.params.id)
          : known
      const verdict = verdictOf(facts, limits)
      const { dataFrom, ...said } = sayVerdict(verdict, facts, { now, zone: conn.company.zone, currency: conn.company.currency })
      return {
        ...facts,
        subscription_id: request.params.id,
        looked_at: now,
        verdict: { ...said, data_from: dataFrom },
        account: { ...facts.account, reasons: [...facts.account.reasons] },
        light: facts.light === null ? null : { ...facts.light, days: [...facts.light.days] },
      }
    },
  )
}
