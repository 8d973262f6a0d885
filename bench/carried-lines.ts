import { sql } from 'kysely'
import { systemActor } from '#kernel/actor.ts'
import { ALL_PERMISSIONS } from '#kernel/permissions.ts'
import { wishesOf } from '#modules/access/wishes.ts'
import { createRouter } from '#modules/network/routers/change-router.ts'
import { planOf, withRouter } from '#modules/network/routers/index.ts'
import { wordsOf } from '#modules/network/routers/routeros/menu.ts'
import { profiles, secrets } from '#modules/network/routers/routeros/menus.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import type { Database } from '#platform/db/tx.ts'
import { seal } from '#platform/secrets/index.ts'

const actor = systemActor('bench', ALL_PERMISSIONS)

/** Rows of a router's menus, as a simulated one takes them. */
export interface MenuRow {
  readonly menu: 'profiles' | 'secrets'
  readonly values: Record<string, string>
}

/** Makes routers at these ports of 127.0.0.1 and deals all lines out to them twenty at a time, each with a sealed password. */
export async function carryLines(database: Database, ports: readonly number[], password: string): Promise<bigint[]> {
  const routers: bigint[] = []
  for (const [n, port] of ports.entries()) {
    const { id } = await inTransaction(
      database,
      { actor },
      async (tx) =>
        await createRouter(tx, {
          branch_id: 1n,
          name: `Bench ${n}`,
          host: '127.0.0.1',
          port,
          is_tls: false,
          tls_fingerprint: null,
          username: 'lastmile',
          password,
          suspend_by: 'disable',
          suspend_target: '',
          address_pool: 'home',
          local_address: null,
          commands_per_second: 200,
          max_change_percent: 100,
          is_active: true,
        }),
    )
    routers.push(id)
  }
  const lines = await sql<{ id: bigint }>`select id from subscriptions order by id`.execute(database.db)
  const ids = lines.rows.map(({ id }) => id)
  const sealed = ids.map((id) => seal(`word-${id}`, `subscriptions:${id}:pppoe_password`))
  await sql`
    update subscriptions s set router_id = (${routers.map(String)}::bigint[])[1 + s.id / 20 % ${routers.length}::int], pppoe_password_sealed = g.sealed
    from unnest(${ids.map(String)}::bigint[], ${sealed}::bytea[]) as g (id, sealed) where s.id = g.id`.execute(database.db)
  await sql`update access a set applied_revision = a.revision from subscriptions s where s.id = a.subscription_id and s.state = 'left'`.execute(database.db)
  await sql`vacuum analyze`.execute(database.db)
  return routers
}

/** What a router lacks, as rows: put there at once instead of told one by one at the router's pace. */
export async function lackingRows(database: Database, routerId: bigint): Promise<MenuRow[]> {
  const { ops } = await withRouter(database, routerId, { isUrgent: false }, async (device) => {
    const wishes = wishesOf(database, device, { actor, signal: new AbortController().signal, isWhole: true })
    return await planOf(device, await wishes.read(), { released: 0, byRadius: false })
  })
  return ops.flatMap((op): MenuRow[] => {
    if (op.kind === 'make_profile') return [{ menu: 'profiles', values: written(wordsOf(profiles.fields, op.values)) }]
    return op.kind === 'add_secret' ? [{ menu: 'secrets', values: written(wordsOf(secrets.fields, op.values)) }] : []
  })
}

/** Words of a command as values of a row; a switch is on by `yes` on the wire and `true` within. */
function written(words: readonly string[]): Record<string, string> {
  const values = words.filter((word) => !word.startsWith('=!')).map((word) => [word.slice(1, word.indexOf('=', 1)), word.slice(word.indexOf('=', 1) + 1)])
  return Object.fromEntries(values.map(([name, value]) => [name, value === 'yes' ? 'true' : value === 'no' ? 'false' : value])) as Record<string, string>
}
