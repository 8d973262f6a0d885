import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'

export interface DraftLine {
  readonly description: string
  readonly item: 'installation' | 'equipment' | 'other'
  readonly quantity_milli: number
  readonly unit_price_minor: number
  readonly vat_rate_id: number | null
  readonly vat_inclusive: boolean
}

export interface Draft {
  readonly id: bigint
  readonly client_id: bigint
  readonly client_code: string
  readonly client_name: string
  readonly content: { readonly lines: readonly DraftLine[] }
  readonly created_at: Temporal.Instant
  readonly updated_at: Temporal.Instant
  readonly created_by_name: string | null
  readonly finalized_invoice_id: bigint | null
  readonly invoice_code: string | null
}

const columns = sql`d.id, d.client_id, c.code as client_code, c.name as client_name, d.content, d.created_at, d.updated_at, d.finalized_invoice_id,
  (select u.full_name from users u where u.id = d.created_by) as created_by_name, (select i.code from invoices i where i.id = d.finalized_invoice_id) as invoice_code`

export async function selectDrafts(
  conn: Conn,
  scope: Scope,
  filter: { clientId?: bigint | undefined; id?: bigint | undefined; isOpen?: boolean | undefined },
  page: { limit: number; before?: bigint | undefined },
): Promise<Draft[]> {
  const { rows } = await sql<Draft>`
    select ${columns} from invoice_drafts d join clients c on c.id = d.client_id
    where ${scopeCondition(scope, 'c')} and (${filter.clientId ?? null}::bigint is null or d.client_id = ${filter.clientId ?? null}::bigint)
      and (${filter.isOpen ?? null}::boolean is null or (d.finalized_invoice_id is null) = ${filter.isOpen ?? null}::boolean)
      and (${filter.id ?? null}::bigint is null or d.id = ${filter.id ?? null}::bigint) and (${page.before ?? null}::bigint is null or d.id < ${page.before ?? null}::bigint)
    order by d.id desc limit ${page.limit + 1}`.execute(conn.db)
  return rows
}

export async function lockDraft(tx: Tx, id: bigint): Promise<Draft | undefined> {
  const { rows } =
    await sql<Draft>`select ${columns} from invoice_drafts d join clients c on c.id = d.client_id where d.id = ${id} and ${scopeCondition(tx.actor.scope, 'c')} for update of d`.execute(
      tx.db,
    )
  return rows[0]
}

export async function insertDraft(tx: Tx, clientId: bigint, lines: readonly DraftLine[]): Promise<bigint> {
  const { rows } = await sql<{ id: bigint }>`
    insert into invoice_drafts (client_id, content, created_by, created_at, updated_at)
    values (${clientId}, ${JSON.stringify({ lines })}::jsonb, ${tx.actor.userId}, ${tx.now}, ${tx.now}) returning id`.execute(tx.db)
  const [row] = rows
  if (!row) throw new Error('a draft was not written')
  return row.id
}

export async function updateDraft(tx: Tx, id: bigint, lines: readonly DraftLine[]): Promise<void> {
  await sql`update invoice_drafts set content = ${JSON.stringify({ lines })}::jsonb, updated_at = ${tx.now} where id = ${id}`.execute(tx.db)
}

export async function markFinalized(tx: Tx, id: bigint, invoiceId: bigint): Promise<void> {
  await sql`update invoice_drafts set finalized_invoice_id = ${invoiceId}, updated_at = ${tx.now} where id = ${id}`.execute(tx.db)
}

export async function deleteDraft(tx: Tx, id: bigint): Promise<void> {
  await sql`delete from invoice_drafts where id = ${id} and finalized_invoice_id is null`.execute(tx.db)
}
