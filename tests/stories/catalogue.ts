/** What the company of the story sells, and by which rules. Every policy of docs/BILLING.md is somebody's. */
import type { PolicyFacts, VatRateFacts, VersionFacts } from '../oracle/script.ts'

export const VAT_RATES: readonly VatRateFacts[] = [
  {
    code: 'standard',
    versions: [
      { startsOn: '2020-01-01', bp: 500 },
      { startsOn: '2024-07-01', bp: 750 },
      { startsOn: '2025-07-01', bp: 500 },
    ],
  },
  { code: 'full', versions: [{ startsOn: '2020-01-01', bp: 1500 }] },
]

const plain: PolicyFacts = {
  code: 'plain',
  isDefault: true,
  proration: 'actual_days',
  firstPeriod: 'prorate',
  packageChange: 'now',
  changeFee: 0,
  changeRefund: 'credit',
  chargeWhilePaused: false,
  chargeWhileSuspended: true,
  dueDays: 10,
  graceDays: 3,
  lateFee: 0,
  lateFeeBp: 0,
  lateRenewal: 'from_payment',
  prepaidChange: 'value',
}

export const POLICIES: readonly PolicyFacts[] = [
  plain,
  { ...plain, code: 'thirty', isDefault: false, proration: 'fixed_30', firstPeriod: 'full', changeFee: 10_050, lateFee: 5_000, lateFeeBp: 150 },
  { ...plain, code: 'whole', isDefault: false, proration: 'none', firstPeriod: 'free', packageChange: 'full_new_cycle', dueDays: 0, graceDays: 0 },
  { ...plain, code: 'strict', isDefault: false, changeRefund: 'none', chargeWhileSuspended: false, lateFee: 2_000, dueDays: 7, graceDays: 5 },
  {
    ...plain,
    code: 'patient',
    isDefault: false,
    packageChange: 'cycle_end',
    chargeWhilePaused: true,
    changeFee: 5_000,
    dueDays: 20,
    lateRenewal: 'from_expiry',
    prepaidChange: 'days',
  },
]

const price = (name: string, facts: Omit<VersionFacts, 'version' | 'package' | 'no' | 'startsOn'>): VersionFacts => ({
  version: `${name}v1`,
  package: name,
  no: 1,
  startsOn: '2020-01-01',
  ...facts,
})

const month = { validityCount: 1, validityUnit: 'month' } as const

export const VERSIONS: readonly VersionFacts[] = [
  price('home10', { price: 52_500, vatRate: 'standard', vatInclusive: true, ...month }),
  price('home20', { price: 80_000, vatRate: 'standard', vatInclusive: false, ...month }),
  price('home50', { price: 123_457, vatRate: 'full', vatInclusive: false, ...month }),
  price('home100', { price: 199_999, vatRate: 'full', vatInclusive: true, ...month }),
  price('village', { price: 33_333, vatRate: null, vatInclusive: false, ...month }),
  price('days30', { price: 50_000, vatRate: 'standard', vatInclusive: false, validityCount: 30, validityUnit: 'day' }),
  price('days7', { price: 14_000, vatRate: null, vatInclusive: false, validityCount: 7, validityUnit: 'day' }),
  price('month1', { price: 71_300, vatRate: 'standard', vatInclusive: true, ...month }),
  price('quarter', { price: 187_500, vatRate: 'full', vatInclusive: false, validityCount: 3, validityUnit: 'month' }),
]

/** Prepaid lines buy these, postpaid lines the others. */
export const PREPAID_PACKAGES: readonly string[] = ['days30', 'days7', 'month1', 'quarter']

/** New prices come into the catalogue on these days; nobody pays them before he is given them. */
export const NEW_PRICE_DAYS: readonly string[] = ['2024-06-10', '2025-01-20', '2025-11-05']
