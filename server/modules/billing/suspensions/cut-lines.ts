import { subtract, ZERO } from '../../../kernel/money.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { addReason } from '#modules/access/index.ts'
import { recordEvents } from '#modules/audit/index.ts'
import type { BulkEvent } from '#modules/audit/index.ts'
import { addPause } from '#modules/clients/index.ts'
import { lockClientBalances } from '#modules/ledger/index.ts'
import { notify } from '#modules/notifications/index.ts'
import { endCuts, nextClients, notChargedWhileSuspended, selectStandings, waitingItems, writeOutcomes } from './items-store.ts'
import { clientLocales } from './promise-store.ts'
import { advanceSuspensionRun, lockSuspensionRun } from './run-store.ts'
import type { Standing } from './standing.sql.ts'
import { cutTerms } from './terms.ts'

/**
 * Cuts the next clients of a run, in the order of their ids: what is planned is looked at again under the lock of their money, and who has paid meanwhile is
 * spared. Reasons, pauses, outcomes, audit and notices commit together or not at all. False: there is nothing left, or the run does not go on.
 */
export async function cutChunk(tx: Tx, runId: bigint, limit: number): Promise<boolean> {
  const run = await lockSuspensionRun(tx, runId)
  if (run?.state !== 'running') return false
  const clientIds = await nextClients(tx, runId, limit)
  if (clientIds.length === 0) return false
  await lockClientBalances(tx, clientIds)
  const { sparesVip } = await cutTerms(tx)
  const terms = { minDue: run.minDue, ignoresFutureMonths: run.ignoresFutureMonths, sparesVip, onceADay: run.origin !== 'hand' }
  const standings = await selectStandings(tx, { ...terms, day: tx.today, scope: { clientIds } })
  const now = new Map(standings.map((line) => [`${line.subscription_id}:${line.reason}`, line]))
  const cut: Standing[] = []
  const spared: { subscription_id: bigint; why: Standing['verdict'] | 'settled' }[] = []
  for (const { subscription_id, reason } of await waitingItems(tx, runId, clientIds)) {
    const line = now.get(`${subscription_id}:${reason}`)
    if (line?.verdict === 'cut') cut.push(line)
    else spared.push({ subscription_id, why: line?.verdict ?? 'settled' })
  }
  await cutNow(tx, cut, runId)
  await writeOutcomes(tx, runId, { cut, spared })
  await advanceSuspensionRun(tx, runId, { cut: cut.length, spared: spared.length })
  return true
}

/** Takes the service of lines, with everything that belongs to it but the row of the run. */
async function cutNow(tx: Tx, cut: readonly Standing[], runId: bigint): Promise<void> {
  const before = new Map<bigint, string>()
  for (const reason of ['billing', 'expired'] as const) {
    const ids = cut.filter((line) => line.reason === reason).map(({ subscription_id }) => subscription_id)
    // A cut that somebody lifted by hand is over before the next begins.
    await endCuts(tx, ids, reason, 'by_hand')
    for (const line of await addReason(tx, ids, reason)) before.set(line.subscription_id, line.before)
  }
  const billing = cut.filter(({ reason }) => reason === 'billing')
  const notCharged = await notChargedWhileSuspended(
    tx,
    billing.map(({ subscription_id }) => subscription_id),
  )
  for (const subscriptionId of notCharged) await addPause(tx, { subscriptionId, startsOn: tx.today, endsOn: null, kind: 'suspension', reason: 'overdue' })
  await recordEvents(
    tx,
    cut.map((line) => eventOf(line, before.get(line.subscription_id) ?? null, runId)),
  )
  await tellClients(tx, cut)
}

function eventOf(line: Standing, before: string | null, runId: bigint): BulkEvent {
  const { subscription_id, client_id, branch_id, reason, late_minor, credit_minor, expires_on } = line
  const about = { subjectType: 'subscription', subjectId: subscription_id, clientId: client_id, branchId: branch_id }
  if (reason === 'expired')
    return { ...about, action: 'subscription.expired', before: { state: before }, after: { state: 'expired', expires_on: expires_on?.toString() ?? null } }
  return {
    ...about,
    action: 'subscription.suspended',
    before: { state: before },
    after: { state: 'suspended', reason, late_minor: Number(late_minor - credit_minor), run_id: Number(runId) },
  }
}

async function tellClients(tx: Tx, cut: readonly Standing[]): Promise<void> {
  const locales = await clientLocales(
    tx,
    cut.map(({ client_id }) => client_id),
  )
  const localeOf = (clientId: bigint) => locales.get(clientId) ?? tx.company.locale
  for (const [clientId, lines] of Map.groupBy(
    cut.filter(({ reason }) => reason === 'billing'),
    ({ client_id }) => client_id,
  )) {
    // The lines share the client's bills; the one with the least grace has the most of them late.
    const late = lines.map(({ late_minor, credit_minor }) => subtract(late_minor, credit_minor)).toSorted((a, b) => (a < b ? 1 : -1))[0] ?? ZERO
    await notify(tx, 'service-suspended', {
      clientId,
      dedupeKey: `service-suspended:${clientId}:${tx.now.epochMilliseconds}`,
      payload: { late_minor: late, oldest_due_on: lines[0]?.oldest_due_on?.toString() ?? null },
      locale: localeOf(clientId),
    })
  }
  for (const { subscription_id, client_id, reason, expires_on } of cut) {
    if (reason !== 'expired') continue
    await notify(tx, 'subscription-expired', {
      clientId: client_id,
      dedupeKey: `subscription-expired:${subscription_id}:${expires_on}`,
      payload: { subscription_id, expires_on: expires_on?.toString() ?? null },
      locale: localeOf(client_id),
    })
  }
}
