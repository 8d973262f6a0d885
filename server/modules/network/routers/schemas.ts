import { z } from 'zod'
import type { Actor, Locale } from '../../../kernel/actor.ts'
import { allowedOf } from '../../../platform/http/allowed-schema.ts'
import { translate } from '../../../platform/i18n/translate.ts'
import { bigintSchema, idSchema, instantSchema, lineOfText, name } from '../../../platform/http/schemas.ts'
import { allowedOnRouter, ROUTER_ACTIONS } from './allowed.ts'
import { TROUBLES } from './device/why-not.ts'
import { DRIFT_KINDS } from './drift-store.ts'
import type { Router, RouterHealth } from './router.ts'
import { SUSPEND_BY } from './sync/desired.ts'
import { HOLDS } from './sync/plan-router.ts'
import type { TestOutcome } from './test-router.ts'

export const routerInput = {
  branch_id: idSchema,
  name: name(100),
  host: lineOfText(253).meta({ description: 'An IP address or a name' }),
  port: z.int().min(1).max(65_535).default(8728),
  is_tls: z.boolean().default(false).meta({ description: 'The service api-ssl, port 8729 as a rule' }),
  tls_fingerprint: lineOfText(120).nullable().default(null).meta({ description: 'SHA-256 of the one certificate that is trusted' }),
  username: name(100),
  password: z.string().max(200).optional().meta({ description: 'Kept sealed and never shown; absent or empty: the stored one stays' }),
  suspend_by: z.enum(SUSPEND_BY).default('disable').meta({ description: 'What is done to a line without service' }),
  suspend_target: lineOfText(100).default('').meta({ description: 'The list, profile or pool of that' }),
  address_pool: lineOfText(100).default('').meta({ description: 'The pool of profiles that are made here; empty: none is made' }),
  local_address: lineOfText(45).nullable().default(null),
  commands_per_second: z.int().min(1).max(200).default(20),
  max_change_percent: z.int().min(1).max(100).default(20).meta({ description: 'The greatest share of its secrets that one run may change unasked' }),
  is_active: z.boolean().default(true),
}

const healthSchema = z.object({
  identity: z.string(),
  os_version: z.string(),
  board: z.string(),
  uptime_seconds: bigintSchema.nullable().meta({ description: 'When it was seen' }),
  cpu_percent: z.int().nullable(),
  memory_free_bytes: bigintSchema.nullable(),
  memory_total_bytes: bigintSchema.nullable(),
  seen_at: instantSchema.nullable(),
  failures: z.int().meta({ description: 'In a row' }),
  retry_at: instantSchema.nullable().meta({ description: 'Left alone until then' }),
  error_kind: z.enum(TROUBLES).nullable(),
  error: z.string().nullable(),
  failed_at: instantSchema.nullable(),
  reconciled_at: instantSchema.nullable().meta({ description: 'When all of it was compared last' }),
  secrets: z.int(),
  own_secrets: z.int(),
  foreign_secrets: z.int(),
  sessions: z.int(),
  exported_at: instantSchema.nullable().meta({ description: 'When what is set up on it was read last' }),
  export_error: z.string().nullable().meta({ description: 'Why that did not work the last time' }),
  held: z
    .object({ kind: z.enum(HOLDS), changes: z.int(), limit: z.int(), since: instantSchema })
    .nullable()
    .meta({ description: 'A plan that a guard holds back' }),
})

export const routerSchema = z.object({
  id: idSchema,
  branch_id: idSchema,
  branch_name: z.string(),
  name: z.string(),
  host: z.string(),
  port: z.int(),
  is_tls: z.boolean(),
  tls_fingerprint: z.string().nullable(),
  username: z.string(),
  has_password: z.boolean(),
  suspend_by: z.enum(SUSPEND_BY),
  suspend_target: z.string(),
  address_pool: z.string(),
  local_address: z.string().nullable(),
  commands_per_second: z.int(),
  max_change_percent: z.int(),
  is_frozen: z.boolean(),
  frozen_reason: z.string(),
  frozen_at: instantSchema.nullable(),
  is_active: z.boolean(),
  version: z.int(),
  health: healthSchema,
  allowed: allowedOf(ROUTER_ACTIONS),
})

/** A router with what was seen of it, as every answer shows it. */
export function routerView(actor: Actor, router: Router, health: RouterHealth) {
  const { held_kind, held_changes, held_limit, held_at, error_kind } = health
  const held =
    held_kind === null || held_changes === null || held_limit === null || held_at === null
      ? null
      : { kind: held_kind, changes: held_changes, limit: held_limit, since: held_at }
  return {
    ...router,
    health: { ...health, error_kind: TROUBLES.find((trouble) => trouble === error_kind) ?? null, held },
    allowed: allowedOnRouter(actor, router, health),
  }
}

/** What is typed of a router while it is not kept yet. */
export const connectionInput = {
  router_id: idSchema.nullable().default(null).meta({ description: 'One that is kept already: its password is used where none is typed' }),
  host: routerInput.host.min(1),
  port: routerInput.port,
  is_tls: routerInput.is_tls,
  tls_fingerprint: routerInput.tls_fingerprint,
  username: routerInput.username,
  password: routerInput.password,
}

/** A test in the person's language. */
export const testView = (locale: Locale, { seesPasswords, ...outcome }: TestOutcome) => ({
  ...outcome,
  advice: translate(locale, outcome.trouble === null ? 'trouble.none' : `trouble.${outcome.trouble}`),
  sees_passwords: seesPasswords,
})

export const connectionTestSchema = z.object({
  trouble: z.enum(TROUBLES).nullable().meta({ description: 'Null: everything that is needed works' }),
  advice: z.string().meta({ description: 'What to look at, in your language' }),
  message: z.string().meta({ description: 'What the router, or the way to it, said' }),
  fingerprint: z.string().nullable().meta({ description: 'SHA-256 of a certificate that is not trusted: compare it with the router’s own before you pin it' }),
  sees_passwords: z.boolean().nullable().meta({ description: 'Null where there is no secret to see it by' }),
  secrets: z.int().nullable(),
  identity: z.string().nullable(),
  os_version: z.string().nullable(),
})

export const testSchema = connectionTestSchema.extend({ router: routerSchema })

export const sessionSchema = z.object({
  name: z.string(),
  service: z.string(),
  caller_id: z.string(),
  address: z.string(),
  uptime_seconds: z.int(),
  is_radius: z.boolean(),
  subscription_id: idSchema.nullable(),
  client_id: idSchema.nullable(),
  client_name: z.string().nullable(),
})

export const driftSchema = z.object({
  kind: z.enum(DRIFT_KINDS),
  name: z.string(),
  subscription_id: idSchema.nullable(),
  profile: z.string().nullable(),
  comment: z.string().nullable(),
  is_disabled: z.boolean().nullable(),
  since: instantSchema,
  ignored: z
    .object({ at: instantSchema, by: z.string().nullable(), reason: z.string() })
    .nullable()
    .meta({ description: 'Somebody has said that it stays as it is' }),
})
