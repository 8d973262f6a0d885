import { z } from 'zod'
import { MAX_MINOR, toMinor } from '../../kernel/money.ts'
import { dateSchema, idSchema, lineOfText, minorSchema, name, paragraph } from '../../platform/http/schemas.ts'
import { VALIDITY_UNITS } from './package.ts'
import type { VersionTerms } from './package.ts'

/** Zero or more: a package may be free. */
export const priceSchema = minorSchema.refine((amount) => amount >= 0n && amount <= MAX_MINOR / 1_000_000n, 'Expected an amount of 0 or more')

/** Upper-case codes, so that P-20 and p-20 are not two packages. */
export const codeSchema = name(40).regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._/-]*$/u, 'Letters, digits and . _ / - only')

const speed = z.int().min(1).max(400_000_000)

export const versionSchema = z.object({
  id: idSchema,
  package_id: idSchema,
  version_no: z.int(),
  starts_on: dateSchema,
  price_minor: minorSchema,
  vat_rate_id: idSchema.nullable(),
  vat_inclusive: z.boolean(),
  download_kbps: z.int(),
  upload_kbps: z.int(),
  router_profile: z.string(),
  validity_count: z.int(),
  validity_unit: z.enum(VALIDITY_UNITS),
  approval_no: z.string(),
  approved_on: dateSchema.nullable(),
})

export const packageSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  description: z.string(),
  is_active: z.boolean(),
  version: z.int(),
  current: versionSchema.nullable().meta({ description: 'The version in force today' }),
  upcoming: versionSchema.nullable().meta({ description: 'The next version that is announced' }),
})

export const warningSchema = z.object({ code: z.literal('above_tariff_ceiling'), download_kbps: z.int(), ceiling_minor: minorSchema })

export const createBody = z.strictObject({
  code: codeSchema,
  name: name(100),
  description: paragraph(2000).default(''),
  starts_on: dateSchema.optional().meta({ description: 'Today where not said' }),
  price_minor: priceSchema,
  vat_rate_id: idSchema.nullable().default(null),
  vat_inclusive: z.boolean().default(false),
  download_kbps: speed,
  upload_kbps: speed,
  router_profile: lineOfText(64).default(''),
  validity_count: z.int().min(1).max(3660).default(1),
  validity_unit: z.enum(VALIDITY_UNITS).default('month'),
  approval_no: lineOfText(100).default(''),
  approved_on: dateSchema.nullable().default(null),
})

/** What a new version changes; what is not said stays as it is on that day. */
export const versionBody = z.strictObject({
  starts_on: dateSchema,
  price_minor: priceSchema.optional(),
  vat_rate_id: idSchema.nullable().optional(),
  vat_inclusive: z.boolean().optional(),
  download_kbps: speed.optional(),
  upload_kbps: speed.optional(),
  router_profile: lineOfText(64).optional(),
  validity_count: z.int().min(1).max(3660).optional(),
  validity_unit: z.enum(VALIDITY_UNITS).optional(),
  approval_no: lineOfText(100).optional(),
  approved_on: dateSchema.nullable().optional(),
})

export function toTerms(body: z.output<typeof createBody>): VersionTerms {
  return {
    price: body.price_minor,
    vatRateId: body.vat_rate_id,
    vatInclusive: body.vat_inclusive,
    downloadKbps: body.download_kbps,
    uploadKbps: body.upload_kbps,
    routerProfile: body.router_profile,
    validityCount: body.validity_count,
    validityUnit: body.validity_unit,
    approvalNo: body.approval_no,
    approvedOn: body.approved_on,
  }
}

const WIRE_NAMES = {
  price: 'price_minor',
  vatRateId: 'vat_rate_id',
  vatInclusive: 'vat_inclusive',
  downloadKbps: 'download_kbps',
  uploadKbps: 'upload_kbps',
  routerProfile: 'router_profile',
  validityCount: 'validity_count',
  validityUnit: 'validity_unit',
  approvalNo: 'approval_no',
  approvedOn: 'approved_on',
} as const satisfies Record<keyof VersionTerms, keyof z.output<typeof versionBody>>

export function toChanges(body: z.output<typeof versionBody>): Partial<VersionTerms> {
  const said = Object.entries(WIRE_NAMES).flatMap(([key, wire]) => (body[wire] === undefined ? [] : [[key, body[wire]]]))
  return Object.fromEntries(said) as Partial<VersionTerms>
}

const percentBp = z.int().min(-10_000).max(100_000)

export const bulkEditBody = z.strictObject({
  package_ids: z.array(idSchema).min(1).max(500),
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('percent'), percent_bp: percentBp }),
    z.strictObject({ kind: z.literal('amount'), amount_minor: minorSchema }),
    z.strictObject({ kind: z.literal('set'), price_minor: priceSchema }),
  ]),
  starts_on: dateSchema,
  round_to_minor: minorSchema.refine((step) => step >= 1n && step <= 100_000_000n, 'Expected 1 or more').default(toMinor(1)),
  approval_no: lineOfText(100).optional(),
  approved_on: dateSchema.nullable().optional(),
  applies_to_existing_from: dateSchema.optional().meta({ description: 'Give it to move the lines already sold to the new prices from this day on' }),
  preview: z.boolean().default(false).meta({ description: 'true: say what would change and change nothing' }),
})

export const priceEditSchema = z.object({
  package_id: idSchema,
  code: z.string(),
  name: z.string(),
  before_minor: minorSchema,
  after_minor: minorSchema,
  warnings: z.array(warningSchema),
})
