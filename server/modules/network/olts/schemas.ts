import { z } from 'zod'
import type { Actor, Locale } from '../../../kernel/actor.ts'
import { allowedOf } from '../../../platform/http/allowed-schema.ts'
import { bigintSchema, idSchema, instantSchema, lineOfText, name } from '../../../platform/http/schemas.ts'
import { translate } from '../../../platform/i18n/translate.ts'
import { allowedOnOlt, OLT_ACTIONS } from './allowed.ts'
import { OLT_TROUBLES } from './device/why-not.ts'
import { CLI_WAYS, SNMP_AUTHS, SNMP_PRIVACIES, SNMP_VERSIONS } from './olt.ts'
import type { Olt, OltHealth } from './olt.ts'
import type { OltTest } from './test-olt.ts'

const secret = (what: string) =>
  z
    .string()
    .max(200)
    .optional()
    .meta({ description: `${what}; kept sealed and never shown; absent or empty: the stored one stays` })
const port = (usual: number) => z.int().min(1).max(65_535).default(usual)

/** How an OLT is reached. */
export const reachInput = {
  profile: lineOfText(40).min(1).nullable().default(null).meta({ description: 'The family it speaks as, of GET /olt-profiles' }),
  host: lineOfText(253).default('').meta({ description: 'An IP address or a name' }),
  cli: z.enum(CLI_WAYS).default('none'),
  cli_port: port(23),
  username: lineOfText(100).default(''),
  password: secret('Of the command line'),
  enable_password: secret('Of the privileged mode'),
  ssh_host_key: lineOfText(120).nullable().default(null).meta({ description: 'SHA-256 of the one host key that is trusted' }),
  allows_legacy_ssh: z.boolean().default(false).meta({ description: 'Algorithms that are broken by today’s measure, for old OLTs' }),
  snmp: z.enum(SNMP_VERSIONS).default('none'),
  snmp_port: port(161),
  snmp_community: secret('Of SNMP 2c'),
  snmp_user: lineOfText(100).default(''),
  snmp_auth: z.enum(SNMP_AUTHS).nullable().default(null),
  snmp_auth_key: secret('Of SNMP 3'),
  snmp_priv: z.enum(SNMP_PRIVACIES).nullable().default(null),
  snmp_priv_key: secret('Of SNMP 3'),
  pons: z.array(lineOfText(20).min(1)).max(256).nullable().default(null).meta({ description: 'Only these PONs are asked; null: all that are found' }),
}

export const oltInput = {
  branch_id: idSchema,
  name: name(100),
  ...reachInput,
  is_writable: z.boolean().default(false).meta({ description: 'Its ONUs may be changed from here' }),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  is_active: z.boolean().default(true),
}

const healthSchema = z.object({
  model: z.string(),
  firmware: z.string(),
  description: z.string(),
  uptime_seconds: bigintSchema.nullable().meta({ description: 'When it was seen' }),
  cpu_percent: z.int().nullable(),
  memory_percent: z.int().nullable(),
  temperature_c: z.number().nullable(),
  seen_at: instantSchema.nullable(),
  failures: z.int().meta({ description: 'In a row' }),
  retry_at: instantSchema.nullable().meta({ description: 'Left alone until then' }),
  error_kind: z.enum(OLT_TROUBLES).nullable(),
  error: z.string().nullable(),
  failed_at: instantSchema.nullable(),
})

export const oltSchema = z.object({
  id: idSchema,
  branch_id: idSchema,
  branch_name: z.string(),
  name: z.string(),
  profile: z.string().nullable(),
  host: z.string(),
  cli: z.enum(CLI_WAYS),
  cli_port: z.int(),
  username: z.string(),
  has_password: z.boolean(),
  has_enable_password: z.boolean(),
  ssh_host_key: z.string().nullable(),
  allows_legacy_ssh: z.boolean(),
  snmp: z.enum(SNMP_VERSIONS),
  snmp_port: z.int(),
  has_snmp_community: z.boolean(),
  snmp_user: z.string(),
  snmp_auth: z.enum(SNMP_AUTHS).nullable(),
  has_snmp_auth_key: z.boolean(),
  snmp_priv: z.enum(SNMP_PRIVACIES).nullable(),
  has_snmp_priv_key: z.boolean(),
  pons: z.array(z.string()).nullable(),
  is_writable: z.boolean(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  is_active: z.boolean(),
  version: z.int(),
  health: healthSchema,
  allowed: allowedOf(OLT_ACTIONS),
})

/** An OLT with what was seen of it, as every answer shows it. */
export function oltView(actor: Actor, olt: Olt, health: OltHealth) {
  return {
    ...olt,
    pons: olt.pons === null ? null : [...olt.pons],
    health: { ...health, error_kind: OLT_TROUBLES.find((trouble) => trouble === health.error_kind) ?? null },
    allowed: allowedOnOlt(actor, olt),
  }
}

const TEST_TROUBLES = [...OLT_TROUBLES, 'incomplete', 'in_use'] as const

const wayTest = z.object({
  trouble: z.enum(TEST_TROUBLES).nullable().meta({ description: 'Null: it works' }),
  advice: z.string().meta({ description: 'What to look at, in your language' }),
  message: z.string().meta({ description: 'What the OLT, or the way to it, said' }),
  host_key: z.string().nullable().meta({ description: 'One that was shown and is not trusted: compare it with the OLT’s own before you pin it' }),
})

export const testSchema = z.object({
  cli: wayTest.nullable().meta({ description: 'Null: no command line is set up' }),
  snmp: wayTest.nullable(),
  description: z.string().nullable().meta({ description: 'What it calls itself' }),
  suggested_profiles: z.array(z.string()).meta({ description: 'Families it may be of, the likeliest first; a person has the last word' }),
  onus: z.int().nullable().meta({ description: 'How many ONUs it told of' }),
})

/** A test in the person's language. */
export function testView(locale: Locale, { cli, snmp, ...rest }: OltTest) {
  const way = (tried: OltTest['cli']) =>
    tried === null ? null : { ...tried, advice: translate(locale, tried.trouble === null ? 'olt_trouble.none' : `olt_trouble.${tried.trouble}`) }
  return { ...rest, suggested_profiles: [...rest.suggested_profiles], cli: way(cli), snmp: way(snmp) }
}

export const profileSchema = z.object({
  id: z.string(),
  vendor: z.string(),
  title: z.string(),
  has_snmp: z.boolean().meta({ description: 'What its ONUs tell by SNMP is known' }),
  is_gpon: z.boolean(),
  tells_waiting_by: z.array(z.enum(['snmp', 'cli'])).meta({ description: 'How it tells which ONUs wait to be let in; empty: it is not known how' }),
  commands: z.array(
    z.object({
      key: z.string(),
      words: z.string(),
      mode: z.string(),
      access: z.enum(['read', 'write', 'danger']),
      verified: z.string().nullable().meta({ description: 'By which record of a device; null: from a manual or from notes' }),
    }),
  ),
})

export const commandSchema = z.object({
  words: z.string().meta({ description: 'As it was typed' }),
  text: z.string().meta({ description: 'As a terminal showed it, without secrets' }),
  is_whole: z.boolean().meta({ description: 'False: it did not come to its end' }),
  ms: z.int(),
  rows: z.array(z.record(z.string(), z.unknown())).nullable().meta({ description: 'Null: nobody could make rows of it' }),
  is_complete: z.boolean().meta({ description: 'It is proven that the rows are all' }),
  why: z.string().nullable().meta({ description: 'Why there are no rows' }),
})
