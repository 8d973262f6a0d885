import type { Tx } from '../../../platform/db/tx.ts'
import { clearReason } from '#modules/access/index.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { notify } from '#modules/notifications/index.ts'
import { isBefore } from '../../../kernel/time.ts'
import { resumeSubscription } from '../pause-subscription.ts'
import { endCuts, pausedForSuspension, selectCutLines, selectStandings } from './items-store.ts'
import type { CutLine, EndedWhy } from './items-store.ts'
import type { CutReason, Standing, Verdict } from './standing.sql.ts'
import { clientLocales } from './promise-store.ts'
import { cutTerms } from './terms.ts'

const ENDED_BY: Readonly<Record<Exclude<Verdict, 'cut' | 'already_cut' | 'once_a_day'>, EndedWhy>> = {
  in_grace: 'settled',
  credit_covers: 'settled',
  below_minimum: 'settled',
  whitelisted: 'exempt',
  vip: 'exempt',
  auto_control_off: 'exempt',
  promise: 'promise',
}

/**
 * Gives lines of these clients back that are cut for money and would no longer be: by the terms they were cut by, whatever has been paid, credited,
 * written off, promised or exempted since. What a person took for unpaid bills ends when nothing is overdue any more, and not by a mere look. Never held back. Repeatable. The caller holds the clients' money lock. Returns how many lost the reason *billing*.
 */
export async function liftCuts(tx: Tx, clientIds: readonly bigint[], { isLook = false }: { isLook?: boolean } = {}): Promise<number> {
  const lines = clientIds.length === 0 ? [] : await selectCutLines(tx, clientIds)
  if (lines.length === 0) return 0
  const standings = await selectStandings(tx, { ...(await cutTerms(tx)), day: tx.today, scope: { clientIds }, isOfCut: true })
  const now = new Map(standings.map((line) => [`${line.subscription_id}:${line.reason}`, line]))
  const over = lines.flatMap((line) => {
    const standing = now.get(`${line.subscription_id}:${line.reason}`)
    const why = line.is_by_hand ? endOfByHand(standing, isLook) : endOf(line, standing?.verdict, tx)
    return why === null ? [] : [{ ...line, why }]
  })
  for (const line of over) await endCuts(tx, [line.subscription_id], line.reason, line.why)
  for (const reason of ['billing', 'expired'] as const) {
    const lifted = over.filter((line) => line.reason === reason && line.has_reason)
    if (lifted.length > 0) await giveBack(tx, reason, lifted)
  }
  await endPauses(
    tx,
    over.filter(({ is_left }) => !is_left).map(({ subscription_id }) => subscription_id),
  )
  return over.filter(({ reason, has_reason }) => reason === 'billing' && has_reason).length
}

/** Why what a person took for unpaid bills is over; null while it stands. */
function endOfByHand(standing: Standing | undefined, isLook: boolean): EndedWhy | null {
  if (isLook) return null
  if (standing?.verdict === 'promise') return 'promise'
  return standing === undefined || standing.overdue_minor <= standing.credit_minor ? 'settled' : null
}

/** Why a cut is over; null while it stands. */
function endOf(line: CutLine, verdict: Verdict | undefined, { today }: Pick<Tx, 'today'>): EndedWhy | null {
  if (line.is_left) return line.has_reason ? null : 'left'
  if (!line.has_reason) {
    if (line.reason === 'expired' && line.expires_on !== null && isBefore(today, line.expires_on)) return 'settled'
    return line.is_exempt ? 'exempt' : 'by_hand'
  }
  if (verdict === undefined) return 'settled'
  return verdict === 'already_cut' || verdict === 'cut' || verdict === 'once_a_day' ? null : ENDED_BY[verdict]
}

async function giveBack(tx: Tx, reason: CutReason, lifted: readonly (CutLine & { why: EndedWhy })[]): Promise<void> {
  const changed = await clearReason(
    tx,
    lifted.map(({ subscription_id }) => subscription_id),
    reason,
  )
  const isBack = new Set(changed.filter(({ desired_on, is_access_changed }) => desired_on && is_access_changed).map(({ subscription_id }) => subscription_id))
  const locales = await clientLocales(
    tx,
    lifted.map(({ client_id }) => client_id),
  )
  for (const [clientId, lines] of Map.groupBy(lifted, ({ client_id }) => client_id)) {
    const restored = lines.map(({ subscription_id }) => subscription_id).filter((id) => isBack.has(id))
    await recordEvent(tx, 'access.reason_cleared', {
      subjectType: 'client',
      subjectId: clientId,
      clientId,
      after: { reason, why: lines[0]?.why, subscriptions: lines.map(({ subscription_id }) => subscription_id), restored },
    })
    if (restored.length > 0)
      await notify(tx, 'service-restored', {
        clientId,
        dedupeKey: `service-restored:${clientId}:${reason}:${tx.now.epochMilliseconds}`,
        payload: { subscriptions: restored },
        locale: locales.get(clientId) ?? tx.company.locale,
      })
  }
}

/** Days without service are not charged where the policy says so: their pause ends with the cut, and what of it was billed is credited (billing rule 11). */
async function endPauses(tx: Tx, subscriptionIds: readonly bigint[]): Promise<void> {
  for (const subscriptionId of await pausedForSuspension(tx, subscriptionIds))
    await resumeSubscription(tx, { subscriptionId, on: tx.today, kind: 'suspension' })
}
