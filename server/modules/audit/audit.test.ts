import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { systemActor } from '../../kernel/actor.ts'
import { settableClock } from '../../kernel/clock.ts'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { readTimeline, recordEvent } from './index.ts'
import type { EventFacts } from './index.ts'

const clock = settableClock('2026-03-01T00:00:00Z')
const database = await testDatabase({ clock })
const admin = await appAs(database, 'admin')
const record = (action: string, facts: EventFacts) =>
  inTransaction(database, { actor: systemActor('night run', ALL_PERMISSIONS), requestId: 'req-1' }, (tx) => recordEvent(tx, action, facts))

test('an event says who, what, when and what changed, and only that', async () => {
  await record('package.changed', {
    subjectType: 'package',
    subjectId: 3n,
    before: { name: 'Home 10', price_minor: 80_000n, speed: 10 },
    after: { name: 'Home 20', price_minor: 90_000n, speed: 10 },
  })
  const { body } = await admin('GET', '/audit-events?action=package.changed')
  expect(body.items).toEqual([
    {
      id: expect.any(Number),
      at: '2026-03-01T00:00:00Z',
      actor_kind: 'system',
      actor_id: null,
      actor_name: 'night run',
      action: 'package.changed',
      subject_type: 'package',
      subject_id: 3,
      subject_name: 'Home 20',
      client_id: null,
      before: { name: 'Home 10', price_minor: 80000 },
      after: { name: 'Home 20', price_minor: 90000 },
      ip: null,
      user_agent: null,
      request_id: 'req-1',
    },
  ])
})

test('no secret reaches it, however deep it lies', async () => {
  const secret = 'hunter2-secret'
  await record('router.changed', {
    subjectType: 'router',
    subjectId: 1n,
    after: {
      password: secret,
      api_token: secret,
      snmp_community: secret,
      login: { pppoe_password: secret, list: [{ otp: secret }] },
      nid: secret,
      key_hash: secret,
      raw: Buffer.from(secret),
      has_password: true,
      name: 'R1',
    },
  })
  const { rows } = await sql<{
    after: Record<string, unknown>
    text: string
  }>`select after, row_to_json(a)::text as text from audit_events a where action = 'router.changed'`.execute(database.db)
  expect(rows[0]?.text).not.toContain(secret)
  expect(rows[0]?.after).toMatchObject({ name: 'R1', has_password: true, password: '•••' })
})

test('it is gone when the change it tells of is rolled back', async () => {
  await expect(
    inTransaction(database, { actor: systemActor('x', ALL_PERMISSIONS) }, async (tx) => {
      await recordEvent(tx, 'client.lost', { subjectType: 'client', subjectId: 1n })
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect((await admin('GET', '/audit-events?action=client.lost')).body.items).toEqual([])
})

test('pages follow one another without a gap or a repeat, also within one instant', async () => {
  for (let number = 0; number < 25; number += 1) {
    if (number % 7 === 0) clock.advance({ seconds: 1 })
    await record('invoice.issued', { subjectType: 'invoice', subjectId: BigInt(number + 1), clientId: 9n })
  }
  const seen: number[] = []
  let cursor = ''
  do {
    const { body } = await admin('GET', `/audit-events?action=invoice.&limit=4${cursor}`)
    seen.push(...body.items.map(({ subject_id }: { subject_id: number }) => subject_id))
    cursor = body.next_cursor === null ? '' : `&cursor=${body.next_cursor}`
  } while (cursor !== '')
  expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => 25 - index))
})

test('the timeline of a client holds his events only', async () => {
  await record('client.edited', { subjectType: 'client', subjectId: 10n, clientId: 10n })
  const conn = { db: database.db, company: await database.company() }
  const rows = await readTimeline(conn, 10n, { limit: 50, after: undefined })
  expect(rows.map(({ action }) => action)).toEqual(['client.edited'])
})

test.each([
  'nonsense',
  Buffer.from('{"at":"x","id":"1"}').toString('base64url'),
  Buffer.from('{"at":"2026-01-01T00:00:00Z","id":"1 or 1=1"}').toString('base64url'),
])('a forged cursor is refused', async (cursor) => {
  const { status, body } = await admin('GET', `/audit-events?cursor=${cursor}`)
  expect([status, body.code]).toEqual([422, 'cursor_not_valid'])
})
