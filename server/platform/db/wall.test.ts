import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Scope } from '../../kernel/actor.ts'
import { aBranch, aClient, anActor, aReseller, doing } from '../../testing/factories.ts'
import { testDatabase } from '../../testing/database.ts'
import { hasWall } from './wall.ts'

const database = await testDatabase()
const [here, there] = [await aBranch(database), await aBranch(database)]
const resellerId = await aReseller(database, there)
const { client: ours } = await aClient(database, { branch_id: here })
const { client: theirs } = await aClient(database, { branch_id: there })
const { client: sold } = await aClient(database, { branch_id: there, reseller_id: resellerId })
const branches: Scope = { kind: 'branches', branchIds: [here] }
const reseller: Scope = { kind: 'reseller', resellerId }

/** What a store would find that forgot to say whose rows it wants. */
const seenBy = async (scope: Scope) => (await sql<{ id: bigint }>`select id from clients order by id`.execute(database.scoped(scope))).rows.map(({ id }) => id)

describe('behind the wall', () => {
  test('a store that forgets its scope finds what lies in it, and who sees the company finds everything', async () => {
    expect(await hasWall(database.db)).toBe(true)
    expect(await seenBy(branches)).toEqual([ours.id])
    expect(await seenBy(reseller)).toEqual([sold.id])
    expect(await seenBy({ kind: 'branches', branchIds: [] })).toEqual([])
    expect(await seenBy({ kind: 'company' })).toEqual([ours.id, theirs.id, sold.id])
  })

  test('what belongs to a client outside is not there, neither to read nor to write', async () => {
    const balances = await sql<{ id: bigint }>`select client_id as id from client_balances`.execute(database.scoped(branches))
    expect(balances.rows).toEqual([{ id: ours.id }])
    await doing(
      database,
      async ({ db }) => {
        const changed = await sql`update clients set name = 'Changed' where id = any(${[ours.id, theirs.id].map(String)}::bigint[])`.execute(db)
        expect(changed.numAffectedRows).toBe(1n)
      },
      anActor({ scope: branches }),
    )
    const moved = doing(database, ({ db }) => sql`update clients set branch_id = ${there} where id = ${ours.id}`.execute(db), anActor({ scope: branches }))
    await expect(moved).rejects.toThrow(/row-level security/)
    const slipped = doing(
      database,
      ({ db }) => sql`insert into client_notes (client_id, body, created_at) values (${theirs.id}, 'x', now())`.execute(db),
      anActor({ scope: branches }),
    )
    await expect(slipped).rejects.toThrow(/row-level security/)
  })

  test('what only reads cannot write, and a connection that comes back knows nothing of the scope it served', async () => {
    await expect(sql`update clients set name = 'No'`.execute(database.scoped(branches))).rejects.toThrow(/read-only/)
    const asked = Array.from({ length: 40 }, async (_, n) => await seenBy(n % 2 === 0 ? branches : { kind: 'company' }))
    expect(new Set((await Promise.all(asked)).map((ids) => ids.length))).toEqual(new Set([1, 3]))
    const { rows } = await sql<{ role: string }>`select current_user as role`.execute(database.db)
    expect(rows[0]?.role).not.toBe('lastmile_scoped')
  })
})
