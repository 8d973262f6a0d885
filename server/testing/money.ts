import { sql } from 'kysely'
import type { Minor } from '../kernel/money.ts'
import { toMinor } from '../kernel/money.ts'
import { applyCredit } from '../modules/billing/index.ts'
import { ACCOUNT, credit, debit, lockClientBalances, postEntry, takeNumber } from '../modules/ledger/index.ts'
import type { Database, Tx } from '../platform/db/tx.ts'

/** Partitions of months long past or far ahead, for tests whose clock stands there. */
export async function partitionsBetween(database: Pick<Database, 'db'>, from: string, to: string): Promise<void> {
  for (const table of ['entries', 'postings', 'audit_events', 'outbox_messages', 'message_attempts', 'login_attempts'])
    await sql`select make_month_partitions_between(${table}, ${from}::date, ${to}::date)`.execute(database.db)
}

/** A wallet of a branch; with a limit it is a drawer whose balance is kept in line. */
export async function aWallet(
  database: Pick<Database, 'db'>,
  { code, kind = 'office', branchId = null, limit = null }: { code: string; kind?: string; branchId?: bigint | null; limit?: number | null },
): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    with made as (insert into wallets (code, name, kind, branch_id, limit_minor) values (${code}, ${code}, ${kind}, ${branchId}, ${limit}) returning id, limit_minor),
      kept as (insert into wallet_balances (wallet_id, limit_minor) select id, limit_minor from made where limit_minor is not null)
    select id from made`.execute(database.db)
  return (rows[0] as { id: bigint }).id
}

/** Money received for a client the plain way, without the counter around it: payment, receipt number, entry, allocation. Returns the payment's id. */
export async function receive(
  tx: Tx,
  { clientId, walletId, amount, method = 'cash', pays = true }: { clientId: bigint; walletId: bigint; amount: number; method?: string; pays?: boolean },
): Promise<bigint> {
  await lockClientBalances(tx, [clientId])
  const number = await takeNumber(tx, 'receipt', tx.today)
  const { rows } = await sql<{ id: bigint; branch_id: bigint }>`
    insert into payments (client_id, branch_id, reseller_id, wallet_id, method, amount_minor, value_on, recorded_at, receipt_series_id, receipt_number, receipt_code)
    select id, branch_id, reseller_id, ${walletId}::bigint, ${method}, ${amount}::bigint, ${tx.today}::date, ${tx.now}::timestamptz, ${number.seriesId}::bigint, ${number.number}::bigint, ${number.code}
    from clients where id = ${clientId} returning id, branch_id`.execute(tx.db)
  const { id, branch_id: branchId } = rows[0] as { id: bigint; branch_id: bigint }
  await sql`insert into payment_balances (payment_id, client_id, value_on, remaining_minor) values (${id}, ${clientId}, ${tx.today}, ${amount})`.execute(tx.db)
  const money: Minor = toMinor(amount)
  const postings = [debit(ACCOUNT.wallets, money, { walletId, branchId }), credit(ACCOUNT.clientCredit, money, { clientId, branchId })]
  await postEntry(tx, { kind: 'payment', documentKind: 'payment', documentId: id, bookedOn: tx.today, postings })
  if (pays) await applyCredit(tx, { clientId, paymentId: id })
  return id
}
