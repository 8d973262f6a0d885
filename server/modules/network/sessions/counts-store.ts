import { sql } from 'kysely'
import type { Scope } from '../../../kernel/actor.ts'
import type { Instant } from '../../../kernel/time.ts'
import { scopeCondition } from '../../../platform/db/scope.ts'
import type { Conn } from '../../../platform/db/tx.ts'

/** Of the lines by PPPoE that should have service now; a line counts once. */
export interface LineCounts {
  readonly online: number
  readonly offline: number
  /** Of those offline, how many had a session that ended within the last day. */
  readonly seen_lately: number
}

export async function selectLineCounts({ db }: Pick<Conn, 'db'>, scope: Scope, now: Instant): Promise<LineCounts> {
  const { rows } = await sql<LineCounts>`
    select count(*) filter (where is_online)::int as online, count(*) filter (where not is_online)::int as offline,
      count(*) filter (where not is_online
        and exists (select from ppp_sessions_closed e where e.subscription_id = lines.id and e.ended_at > ${now}::timestamptz - interval '1 day'))::int as seen_lately
    from (
      select s.id, exists (select from ppp_sessions p where p.subscription_id = s.id) as is_online
      from subscriptions s join clients c on c.id = s.client_id join access a on a.subscription_id = s.id
      where s.connection_kind = 'pppoe' and s.router_id is not null and a.desired_on and c.deleted_at is null and ${scopeCondition(scope, 'c')}
    ) lines`.execute(db)
  return rows[0] as LineCounts
}
