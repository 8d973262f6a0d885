import { NotFound } from '../../kernel/errors.ts'
import { ZERO } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { firstDayAfter, isBefore, monthOf } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { computeInvoice } from './invoice.ts'
import type { ComputedInvoice } from './invoice.ts'
import { readPolicies, readVatRateOn, readVersionOn } from './terms-store.ts'
import type { BillingTerms } from './terms.ts'

export interface QuotePackage {
  readonly packageId: bigint
  readonly startsOn: PlainDate
  readonly anchorDay: number
  readonly policyId: bigint | null
  /** An own price instead of the package's. */
  readonly priceOverride?: Minor
  readonly discountBp?: number
  readonly discount?: Minor
  readonly isVatExempt?: boolean
  /** The client's own rate. */
  readonly vatRateId?: bigint
}

/** What a new postpaid line of a package would be billed up to the end of its first month, and for each whole cycle after it. */
export async function quotePackage(
  conn: Conn,
  { packageId, startsOn, anchorDay, policyId, priceOverride, discountBp = 0, discount = ZERO, isVatExempt = false, vatRateId }: QuotePackage,
): Promise<{ first: ComputedInvoice; cycle: ComputedInvoice }> {
  const policies = await readPolicies(conn)
  const policy = policies.find((candidate) => (policyId === null ? candidate.isDefault : candidate.id === policyId))
  if (!policy) throw NotFound.of('billing policy', policyId ?? 'default')
  const version = await readVersionOn(conn, packageId, startsOn)
  if (!version) throw NotFound.of('package', packageId)
  const terms: BillingTerms = {
    clientId: 0n,
    branchId: 0n,
    resellerId: null,
    isVatExempt,
    clientVatBp: vatRateId === undefined ? null : await readVatRateOn(conn, vatRateId, startsOn),
    vatRounding: conn.company.vatRounding,
    defaultPolicy: policy,
    charges: [
      {
        id: 1n,
        subscriptionId: 1n,
        kind: 'recurring',
        item: 'package',
        description: '',
        quantityMilli: 1000n,
        unitPrice: null,
        vatBp: 0,
        vatInclusive: false,
        startsOn,
        endsOn: null,
        billedUntil: startsOn,
        reason: '',
      },
    ],
    subscriptions: new Map([
      [
        1n,
        {
          id: 1n,
          state: 'active',
          billingMode: 'postpaid',
          anchorDay,
          policy,
          expiresOn: null,
          pauses: [],
          terms: [{ ...version, price: priceOverride ?? version.price, startsOn, endsOn: null, discountBp, discount }],
        },
      ],
    ]),
  }
  const first = computeInvoice(terms, firstDayAfter(monthOf(startsOn)))
  const later = computeInvoice(terms, firstDayAfter(monthOf(startsOn.add({ months: 2 }))))
  const billed = first.lines.at(-1)?.endsOn ?? startsOn
  const wholeLines = later.lines.filter((line) => line.explain.rule === 'whole' && !isBefore(line.startsOn, billed)).slice(0, 1)
  const sum = (amount: (line: ComputedInvoice['lines'][number]) => bigint) => wholeLines.reduce((total, line) => total + amount(line), 0n) as typeof later.total
  return {
    first,
    cycle: {
      ...later,
      lines: wholeLines,
      free: [],
      net: sum((line) => line.net),
      discount: sum((line) => line.discount),
      vat: sum((line) => line.vat),
      total: sum((line) => line.total),
    },
  }
}
