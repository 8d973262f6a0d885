import { z } from 'zod'
import { LOCALES } from '../../../kernel/actor.ts'
import { allowedOf } from '../../../platform/http/allowed-schema.ts'
import { bigintSchema, dateSchema, idSchema, instantSchema, lineOfText, minorSchema, name, paragraph } from '../../../platform/http/schemas.ts'
import { REASONS, STATES } from '../../access/index.ts'
import { CLIENT_ACTIONS, LINE_ACTIONS } from '../allowed.ts'
import { CLIENT_KINDS, GENDERS } from '../client.ts'
import { BILLING_MODES, CONNECTION_KINDS, MEDIA } from '../lines/line.ts'

const customSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
/** Values of the company's own fields; null takes one away. */
const customInput = z
  .record(z.string().max(40), z.union([z.string().max(1000), z.number(), z.boolean(), z.null()]))
  .refine((values) => Object.keys(values).length <= 100, 'At most 100 fields')

const amount = minorSchema.refine((value) => value >= 0n && value <= 1_000_000_000_000n, 'Expected 0 or more')
const tag = name(40)

/** The members of a client a person may write. */
export const clientInput = {
  name: name(200),
  kind: z.enum(CLIENT_KINDS).default('person'),
  phone: name(40),
  phone_alternative: lineOfText(40).default(''),
  email: z.union([z.literal(''), z.email().max(200)]).default(''),
  address: paragraph(500).default(''),
  district: lineOfText(60).default(''),
  upazila: lineOfText(60).default(''),
  branch_id: idSchema,
  reseller_id: idSchema.nullable().default(null),
  area_id: idSchema.nullable().default(null),
  nid: lineOfText(40).nullable().default(null).meta({ description: 'National identity number; stored sealed, shown masked' }),
  gender: z.enum(GENDERS).nullable().default(null),
  client_type: name(40).default('home'),
  vat_registration: lineOfText(60).default(''),
  vat_rate_id: idSchema.nullable().default(null),
  is_vat_exempt: z.boolean().default(false),
  locale: z.enum(LOCALES).default('en'),
  tags: z.array(tag).max(50).default([]),
  custom: customInput.default({}),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
}

export const codeInput = name(40).regex(/^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u, 'Letters, digits and . _ / - only')

/** The technical members of a line a person may write. */
export const lineInput = {
  label: lineOfText(100).default(''),
  pppoe_login: lineOfText(64).nullable().default(null),
  router_id: idSchema.nullable().default(null),
  olt_id: idSchema.nullable().default(null),
  static_ip: lineOfText(45).nullable().default(null),
  mac: lineOfText(40).nullable().default(null),
  onu_mac: lineOfText(40).nullable().default(null),
  onu_model: lineOfText(60).default(''),
  connection_kind: z.enum(CONNECTION_KINDS).default('pppoe'),
  medium: z.enum(MEDIA).default('fibre'),
  billing_policy_id: idSchema,
  auto_control: z.boolean().default(true),
  auto_renew: z.boolean().default(true),
  address: paragraph(500).default(''),
  custom: customInput.default({}),
}

/** What is decided once when a line is sold. */
export const newLineInput = {
  ...lineInput,
  billing_policy_id: idSchema.optional().meta({ description: 'The default policy where not said' }),
  package_id: idSchema,
  pppoe_password: z.string().min(1).max(100).nullable().default(null),
  billing_mode: z.enum(BILLING_MODES).default('postpaid'),
  anchor_day: z.int().min(1).max(31).default(1),
  price_override_minor: amount.nullable().default(null),
  discount_bp: z.int().min(0).max(10_000).default(0),
  discount_minor: amount.optional(),
  discount_reason: lineOfText(300).default(''),
  joined_on: dateSchema.optional(),
  activated_on: dateSchema.nullable().default(null).meta({ description: 'In service since that day; null = pending' }),
}

export const termsSchema = z.object({
  starts_on: dateSchema,
  ends_on: dateSchema.nullable(),
  package_id: idSchema,
  package_code: z.string(),
  package_name: z.string(),
  package_version_id: idSchema,
  list_price_minor: minorSchema,
  price_override_minor: minorSchema.nullable(),
  discount_bp: z.int(),
  discount_minor: minorSchema,
  download_kbps: z.int(),
  upload_kbps: z.int(),
  reason: z.string(),
  approved_by: idSchema.nullable(),
  approved_by_name: z.string().nullable(),
})

export const lineSchema = z.object({
  id: idSchema,
  client_id: idSchema,
  label: z.string(),
  state: z.enum(STATES),
  pppoe_login: z.string().nullable(),
  has_pppoe_password: z.boolean(),
  router_id: idSchema.nullable(),
  router_name: z.string().nullable(),
  olt_id: idSchema.nullable(),
  static_ip: z.string().nullable(),
  mac: z.string().nullable(),
  onu_mac: z.string().nullable(),
  onu_model: z.string(),
  connection_kind: z.enum(CONNECTION_KINDS),
  medium: z.enum(MEDIA),
  billing_mode: z.enum(BILLING_MODES),
  anchor_day: z.int(),
  billing_policy_id: idSchema,
  auto_control: z.boolean(),
  auto_control_until: dateSchema.nullable().meta({ description: 'The last day out of automatic control' }),
  auto_control_reason: z.string(),
  auto_renew: z.boolean(),
  package_id: idSchema,
  joined_on: dateSchema,
  activated_on: dateSchema.nullable(),
  left_on: dateSchema.nullable(),
  left_reason: z.string(),
  expires_on: dateSchema.nullable().meta({ description: 'Prepaid: the first day without cover' }),
  address: z.string(),
  custom: customSchema,
  created_at: instantSchema,
  updated_at: instantSchema,
  version: z.int(),
})

export const lineViewSchema = lineSchema.extend({
  terms: z.array(termsSchema),
  current_terms: termsSchema.nullable(),
  access: z
    .object({
      desired_on: z.boolean(),
      profile: z.string(),
      static_ip: z.string().nullable(),
      revision: bigintSchema,
      applied_revision: bigintSchema,
      observed_at: instantSchema.nullable(),
      last_error: z.string().nullable(),
      changed_at: instantSchema,
    })
    .nullable(),
  reasons: z.array(
    z.object({ reason: z.enum(REASONS), since: instantSchema, until: dateSchema.nullable(), note: z.string(), recorded_by: idSchema.nullable() }),
  ),
  pauses: z.array(
    z.object({ id: idSchema, starts_on: dateSchema, ends_on: dateSchema.nullable(), kind: z.enum(['vacation', 'suspension']), reason: z.string() }),
  ),
  allowed: allowedOf(LINE_ACTIONS),
})

export const clientViewSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  kind: z.enum(CLIENT_KINDS),
  state: z.enum([...STATES, 'none']),
  phone: z.string(),
  phone_alternative: z.string(),
  email: z.string(),
  address: z.string(),
  district: z.string(),
  upazila: z.string(),
  branch_id: idSchema,
  reseller_id: idSchema.nullable(),
  area_id: idSchema.nullable(),
  nid_masked: z.string().nullable(),
  nid_verified_by: idSchema.nullable(),
  nid_verified_at: instantSchema.nullable(),
  gender: z.enum(GENDERS).nullable(),
  client_type: z.string(),
  vat_registration: z.string(),
  vat_rate_id: idSchema.nullable(),
  is_vat_exempt: z.boolean(),
  is_vip: z.boolean(),
  vip_until: dateSchema.nullable(),
  vip_reason: z.string(),
  is_whitelisted: z.boolean(),
  whitelist_until: dateSchema.nullable(),
  whitelist_reason: z.string(),
  locale: z.enum(LOCALES),
  tags: z.array(z.string()),
  custom: customSchema,
  photo_file_id: idSchema.nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  joined_on: dateSchema,
  deleted_at: instantSchema.nullable(),
  created_at: instantSchema,
  updated_at: instantSchema,
  version: z.int(),
  balance: z.object({ receivable_minor: minorSchema, credit_minor: minorSchema, deposit_minor: minorSchema.meta({ description: 'Held as a deposit' }) }),
  subscriptions: z.array(lineViewSchema),
  allowed: allowedOf(CLIENT_ACTIONS),
})

export const listedClientSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  kind: z.enum(CLIENT_KINDS),
  phone: z.string(),
  phone_alternative: z.string(),
  email: z.string(),
  address: z.string(),
  district: z.string(),
  upazila: z.string(),
  client_type: z.string(),
  branch_id: idSchema,
  branch_name: z.string(),
  area_id: idSchema.nullable(),
  area_name: z.string().nullable(),
  reseller_id: idSchema.nullable(),
  reseller_name: z.string().nullable(),
  is_vip: z.boolean(),
  is_whitelisted: z.boolean(),
  tags: z.array(z.string()),
  joined_on: dateSchema,
  deleted_at: instantSchema.nullable(),
  receivable_minor: minorSchema,
  credit_minor: minorSchema,
  due_on: dateSchema.nullable().meta({ description: 'When the oldest of what he owes fell or falls due' }),
  custom: customSchema,
  state: z.enum([...STATES, 'none']),
  lines: z.array(
    z.object({
      id: idSchema,
      state: z.enum(STATES),
      label: z.string(),
      pppoe_login: z.string().nullable(),
      router_id: idSchema.nullable(),
      router_name: z.string().nullable(),
      static_ip: z.string().nullable(),
      mac: z.string().nullable(),
      billing_mode: z.enum(BILLING_MODES),
      package_id: idSchema,
      package_code: z.string(),
      package_name: z.string(),
      expires_on: dateSchema.nullable(),
      anchor_day: z.int(),
      activated_on: dateSchema.nullable(),
      connection_kind: z.enum(CONNECTION_KINDS),
      onu_mac: z.string().nullable(),
      onu_model: z.string(),
      custom: customSchema,
    }),
  ),
})

export const noteSchema = z.object({
  id: idSchema,
  client_id: idSchema,
  body: z.string(),
  is_pinned: z.boolean(),
  created_by: idSchema.nullable(),
  author: z.string().nullable(),
  created_at: instantSchema,
})

export const flagBody = z.strictObject({
  until: dateSchema.nullable().default(null).meta({ description: 'The last day it holds' }),
  reason: lineOfText(300).default(''),
})
