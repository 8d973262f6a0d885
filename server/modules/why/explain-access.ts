import type { Locale, Scope } from '../../kernel/actor.ts'
import { NotFound } from '../../kernel/errors.ts'
import { toMinor } from '../../kernel/money.ts'
import { date } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { selectReasons, selectSubscription } from './subscription-store.ts'
import type { ExplainedReason, ExplainedSubscription } from './subscription-store.ts'
import { teller } from './teller.ts'
import type { Step, Teller } from './teller.ts'

export interface AccessExplanation {
  readonly subscription_id: bigint
  readonly state: ExplainedSubscription['state']
  readonly is_on: boolean
  readonly steps: readonly Step[]
}

/** Why a line has service or has none: its state, each reason with since when, by whom and what clears it. @throws NotFound 404. */
export async function explainAccess(
  conn: Conn,
  scope: Scope,
  { subscriptionId, locale, today }: { subscriptionId: bigint; locale: Locale; today: PlainDate },
): Promise<AccessExplanation> {
  const line = await selectSubscription(conn, scope, subscriptionId, today)
  if (!line) throw NotFound.of('subscription', subscriptionId)
  const tell = teller(locale, conn.company)
  const reasons = await selectReasons(conn, subscriptionId)
  const steps = [
    stateStep(tell, line, reasons),
    ...reasons.map((reason) => reasonStep(tell, line, reason)),
    ...cutStep(tell, line),
    ...(line.promised_on === null
      ? []
      : [tell.step('access.promised', { day: tell.day(line.promised_on) }, { figures: { promised_on: line.promised_on.toString() } })]),
    ...(line.is_whitelisted ? [tell.step('access.whitelisted')] : []),
    ...networkStep(tell, line),
  ]
  return { subscription_id: line.id, state: line.state, is_on: line.desired_on ?? false, steps }
}

function stateStep(tell: Teller, line: ExplainedSubscription, reasons: readonly ExplainedReason[]): Step {
  const told = { figures: { state: line.state, reasons: reasons.length }, refs: [{ type: 'subscription', id: line.id, code: null } as const] }
  if (line.left_on !== null) return tell.step('access.left', { day: tell.day(line.left_on) }, told)
  if (line.state === 'pending') return tell.step('access.pending', {}, told)
  return reasons.length === 0 ? tell.step('access.on', {}, told) : tell.step('access.off', { count: reasons.length }, told)
}

function reasonStep(tell: Teller, line: ExplainedSubscription, { reason, since, until, note, recorded_by_name }: ExplainedReason): Step {
  const said = [tell.say(`access.reason.${reason}`, { since: tell.dayOf(since) })]
  if (reason === 'billing' && line.overdue_count > 0n)
    said.push(tell.say('access.overdue', { count: Number(line.overdue_count), amount: tell.money(line.overdue_minor) }))
  if (reason === 'expired' && line.expires_on !== null) said.push(tell.say('access.expiry', { day: tell.day(line.expires_on) }))
  if (note !== '') said.push(tell.say('access.note', { note }))
  if (recorded_by_name !== null) said.push(tell.say('access.by', { name: recorded_by_name }))
  if (until !== null) said.push(tell.say('access.until', { day: tell.day(until) }))
  const figures = { reason, since: since.toString(), ...(reason === 'billing' ? { overdue_minor: line.overdue_minor, overdue_count: line.overdue_count } : {}) }
  return { text: said.join(' '), figures, refs: [{ type: 'access_reason', id: line.id, code: reason }] }
}

/** By which bill and which days of grace the line was cut. */
function cutStep(tell: Teller, { id, cut }: ExplainedSubscription): Step[] {
  if (cut === null) return []
  const due = date(cut.oldest_due_on)
  const values = {
    amount: tell.money(toMinor(cut.late_minor)),
    due: tell.day(due),
    grace: tell.count(cut.grace_days),
    last: tell.day(due.add({ days: cut.grace_days })),
    day: tell.day(date(cut.cut_on)),
  }
  return [
    tell.step('access.cut', values, {
      figures: { ...cut },
      refs: [
        { type: 'suspension_run', id: BigInt(cut.run_id), code: null },
        { type: 'subscription', id, code: null },
      ],
    }),
  ]
}

function networkStep(tell: Teller, { is_applied, access_changed_at }: ExplainedSubscription): Step[] {
  if (access_changed_at === null) return []
  return [is_applied ? tell.step('access.applied') : tell.step('access.waiting', { since: tell.dayOf(access_changed_at) })]
}
