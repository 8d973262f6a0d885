import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { settableClock } from '../../../kernel/clock.ts'
import { testDatabase } from '../../../testing/database.ts'
import { aBareRouter, aBranch, aClient, aPackage, unique } from '../../../testing/factories.ts'
import { foldUsage } from './usage-store.ts'

const database = await testDatabase({ clock: settableClock('2026-03-10T06:00:00Z') })
const branchId = await aBranch(database)
const packageId = (await aPackage(database)).package.id
const routerId = await aBareRouter(database, branchId)
const when = (minutes: number): Temporal.Instant => Temporal.Instant.from('2026-03-10T06:00:00Z').add({ seconds: Math.round(minutes * 60) })

async function aLine(): Promise<{ id: bigint; login: string }> {
  const login = `user${unique()}`
  const { subscription } = await aClient(database, {
    branch_id: branchId,
    subscription: { packageId, pppoe_login: login, pppoePassword: 'word', router_id: routerId },
  })
  return { id: subscription?.id as bigint, login }
}

test('a look in one statement leaves what one by one leaves: by random looks, with restarts, other boxes and lost ends', { timeout: 120_000 }, async () => {
  const other = await aBareRouter(database, branchId)
  let seed = 20_260_310
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  const lines = await Promise.all(Array.from({ length: 12 }, aLine))
  const logins = [...lines.map(({ login }) => login), 'stranger-a', 'stranger-b']
  const rowsOf = async (router: bigint) => [
    (
      await sql`select subscription_id, started_at::text, updated_at::text, upload_bytes, download_bytes, login, acct_session_id, host(address) as address, caller_id from ppp_sessions
        where router_id = ${router} order by login, acct_session_id`.execute(database.db)
    ).rows,
    (
      await sql`select subscription_id, started_at::text, ended_at::text, upload_bytes, download_bytes, login, acct_session_id, terminate_cause from ppp_sessions_closed
        where router_id = ${router} order by login, acct_session_id, ended_at`.execute(database.db)
    ).rows,
  ]
  const usage = async (db = database.db) => {
    await foldUsage({ db }, 10_000)
    return (
      await sql`
        select * from usage_hours where subscription_id = any(${lines.map(({ id }) => String(id))}::bigint[]) and upload_bytes + download_bytes > 0 order by 1, 2`.execute(
        db,
      )
    ).rows
  }
  for (let look = 1; look <= 40; look += 1) {
    const at = when(look * (random(8) === 0 ? 5.5 : 5))
    const seen = logins
      .filter(() => random(10) > 0)
      .map((login) => ({
        login,
        session_id: `s${random(12) === 0 ? random(3) : 0}`,
        ...(random(6) > 0 ? { seconds: random(9) === 0 ? random(200) : look * 300 + random(40) } : {}),
        ...(random(3) > 0 ? { upload_bytes: String(look * 1000 + random(900)), download_bytes: String(look * 5000 + random(900)) } : {}),
        ...(random(4) > 0 ? { caller_id: `aa:bb:cc:00:00:0${random(8) === 0 ? 1 : 0}`, address: `100.64.9.${random(200)}` } : {}),
      }))
    if (random(5) === 0 && seen[0] !== undefined) seen.push(seen[0])
    const isComplete = random(4) > 0
    const before = await usage()
    // One by one, as the rules say it; then taken back, so that both looks begin from the same.
    const oneByOne = await database.db.transaction().execute(async (db) => {
      for (const x of seen.toSorted((a, b) => (a.login + a.session_id < b.login + b.session_id ? -1 : 1)))
        await sql`select report_ppp_session('interim', ${other}, 'poll', ${x.login}, ${x.session_id}, ${at}, ${x.seconds ?? null}::bigint, ${x.address ?? null}::inet, null,
            ${x.caller_id ?? ''}, '', '', null, ${x.upload_bytes ?? null}::bigint, ${x.download_bytes ?? null}::bigint, '')`.execute(db)
      await sql`with gone as (delete from ppp_sessions p where ${isComplete}::boolean and p.router_id = ${other} and p.source = 'poll' and p.updated_at < ${at} returning p)
          select count(close_ppp_session((g.p), (g.p).updated_at, 'gone')) from gone g`.execute(db)
      return await usage(db)
    })
    await sql`delete from usage_hours where subscription_id = any(${lines.map(({ id }) => String(id))}::bigint[])`.execute(database.db)
    for (const row of before as { subscription_id: bigint; hour: unknown; upload_bytes: bigint; download_bytes: bigint }[])
      await sql`insert into usage_hours select ${row.subscription_id}, ${row.hour}::timestamptz, ${row.upload_bytes}, ${row.download_bytes}`.execute(
        database.db,
      )
    await sql`select * from poll_ppp_sessions(${routerId}, ${at}, ${JSON.stringify(seen)}::jsonb, ${isComplete})`.execute(database.db)
    expect(await rowsOf(routerId), `look ${look}`).toEqual(await rowsOf(other))
    expect(await usage(), `look ${look}`).toEqual(oneByOne)
  }
})
