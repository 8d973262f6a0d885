import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import { scopeCondition } from '../../platform/db/scope.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { areasIn } from '../branches/index.ts'
import { oltsIn } from '../network/olts/index.ts'
import type { Bounds } from './grid.ts'

/** Of a company without areas, boxes and OLTs so many clients say where it is. */
const FEW = 2000

/** The bounds that hold what is in reach: areas, boxes and OLTs, or else the first clients that have a place. Null where nothing has one. */
export async function selectBounds({ db }: Pick<Conn, 'db'>, scope: Scope, { seesFibre }: { seesFibre: boolean }): Promise<Bounds | null> {
  const fibre = seesFibre
    ? sql`union all select o.latitude, o.longitude from olts o where o.latitude is not null and ${oltsIn(scope)}
        union all select o.latitude, o.longitude from boxes o where o.latitude is not null and ${oltsIn(scope)}`
    : sql``
  const { rows } = await sql<{ [side in keyof Bounds]: number | null }>`
    with drawn as (
      select (corner ->> 1)::double precision as latitude, (corner ->> 0)::double precision as longitude from areas cross join lateral jsonb_array_elements(polygon) corner
      where polygon is not null and is_active and ${areasIn(scope)} ${fibre}
    ), living as (
      select c.latitude, c.longitude from clients c
      where c.latitude is not null and c.longitude is not null and c.deleted_at is null and not exists (select from drawn) and ${scopeCondition(scope, 'c')} limit ${FEW}
    )
    select min(latitude) as south, min(longitude) as west, max(latitude) as north, max(longitude) as east from (select * from drawn union all select * from living) found`.execute(
    db,
  )
  const found = rows[0]
  return found === undefined || found.south === null ? null : (found as Bounds)
}
