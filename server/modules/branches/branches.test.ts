import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'

const database = await testDatabase()
const admin = await appAs(database, 'admin')
const a = (await admin('POST', '/branches', { code: 'north', name: 'North' })).body.id as number
const b = (await admin('POST', '/branches', { code: 'south', name: 'South' })).body.id as number
const rights = ['branch.edit', 'reseller.view', 'reseller.edit'] as const
const north = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [BigInt(a)] }, grants: rights })
const ids = (answer: { body: { items: { id: number }[] } }) => answer.body.items.map(({ id }) => id)

describe('branches', () => {
  test('have a code of their own', async () => {
    const { status, body } = await admin('POST', '/branches', { code: 'north', name: 'Again' })
    expect([status, body.code, body.errors[0].field]).toEqual([409, 'branch_code_taken', 'code'])
  })

  test('a patch changes what it names and nothing else', async () => {
    await admin('PATCH', `/branches/${b}`, { phone: '02-9999', address: 'Khulna' })
    expect((await admin('PATCH', `/branches/${b}`, { name: 'South side' })).body).toEqual({
      id: b,
      code: 'south',
      name: 'South side',
      phone: '02-9999',
      address: 'Khulna',
      is_active: true,
    })
  })

  test('of others are neither seen nor changed', async () => {
    expect(ids(await north('GET', '/branches'))).toEqual([a])
    expect((await north('PATCH', `/branches/${a}`, { phone: '1' })).status).toBe(200)
    expect((await north('PATCH', `/branches/${b}`, { phone: '1' })).status).toBe(404)
    expect((await north('POST', '/branches', { code: 'mine', name: 'Mine' })).status).toBe(403)
  })
})

describe('resellers', () => {
  test('stand below one another, never in a circle, also when two moves cross', async () => {
    const make = async (code: string, parent_id: number | null) =>
      (await admin('POST', '/resellers', { code, name: code, branch_id: a, parent_id })).body.id as number
    const top = await make('top', null)
    const middle = await make('middle', top)
    const low = await make('low', middle)
    expect((await admin('PATCH', `/resellers/${top}`, { parent_id: low })).body.errors[0].field).toBe('parent_id')
    expect((await admin('PATCH', `/resellers/${top}`, { parent_id: top })).status).toBe(422)
    const [x, y] = [await make('x', null), await make('y', null)]
    const crossed = await Promise.all([admin('PATCH', `/resellers/${x}`, { parent_id: y }), admin('PATCH', `/resellers/${y}`, { parent_id: x })])
    expect(crossed.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('of another branch are out of reach', async () => {
    const own = (await admin('POST', '/resellers', { code: 'n1', name: 'N', branch_id: a })).body.id
    const other = (await admin('POST', '/resellers', { code: 's1', name: 'S', branch_id: b })).body.id
    const seen = ids(await north('GET', '/resellers'))
    expect([seen.includes(own), seen.includes(other)]).toEqual([true, false])
    expect((await north('PATCH', `/resellers/${other}`, { name: 'X' })).status).toBe(404)
    expect((await north('POST', '/resellers', { code: 's2', name: 'S', branch_id: b })).status).toBe(422)
    expect((await north('PATCH', `/resellers/${own}`, { branch_id: b })).status).toBe(422)
  })

  test('a reseller sees himself and those below him, and adds none elsewhere', async () => {
    const own = (await admin('POST', '/resellers', { code: 'r1', name: 'R', branch_id: a })).body.id
    const below = (await admin('POST', '/resellers', { code: 'r2', name: 'R', branch_id: a, parent_id: own })).body.id
    const self = await appAs(database, 'viewer', { scope: { kind: 'reseller', resellerId: BigInt(own) }, grants: rights })
    expect(ids(await self('GET', '/resellers'))).toEqual([own, below])
    expect(ids(await self('GET', '/branches'))).toEqual([a])
    expect((await self('POST', '/resellers', { code: 'r3', name: 'R', branch_id: a })).status).toBe(403)
    expect((await self('PATCH', `/resellers/${below}`, { parent_id: null })).status).toBe(403)
    expect((await self('POST', '/resellers', { code: 'r4', name: 'R', branch_id: a, parent_id: own })).status).toBe(201)
  })
})

describe('areas', () => {
  test('have a colour, a polygon and a name that is unique in its place', async () => {
    const polygon = [
      [90.36, 23.8],
      [90.37, 23.8],
      [90.37, 23.81],
    ]
    const { status, body } = await admin('POST', '/areas', { name: 'Mirpur', branch_id: a, colour: '#ff8800', polygon })
    expect([status, body.polygon]).toEqual([201, polygon])
    expect((await admin('POST', '/areas', { name: 'Mirpur', branch_id: a })).status).toBe(409)
    expect((await admin('POST', '/areas', { name: 'Mirpur', branch_id: b })).status).toBe(201)
    expect((await admin('PATCH', `/areas/${body.id}`, { polygon: null })).body).toMatchObject({ polygon: null, colour: '#ff8800' })
  })

  test('of everybody are seen by a branch and changed by the company; of others not even seen', async () => {
    const everybody = (await admin('POST', '/areas', { name: 'Dhaka' })).body.id
    const other = (await admin('POST', '/areas', { name: 'Sonadanga', branch_id: b })).body.id
    const seen = ids(await north('GET', '/areas?limit=200'))
    expect([seen.includes(everybody), seen.includes(other)]).toEqual([true, false])
    expect((await north('PATCH', `/areas/${everybody}`, { name: 'Mine' })).status).toBe(403)
    expect((await north('PATCH', `/areas/${other}`, { name: 'Mine' })).status).toBe(404)
    expect((await north('POST', '/areas', { name: 'New', branch_id: b })).status).toBe(403)
    expect((await north('POST', '/areas', { name: 'New' })).status).toBe(403)
    expect((await north('POST', '/areas', { name: 'New', branch_id: a, parent_id: everybody })).status).toBe(201)
  })
})

test('lists are paged without a gap', async () => {
  await sql`insert into branches (code, name) select 'p' || n, 'P' from generate_series(1, 30) n`.execute(database.db)
  const all = ids(await admin('GET', '/branches?limit=200'))
  const seen: number[] = []
  let cursor = ''
  do {
    const answer = await admin('GET', `/branches?limit=7${cursor}`)
    seen.push(...ids(answer))
    cursor = answer.body.next_cursor === null ? '' : `&cursor=${answer.body.next_cursor}`
  } while (cursor !== '')
  expect(seen).toEqual(all)
})
