/** Opening charges and following one another's terms. */
import { nextOf } from './company.ts'
import type { Charge, Client, OracleCompany, Subscription, Terms } from './company.ts'

/** Terms in force or to come from a day on give way to new ones. */
export function replaceTerms(subscription: Subscription, terms: Terms): void {
  subscription.terms = subscription.terms.filter((old) => old.startsOn < terms.startsOn)
  for (const old of subscription.terms) if (old.endsOn === null || old.endsOn > terms.startsOn) old.endsOn = terms.startsOn
  subscription.terms.push(terms)
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
