import { Conflict, NotFound } from '../../../kernel/errors.ts'
import { ZERO } from '../../../kernel/money.ts'
import { businessDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { planOutageCredits } from '#modules/billing/index.ts'
import { getSetting } from '#modules/settings/index.ts'
import type { Incident } from '../incident.ts'
import { lockIncident } from '../incidents-store.ts'
import { creditSteps } from '../settings.ts'
import { creditDays } from './credit-days.ts'
import { selectTotals, selectUndecidedLines, upsertCredits } from './credits-store.ts'
import type { CreditTotals, LineOutage, NewCredit } from './credits-store.ts'

/**
 * Prepares what each line of an incident that is over would get back, or says why it gets nothing. No money moves. Repeatable: what waits is computed
 * anew, and lines that came back since are taken in; what was issued or rejected stays.
 * @throws NotFound 404; `incident_not_over` 409.
 */
export async function draftCredits(tx: Tx, incidentId: bigint): Promise<CreditTotals> {
  const incident = await lockEnded(tx, incidentId)
  const steps = await getSetting(tx, creditSteps)
  const lines = (await selectUndecidedLines(tx, incidentId)).map((line) => ({ ...line, days: line.is_away ? 0 : creditDays(line.minutes, steps) }))
  const wanted = lines.filter(({ days }) => days > 0)
  const planned = await planOutageCredits(
    tx,
    wanted.map(({ subscription_id, down_at, days }) => ({ subscriptionId: subscription_id, on: businessDay(down_at, tx.company.zone), days })),
    tx.today,
  )
  const credits = lines.map((line): NewCredit => {
    const credit = planned.get(line.subscription_id)
    if (credit === undefined) return nothing(line, line.is_away ? 'still_away' : 'too_short')
    if (!credit.isPossible) return { ...nothing(line, credit.why), price: credit.price }
    const { isPossible: _, ...amounts } = credit
    return { ...nothing(line, null), ...amounts, state: 'draft' }
  })
  await upsertCredits(tx, incidentId, credits)
  const totals = await selectTotals(tx, tx.actor.scope, incidentId)
  await recordEvent(tx, 'incident.credits_drafted', { subjectType: 'incident', subjectId: incidentId, branchId: incident.branch_id, after: { ...totals } })
  return totals
}

const nothing = ({ subscription_id, client_id, minutes, days }: LineOutage & { readonly days: number }, why: string | null): NewCredit => ({
  subscriptionId: subscription_id,
  clientId: client_id,
  state: 'not_creditable',
  why,
  minutes,
  days,
  price: ZERO,
  cycleDays: 0,
  invoiceId: null,
  lineNo: null,
  net: ZERO,
  vat: ZERO,
  total: ZERO,
})

/** @throws NotFound 404; `incident_not_over` 409. */
export async function lockEnded(tx: Tx, id: bigint): Promise<Incident> {
  const incident = await lockIncident(tx, id)
  if (incident === undefined) throw NotFound.of('incident', id)
  if (incident.ended_at === null) throw new Conflict('incident_not_over', 'This incident is not over yet; what is given back is prepared when it is')
  return incident
}
