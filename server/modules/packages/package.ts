import { Invalid } from '../../kernel/errors.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'

export const VALIDITY_UNITS = ['day', 'month'] as const
export type ValidityUnit = (typeof VALIDITY_UNITS)[number]

/** What is sold at which price from which day. Never changes; a correction is another version. */
export interface PackageVersion {
  readonly id: bigint
  readonly package_id: bigint
  readonly version_no: number
  readonly starts_on: PlainDate
  readonly price_minor: Minor
  readonly vat_rate_id: bigint | null
  readonly vat_inclusive: boolean
  readonly download_kbps: number
  readonly upload_kbps: number
  /** The profile of the router or RADIUS group; empty = none. */
  readonly router_profile: string
  readonly validity_count: number
  readonly validity_unit: ValidityUnit
  /** Approval of the tariff by the regulator. */
  readonly approval_no: string
  readonly approved_on: PlainDate | null
}

/** The terms of a version as a person gives them. */
export interface VersionTerms {
  readonly price: Minor
  readonly vatRateId: bigint | null
  readonly vatInclusive: boolean
  readonly downloadKbps: number
  readonly uploadKbps: number
  readonly routerProfile: string
  readonly validityCount: number
  readonly validityUnit: ValidityUnit
  readonly approvalNo: string
  readonly approvedOn: PlainDate | null
}

export interface Package {
  readonly id: bigint
  readonly code: string
  readonly name: string
  readonly description: string
  readonly is_active: boolean
  readonly version: number
}

/** A price limit of the regulator: a package of up to this speed may cost at most this. */
export interface TariffCeiling {
  readonly download_kbps: number
  readonly price_minor: number
}

export interface TariffWarning {
  readonly code: 'above_tariff_ceiling'
  readonly download_kbps: number
  readonly ceiling_minor: Minor
}

/** The ceiling of a speed is that of the slowest tier that reaches it; beyond the fastest tier there is none. */
export function tariffWarnings(version: { downloadKbps: number; price: Minor }, ceilings: readonly TariffCeiling[]): TariffWarning[] {
  const tier = [...ceilings].sort((a, b) => a.download_kbps - b.download_kbps).find(({ download_kbps }) => version.downloadKbps <= download_kbps)
  if (tier === undefined || version.price <= BigInt(tier.price_minor)) return []
  return [{ code: 'above_tariff_ceiling', download_kbps: tier.download_kbps, ceiling_minor: BigInt(tier.price_minor) as Minor }]
}

/** @throws Invalid 422 for terms that make no sense together. */
export function checkTerms(terms: VersionTerms): void {
  if (terms.validityUnit === 'month' && terms.validityCount > 120)
    throw new Invalid('A package is valid for 120 months at most', { errors: [{ field: 'validity_count', message: 'At most 120 months' }] })
  if (terms.approvedOn !== null && terms.approvalNo === '')
    throw new Invalid('An approval date needs the approval number', { errors: [{ field: 'approval_no', message: 'Give the number of the approval' }] })
}

export const termsOf = (version: PackageVersion): VersionTerms => ({
  price: version.price_minor,
  vatRateId: version.vat_rate_id,
  vatInclusive: version.vat_inclusive,
  downloadKbps: version.download_kbps,
  uploadKbps: version.upload_kbps,
  routerProfile: version.router_profile,
  validityCount: version.validity_count,
  validityUnit: version.validity_unit,
  approvalNo: version.approval_no,
  approvedOn: version.approved_on,
})
