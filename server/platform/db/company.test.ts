import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { systemActor } from '../../kernel/actor.ts'
import { systemClock } from '../../kernel/clock.ts'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import { testDatabase } from '../../testing/database.ts'
import type { Wire } from '../../testing/wire.ts'
import { wireTo } from '../../testing/wire.ts'
import { SETTINGS_CHANNEL } from './company.ts'
import { openDatabase } from './pool.ts'
import { inTransaction } from './transaction.ts'
import type { Database } from './tx.ts'

const actor = systemActor('test', ALL_PERMISSIONS)
const writer = await testDatabase()

/** Another process on the same database, whose statements and whose LISTEN each go over a wire of their own. */
async function otherProcess(): Promise<{ reader: Database; statements: Wire; hearing: Wire }> {
  const [statements, hearing] = await Promise.all([wireTo(writer.url), wireTo(writer.url)])
  const reader = await openDatabase({ url: statements.url, directUrl: hearing.url }, systemClock, { main: 4, direct: 1, replica: 1 })
  afterAll(async () => {
    statements.release()
    hearing.mend()
    await reader.close()
  })
  return { reader, statements, hearing }
}

let turn = 0
/** Changes the name of the company and returns the new one; it is committed and notified then. */
async function change(): Promise<string> {
  turn += 1
  const name = `Name ${turn}`
  await inTransaction(writer, { actor }, async (tx) => {
    await sql`insert into settings (key, value) values ('company.name', to_jsonb(${name}::text)) on conflict (key) do update set value = excluded.value`.execute(
      tx.db,
    )
    await sql`select pg_notify(${SETTINGS_CHANNEL}, 'company.name')`.execute(tx.db)
  })
  return name
}

const nameIn = async (reader: Database): Promise<string> => (await reader.company()).name
const hears = ({ notifications }: Database): Promise<void> => expect.poll(() => notifications.hears(SETTINGS_CHANNEL), { timeout: 10_000 }).toBe(true)

test('facts read before the process listens are not kept, so that a change nobody heard is seen', async () => {
  const { reader, hearing } = await otherProcess()
  hearing.hold()
  const before = await change()
  expect(await nameIn(reader)).toBe(before)
  const after = await change()
  expect(await nameIn(reader)).toBe(after)
  hearing.release()
  await hears(reader)
  expect(await nameIn(reader)).toBe(after)
})

test('facts are not kept while the connection that would tell of a change is lost', async () => {
  const { reader, hearing } = await otherProcess()
  await nameIn(reader)
  await hears(reader)
  const before = await nameIn(reader)
  hearing.cut()
  await expect.poll(() => reader.notifications.hears(SETTINGS_CHANNEL)).toBe(false)
  const after = await change()
  expect([before, await nameIn(reader)]).toEqual([`Name ${turn - 1}`, after])
  hearing.mend()
  await hears(reader)
  expect(await nameIn(reader)).toBe(after)
})

test('who asks after a change does not get the answer of a read that began before it', async () => {
  const { reader, statements } = await otherProcess()
  await nameIn(reader)
  await hears(reader)
  const heard = new Promise<void>((resolve) => {
    let times = 0
    // The first change makes the process forget what it keeps; the second comes while it reads.
    reader.notifications.on(SETTINGS_CHANNEL, () => (times += 1) === 2 && resolve())
  })
  const before = await change()
  await expect.poll(() => nameIn(reader)).toBe(before)
  reader.companyChanged()
  const { rows: clock } = await sql<{ at: string }>`select clock_timestamp()::text as at`.execute(writer.db)
  statements.hold()
  const early = nameIn(reader)
  // Answered by the server, so its answer lies in the wire.
  const answered = () =>
    sql<{ n: bigint }>`
    select count(*) as n from pg_stat_activity where datname = current_database() and query like 'select key, value from settings%' and state = 'idle'
      and query_start > ${clock[0]?.at}::timestamptz`.execute(writer.db)
  await expect.poll(async () => (await answered()).rows[0]?.n, { timeout: 5000 }).toBe(1n)
  const after = await change()
  await heard
  const late = nameIn(reader)
  statements.release()
  expect([await early, await late]).toEqual([before, after])
  expect(await nameIn(reader)).toBe(after)
})

test('the process that changes a fact sees it as soon as the change is committed', async () => {
  await writer.company()
  await hears(writer)
  await writer.company()
  for (let round = 0; round < 20; round += 1) {
    await inTransaction(writer, { actor }, async (tx) => {
      await sql`update settings set value = to_jsonb(${`Round ${round}`}::text) where key = 'company.name'`.execute(tx.db)
      tx.companyChanged()
    })
    expect(await nameIn(writer)).toBe(`Round ${round}`)
  }
})
