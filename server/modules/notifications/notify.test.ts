import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { systemActor } from '../../kernel/actor.ts'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import { testDatabase } from '../../testing/database.ts'
import { notify } from './index.ts'

const database = await testDatabase()
const send = (dedupeKey: string, clientId = 5n) =>
  inTransaction(database, { actor: systemActor('test', ALL_PERMISSIONS) }, (tx) =>
    notify(tx, 'invoice-issued', { clientId, dedupeKey, payload: { invoice_id: 7n } }),
  )
const messages = async (key: string) =>
  (await sql`select kind, client_id, payload, state, locale from outbox_messages where dedupe_key = ${key}`.execute(database.db)).rows

test('a message waits in the outbox with what its template needs', async () => {
  expect(await send('invoice:7')).toBe(true)
  expect(await messages('invoice:7')).toEqual([{ kind: 'invoice-issued', client_id: 5n, payload: { invoice_id: 7 }, state: 'queued', locale: 'en' }])
})

test('the same key is written once, also by twenty at the same time', async () => {
  const written = await Promise.all(Array.from({ length: 20 }, () => send('invoice:8')))
  expect(written.filter(Boolean)).toHaveLength(1)
  expect(await messages('invoice:8')).toHaveLength(1)
})

test('a message of a transaction that rolled back leaves its key free', async () => {
  await inTransaction(database, { actor: systemActor('test', ALL_PERMISSIONS) }, async (tx) => {
    await notify(tx, 'invoice-issued', { clientId: 5n, dedupeKey: 'invoice:9' })
    throw new Error('no')
  }).catch(() => {})
  expect(await messages('invoice:9')).toHaveLength(0)
  expect(await send('invoice:9')).toBe(true)
})
