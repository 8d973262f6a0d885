import type { Actor } from '../../kernel/actor.ts'
import { subtract, ZERO } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import { firstDay, firstDayAfter } from '../../kernel/time.ts'
import type { Month } from '../../kernel/time.ts'
import type { Database } from '../../platform/db/tx.ts'
import { issueInvoice, quoteForClient } from '#modules/billing/index.ts'

export interface PaidAhead {
  /** What the bills up to the end of the month will come to. */
  readonly billed: Minor
  /** What is missing then, and pays all of it if handed over now. */
  readonly toPay: Minor
}

/**
 * What a client hands over now to be even at the end of a month: his debts and all that will be billed up to then by what is agreed today,
 * less what he has paid in advance. The bills are computed by the operation that will issue them, and rolled back. Lines that are paid
 * before service are renewed instead, so they are not in it.
 * @throws NotFound 404; PackageHasNoPrice 409.
 */
export async function quoteAhead(database: Database, actor: Actor, { clientId, month }: { clientId: bigint; month: Month }): Promise<PaidAhead> {
  const { billed, balanceAfter } = await quoteForClient(database, actor, async (tx) => {
    const issued = await issueInvoice(tx, { clientId, until: firstDayAfter(month), month: firstDay(month) })
    return { clientId, billed: issued?.computed.total ?? ZERO }
  })
  const { receivable_minor, credit_minor } = balanceAfter
  return { billed, toPay: receivable_minor > credit_minor ? subtract(receivable_minor, credit_minor) : ZERO }
}
