/** Opening charges and following one another's terms. */
import { found, nextOf, versionOn } from './company.ts'
import type { Charge, Client, OracleCompany, Subscription, Terms } from './company.ts'
import type { TermsFacts, VersionFacts } from './script.ts'

/** What terms say of a package, apart from when they hold. */
export type Price = Omit<Terms, 'startsOn' | 'endsOn'>

/** Terms asked for by name, in the version of their first day. */
export function priceFrom(company: OracleCompany, subscription: Subscription | null, facts: TermsFacts, startsOn: number): Price {
  const kept = subscription?.terms.findLast((terms) => terms.startsOn <= startsOn) ?? subscription?.terms[0]
  return {
    version: facts.package === null ? found(kept, 'terms to keep').version : versionOn(company, facts.package, startsOn),
    priceOverride: facts.priceOverride === null ? null : BigInt(facts.priceOverride),
    discountBp: facts.discountBp,
    discountMinor: BigInt(facts.discountMinor),
  }
}

/** New terms cover what lay under them; open-ended ones drop what was agreed for later, others let it hold again. */
export function replaceTerms(subscription: Subscription, terms: Terms): void {
  const spliced: Terms[] = []
  for (const old of subscription.terms) {
    const before = old.endsOn === null || old.endsOn > terms.startsOn ? terms.startsOn : old.endsOn
    if (old.startsOn < terms.startsOn) spliced.push({ ...old, endsOn: before })
    if (terms.endsOn !== null && (old.endsOn === null || old.endsOn > terms.endsOn)) {
      spliced.push({ ...old, startsOn: Math.max(old.startsOn, terms.endsOn) })
    }
  }
  subscription.terms = [...spliced, terms].sort((a, b) => a.startsOn - b.startsOn)
}

/** Everybody who has the package gets this version of it from a day on. */
export function applyVersion(company: OracleCompany, version: VersionFacts, from: number): void {
  for (const subscription of company.subscriptions.values()) {
    if (subscription.state === 'left') continue
    subscription.terms = subscription.terms.flatMap((terms) => {
      if (terms.version.package !== version.package || (terms.endsOn !== null && terms.endsOn <= from)) return [terms]
      if (terms.startsOn >= from) return [{ ...terms, version }]
      return [
        { ...terms, endsOn: from },
        { ...terms, startsOn: from, version },
      ]
    })
  }
}

export function openCharge(
  company: OracleCompany,
  client: Client,
  facts: Omit<Charge, 'id' | 'client' | 'days' | 'endsOn' | 'isChange'> & { endsOn?: number | null; isChange?: boolean },
): Charge {
  const { endsOn = null, isChange = false, ...rest } = facts
  const end = facts.kind === 'one_time' ? facts.startsOn + 1 : endsOn
  const charge: Charge = { ...rest, id: nextOf(company, 'charge'), client, endsOn: end, isChange, days: new Map() }
  client.charges.push(charge)
  return charge
}
