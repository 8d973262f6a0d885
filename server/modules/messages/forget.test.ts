import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { settableClock } from '../../kernel/clock.ts'
import { createLog } from '../../platform/log.ts'
import { testDatabase } from '../../testing/database.ts'
import { aBranch, aClient, anActor, doing } from '../../testing/factories.ts'
import { partitionsBetween } from '../../testing/money.ts'
import { notify } from '../notifications/index.ts'
import { changeSettings } from '../settings/index.ts'
import { jobs } from './jobs.ts'
import { sendMessages } from './send-messages.ts'
import { settings } from './settings.ts'

const clock = settableClock('2026-01-31T06:00:00Z')
const database = await testDatabase({ clock })
const actor = anActor()

test('messages and their tries go after their time, month by month, and what was told is not told again', async () => {
  await partitionsBetween(database, '2026-01-01', '2026-06-01')
  const { client } = await aClient(database, { branch_id: await aBranch(database) })
  const tell = async (dedupeKey: string) => await doing(database, async (tx) => await notify(tx, 'client-registered', { clientId: client.id, dedupeKey }))
  expect(await tell('first')).toBe(true)
  await sendMessages(database, { actor })
  clock.set('2026-02-01T06:00:00Z')
  expect(await tell('second')).toBe(true)
  await sendMessages(database, { actor })
  await doing(database, async (tx) => await changeSettings(tx, { known: settings, values: { 'messages.keep_months': 2 } }))

  const forget = async () =>
    await jobs
      .find(({ name }) => name === 'messages.forget')
      ?.handle({
        database,
        payload: {},
        signal: new AbortController().signal,
        log: createLog({ level: 'silent', folder: null }),
        actor,
        attempt: 1,
        progress: async () => {},
      })
  const kept = async () => {
    const { rows } = await sql<{ key: string; tries: bigint }>`
      select o.dedupe_key as key, (select count(*) from message_attempts a where (a.created_at, a.message_id) = (o.created_at, o.id)) as tries
        from outbox_messages o where o.dedupe_key in ('first', 'second') order by 1`.execute(database.db)
    return rows
  }
  clock.set('2026-03-31T06:00:00Z')
  await forget()
  expect(await kept()).toEqual([
    { key: 'first', tries: 1n },
    { key: 'second', tries: 1n },
  ])
  clock.set('2026-04-01T06:00:00Z')
  await forget()
  expect(await kept()).toEqual([{ key: 'second', tries: 1n }])
  const { rows: left } = await sql`select from message_attempts a where not exists (select from outbox_messages o where o.id = a.message_id)`.execute(
    database.db,
  )
  expect(left).toEqual([])
  expect(await tell('first')).toBe(false)
})
