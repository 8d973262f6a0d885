import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '../../../kernel/actor.ts'
import type { Minor } from '../../../kernel/money.ts'
import type { Instant } from '../../../kernel/time.ts'
import { scopeCondition } from '../../../platform/db/scope.ts'
import type { Conn, Tx } from '../../../platform/db/tx.ts'

type Db = Pick<Conn, 'db'>

export const CREDIT_STATES = ['draft', 'not_creditable', 'issued', 'rejected'] as const
export type CreditState = (typeof CREDIT_STATES)[number]

export interface LineOutage {
  readonly subscription_id: bigint
  readonly client_id: bigint
  readonly down_at: Instant
  readonly minutes: number
  readonly is_away: boolean
}

/** The lines in reach that an incident took away and of which nobody has decided yet, each with the minutes of all its times. */
export async function selectUndecidedLines(tx: Tx, incidentId: bigint): Promise<LineOutage[]> {
  const { rows } = await sql<LineOutage>`
    select r.subscription_id, r.client_id, min(r.down_at) as down_at, bool_or(r.up_at is null) as is_away,
      (sum(extract(epoch from coalesce(r.up_at, ${tx.now}::timestamptz) - r.down_at))::bigint / 60)::int as minutes
    from incident_onus r join clients c on c.id = r.client_id
    where r.incident_id = ${incidentId} and r.subscription_id is not null and ${scopeCondition(tx.actor.scope, 'c')}
      and not exists (select from incident_credits k where k.incident_id = r.incident_id and k.subscription_id = r.subscription_id and k.state in ('issued', 'rejected'))
    group by r.subscription_id, r.client_id order by r.subscription_id`.execute(tx.db)
  return rows
}

export interface NewCredit {
  readonly subscriptionId: bigint
  readonly clientId: bigint
  readonly state: 'draft' | 'not_creditable'
  readonly why: string | null
  readonly minutes: number
  readonly days: number
  readonly price: Minor
  readonly cycleDays: number
  readonly invoiceId: bigint | null
  readonly lineNo: number | null
  readonly net: Minor
  readonly vat: Minor
  readonly total: Minor
}

/** Anew, where nobody has decided meanwhile. */
export async function upsertCredits(tx: Tx, incidentId: bigint, credits: readonly NewCredit[]): Promise<void> {
  if (credits.length === 0) return
  const given = JSON.stringify(credits, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
  await sql`
    insert into incident_credits as k (incident_id, subscription_id, client_id, state, why, minutes, days, price_minor, cycle_days, invoice_id, line_no, net_minor, vat_minor, total_minor,
      drafted_at, drafted_by)
    select ${incidentId}, "subscriptionId", "clientId", state, why, minutes, days, price, "cycleDays", "invoiceId", "lineNo", net, vat, total, ${tx.now}, ${tx.actor.userId}
    from jsonb_to_recordset(${given}::jsonb) as g ("subscriptionId" bigint, "clientId" bigint, state text, why text, minutes int, days int, price bigint, "cycleDays" int,
      "invoiceId" bigint, "lineNo" int, net bigint, vat bigint, total bigint)
    order by "subscriptionId"
    on conflict (incident_id, subscription_id) do update set state = excluded.state, why = excluded.why, minutes = excluded.minutes, days = excluded.days,
      price_minor = excluded.price_minor, cycle_days = excluded.cycle_days, invoice_id = excluded.invoice_id, line_no = excluded.line_no, net_minor = excluded.net_minor,
      vat_minor = excluded.vat_minor, total_minor = excluded.total_minor, drafted_at = excluded.drafted_at, drafted_by = excluded.drafted_by
      where k.state in ('draft', 'not_creditable')`.execute(tx.db)
}

export interface IncidentCredit {
  readonly id: bigint
  readonly state: CreditState
  readonly why: string | null
  readonly subscription_id: bigint
  readonly login: string | null
  readonly client_id: bigint
  readonly client_code: string
  readonly client_name: string
  readonly minutes: number
  readonly days: number
  readonly price_minor: Minor
  readonly cycle_days: number
  readonly invoice_id: bigint | null
  readonly invoice_code: string | null
  readonly line_no: number | null
  readonly net_minor: Minor
  readonly vat_minor: Minor
  readonly total_minor: Minor
  readonly drafted_at: Instant
  readonly drafted_by_name: string | null
  readonly decided_at: Instant | null
  readonly decided_by_name: string | null
  readonly decision_note: string
  readonly credit_note_id: bigint | null
  readonly credit_note_code: string | null
}

const columns = sql`k.id, k.state, k.why, k.subscription_id, s.pppoe_login as login, k.client_id, c.code as client_code, c.name as client_name, k.minutes, k.days, k.price_minor, k.cycle_days,
  k.invoice_id, v.code as invoice_code, k.line_no, k.net_minor, k.vat_minor, k.total_minor, k.drafted_at, d.full_name as drafted_by_name, k.decided_at, e.full_name as decided_by_name,
  k.decision_note, k.credit_note_id, n.code as credit_note_code`
const joined = sql`incident_credits k join clients c on c.id = k.client_id join subscriptions s on s.id = k.subscription_id left join invoices v on v.id = k.invoice_id
  left join credit_notes n on n.id = k.credit_note_id left join users d on d.id = k.drafted_by left join users e on e.id = k.decided_by`

/** By id; `limit + 1` rows. */
export async function selectCredits(
  { db }: Db,
  scope: Scope,
  incidentId: bigint,
  { state }: { state?: CreditState | undefined },
  { limit, after }: { limit: number; after?: bigint | undefined },
): Promise<IncidentCredit[]> {
  const where: RawBuilder<unknown>[] = [sql`k.incident_id = ${incidentId}`, scopeCondition(scope, 'c')]
  if (state !== undefined) where.push(sql`k.state = ${state}`)
  if (after !== undefined) where.push(sql`k.id > ${after}`)
  return (await sql<IncidentCredit>`select ${columns} from ${joined} where ${sql.join(where, sql` and `)} order by k.id limit ${limit + 1}`.execute(db)).rows
}

export interface CreditTotals {
  readonly drafts: number
  readonly draft_minor: Minor
  readonly issued: number
  readonly issued_minor: Minor
  readonly rejected: number
  readonly not_creditable: number
}

export async function selectTotals({ db }: Db, scope: Scope, incidentId: bigint): Promise<CreditTotals> {
  const count = (state: CreditState) => sql`count(*) filter (where k.state = ${state})::int`
  const sum = (state: CreditState) => sql`coalesce(sum(k.total_minor) filter (where k.state = ${state}), 0)::bigint`
  const { rows } = await sql<CreditTotals>`
    select ${count('draft')} as drafts, ${sum('draft')} as draft_minor, ${count('issued')} as issued, ${sum('issued')} as issued_minor, ${count('rejected')} as rejected,
      ${count('not_creditable')} as not_creditable
    from incident_credits k join clients c on c.id = k.client_id where k.incident_id = ${incidentId} and ${scopeCondition(scope, 'c')}`.execute(db)
  return rows[0] as CreditTotals
}

export interface WaitingCredit {
  readonly id: bigint
  readonly client_id: bigint
  readonly subscription_id: bigint
  readonly invoice_id: bigint
  readonly line_no: number
  readonly total_minor: Minor
}

const ofThese = (ids: readonly bigint[] | null) => sql`(${ids === null}::boolean or k.id = any(${(ids ?? []).map(String)}::bigint[]))`

/** Whose money has to be locked before the drafts are: the clients of the first so many that wait. */
export async function selectWaitingClients(tx: Tx, incidentId: bigint, { ids, limit }: { ids: readonly bigint[] | null; limit: number }): Promise<bigint[]> {
  const { rows } = await sql<{ client_id: bigint }>`
    select distinct client_id from (
      select k.client_id from incident_credits k join clients c on c.id = k.client_id
      where k.incident_id = ${incidentId} and k.state = 'draft' and ${ofThese(ids)} and ${scopeCondition(tx.actor.scope, 'c')} order by k.client_id, k.id limit ${limit}) w
    order by client_id`.execute(tx.db)
  return rows.map(({ client_id }) => client_id)
}

/** The drafts of these clients that wait, locked in the order of the clients. */
export async function lockWaiting(
  tx: Tx,
  incidentId: bigint,
  { ids, clientIds }: { ids: readonly bigint[] | null; clientIds: readonly bigint[] },
): Promise<WaitingCredit[]> {
  const { rows } = await sql<WaitingCredit>`
    select k.id, k.client_id, k.subscription_id, k.invoice_id, k.line_no, k.total_minor from incident_credits k
    where k.incident_id = ${incidentId} and k.state = 'draft' and ${ofThese(ids)} and k.client_id = any(${clientIds.map(String)}::bigint[])
    order by k.client_id, k.id for update of k`.execute(tx.db)
  return rows
}

export async function updateIssued(tx: Tx, id: bigint, creditNoteId: bigint): Promise<void> {
  await sql`
    update incident_credits set state = 'issued', credit_note_id = ${creditNoteId}, decided_at = ${tx.now}, decided_by = ${tx.actor.userId} where id = ${id}`.execute(
    tx.db,
  )
}

export async function updateImpossible(tx: Tx, id: bigint, why: string): Promise<void> {
  await sql`update incident_credits set state = 'not_creditable', why = ${why} where id = ${id}`.execute(tx.db)
}

export async function updateRejected(tx: Tx, ids: readonly bigint[], reason: string): Promise<void> {
  await sql`
    update incident_credits set state = 'rejected', why = null, decision_note = ${reason}, decided_at = ${tx.now}, decided_by = ${tx.actor.userId}
    where id = any(${ids.map(String)}::bigint[])`.execute(tx.db)
}
