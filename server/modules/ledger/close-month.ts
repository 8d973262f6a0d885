import { Conflict, Forbidden } from '../../kernel/errors.ts'
import { firstDay, firstDayAfter, isBefore } from '../../kernel/time.ts'
import type { Month } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '#modules/audit/index.ts'
import { lockMonth, waitForOpenEntries } from './month-store.ts'
import { setMonthClosed } from './store.ts'

/**
 * Closes a past month: from then on no entry can be booked in it. The caller has seen the self-check green. Repeatable.
 * @throws Forbidden 403 for people of a part of the company; Conflict `month_not_over` 409; 55P03 where somebody is writing entries for long (503, try again).
 */
export async function closeMonth(tx: Tx, month: Month): Promise<void> {
  refusePartOfCompany(tx)
  if (isBefore(tx.today, firstDayAfter(month))) throw new Conflict('month_not_over', `${month} is not over; it can be closed from ${firstDayAfter(month)} on`)
  await waitForOpenEntries(tx)
  if ((await lockMonth(tx, firstDay(month))).closedAt !== null) return
  await setMonthClosed(tx, firstDay(month), true)
  await recordEvent(tx, 'ledger.month_closed', { subjectType: 'month', subjectId: null, after: { month: month.toString() } })
}

/** Opens a closed month again. @throws Forbidden 403 for people of a part of the company; Conflict `month_not_closed` 409. */
export async function reopenMonth(tx: Tx, month: Month): Promise<void> {
  refusePartOfCompany(tx)
  const { closedAt } = await lockMonth(tx, firstDay(month))
  if (closedAt === null) throw new Conflict('month_not_closed', `${month} is open`)
  await setMonthClosed(tx, firstDay(month), false)
  await recordEvent(tx, 'ledger.month_reopened', {
    subjectType: 'month',
    subjectId: null,
    before: { month: month.toString(), closed_at: closedAt.toString() },
    after: null,
  })
}

/** There is one set of months for all branches. */
export function refusePartOfCompany({ actor }: Pick<Tx, 'actor'>): void {
  if (actor.scope.kind !== 'company') throw new Forbidden('Months are closed and opened for the whole company; somebody who sees all of it must do this')
}
