import type { Actor } from '../../kernel/actor.ts'
import { Conflict } from '../../kernel/errors.ts'
import { businessDay, firstDayAfter, isBefore } from '../../kernel/time.ts'
import type { Month } from '../../kernel/time.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { Database } from '../../platform/db/tx.ts'
import { closeMonth, refusePartOfCompany } from '#modules/ledger/index.ts'
import { checkBooks } from './check-books.ts'

/**
 * Closes a past month, if the books agree: the self-check runs first and is kept, and any red invariant blocks the close. Repeatable.
 * @throws Forbidden 403 for people of a part of the company; Conflict `books_do_not_agree` with the red invariants, `month_not_over` 409.
 */
export async function closeCheckedMonth(
  database: Database,
  { actor, month, requestId }: { actor: Actor; month: Month; requestId: string | null },
): Promise<void> {
  refusePartOfCompany({ actor })
  const { zone } = await database.company()
  // Said before a check of minutes, and again under the lock.
  if (isBefore(businessDay(database.clock.now(), zone), firstDayAfter(month)))
    throw new Conflict('month_not_over', `${month} is not over; it can be closed from ${firstDayAfter(month)} on`)
  const report = await checkBooks(database, { actor, occasion: 'month_close' })
  if (!report.ok) {
    const red = report.results.filter((result) => !result.ok)
    throw new Conflict(
      'books_do_not_agree',
      `${red.map(({ id, title }) => `${id} ${title.en}`).join('; ')}: not so. ${month} stays open until the self-check is green`,
      {
        doctor_result_id: Number(report.resultId),
        red: red.map(({ id, title, rows }) => ({ id, title: title[actor.locale], rows: rows.length })),
      },
    )
  }
  await inTransaction(database, { actor, requestId }, async (tx) => await closeMonth(tx, month))
}
