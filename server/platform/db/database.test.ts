import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { companyScope, systemActor } from '../../kernel/actor.ts'
import { settableClock } from '../../kernel/clock.ts'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { testDatabase } from '../../testing/database.ts'
import { copyIn, copyOut } from './copy.ts'
import { kept } from './kept.ts'
import { openDatabase } from './pool.ts'
import { conn, inTransaction } from './transaction.ts'

const actor = systemActor('test', ALL_PERMISSIONS)
const clock = settableClock('2026-01-31T18:30:00Z')
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase({ clock })
  await sql`create table numbers (id bigint primary key, day date, at timestamptz, amount numeric, days date[], ids bigint[])`.execute(database.db)
})

async function count(): Promise<bigint> {
  const { rows } = await sql<{ n: bigint }>`select count(*) as n from numbers`.execute(database.db)
  return rows[0]?.n ?? -1n
}

test('values come back as bigint, Temporal and text, and Temporal parameters arrive as dates', async () => {
  const day = Temporal.PlainDate.from('2028-02-29')
  const at = Temporal.Instant.from('2026-01-31T18:30:00.123456Z')
  await inTransaction(database, { actor }, async (tx) => {
    await sql`insert into numbers values (${9007199254740993n}, ${day}, ${at}, ${'12.50'}, ${[day, null]}, ${[1n, 2n]})`.execute(tx.db)
  })
  const { rows } = await sql<Record<string, unknown>>`select * from numbers where day = ${day} and at = ${at}`.execute(database.db)
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ id: 9007199254740993n, amount: '12.50', ids: [1n, 2n] })
  expect(String(rows[0]?.day)).toBe('2028-02-29')
  expect(String(rows[0]?.at)).toBe('2026-01-31T18:30:00.123456Z')
  expect(String(rows[0]?.days)).toBe('2028-02-29,')
  await sql`delete from numbers`.execute(database.db)
})

test('a transaction knows its actor, its one now and the business day in the company zone', async () => {
  await inTransaction(database, { actor, requestId: 'r1' }, async (tx) => {
    expect(tx.now.toString()).toBe('2026-01-31T18:30:00Z')
    expect(tx.today.toString()).toBe('2026-02-01')
    expect(tx.requestId).toBe('r1')
    expect(tx.actor.scope).toBe(companyScope)
  })
})

test('a transaction that throws leaves nothing behind, not even its first statement', async () => {
  const work = inTransaction(database, { actor }, async (tx) => {
    await sql`insert into numbers (id) values (1)`.execute(tx.db)
    throw new Error('half-way')
  })
  await expect(work).rejects.toThrow('half-way')
  expect(await count()).toBe(0n)
})

test('a first statement that fails leaves the connection usable', async () => {
  for (let round = 0; round < 20; round += 1) {
    await expect(inTransaction(database, { actor }, async (tx) => await sql`select nonsense`.execute(tx.db))).rejects.toThrow('nonsense')
  }
  expect(await count()).toBe(0n)
})

test('an error that was swallowed inside a transaction is not committed over', async () => {
  const work = inTransaction(database, { actor }, async (tx) => {
    await sql`insert into numbers (id) values (2)`.execute(tx.db)
    await sql`select nonsense`.execute(tx.db).catch(() => null)
  })
  await expect(work).rejects.toThrow('rolled back instead of committed')
  expect(await count()).toBe(0n)
})

test('statements of one transaction started together run in order', async () => {
  await inTransaction(database, { actor }, async (tx) => {
    await Promise.all([3, 4, 5].map(async (id) => await sql`insert into numbers (id) values (${id})`.execute(tx.db)))
    const { rows } = await sql<{ n: bigint }>`select count(*) as n from numbers`.execute(tx.db)
    expect(rows[0]?.n).toBe(3n)
    throw new Error('undo')
  }).catch((error: Error) => expect(error.message).toBe('undo'))
  expect(await count()).toBe(0n)
})

test('COPY takes part in the transaction, and the connection pipelines again afterwards', async () => {
  const lines = function* (): Generator<string> {
    for (let id = 1; id <= 10_000; id += 1) yield `${id}\t2026-01-01\n`
  }
  await inTransaction(database, { actor }, async (tx) => {
    expect(await copyIn(tx, 'copy numbers (id, day) from stdin', lines())).toBe(10_000n)
    await sql`delete from numbers where id > 9000`.execute(tx.db)
  })
  expect(await count()).toBe(9000n)
  let bytes = 0
  for await (const chunk of copyOut(await conn(database), 'copy numbers (id) to stdout')) bytes += chunk.length
  expect(bytes).toBe(9 * 2 + 90 * 3 + 900 * 4 + 8001 * 5)
  await sql`delete from numbers`.execute(database.db)
})

test('a COPY whose source or rows are bad rolls back and spoils no connection', async () => {
  const failing = function* (): Generator<string> {
    yield '1\t2026-01-01\n'
    throw new Error('the file ended early')
  }
  const copy = async (chunks: Iterable<string>): Promise<void> =>
    await inTransaction(database, { actor }, async (tx) => void (await copyIn(tx, 'copy numbers (id, day) from stdin', chunks)))
  await expect(copy(failing())).rejects.toThrow('the file ended early')
  await expect(copy(['1\tyesterdayish\n'])).rejects.toThrow('invalid input syntax for type date')
  for (let round = 0; round < 30; round += 1) expect(await count()).toBe(0n)
})

test('a changed setting reaches the next transaction of a process that cached the old one', async () => {
  expect((await database.company()).currency).toBe('BDT')
  await inTransaction(database, { actor }, async (tx) => {
    await sql`insert into settings (key, value) values ('company.currency', '"NPR"')`.execute(tx.db)
    await sql`select pg_notify('settings_changed', 'company.currency')`.execute(tx.db)
  })
  await expect.poll(async () => (await database.company()).currency, { timeout: 2000 }).toBe('NPR')
})

test('a kept statement is prepared once for each connection, and never behind a pooler', async () => {
  const ask = async (from: Pick<TestDatabase, 'db'>): Promise<bigint | undefined> =>
    (await sql<{ n: bigint }>`${kept} select ${7n}::bigint + 1 as n`.execute(from.db)).rows[0]?.n
  const preparedOf = async ({ db }: Pick<TestDatabase, 'db'>): Promise<bigint | undefined> =>
    (await sql<{ n: bigint }>`select count(*) as n from pg_prepared_statements where statement like '%+ 1 as n' and name like 'kept%'`.execute(db)).rows[0]?.n
  const own = await openDatabase({ url: database.url }, clock, { main: 1, direct: 1, replica: 1 })
  const pooled = await openDatabase(
    { url: `${database.url}${database.url.includes('?') ? '&' : '?'}application_name=pooled`, directUrl: database.url },
    clock,
    { main: 1, direct: 1, replica: 1 },
  )
  try {
    for (const from of [own, pooled]) for (let n = 0; n < 10; n += 1) expect(await ask(from)).toBe(8n)
    expect(await preparedOf(own)).toBe(1n)
    expect(await preparedOf(pooled)).toBe(0n)
  } finally {
    await own.close()
    await pooled.close()
  }
})
