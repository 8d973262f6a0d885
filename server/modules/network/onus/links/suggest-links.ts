import type { Tx } from '../../../../platform/db/tx.ts'
import { getSetting } from '../../../settings/index.ts'
import { linksAutomatically } from '../settings.ts'
import { certainOf } from './link.ts'
import { linkOnu } from './link-onu.ts'
import { replaceSuggestions, selectCandidates, selectRejected } from './links-store.ts'

/** Looks anew at which lines the ONUs of an OLT carry: what is certain is linked, the rest waits for a click. What a person has rejected is left. */
export async function suggestLinks(tx: Tx, oltId: bigint, at: Temporal.Instant): Promise<void> {
  const rejected = new Set((await selectRejected(tx, oltId)).map(({ onu_id, subscription_id }) => `${onu_id}:${subscription_id}`))
  const likely = (await selectCandidates(tx, oltId)).filter(({ onu_id, subscription_id }) => !rejected.has(`${onu_id}:${subscription_id}`))
  const certain = (await getSetting(tx, linksAutomatically)) ? certainOf(likely) : []
  const done = new Set(certain.flatMap(({ onu_id, subscription_id }) => [`onu ${onu_id}`, `line ${subscription_id}`]))
  await replaceSuggestions(
    tx,
    oltId,
    likely.filter(({ onu_id, subscription_id }) => !done.has(`onu ${onu_id}`) && !done.has(`line ${subscription_id}`)),
    at,
  )
  for (const { onu_id, subscription_id, reasons } of certain)
    await linkOnu(tx, { onuId: onu_id, subscriptionId: subscription_id, source: 'automatic', reason: reasons })
}
