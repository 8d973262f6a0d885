import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { appAs } from '../../../testing/app-as.ts'
import { testDatabase } from '../../../testing/database.ts'

const database = await testDatabase()
const { rows: branches } = await sql<{ id: bigint }>`insert into branches (code, name) values ('A', 'North'), ('B', 'South') returning id`.execute(database.db)
const [north, south] = branches.map(({ id }) => Number(id)) as [number, number]
const admin = await appAs(database, 'admin')
const northern = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [BigInt(north)] }, grants: ['settings.edit'] })

const plan = (
  await admin('POST', '/packages', { code: 'P-10', name: 'Ten', starts_on: '2020-01-01', price_minor: 50_000, download_kbps: 10_000, upload_kbps: 10_000 })
).body.id as number
let phones = 1_711_000_000
const register = async (branch_id: number, more: Record<string, unknown> = {}) => {
  phones += 1
  const { status, body } = await admin('POST', '/clients', { name: `Client ${phones}`, phone: `0${phones}`, branch_id, joined_on: '2026-01-01', ...more })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.id as number
}
const line = (at: number) => ({ package_id: plan, pppoe_login: `words${at}`, joined_on: '2026-01-01', activated_on: '2026-01-01' })
const tagsOf = async (id: number) => (await admin('GET', `/clients/${id}`)).body.tags
const tagCounts = async (send = admin) =>
  Object.fromEntries((await send('GET', '/tags/counts')).body.items.map((each: { name: string; clients: number }) => [each.name, each.clients]))

test('clients and active lines are counted by package and branch, inside the reach of the person', async () => {
  await register(north, { subscription: line(1) })
  await register(north, { subscription: line(2) })
  await register(south, { subscription: line(3) })
  await register(south)
  expect((await admin('GET', '/clients/counts?by=package')).body.items).toEqual([{ id: plan, clients: 3, lines: 3, active_lines: 3 }])
  expect((await admin('GET', '/clients/counts?by=branch')).body.items).toEqual([
    { id: north, clients: 2, lines: 2, active_lines: 2 },
    { id: south, clients: 2, lines: 1, active_lines: 1 },
  ])
  expect((await northern('GET', '/clients/counts?by=package')).body.items).toEqual([{ id: plan, clients: 2, lines: 2, active_lines: 2 }])
})

test('a tag is renamed on every client; one who has both keeps one, kept views follow, and the list finds the new word', async () => {
  const both = await register(north, { tags: ['slow', 'late payer'] })
  const one = await register(south, { tags: ['late payer'] })
  await admin('POST', '/saved-views', { name: 'Late', filter: { tag: 'late payer' } })
  expect((await admin('POST', '/tags/renames', { name: 'late payer', new_name: 'slow' })).body).toEqual({ clients: 2 })
  expect([await tagsOf(both), await tagsOf(one)]).toEqual([['slow'], ['slow']])
  expect(await tagCounts()).toEqual({ slow: 2 })
  expect(await tagCounts(northern)).toEqual({ slow: 1 })
  expect((await admin('GET', '/clients?tag=slow')).body.items).toHaveLength(2)
  const { body: views } = await admin('GET', '/saved-views')
  expect(views.items.find(({ name }: { name: string }) => name === 'Late').filter).toEqual({ tag: 'slow' })
  expect((await admin('POST', '/tags/renames', { name: 'late payer', new_name: 'x' })).status).toBe(404)
})

test('a tag waits for its first client, is added once, and is taken off everybody when it goes', async () => {
  expect((await admin('POST', '/tags', { name: 'corporate' })).status).toBe(201)
  expect((await admin('POST', '/tags', { name: 'corporate' })).body.code).toBe('tag_taken')
  const id = await register(north, { tags: ['corporate'] })
  expect((await admin('DELETE', '/tags?name=corporate')).body).toEqual({ clients: 1 })
  expect(await tagsOf(id)).toEqual([])
  expect(await tagCounts()).not.toHaveProperty('corporate')
  const { body: events } = await admin('GET', '/audit-events?action=tag.removed')
  expect(events.items[0].before).toEqual({ name: 'corporate', clients: 1 })
})

test('two spellings of a district become one, and of an upazila inside its district only', async () => {
  await register(north, { district: 'Dhaka', upazila: 'Savar' })
  await register(south, { district: 'dhaka', upazila: 'Savaar' })
  await register(south, { district: 'Gazipur', upazila: 'Savaar' })
  expect((await admin('POST', '/districts/renames', { district: 'dhaka', name: 'Dhaka' })).body).toEqual({ clients: 1 })
  expect((await admin('POST', '/districts/renames', { district: 'Dhaka', upazila: 'Savaar', name: 'Savar' })).body).toEqual({ clients: 1 })
  expect((await admin('GET', '/districts/counts')).body.items).toEqual([
    { district: 'Dhaka', upazila: 'Savar', clients: 2 },
    { district: 'Gazipur', upazila: 'Savaar', clients: 1 },
  ])
  expect((await northern('GET', '/districts/counts')).body.items).toEqual([{ district: 'Dhaka', upazila: 'Savar', clients: 1 }])
})

test('what all clients share is changed by people of the whole company only', async () => {
  for (const [method, path, body] of [
    ['POST', '/tags/renames', { name: 'slow', new_name: 'x' }],
    ['DELETE', '/tags?name=slow', undefined],
    ['POST', '/districts/renames', { district: 'Dhaka', name: 'x' }],
  ] as const)
    expect([path, (await northern(method, path, body)).status]).toEqual([path, 403])
})
