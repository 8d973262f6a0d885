/** The product's company at the beginning of a script, and which of its rows are what the script names. */
import { toMinor } from '../../server/kernel/money.ts'
import { date } from '../../server/kernel/time.ts'
import { createBranch } from '../../server/modules/branches/index.ts'
import { createWallet } from '../../server/modules/ledger/index.ts'
import { changeVatRate, createPackage, createPolicy, createVatRate, makeDefaultPolicy } from '../../server/modules/packages/index.ts'
import { changeSettings, settings } from '../../server/modules/settings/index.ts'
import type { Tx } from '../../server/platform/db/tx.ts'
import type { PolicyFacts, Script, VersionFacts } from '../oracle/script.ts'

/** What of the script is which of the product's rows. */
export interface Ids {
  readonly branchId: bigint
  readonly vatRates: ReadonlyMap<string, bigint>
  readonly policies: ReadonlyMap<string, bigint>
  readonly packages: Map<string, bigint>
  readonly versions: Map<string, bigint>
  readonly clients: Map<string, bigint>
  readonly subscriptions: Map<string, { id: bigint; clientId: bigint }>
  readonly payments: Map<string, bigint>
}

export function idOf<T>(map: ReadonlyMap<string, T>, ref: string): T {
  const id = map.get(ref)
  if (id === undefined) throw new Error(`The product does not know ${ref}`)
  return id
}

export const versionTerms = (version: VersionFacts, vatRates: ReadonlyMap<string, bigint>) => ({
  price: toMinor(version.price),
  vatRateId: version.vatRate === null ? null : idOf(vatRates, version.vatRate),
  vatInclusive: version.vatInclusive,
  downloadKbps: 10_000,
  uploadKbps: 10_000,
  routerProfile: '',
  validityCount: version.validityCount,
  validityUnit: version.validityUnit,
  approvalNo: '',
  approvedOn: null,
})

const policyTerms = (policy: PolicyFacts) => ({
  code: policy.code,
  name: policy.code,
  proration: policy.proration,
  first_period: policy.firstPeriod,
  package_change: policy.packageChange,
  package_change_fee_minor: toMinor(policy.changeFee),
  change_refund: policy.changeRefund,
  charge_while_paused: policy.chargeWhilePaused,
  charge_while_suspended: policy.chargeWhileSuspended,
  due_days: policy.dueDays,
  grace_days: policy.graceDays,
  late_fee_minor: toMinor(policy.lateFee),
  late_fee_bp: policy.lateFeeBp,
  late_renewal: policy.lateRenewal,
  prepaid_change: policy.prepaidChange,
})

export async function setUpCompany(tx: Tx, script: Script): Promise<Ids> {
  await changeSettings(tx, {
    known: settings,
    values: {
      'company.name': 'Story Net',
      'company.zone': script.zone,
      'company.fiscal_year_start_month': script.fiscalYearStartMonth,
      'billing.vat_rounding': script.vatRounding,
    },
  })
  for (const kind of ['office', 'bank', 'bkash', 'nagad'] as const) {
    await createWallet(tx, { code: kind.toUpperCase(), name: kind, kind, branchId: null, ownerUserId: null, limit: null })
  }
  const branch = await createBranch(tx, { code: 'HQ', name: 'Head office', phone: '', address: '' })
  const vatRates = new Map<string, bigint>()
  for (const { code, versions } of script.vatRates) {
    for (const { startsOn, bp } of versions) {
      const vatRateId = vatRates.get(code)
      if (vatRateId !== undefined) await changeVatRate(tx, { vatRateId, startsOn: date(startsOn), rateBp: bp })
      else vatRates.set(code, (await createVatRate(tx, { code, name: code, startsOn: date(startsOn), rateBp: bp })).id)
    }
  }
  const policies = new Map<string, bigint>()
  for (const policy of script.policies) {
    const { id } = await createPolicy(tx, policyTerms(policy))
    policies.set(policy.code, id)
    if (policy.isDefault) await makeDefaultPolicy(tx, id)
  }
  const ids: Ids = {
    branchId: branch.id,
    vatRates,
    policies,
    packages: new Map(),
    versions: new Map(),
    clients: new Map(),
    subscriptions: new Map(),
    payments: new Map(),
  }
  for (const version of script.versions) {
    const facts = { code: version.package, name: version.package, description: '', startsOn: date(version.startsOn) }
    const made = await createPackage(tx, { ...facts, terms: versionTerms(version, vatRates) })
    ids.packages.set(version.package, made.package.id)
    ids.versions.set(version.version, made.version.id)
  }
  return ids
}
