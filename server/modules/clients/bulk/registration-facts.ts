import type { Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { readContactRules } from '../client-facts.ts'
import type { ContactRules } from '../client-facts.ts'
import type { CustomField } from '../custom-values.ts'
import { selectFields } from '../fields/store.ts'
import { selectPolicyId } from '../lines/store.ts'
import type { Place } from '../store.ts'
import { selectOnSale, selectPlaces } from './bulk.sql.ts'
import type { OnSale } from './bulk.sql.ts'

/** Everything a registration is checked against, read once for thousands of them. */
export interface RegistrationFacts {
  readonly contact: ContactRules
  readonly clientFields: readonly CustomField[]
  readonly lineFields: readonly CustomField[]
  readonly defaultPolicyId: bigint | undefined
  place(branchId: bigint, resellerId: bigint | null): Place | undefined
  /** The version of a package a line that starts on a day gets. */
  onSale(packageId: bigint, day: PlainDate): OnSale | undefined
}

export async function readRegistrationFacts(tx: Tx): Promise<RegistrationFacts> {
  const contact = await readContactRules(tx)
  const fields = await selectFields(tx)
  const defaultPolicyId = await selectPolicyId(tx)
  const places = new Map((await selectPlaces(tx)).map((row) => [row.branch_id, row]))
  const versions = Map.groupBy(await selectOnSale(tx), ({ package_id }) => package_id)
  return {
    contact,
    clientFields: fields.filter(({ entity }) => entity === 'client'),
    lineFields: fields.filter(({ entity }) => entity === 'subscription'),
    defaultPolicyId,
    place(branchId, resellerId) {
      const branch = places.get(branchId)
      if (branch === undefined) return undefined
      const { branch_code, is_active, resellers } = branch
      const isKnown = resellerId !== null && [...places.values()].some((other) => other.resellers.includes(resellerId))
      const ofReseller = resellerId !== null && resellers.includes(resellerId) ? branchId : isKnown ? -1n : null
      return { branch_code, is_active, reseller_branch_id: ofReseller }
    },
    onSale: (packageId, day) => versions.get(packageId)?.find(({ starts_on }) => Temporal.PlainDate.compare(starts_on, day) <= 0),
  }
}
