import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Scope } from '../../../kernel/actor.ts'
import type { Minor } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { scopeCondition } from '../../../platform/db/scope.ts'

/** What the list of clients can be narrowed to. State, package, router and connection concern one and the same line of the client. */
export interface ClientFilter {
  readonly state?: string | undefined
  readonly branchId?: bigint | undefined
  readonly areaId?: bigint | undefined
  readonly resellerId?: bigint | undefined
  readonly packageId?: bigint | undefined
  readonly routerId?: bigint | undefined
  readonly hasRouter?: boolean | undefined
  readonly connectionKind?: string | undefined
  readonly tag?: string | undefined
  readonly isVip?: boolean | undefined
  readonly isWhitelisted?: boolean | undefined
  readonly isDeleted?: boolean | undefined
  readonly joinedFrom?: PlainDate | undefined
  readonly joinedTo?: PlainDate | undefined
  /** All his lines have left, the last of them on one of these days. */
  readonly leftFrom?: PlainDate | undefined
  readonly leftTo?: PlainDate | undefined
  readonly expiresFrom?: PlainDate | undefined
  readonly expiresTo?: PlainDate | undefined
  readonly owes?: boolean | undefined
  /** Owes so much or more. */
  readonly owesFrom?: Minor | undefined
  /** Something of what he owes fell due before this day. */
  readonly dueBefore?: PlainDate | undefined
  readonly q?: string | undefined
}

/** Names: a row of `client_list` under the alias l. Only columns that every index of it carries, so that the index alone answers. */
export function conditions(scope: Scope, filter: ClientFilter): RawBuilder<unknown>[] {
  const where: RawBuilder<unknown>[] = [sql`l.is_deleted = ${filter.isDeleted ?? false}`, scopeCondition(scope, 'l')]
  where.push(...lineConditions(filter, 'l'))
  if (filter.branchId !== undefined) where.push(sql`l.branch_id = ${filter.branchId}`)
  if (filter.areaId !== undefined) where.push(sql`l.area_id = ${filter.areaId}`)
  if (filter.resellerId !== undefined) where.push(sql`l.reseller_id = ${filter.resellerId}`)
  if (filter.tag !== undefined) where.push(sql`l.tags @> array[${filter.tag}]::text[]`)
  if (filter.isVip !== undefined) where.push(filter.isVip ? sql`l.is_vip` : sql`not l.is_vip`)
  if (filter.isWhitelisted !== undefined) where.push(filter.isWhitelisted ? sql`l.is_whitelisted` : sql`not l.is_whitelisted`)
  if (filter.joinedFrom !== undefined) where.push(sql`l.joined_on >= ${filter.joinedFrom}`)
  if (filter.joinedTo !== undefined) where.push(sql`l.joined_on <= ${filter.joinedTo}`)
  if (filter.leftFrom !== undefined || filter.leftTo !== undefined) where.push(sql`l.state = 'left' and l.client_id in (${goneBetween(filter)})`)
  if (filter.expiresFrom !== undefined) where.push(sql`l.expires_on >= ${filter.expiresFrom}`)
  if (filter.expiresTo !== undefined) where.push(sql`l.expires_on <= ${filter.expiresTo}`)
  return where
}

/** Clients by the day of their last line that left; whether any is live still is for the state to say. */
function goneBetween({ leftFrom, leftTo }: ClientFilter): RawBuilder<unknown> {
  const from = leftFrom === undefined ? sql`s.left_on is not null` : sql`s.left_on >= ${leftFrom}::date`
  const to = leftTo === undefined ? sql`true` : sql`max(s.left_on) <= ${leftTo}::date`
  return sql`select s.client_id from subscriptions s where ${from} group by s.client_id having ${to}`
}

/** What concerns one and the same line, of a row under this alias. */
export function lineConditions(filter: ClientFilter, alias: 'l' | 'o'): RawBuilder<unknown>[] {
  const of = (column: string) => sql.ref(`${alias}.${column}`)
  const where: RawBuilder<unknown>[] = []
  if (filter.state !== undefined) where.push(sql`${of('state')} = ${filter.state}`)
  if (filter.packageId !== undefined) where.push(sql`${of('package_id')} = ${filter.packageId}`)
  if (filter.routerId !== undefined) where.push(sql`${of('router_id')} = ${filter.routerId}`)
  if (filter.hasRouter === false) where.push(sql`${of('router_id')} is null and ${of('state')} not in ('left', 'none')`)
  if (filter.hasRouter === true) where.push(sql`${of('router_id')} is not null`)
  if (filter.connectionKind !== undefined) {
    where.push(sql`${of('connection_kind')} = ${filter.connectionKind}`)
    // Said as a constant, so that the planner may use the index of those lines.
    if (filter.connectionKind !== 'pppoe') where.push(sql`${of('connection_kind')} <> 'pppoe'`)
  }
  return where
}

/** A condition on what clients owe, in its two forms: the debtors themselves, and the question asked of one row. */
export interface DebtCondition {
  readonly isOverdue: boolean
  /** The clients who owe so; an index answers it. */
  readonly debtors: RawBuilder<unknown>
  readonly ofRow: RawBuilder<unknown>
}

/**
 * What a list asks of debts. Asked row by row where debtors are many, because a join would make the planner read every one of them first;
 * a scalar subquery keeps it from making one. Where they are few, reading them all is just what it should do.
 */
export function debtConditions({ owes, owesFrom, dueBefore }: ClientFilter): DebtCondition[] {
  const found: DebtCondition[] = []
  const least = owesFrom !== undefined && owesFrom > 1n ? owesFrom : owes === true || owesFrom !== undefined ? 1n : null
  if (least !== null) {
    const debtors = sql`select b.client_id from client_balances b where b.receivable_minor > 0 and b.receivable_minor >= ${least}::bigint`
    found.push({ isOverdue: false, debtors, ofRow: sql`${receivable} >= ${least}::bigint` })
  }
  if (dueBefore !== undefined) {
    const overdue = sql`i.open_minor > 0 and i.due_on < ${dueBefore}::date`
    found.push({
      isOverdue: true,
      debtors: sql`select i.client_id from invoice_balances i where ${overdue}`,
      ofRow: sql`(select true from invoice_balances i where i.client_id = l.client_id and ${overdue} limit 1)`,
    })
  }
  return found
}

/** What somebody owes; nothing where nothing was ever posted for him. */
export const receivable = sql`coalesce((select b.receivable_minor from client_balances b where b.client_id = l.client_id), 0)`

/** Whether a list is one of debtors only. */
export const isOfDebtors = ({ owes, owesFrom, dueBefore }: ClientFilter): boolean => owes === true || owesFrom !== undefined || dueBefore !== undefined

/** The branches a list is confined to, or null for all: such lists are read branch by branch. */
export function branchesOf(scope: Scope, filter: ClientFilter): bigint[] | null {
  if (filter.branchId !== undefined) return scope.kind === 'branches' && !scope.branchIds.includes(filter.branchId) ? [] : [filter.branchId]
  return scope.kind === 'branches' ? [...scope.branchIds] : null
}

/** A LIKE pattern for a part of a text, in the folded form of the search columns. */
export const contains = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
