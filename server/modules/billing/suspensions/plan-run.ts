import type { Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { scopeOf } from '../run-store.ts'
import type { BreakerRow } from './breaker-store.ts'
import { holdsOf } from './holds.ts'
import { planItems } from './items-store.ts'
import { lockSuspensionRun, setSuspensionRun } from './run-store.ts'
import type { SuspensionRun } from './run-store.ts'
import { cutTerms } from './terms.ts'

/** Plans a run as things stand now: who is to be cut, and whether the breaker lets it go on. Repeatable; what was planned before is replaced. */
export async function planRun(tx: Tx, run: SuspensionRun, breaker: BreakerRow): Promise<SuspensionRun> {
  const { sparesVip } = await cutTerms(tx)
  const planned = await planItems(tx, run.id, {
    minDue: run.minDue,
    ignoresFutureMonths: run.ignoresFutureMonths,
    sparesVip,
    day: tx.today,
    scope: scopeOf(run),
    reasons: run.origin === 'hand' ? ['billing'] : [run.origin === 'expiry' ? 'expired' : 'billing'],
    onceADay: run.origin !== 'hand',
  })
  const holds = await holdsOf(tx, run, breaker, planned.clients)
  await setSuspensionRun(tx, run.id, {
    day: tx.today,
    state: holds.length > 0 ? 'awaiting_release' : 'queued',
    holds: JSON.stringify(holds),
    planned_clients: planned.clients,
    planned_lines: planned.lines,
    planned_minor: planned.amount,
    // Whoever wished to release what has changed since reads it again.
    ...(planned.clients === run.plannedClients ? {} : { release_requested_by: null, release_after: null }),
  })
  const isNewlyHeld = holds.length > 0 && run.state !== 'awaiting_release'
  if (isNewlyHeld)
    await recordEvent(tx, 'suspension_run.held', {
      subjectType: 'suspension_run',
      subjectId: run.id,
      after: { holds: holds.map(({ kind }) => kind), clients: Number(planned.clients), lines: Number(planned.lines) },
    })
  return (await lockSuspensionRun(tx, run.id)) as SuspensionRun
}
