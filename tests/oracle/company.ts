import { dayOf } from './calendar.ts'
import type { PolicyFacts, Script, VatRateFacts, VersionFacts } from './script.ts'

/** The in-memory company of the oracle. Nothing is summed up and kept: every figure is counted again when it is asked for. */
export interface Terms {
  startsOn: number
  endsOn: number | null
  version: VersionFacts
  priceOverride: bigint | null
  discountBp: number
  discountMinor: bigint
}

export interface Pause {
  readonly kind: 'vacation' | 'suspension'
  readonly startsOn: number
  endsOn: number | null
}

export interface Subscription {
  readonly ref: string
  readonly id: number
  readonly client: Client
  readonly mode: 'postpaid' | 'prepaid'
  anchor: number
  readonly policy: PolicyFacts
  terms: Terms[]
  readonly pauses: Pause[]
  state: 'pending' | 'active' | 'left'
}

export interface Charge {
  readonly id: number
  readonly client: Client
  readonly subscription: Subscription | null
  readonly kind: 'recurring' | 'one_time'
  readonly item: string
  readonly quantityMilli: bigint
  readonly unitPrice: bigint | null
  readonly vatRate: string | null
  readonly vatInclusive: boolean
  readonly startsOn: number
  endsOn: number | null
  readonly isChange: boolean
  /** What every single day became: the line that bills it, or why no line does. A day not in it is not billed. */
  readonly days: Map<number, Line | 'free' | 'given_up'>
}

export interface Line {
  readonly charge: Charge
  readonly startsOn: number
  readonly endsOn: number
  /** The days the line takes money for; a paused day is not among them. */
  readonly chargedDays: ReadonlySet<number>
  readonly givenBack: Set<number>
  readonly terms: Terms | null
  readonly unitPrice: bigint
  readonly net: bigint
  readonly discount: bigint
  readonly vat: bigint
  readonly vatBp: number
  readonly vatInclusive: boolean
}

export interface Invoice {
  readonly id: number
  readonly number: number
  readonly fiscalYear: number
  readonly client: Client
  readonly kind: string
  readonly issuedOn: number
  readonly dueOn: number
  readonly lines: readonly Line[]
  writtenOff: bigint
  writtenOffOn: number | null
  voidedOn: number | null
  lateFee: LateFee | null
}

export interface LateFee {
  readonly day: number
  /** What was open on that day, and the policy's figures of it. */
  readonly open: bigint
  readonly fixed: bigint
  readonly rateBp: bigint
  amount: bigint
  /** Allocations of the invoice that were there before the fee. */
  readonly earlier: ReadonlySet<Allocation>
  readonly charges: Charge[]
}

export interface CreditLine {
  readonly line: Line
  readonly net: bigint
  readonly discount: bigint
  readonly vat: bigint
  /** The span of days given back; null for a credit by hand. */
  readonly span: { readonly startsOn: number; readonly endsOn: number } | null
}

export interface CreditNote {
  readonly number: number
  readonly fiscalYear: number
  readonly invoice: Invoice
  readonly kind: string
  readonly issuedOn: number
  readonly lines: readonly CreditLine[]
}

export interface Payment {
  readonly ref: string
  readonly id: number
  readonly client: Client
  readonly method: string
  readonly amount: bigint
  readonly valueOn: number
  refunded: bigint
  isReversed: boolean
}

export interface Allocation {
  readonly id: number
  readonly payment: Payment
  readonly invoice: Invoice
  amount: bigint
  /** Written by applying credit, not by taking the payment. */
  readonly isApplied: boolean
  /** The amount, less what was taken back for another reason than a credit note. */
  notTakenBack: bigint
}

export interface Client {
  readonly ref: string
  readonly id: number
  readonly isVatExempt: boolean
  readonly vatRate: string | null
  readonly subscriptions: Subscription[]
  readonly charges: Charge[]
  readonly invoices: Invoice[]
  readonly creditNotes: CreditNote[]
  readonly payments: Payment[]
  readonly allocations: Allocation[]
  depositsTaken: bigint
  depositsOffset: bigint
}

export interface OracleCompany {
  readonly script: Script
  readonly clients: Map<string, Client>
  readonly subscriptions: Map<string, Subscription>
  readonly payments: Map<string, Payment>
  readonly versions: Map<string, VersionFacts>
  readonly vatRates: Map<string, VatRateFacts>
  /** Ids and document numbers already given, by kind. */
  readonly counters: Map<string, number>
}

export function openCompany(script: Script): OracleCompany {
  return {
    script,
    clients: new Map(),
    subscriptions: new Map(),
    payments: new Map(),
    versions: new Map(script.versions.map((version) => [version.version, version])),
    vatRates: new Map(script.vatRates.map((rate) => [rate.code, rate])),
    counters: new Map(),
  }
}

export function nextOf(company: OracleCompany, counter: string): number {
  const next = (company.counters.get(counter) ?? 0) + 1
  company.counters.set(counter, next)
  return next
}

export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The script names ${what}, which does not exist`)
  return value
}

export const clientOf = (company: OracleCompany, ref: string): Client => found(company.clients.get(ref), ref)
export const subscriptionOf = (company: OracleCompany, ref: string): Subscription => found(company.subscriptions.get(ref), ref)

/** The newest version of a package that has started on a day. */
export function versionOn(company: OracleCompany, packageCode: string, day: number): VersionFacts {
  let newest: VersionFacts | undefined
  for (const version of company.versions.values()) {
    if (version.package !== packageCode || dayOf(version.startsOn) > day) continue
    if (newest === undefined || version.startsOn > newest.startsOn) newest = version
  }
  return found(newest, `a version of ${packageCode}`)
}

export const lineTotal = (line: { net: bigint; discount: bigint; vat: bigint }): bigint => line.net - line.discount + line.vat
export const invoiceTotal = (invoice: Invoice): bigint => invoice.lines.reduce((sum, line) => sum + lineTotal(line), 0n)
export const noteTotal = (note: CreditNote): bigint => note.lines.reduce((sum, line) => sum + lineTotal(line), 0n)

export const defaultPolicy = (company: OracleCompany): PolicyFacts =>
  found(
    company.script.policies.find((policy) => policy.isDefault),
    'a default policy',
  )

/** The policy of a document: that of its first subscription by id, else the default one. */
export function policyOfLines(company: OracleCompany, lines: readonly Line[]): PolicyFacts {
  let first: Subscription | null = null
  for (const { charge } of lines) {
    if (charge.subscription !== null && (first === null || charge.subscription.id < first.id)) first = charge.subscription
  }
  return first === null ? defaultPolicy(company) : first.policy
}
