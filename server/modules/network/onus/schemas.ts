import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { allow } from '../../../platform/http/allowed.ts'
import { allowedOf } from '../../../platform/http/allowed-schema.ts'
import { idSchema, instantSchema, lineOfText, name, paragraph } from '../../../platform/http/schemas.ts'
import { whyNotWritten } from '../olts/index.ts'
import type { WriteVerb } from '../olts/index.ts'
import { BOX_KINDS } from './boxes/box.ts'
import { LIGHTS } from './light.ts'
import type { LightLimits } from './light.ts'
import { LINK_RULES } from './links/link.ts'
import type { Onu, OnuCounts, PonPort } from './list/onus-store.ts'
import { EVENT_KINDS, ONU_STATES } from './onu.ts'
import { POLL_KINDS } from './poll/polls-store.ts'
import { PORT_KINDS } from './poll/ports-store.ts'
import type { Port, PortSample } from './poll/ports-store.ts'

const dbmSchema = z.number().nullable().meta({ description: 'dBm; null: not measured' })
const dbm = (centi: number | null): number | null => (centi === null ? null : centi / 100)
/** As many places as an OLT tells. */
const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(4)))

export const ONU_ACTIONS = ['link', 'unlink', 'change', 'look', 'act', 'reboot', 'enable', 'disable', 'describe', 'delete', 'replace'] as const

export const onuSchema = z.object({
  id: idSchema,
  serial: z.string().nullable().meta({ description: 'Four letters and eight hexadecimal digits' }),
  raw_serial: z.string().nullable().meta({ description: 'As the OLT writes it' }),
  mac: z.string().nullable(),
  model: z.string(),
  description: z.string().meta({ description: 'As it stands on the OLT' }),
  olt_id: idSchema,
  olt_name: z.string(),
  branch_id: idSchema,
  branch_name: z.string(),
  pon: z.string(),
  onu_index: z.int(),
  is_present: z.boolean().meta({ description: 'False: its OLT does not name it any more' }),
  state: z.enum(ONU_STATES),
  raw_state: z.string().nullable(),
  cause: z.string().nullable().meta({ description: 'Why it is away: los, wire_down, dying_gasp, power_off, admin, reboot, auth_fail, config_fail, unknown' }),
  raw_cause: z.string().nullable(),
  since: instantSchema.meta({ description: 'Online, or away, since then' }),
  seen_at: instantSchema.nullable().meta({ description: 'When all states of its OLT were last read' }),
  rx_dbm: dbmSchema,
  olt_rx_dbm: dbmSchema,
  tx_dbm: dbmSchema,
  temperature_c: z.number().nullable(),
  voltage_v: z.number().nullable(),
  bias_ma: z.number().nullable(),
  distance_m: z.int().nullable(),
  measured_at: instantSchema.nullable(),
  light: z.enum(LIGHTS),
  light_since: instantSchema.nullable(),
  box_id: idSchema.nullable(),
  box_name: z.string().nullable(),
  box_port: z.int().nullable(),
  first_seen_at: instantSchema,
  version: z.int(),
  subscription_id: idSchema.nullable(),
  pppoe_login: z.string().nullable(),
  client_id: idSchema.nullable(),
  client_code: z.string().nullable(),
  client_name: z.string().nullable(),
  allowed: allowedOf(ONU_ACTIONS),
})

/** An ONU as every answer shows it. */
export function onuView(actor: Actor, { olt, rx_centi_dbm, olt_rx_centi_dbm, tx_centi_dbm, ...onu }: Onu) {
  const whyNot = onu.is_present ? null : 'onu_nowhere'
  const mayBeTold = (...verbs: WriteVerb[]) =>
    allow(actor, verbs.includes('delete') && verbs.length === 1 ? 'onu.delete' : 'olt.act', whyNot ?? whyNotWritten(olt, verbs))
  return {
    ...onu,
    temperature_c: rounded(onu.temperature_c),
    voltage_v: rounded(onu.voltage_v),
    bias_ma: rounded(onu.bias_ma),
    rx_dbm: dbm(rx_centi_dbm),
    olt_rx_dbm: dbm(olt_rx_centi_dbm),
    tx_dbm: dbm(tx_centi_dbm),
    allowed: {
      link: allow(actor, 'onu.edit', null),
      unlink: allow(actor, 'onu.edit', onu.subscription_id === null ? 'onu_not_linked' : null),
      change: allow(actor, 'onu.edit', null),
      look: allow(actor, 'olt.act', whyNot),
      act: allow(actor, 'olt.act', whyNot),
      reboot: mayBeTold('reboot'),
      enable: mayBeTold('enable'),
      disable: mayBeTold('disable'),
      describe: mayBeTold('describe'),
      delete: mayBeTold('delete'),
      replace: mayBeTold('delete', 'authorise'),
    },
  }
}

export const countsSchema = z.object({
  total: z.int(),
  online: z.int(),
  los: z.int(),
  power_off: z.int(),
  offline: z.int(),
  disabled: z.int(),
  unknown: z.int(),
  weak: z.int().meta({ description: 'Weak light' }),
  critical: z.int().meta({ description: 'Critical light' }),
  unlinked: z.int(),
})
export const oltCountsSchema = countsSchema.extend({
  olt_id: idSchema,
  looked_at: instantSchema.nullable().meta({ description: 'When their states were last asked for' }),
  is_complete: z.boolean().nullable().meta({ description: 'Whether that was proven to be all' }),
})
export const noOnus: OnuCounts = { total: 0, online: 0, los: 0, power_off: 0, offline: 0, disabled: 0, unknown: 0, weak: 0, critical: 0, unlinked: 0 }

export const pollSchema = z.object({
  kind: z.enum(POLL_KINDS),
  due_at: instantSchema,
  began_at: instantSchema.nullable(),
  ms: z.int().nullable(),
  rows: z.int().nullable(),
  source: z.enum(['cli', 'snmp']).nullable(),
  is_complete: z.boolean().nullable().meta({ description: 'The last time it was proven to be all' }),
  completed_at: instantSchema.nullable().meta({ description: 'When it last was' }),
  problems: z.array(z.string()),
})

export const ponPortSchema = countsSchema.extend({
  pon: z.string(),
  description: z.string(),
  is_up: z.boolean().nullable(),
  tx_dbm: dbmSchema,
  temperature_c: z.number().nullable(),
  unregistered: z.int(),
  mean_rx_dbm: dbmSchema,
  lowest_rx_dbm: dbmSchema,
})

export const ponPortView = ({ tx_centi_dbm, mean_rx_centi_dbm, lowest_rx_centi_dbm, ...port }: PonPort) => ({
  ...port,
  temperature_c: rounded(port.temperature_c),
  tx_dbm: dbm(tx_centi_dbm),
  mean_rx_dbm: dbm(mean_rx_centi_dbm),
  lowest_rx_dbm: dbm(lowest_rx_centi_dbm),
})

export const portSchema = z.object({
  name: z.string(),
  kind: z.enum(PORT_KINDS),
  description: z.string(),
  is_enabled: z.boolean().nullable(),
  is_up: z.boolean().nullable(),
  speed_mbps: z.number().nullable(),
  tx_dbm: dbmSchema,
  rx_dbm: dbmSchema,
  temperature_c: z.number().nullable(),
  since: instantSchema.meta({ description: 'Up, or down, since then' }),
  seen_at: instantSchema,
})
export const portView = ({ tx_centi_dbm, rx_centi_dbm, ...port }: Port) => ({
  ...port,
  temperature_c: rounded(port.temperature_c),
  tx_dbm: dbm(tx_centi_dbm),
  rx_dbm: dbm(rx_centi_dbm),
})
export const portSampleSchema = z.object({
  at: instantSchema,
  is_up: z.boolean().nullable(),
  tx_dbm: dbmSchema,
  rx_dbm: dbmSchema,
  temperature_c: z.number().nullable(),
})
export const portSampleView = ({ tx_centi_dbm, rx_centi_dbm, ...sample }: PortSample) => ({
  ...sample,
  temperature_c: rounded(sample.temperature_c),
  tx_dbm: dbm(tx_centi_dbm),
  rx_dbm: dbm(rx_centi_dbm),
})

export const unregisteredSchema = z.object({
  olt_id: idSchema,
  olt_name: z.string(),
  pon: z.string().meta({ description: 'Empty: the OLT does not say on which' }),
  identity: z.string().meta({ description: 'Its serial, or its MAC' }),
  serial: z.string().nullable(),
  raw_serial: z.string().nullable(),
  mac: z.string().nullable(),
  model: z.string(),
  first_seen_at: instantSchema,
  seen_at: instantSchema,
})

export const macSchema = z.object({
  onu_id: idSchema,
  pon: z.string(),
  onu_index: z.int(),
  serial: z.string().nullable(),
  mac: z.string(),
  vlan: z.int().nullable(),
  seen_at: instantSchema,
})

export const limitsSchema = z.object({
  weak_dbm: z.number().meta({ description: 'Below: weak' }),
  critical_dbm: z.number().meta({ description: 'Below: critical' }),
  strong_dbm: z.number().meta({ description: 'Above: too strong' }),
})
export const limitsView = ({ weakDbm, criticalDbm, strongDbm }: LightLimits) => ({ weak_dbm: weakDbm, critical_dbm: criticalDbm, strong_dbm: strongDbm })

export const pointSchema = z.object({ at: instantSchema, rx_min_dbm: dbmSchema, rx_dbm: dbmSchema, rx_max_dbm: dbmSchema, olt_rx_dbm: dbmSchema })
export const pointView = ({
  at,
  rx_min,
  rx,
  rx_max,
  olt_rx,
}: {
  at: Temporal.Instant
  rx_min: number | null
  rx: number | null
  rx_max: number | null
  olt_rx: number | null
}) => ({
  at,
  rx_min_dbm: dbm(rx_min),
  rx_dbm: dbm(rx),
  rx_max_dbm: dbm(rx_max),
  olt_rx_dbm: dbm(olt_rx),
})

export const eventSchema = z.object({
  at: instantSchema,
  id: idSchema,
  onu_id: idSchema,
  olt_id: idSchema,
  pon: z.string(),
  kind: z.enum(EVENT_KINDS),
  was: z.string().nullable(),
  is_now: z.string().nullable(),
  cause: z.string().nullable(),
  raw_cause: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
})

export const placeSchema = z.object({
  since: instantSchema,
  until: instantSchema.nullable(),
  olt_id: idSchema,
  olt_name: z.string(),
  pon: z.string(),
  onu_index: z.int(),
})

export const nowSchema = z.object({
  at: instantSchema,
  source: z.enum(['cli', 'snmp']),
  ms: z.number(),
  is_there: z.boolean().nullable().meta({ description: 'Null: it is not proven that it is not there' }),
  state: z.enum(ONU_STATES).nullable(),
  raw_state: z.string().nullable(),
  cause: z.string().nullable(),
  rx_dbm: dbmSchema,
  olt_rx_dbm: dbmSchema,
  tx_dbm: dbmSchema,
  temperature_c: z.number().nullable(),
  voltage_v: z.number().nullable(),
  bias_ma: z.number().nullable(),
  distance_m: z.number().nullable(),
  detail: z.record(z.string(), z.unknown()).meta({ description: 'Everything the OLT said of it' }),
  problems: z.array(z.string()),
})

export const suggestionSchema = z.object({
  onu_id: idSchema,
  serial: z.string().nullable(),
  mac: z.string().nullable(),
  olt_id: idSchema,
  olt_name: z.string(),
  pon: z.string(),
  onu_index: z.int(),
  subscription_id: idSchema,
  pppoe_login: z.string().nullable(),
  client_id: idSchema,
  client_code: z.string(),
  client_name: z.string(),
  reasons: z.array(z.object({ rule: z.enum(LINK_RULES), value: z.string() })),
  score: z.int().meta({ description: '90 and more: certain, were nothing else as likely' }),
  found_at: instantSchema,
})

export const boxInput = {
  branch_id: idSchema,
  area_id: idSchema.nullable().default(null),
  parent_id: idSchema.nullable().default(null),
  olt_id: idSchema.nullable().default(null),
  pon: lineOfText(20).min(1).nullable().default(null),
  name: name(100),
  kind: z.enum(BOX_KINDS).default('box'),
  ports: z.int().min(1).max(256).default(8),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  note: paragraph(1000).default(''),
}

export const boxSchema = z.object({
  id: idSchema,
  branch_id: idSchema,
  branch_name: z.string(),
  area_id: idSchema.nullable(),
  area_name: z.string().nullable(),
  parent_id: idSchema.nullable(),
  parent_name: z.string().nullable(),
  olt_id: idSchema.nullable(),
  olt_name: z.string().nullable(),
  pon: z.string().nullable(),
  name: z.string(),
  kind: z.enum(BOX_KINDS),
  ports: z.int(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  note: z.string(),
  onus: z.int(),
  online: z.int(),
  version: z.int(),
})
