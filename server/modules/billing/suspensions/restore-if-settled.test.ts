import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { company } from '../../../testing/suspensions.ts'

const { database, debtor, isCut, look, pay } = await company()

test('who pays into the same wallet does not wait for another’s line to be given back', async () => {
  const [slow, quick] = [await debtor(), await debtor()]
  await look('2026-01-14')
  const release = Promise.withResolvers<void>()
  const isHeld = Promise.withResolvers<void>()
  const holding = database.db.transaction().execute(async (tx) => {
    await sql`select 1 from subscriptions where id = ${slow.subscriptionId} for update`.execute(tx)
    isHeld.resolve()
    await release.promise
  })
  await isHeld.promise
  const waits = pay(slow.clientId, 100_000)
  // It has come as far as the line that somebody holds.
  await expect
    .poll(
      async () => (await sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(database.db)).rows.length,
    )
    .toBe(1)
  const paid = await pay(quick.clientId, 100_000)
  release.resolve()
  await holding
  expect([paid.restored, (await waits).restored]).toEqual([1, 1])
  expect([await isCut(slow), await isCut(quick)]).toEqual([false, false])
})
