import type { Locale, Scope } from '../../kernel/actor.ts'
import { NotFound } from '../../kernel/errors.ts'
import { add, negate, subtract, ZERO } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { describeRow } from './describe-row.ts'
import { isVisible, selectRows, selectSums } from './statement-store.ts'
import type { StatementPosition, StatementRow } from './statement-store.ts'

export interface ReadStatement {
  readonly clientId: bigint
  /** First day; null = from the beginning. */
  readonly from: PlainDate | null
  /** Last day, included. */
  readonly to: PlainDate
  readonly locale: Locale
  readonly limit: number
  readonly after?: StatementPosition | undefined
}

export interface StatementLine extends Omit<StatementRow, 'amount_minor' | 'invoice_kind' | 'month'> {
  readonly description: string
  readonly debit_minor: Minor
  readonly credit_minor: Minor
}

export interface Statement {
  readonly opening: Minor
  readonly closing: Minor
  readonly debit: Minor
  readonly credit: Minor
  /** In the order they were booked; one more than the limit where there is another page. */
  readonly lines: readonly StatementLine[]
}

/**
 * A client's account over a period: documents and payments with debit, credit and running balance, positive = he owes. Read from the
 * postings themselves, so it is the ledger and cannot differ from it. Writes nothing. @throws NotFound 404 outside the scope.
 */
export async function readStatement(conn: Conn, scope: Scope, { clientId, from, to, locale, limit, after }: ReadStatement): Promise<Statement> {
  if (!(await isVisible(conn, scope, clientId))) throw NotFound.of('client', clientId)
  const { opening, debit, credit } = await selectSums(conn, { clientId, from, to })
  const rows = await selectRows(conn, { clientId, from, to, after, limit })
  const lines = rows.map((row): StatementLine => {
    const { amount_minor, invoice_kind: _kind, month: _month, ...shown } = row
    return {
      ...shown,
      description: describeRow(row, locale),
      debit_minor: amount_minor > 0n ? amount_minor : ZERO,
      credit_minor: amount_minor < 0n ? negate(amount_minor) : ZERO,
    }
  })
  return { opening, closing: add(opening, subtract(debit, credit)), debit, credit, lines }
}
