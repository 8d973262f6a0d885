import { NotFound } from '../../../kernel/errors.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '../../audit/index.ts'
import { insertPolicy, lockPolicies, updateDefaultPolicy, updatePolicy } from './store.ts'
import type { Policy, PolicyTerms } from './store.ts'

/** Adds a billing policy. Not repeatable: the same code again is refused by the constraint. */
export async function createPolicy(tx: Tx, terms: PolicyTerms): Promise<Policy> {
  const created = await insertPolicy(tx, terms)
  await recordEvent(tx, 'billing_policy.created', { subjectType: 'billing_policy', subjectId: created.id, after: { ...created } })
  return created
}

/**
 * Changes a billing policy; what is already billed stays, everything billed afterwards follows the new terms. Repeatable.
 * @throws NotFound 404.
 */
export async function editPolicy(tx: Tx, policyId: bigint, changes: Partial<PolicyTerms>): Promise<Policy> {
  const before = (await lockPolicies(tx)).find(({ id }) => id === policyId)
  if (before === undefined) throw NotFound.of('billing policy', policyId)
  const wanted = { ...before, ...changes }
  if ((Object.keys(changes) as (keyof PolicyTerms)[]).every((key) => before[key] === wanted[key])) return before
  const after = await updatePolicy(tx, policyId, wanted)
  await recordEvent(tx, 'billing_policy.edited', { subjectType: 'billing_policy', subjectId: policyId, before: { ...before }, after: { ...after } })
  return after
}

/** Makes a policy the one that new lines get where nobody names another. Repeatable. @throws NotFound 404. */
export async function makeDefaultPolicy(tx: Tx, policyId: bigint): Promise<Policy> {
  const policies = await lockPolicies(tx)
  const wanted = policies.find(({ id }) => id === policyId)
  if (wanted === undefined) throw NotFound.of('billing policy', policyId)
  if (wanted.is_default) return wanted
  await updateDefaultPolicy(tx, policyId)
  const previous = policies.find(({ is_default }) => is_default)
  await recordEvent(tx, 'billing_policy.made_default', {
    subjectType: 'billing_policy',
    subjectId: policyId,
    before: { default: previous?.code ?? null },
    after: { default: wanted.code },
  })
  return { ...wanted, is_default: true }
}
