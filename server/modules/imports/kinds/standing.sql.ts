import { sql } from 'kysely'
import type { Scope } from '../../../kernel/actor.ts'
import { scopeCondition } from '../../../platform/db/scope.ts'
import type { Conn } from '../../../platform/db/tx.ts'

/** Something that stands somewhere, and where it stands now. */
export interface Placed {
  readonly of: 'client' | 'box' | 'olt'
  readonly id: bigint
  readonly latitude: number | null
  readonly longitude: number | null
  readonly version: number
  /** Code and name of its branch, in small letters. */
  readonly branches: readonly string[]
}

/** By code or name in small letters; boxes of several branches can have one name. */
export type Standing = Readonly<Record<Placed['of'], ReadonlyMap<string, readonly Placed[]>>>

/** What is meant by codes and names; whatever is outside the scope is not there. */
export async function readStanding(
  conn: Pick<Conn, 'db'>,
  scope: Scope,
  { clients, boxes, olts }: { clients: readonly string[]; boxes: readonly string[]; olts: readonly string[] },
): Promise<Standing> {
  const lower = (names: readonly string[]) => [...new Set(names.map((name) => name.toLowerCase()))]
  const branched = scope.kind === 'reseller' ? sql`false` : scopeCondition(scope, 'p')
  const codes = [...new Set([...clients, ...clients.map((code) => code.toUpperCase())])]
  const people = await sql<Placed & { name: string }>`
    select lower(p.code) as name, 'client' as of, p.id, p.latitude, p.longitude, p.version, '{}'::text[] as branches from clients p
    where p.code = any(${codes}::text[]) and p.deleted_at is null and ${scopeCondition(scope, 'p')}`.execute(conn.db)
  const things = await sql<Placed & { name: string }>`
    select lower(p.name) as name, 'box' as of, p.id, p.latitude, p.longitude, p.version, array[lower(b.code), lower(b.name)] as branches
    from boxes p join branches b on b.id = p.branch_id where lower(p.name) = any(${lower(boxes)}::text[]) and ${branched}
    union all
    select lower(p.name), 'olt', p.id, p.latitude, p.longitude, p.version, '{}' from olts p where lower(p.name) = any(${lower(olts)}::text[]) and ${branched}`.execute(
    conn.db,
  )
  const of = (kind: Placed['of']) =>
    Map.groupBy(
      [...people.rows, ...things.rows].filter((row) => row.of === kind),
      ({ name }) => name,
    )
  return { client: of('client'), box: of('box'), olt: of('olt') }
}
