import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import type { Instant } from '../../kernel/time.ts'
import { allowedOf } from '../../platform/http/allowed-schema.ts'
import { idSchema, instantSchema, minorSchema, paragraph } from '../../platform/http/schemas.ts'
import { allowedOnIncident, INCIDENT_ACTIONS } from './allowed.ts'
import { INCIDENT_KINDS, NODES, REASONS } from './incident.ts'
import type { Incident } from './incident.ts'

export const incidentSchema = z.object({
  id: idSchema,
  kind: z.enum(INCIDENT_KINDS),
  state: z.enum(['open', 'closed']),
  node: z.enum(NODES).meta({ description: 'The smallest place that holds all that went away' }),
  olt_id: idSchema,
  olt_name: z.string(),
  branch_id: idSchema,
  branch_name: z.string(),
  pon: z.string().nullable(),
  box_id: idSchema.nullable(),
  box_name: z.string().nullable(),
  area_id: idSchema.nullable(),
  area_name: z.string().nullable(),
  began_at: instantSchema,
  found_at: instantSchema,
  ended_at: instantSchema.nullable(),
  minutes: z.int().meta({ description: 'From when it began until it ended, or until now' }),
  polled_at: instantSchema.nullable().meta({ description: 'The last status poll of its OLT that was looked at' }),
  closed_by: idSchema.nullable(),
  closed_by_name: z.string().nullable(),
  close_reason: z.string().nullable(),
  merged_into_id: idSchema.nullable().meta({ description: 'The larger incident of which it was found to be a part' }),
  onus_of: z.int().meta({ description: 'ONUs that were online at its place before' }),
  onus: z.int().meta({ description: 'Of an OLT that does not answer: all of its ONUs; nobody knows which of them are away' }),
  onus_back: z.int(),
  lines: z.int(),
  clients: z.int(),
  monthly_minor: minorSchema.meta({ description: 'What its lines cost a month' }),
  text_en: z.string(),
  text_bn: z.string(),
  is_text_edited: z.boolean().meta({ description: 'False: the text follows the incident by itself' }),
  is_public: z.boolean(),
  note: z.string(),
  drafts: z.int().meta({ description: 'Credits that are prepared and wait for a decision' }),
  version: z.int(),
  allowed: allowedOf(INCIDENT_ACTIONS),
})

export const incidentView = (actor: Actor, incident: Incident, now: Instant) => ({
  ...incident,
  state: incident.ended_at === null ? ('open' as const) : ('closed' as const),
  minutes: Math.max(0, Math.floor(incident.began_at.until(incident.ended_at ?? now).total('minutes'))),
  allowed: allowedOnIncident(actor, incident),
})

export const incidentOnuSchema = z.object({
  onu_id: idSchema,
  serial: z.string().nullable(),
  mac: z.string().nullable(),
  pon: z.string(),
  onu_index: z.int(),
  box_name: z.string().nullable(),
  reason: z.enum(REASONS).meta({ description: 'Why it went away as its OLT tells: no light, no power, something else, nothing' }),
  down_at: instantSchema.meta({ description: 'When it first went away' }),
  up_at: instantSchema.nullable().meta({ description: 'When it was last back; null: it is away' }),
  times: z.int().meta({ description: 'How often it went away' }),
  minutes: z.int().meta({ description: 'Away in all' }),
  subscription_id: idSchema.nullable(),
  login: z.string().nullable(),
  client_id: idSchema.nullable(),
  client_code: z.string().nullable(),
  client_name: z.string().nullable(),
  client_phone: z.string().nullable(),
  area_name: z.string().nullable(),
})

export const textInput = { text_en: paragraph(1000), text_bn: paragraph(1000), is_public: z.boolean(), note: paragraph(4000) }
