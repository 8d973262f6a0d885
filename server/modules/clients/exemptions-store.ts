import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'

export const EXEMPTIONS = ['whitelist', 'vip', 'auto_control'] as const

/** What keeps a client, or one line of his, from being cut for money: who gave it, why and until when. */
export interface Exemption {
  readonly kind: (typeof EXEMPTIONS)[number]
  readonly client_id: bigint
  readonly client_code: string
  readonly client_name: string
  /** Of automatic control that is off. */
  readonly subscription_id: bigint | null
  readonly login: string | null
  /** The last day it holds; null = until somebody takes it away. */
  readonly until: PlainDate | null
  readonly reason: string
  readonly set_by_name: string | null
  readonly set_at: Instant | null
}

export interface ExemptionPosition {
  readonly kind: string
  readonly clientId: bigint
  readonly lineId: bigint
}

/** All exemptions by kind, client and line; `limit + 1` rows. */
export async function selectExemptions(
  conn: Pick<Conn, 'db'>,
  scope: Scope,
  { kind }: { kind?: Exemption['kind'] | undefined },
  page: { after: ExemptionPosition | undefined; limit: number },
): Promise<Exemption[]> {
  const inScope = scopeCondition(scope, 'c')
  const where = [sql`true`]
  if (kind !== undefined) where.push(sql`x.kind = ${kind}`)
  if (page.after !== undefined)
    where.push(
      sql`(x.kind, x.client_id, coalesce(x.subscription_id, 0)) > (${page.after.kind}::text collate "C", ${page.after.clientId}::bigint, ${page.after.lineId}::bigint)`,
    )
  const { rows } = await sql<Exemption>`
    select x.kind, x.client_id, c.code as client_code, c.name as client_name, x.subscription_id, x.login, x.until, x.reason, u.full_name as set_by_name, x.set_at
    from (
      select 'whitelist' collate "C" as kind, id as client_id, null::bigint as subscription_id, null::text as login, whitelist_until as until, whitelist_reason as reason, whitelist_set_by as set_by, whitelist_set_at as set_at
        from clients where is_whitelisted
      union all select 'vip', id, null, null, vip_until, vip_reason, vip_set_by, vip_set_at from clients where is_vip
      union all select 'auto_control', client_id, id, pppoe_login, auto_control_until, auto_control_reason, auto_control_set_by, auto_control_set_at
        from subscriptions where not auto_control and state <> 'left'
    ) x join clients c on c.id = x.client_id left join users u on u.id = x.set_by
    where c.deleted_at is null and ${inScope} and ${sql.join(where, sql` and `)}
    order by x.kind, x.client_id, coalesce(x.subscription_id, 0) limit ${page.limit + 1}`.execute(conn.db)
  return rows
}
