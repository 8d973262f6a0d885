/**
 * P2: pages of the client list and the omnibox search, single session, against SELECT 1 and a sequential scan in the same run.
 *   npm run bench -- lists --clients 1000000
 */
import { sql } from 'kysely'
import { companyScope } from '#kernel/actor.ts'
import type { Scope } from '#kernel/actor.ts'
import { listClients } from '#modules/clients/list/list-clients.ts'
import type { ListClients } from '#modules/clients/list/list-clients.ts'
import { findClients, findLines } from '#modules/clients/search/store.ts'
import { conn } from '#platform/db/transaction.ts'
import type { Conn } from '#platform/db/tx.ts'
import { fill } from './dataset.ts'
import { median, percentile, timed } from './measure.ts'
import type { Result } from './measure.ts'
import { withDatabase } from './server.ts'

export interface ListsOptions {
  readonly clients?: number
  readonly rounds?: number
}

type Filter = ListClients['filter']

/** Pages a clerk opens: the whole list and narrow parts of it, in every order, at the start and deep inside. */
const FILTERS: readonly (readonly [string, Filter])[] = [
  ['all', {}],
  ['suspended', { state: 'suspended' }],
  ['left', { state: 'left' }],
  ['one area', { areaId: 7n }],
  ['one branch', { branchId: 2n }],
  ['one package', { packageId: 3n }],
  ['suspended in an area', { state: 'suspended', areaId: 7n }],
] as unknown as readonly (readonly [string, Filter])[]
const SORTS = ['id', 'code', '-code', 'name', 'joined_on', 'balance', '-balance'] as const
const LIMIT = 50

async function pages(reading: Conn, scope: Scope, filter: Filter, sort: (typeof SORTS)[number], rounds: number): Promise<number[]> {
  const times: number[] = []
  let after: ListClients['after']
  for (let n = 0; n < rounds; n += 1) {
    let next: ListClients['after']
    times.push(await timed(async () => (next = (await listClients(reading, scope, { filter, sort, limit: LIMIT, after })).next ?? undefined)))
    after = next
  }
  // The first page of a filter also pays for cold pages of its index; a clerk's next click does not.
  return times.slice(1)
}

const words = (clients: number): (readonly [string, string[]])[] => {
  const some = Array.from({ length: 40 }, (_none, n) => 1 + ((n * 7919 * 131) % clients))
  return [
    [
      'part of a phone',
      some.map((n) =>
        String((n * 7919) % 100_000_000)
          .padStart(8, '0')
          .slice(2),
      ),
    ],
    ['code', some.map((n) => `dhk-${String(n).padStart(7, '0')}`)],
    ['end of a code', some.map((n) => String(n).padStart(7, '0').slice(3))],
    ['first name', ['rahim', 'করিম', 'nusrat', 'তানভীর', 'shafiq', 'ফাতেমা', 'karim', 'আক্তার', 'mizan', 'আব্দুল্লাহ']],
    ['full name', some.map((n) => ['rahim uddin', 'করিম শেখ', 'nusrat jahan', 'তানভীর আহমেদ'][n % 4] ?? '')],
    ['login', some.map((n) => `user${n}@`)],
    [
      'MAC',
      some.map((n) =>
        (BigInt(n) * 65_599n)
          .toString(16)
          .padStart(12, '0')
          .replace(/(..)(?!$)/g, '$1:')
          .slice(3),
      ),
    ],
  ]
}

export async function bench({ clients = 100_000, rounds = 8 }: ListsOptions = {}): Promise<Result[]> {
  return await withDatabase(async (database) => {
    await fill(database, { clients, since: '2026-01-01' })
    await sql`update client_balances set receivable_minor = (client_id * 7919) % 300000 where client_id % 3 = 0`.execute(database.db)
    await sql`vacuum analyze`.execute(database.db)
    const reading = await conn(database)
    const one: number[] = []
    for (let n = 0; n < 300; n += 1) one.push(await timed(async () => await sql`select 1`.execute(database.db)))
    const floor = median(one.slice(100))

    const results: Result[] = []
    const found: { name: string; sort: string; ms: number }[] = []
    for (const [name, filter] of FILTERS)
      for (const sort of SORTS) found.push({ name, sort, ms: median(await pages(reading, companyScope, filter, sort, rounds)) })
    const worst = found.toSorted((a, b) => b.ms - a.ms)
    const [slowest] = worst
    results.push({
      part: 'P2',
      what: `list page of ${LIMIT}, the slowest of ${found.length} filters and orders`,
      ratio: (slowest?.ms ?? Number.NaN) / floor,
      against: 'SELECT 1',
      bar: 15,
      better: 'less',
      note: `${clients} clients; SELECT 1 ${floor.toFixed(2)} ms; slowest: ${worst
        .slice(0, 3)
        .map(({ name, sort, ms }) => `${name} by ${sort} ${ms.toFixed(1)} ms`)
        .join(', ')}; median ${median(found.map(({ ms }) => ms)).toFixed(2)} ms`,
    })

    // Whoever sees one branch alone asks behind the wall of row-level security; it may not cost him his pages.
    const scope: Scope = { kind: 'branches', branchIds: [2n] }
    const behind = { ...reading, db: database.scoped(scope) }
    const walled: { name: string; sort: string; ms: number }[] = []
    for (const [name, filter] of FILTERS) for (const sort of SORTS) walled.push({ name, sort, ms: median(await pages(behind, scope, filter, sort, rounds)) })
    const slow = walled.toSorted((a, b) => b.ms - a.ms)
    results.push({
      part: 'P2',
      what: `the same pages for the manager of one branch, behind the wall, median of ${walled.length}`,
      ratio: median(walled.map(({ ms }) => ms)) / median(found.map(({ ms }) => ms)),
      against: 'the same pages of the whole company',
      bar: 2,
      better: 'less',
      note: `slowest: ${slow
        .slice(0, 3)
        .map(({ name, sort, ms }) => `${name} by ${sort} ${ms.toFixed(1)} ms`)
        .join(', ')}`,
    })

    for (const [kind, texts] of words(clients)) {
      const isLine = kind === 'login' || kind === 'MAC'
      const find = async (text: string) =>
        isLine ? await findLines(reading, companyScope, { text, ip: null }, 8) : await findClients(reading, companyScope, [text], 8)
      await find(texts[0] ?? '')
      const times: number[] = []
      for (const text of texts) times.push(await timed(async () => await find(text)))
      const p95 = percentile(times, 95)
      const scans: number[] = []
      for (const text of texts.slice(0, 3)) {
        scans.push(
          await timed(
            async () =>
              await sql`select count(*) from ${sql.table(isLine ? 'subscriptions' : 'clients')} where search || '' like ${`%${text}%`}`.execute(database.db),
          ),
        )
      }
      results.push({
        part: 'P2',
        what: `search by ${kind}, p95`,
        ratio: p95 / median(scans),
        against: 'a sequential scan',
        bar: 0.1,
        better: 'less',
        note: `${p95.toFixed(1)} ms (bar < 20 ms)`,
      })
      results.push({ part: 'P2', what: `search by ${kind}, p95`, ratio: p95, against: 'ms', bar: 20, better: 'less', note: '' })
    }
    return results
  })
}
