import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { settableClock } from '../../../kernel/clock.ts'
import { toMinor } from '../../../kernel/money.ts'
import { conn, inTransaction } from '../../../platform/db/transaction.ts'
import { testDatabase } from '../../../testing/database.ts'
import type { TestDatabase } from '../../../testing/database.ts'
import { anActor, doing } from '../../../testing/factories.ts'
import { aWallet, partitionsBetween } from '../../../testing/money.ts'
import { accountBalance, postManualEntry, sealBooks, verifySeals, walletBalances } from '../index.ts'
import { sealHour } from './seal-hour.ts'

const actor = anActor()
const clock = settableClock('2026-01-05T06:10:00Z')
let database: TestDatabase
let wallet: bigint

beforeEach(async () => {
  clock.set('2026-01-05T06:10:00Z')
  database = await testDatabase({ clock })
  await partitionsBetween(database, '2025-12-01', '2026-06-01')
  wallet = await aWallet(database, { code: 'OFFICE' })
})

const cashIn = (amount: number): Promise<bigint> =>
  doing(database, (tx) =>
    postManualEntry(tx, {
      memo: 'cash in',
      postings: [
        { accountId: 1n, side: 'debit', amount: toMinor(amount), walletId: wallet, branchId: null },
        { accountId: 14n, side: 'credit', amount: toMinor(amount), walletId: null, branchId: null },
      ],
    }),
  )

const seals = async (book = 'ledger') =>
  (
    await sql<{
      until: string
      count: bigint
      hash: Buffer
    }>`select to_char(sealed_until at time zone 'UTC', 'HH24:MI') as until, row_count as count, hash from seals where book = ${book} order by sealed_until`.execute(
      database.db,
    )
  ).rows

const quick = { actor, patience: 2, pauseMs: 20 }

describe('sealing', () => {
  test('covers each hour with rows and the empty ones behind it, and a second time does nothing', async () => {
    await cashIn(100)
    clock.set('2026-01-05T08:20:00Z')
    await cashIn(200)
    clock.set('2026-01-05T11:30:00Z')
    await cashIn(300)
    expect(await sealBooks(database, quick)).toEqual([
      { book: 'ledger', seals: 3, rows: 2n, isUpToDate: true },
      { book: 'audit', seals: 3, rows: 2n, isUpToDate: true },
    ])
    expect((await seals()).map(({ until, count }) => [until, count])).toEqual([
      ['07:00', 1n],
      ['09:00', 1n],
      ['11:00', 0n],
    ])
    expect(await sealBooks(database, quick)).toMatchObject([
      { seals: 0, isUpToDate: true },
      { seals: 0, isUpToDate: true },
    ])
    expect(await verifySeals(database)).toEqual([])
  })

  test('hashes the seal before and each row’s id and hash in order of id', async () => {
    await cashIn(100)
    await cashIn(200)
    clock.set('2026-01-05T07:10:00Z')
    await sealBooks(database, quick)
    clock.set('2026-01-05T07:30:00Z')
    await cashIn(300)
    clock.set('2026-01-05T08:05:00Z')
    await sealBooks(database, quick)
    const { rows } = await sql<{ id: bigint; content_hash: Buffer }>`select id, content_hash from entries order by id`.execute(database.db)
    const part = (row: { id: bigint; content_hash: Buffer } | undefined) => Buffer.concat([Buffer.from(`${row?.id}|`), row?.content_hash ?? Buffer.alloc(0)])
    const first = createHash('sha256').update(part(rows[0])).update(part(rows[1])).digest()
    const second = createHash('sha256').update(first).update(part(rows[2])).digest()
    expect((await seals()).map(({ hash }) => hash.toString('hex'))).toEqual([first.toString('hex'), second.toString('hex')])
  })

  test('waits two minutes after the hour', async () => {
    await cashIn(100)
    clock.set('2026-01-05T07:01:59Z')
    expect(await sealBooks(database, quick)).toMatchObject([
      { seals: 1, rows: 0n },
      { seals: 1, rows: 0n },
    ])
    expect((await seals()).map(({ until }) => until)).toEqual(['06:00'])
    clock.set('2026-01-05T07:02:00Z')
    expect(await sealBooks(database, quick)).toMatchObject([
      { seals: 1, rows: 1n },
      { seals: 1, rows: 1n },
    ])
  })

  test('an entry or audit row of a sealed hour is refused', async () => {
    await cashIn(100)
    clock.set('2026-01-05T07:10:00Z')
    await sealBooks(database, quick)
    clock.set('2026-01-05T06:59:00Z')
    await expect(cashIn(200)).rejects.toMatchObject({ constraint: 'hour_is_open' })
    await expect(
      sql`insert into audit_events (at, actor_kind, actor_name, action, subject_type) values ('2026-01-05T06:59:00Z', 'system', 'x', 'x', 'x')`.execute(
        database.db,
      ),
    ).rejects.toMatchObject({ constraint: 'audit_hour_is_open' })
    clock.set('2026-01-05T07:00:00Z')
    await cashIn(300)
    expect(await verifySeals(database)).toEqual([])
  })

  test('waits for a transaction that began in the hour, and then covers what it wrote', async () => {
    // The database's own clock says when a transaction began, so the hour is one that ends after the real present.
    const present = Temporal.Now.instant()
    const nextHour = present.round({ smallestUnit: 'hour', roundingMode: 'floor' }).add({ hours: 1 })
    clock.set(present)
    const started = Promise.withResolvers<void>()
    const release = Promise.withResolvers<void>()
    const slow = inTransaction(database, { actor }, async (tx) => {
      await sql`select 1`.execute(tx.db)
      started.resolve()
      await release.promise
      await postManualEntry(tx, {
        memo: 'slow',
        postings: [
          { accountId: 6n, side: 'debit', amount: toMinor(5), walletId: null, branchId: null },
          { accountId: 14n, side: 'credit', amount: toMinor(5), walletId: null, branchId: null },
        ],
      })
    })
    await started.promise
    clock.set(nextHour.add({ minutes: 10 }))
    expect(await inTransaction(database, { actor, direct: true }, (tx) => sealHour(tx, 'ledger'))).toMatchObject({ outcome: 'waiting' })
    release.resolve()
    await slow
    expect(await inTransaction(database, { actor, direct: true }, (tx) => sealHour(tx, 'ledger'))).toMatchObject({ outcome: 'sealed', rowCount: 1n })
    expect(await verifySeals(database)).toEqual([])
  })

  test('gives way to a writer who holds the books open, and tries again', async () => {
    await cashIn(100)
    clock.set('2026-01-05T07:10:00Z')
    const wrote = Promise.withResolvers<void>()
    const release = Promise.withResolvers<void>()
    const writer = inTransaction(database, { actor }, async (tx) => {
      await postManualEntry(tx, {
        memo: 'next hour',
        postings: [
          { accountId: 6n, side: 'debit', amount: toMinor(5), walletId: null, branchId: null },
          { accountId: 14n, side: 'credit', amount: toMinor(5), walletId: null, branchId: null },
        ],
      })
      wrote.resolve()
      await release.promise
    })
    await wrote.promise
    expect(await sealBooks(database, { ...quick, patience: 1 })).toMatchObject([
      { seals: 0, isUpToDate: false },
      { seals: 0, isUpToDate: false },
    ])
    release.resolve()
    await writer
    expect(await sealBooks(database, quick)).toMatchObject([
      { seals: 1, rows: 1n },
      { seals: 1, rows: 1n },
    ])
  })

  test('many writers at the turn of the hour lose nothing: every entry is in its seal or refused', async () => {
    clock.set('2026-01-05T06:59:58Z')
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, async (_none, n) => {
        if (n % 10 === 5) {
          clock.set('2026-01-05T07:10:00Z')
          await sealBooks(database, quick)
          clock.set(`2026-01-05T06:59:5${n % 10}Z`)
          return null
        }
        return await cashIn(n + 1).then(
          () => 'written',
          (error: { constraint?: string }) => error.constraint,
        )
      }),
    )
    clock.set('2026-01-05T08:10:00Z')
    await sealBooks(database, quick)
    expect(await verifySeals(database)).toEqual([])
    const written = outcomes.filter((outcome) => outcome === 'written').length
    expect(
      outcomes
        .filter((outcome) => outcome !== null && outcome !== 'written')
        .every((outcome) => outcome === 'hour_is_open' || outcome === 'audit_hour_is_open'),
    ).toBe(true)
    const { rows } = await sql<{
      count: bigint
      sealed: bigint
    }>`select (select count(*) from entries) as count, (select sum(row_count)::bigint from seals where book = 'ledger') as sealed`.execute(database.db)
    expect(rows[0]).toEqual({ count: BigInt(written), sealed: BigInt(written) })
  })
})

describe('balances', () => {
  test('are the folded sums and what was recorded since, of an account, a wallet, or both', async () => {
    const drawer = await aWallet(database, { code: 'DRAWER', kind: 'drawer', limit: 10_000 })
    const reading = await conn(database)
    const all = async () => ({
      account: await accountBalance(reading, { accountId: 1n }),
      wallet: await accountBalance(reading, { walletId: wallet }),
      equity: await accountBalance(reading, { accountId: 14n }),
      wallets: [...(await walletBalances(reading, [wallet, drawer, 999n]))],
    })
    await cashIn(700)
    await doing(database, (tx) =>
      postManualEntry(tx, {
        memo: 'to the drawer',
        postings: [
          { accountId: 1n, side: 'debit', amount: toMinor(50), walletId: drawer, branchId: null },
          { accountId: 1n, side: 'credit', amount: toMinor(50), walletId: wallet, branchId: null },
        ],
      }),
    )
    const expected = {
      account: 700n,
      wallet: 650n,
      equity: -700n,
      wallets: [
        [wallet, 650n],
        [drawer, 50n],
        [999n, 0n],
      ],
    }
    expect(await all()).toEqual(expected)
    clock.set('2026-01-05T07:10:00Z')
    await sealBooks(database, quick)
    expect(await all()).toEqual(expected)
    await cashIn(1)
    expect(await all()).toEqual({
      account: 701n,
      wallet: 651n,
      equity: -701n,
      wallets: [
        [wallet, 651n],
        [drawer, 50n],
        [999n, 0n],
      ],
    })
    clock.set('2026-01-05T08:10:00Z')
    await sealBooks(database, quick)
    expect(await all()).toMatchObject({ account: 701n, wallet: 651n })
    const { rows } = await sql<{
      debit: bigint
      credit: bigint
    }>`select sum(debit_minor)::bigint as debit, sum(credit_minor)::bigint as credit from account_days where wallet_id = ${wallet}`.execute(database.db)
    expect(rows[0]).toEqual({ debit: 701n, credit: 50n })
  })
})
