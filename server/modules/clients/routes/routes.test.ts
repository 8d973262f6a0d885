import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { settableClock } from '../../../kernel/clock.ts'
import { date } from '../../../kernel/time.ts'
import { appAs } from '../../../testing/app-as.ts'
import type { Send } from '../../../testing/app-as.ts'
import { testDatabase } from '../../../testing/database.ts'
import type { TestDatabase } from '../../../testing/database.ts'
import { aBranch, aClient, aPackage, doing } from '../../../testing/factories.ts'
import { suspendSubscription } from '../index.ts'

const clock = settableClock('2026-03-10T06:00:00Z')
let database: TestDatabase
let branchId: bigint
let otherBranchId: bigint
let packageId: bigint
let admin: Send
let branchManager: Send
let nobody: Send

beforeAll(async () => {
  database = await testDatabase({ clock })
  branchId = await aBranch(database)
  otherBranchId = await aBranch(database)
  packageId = (await aPackage(database)).package.id
  admin = await appAs(database, 'admin')
  branchManager = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [branchId] } })
  nobody = await appAs(database, null)
})

/** A multipart body by hand, so that the test says exactly what goes over the wire. */
function form(fields: Record<string, string>, file: { name: string; type: string; bytes: Buffer }): { headers: Record<string, string>; body: Buffer } {
  const boundary = 'x-test-boundary'
  const parts = Object.entries(fields).map(([key, value]) => Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`))
  const head = Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`)
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([...parts, head, file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  }
}

const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#336699' } })
    .withExif({ IFD0: { Copyright: 'secret place' } })
    .jpeg()
    .toBuffer()

describe('a client over the wire', () => {
  test('is registered with a line, read with what may be done, changed, and found in list, count and search', async () => {
    const created = await admin('POST', '/clients', {
      name: 'Anika Rahman',
      phone: '01712000001',
      branch_id: Number(branchId),
      nid: '1234567890',
      subscription: { package_id: Number(packageId), pppoe_login: 'anika', pppoe_password: 'pw', activated_on: '2026-03-01' },
    })
    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({
      state: 'active',
      nid_masked: '••••••7890',
      balance: { receivable_minor: 0, credit_minor: 0 },
      allowed: { edit: { ok: true }, delete: { ok: true }, restore: { ok: false, code: 'not_deleted' } },
    })
    const [line] = created.body.subscriptions
    expect(line).toMatchObject({
      state: 'active',
      has_pppoe_password: true,
      current_terms: { list_price_minor: 100_000 },
      access: { desired_on: true },
      allowed: { suspend: { ok: true }, activate: { ok: false, code: 'not_pending' }, renew: { ok: false, code: 'not_prepaid' } },
    })
    expect(created.text).not.toMatch(/sealed|"pw"|1234567890/)

    const patched = await admin('PATCH', `/clients/${created.body.id}`, { district: 'Dhaka', version: created.body.version })
    expect(patched.body).toMatchObject({ district: 'Dhaka', name: 'Anika Rahman' })
    expect((await admin('PATCH', `/clients/${created.body.id}`, { district: 'X', version: created.body.version })).status).toBe(409)

    const listed = await admin('GET', '/clients?q=anika&sort=-name')
    expect(listed.body.items).toMatchObject([{ id: created.body.id, state: 'active', lines: [{ pppoe_login: 'anika' }] }])
    expect((await admin('GET', '/clients/count?state=active')).body).toEqual({ count: 1, is_capped: false })
    expect((await admin('GET', '/search?q=anika')).body.items[0]).toMatchObject({ client_id: created.body.id })
    expect((await admin('GET', '/districts')).body.items).toEqual(['Dhaka'])
  })

  test('pages go on from a cursor, and a cursor of another sort is refused', async () => {
    for (let n = 0; n < 5; n += 1) await aClient(database, { branch_id: otherBranchId, name: `Paged ${n}` })
    const first = await admin('GET', `/clients?branch_id=${otherBranchId}&limit=2&sort=name`)
    const second = await admin('GET', `/clients?branch_id=${otherBranchId}&limit=2&sort=name&cursor=${first.body.next_cursor}`)
    expect([...first.body.items, ...second.body.items].map(({ name }: { name: string }) => name)).toEqual(['Paged 0', 'Paged 1', 'Paged 2', 'Paged 3'])
    expect(await admin('GET', `/clients?sort=code&cursor=${first.body.next_cursor}`)).toMatchObject({ status: 422, body: { code: 'cursor_not_valid' } })
  })

  test('a client of another branch does not exist, on any route', async () => {
    const { client, subscription } = await aClient(database, { branch_id: otherBranchId, subscription: { packageId, activatedOn: date('2026-03-01') } })
    const paths: ['GET' | 'PATCH' | 'POST' | 'DELETE' | 'PUT', string, unknown?][] = [
      ['GET', `/clients/${client.id}`],
      ['PATCH', `/clients/${client.id}`, { name: 'X' }],
      ['GET', `/clients/${client.id}/timeline`],
      ['GET', `/clients/${client.id}/notes`],
      ['POST', `/clients/${client.id}/notes`, { body: 'x' }],
      ['GET', `/clients/${client.id}/documents`],
      ['GET', `/clients/${client.id}/photo`],
      ['GET', `/clients/${client.id}/nid`],
      ['POST', `/clients/${client.id}/vip`, {}],
      ['DELETE', `/clients/${client.id}/whitelisting`],
      ['GET', `/subscriptions/${subscription?.id}`],
      ['PATCH', `/subscriptions/${subscription?.id}`, { label: 'x' }],
      ['POST', `/subscriptions/${subscription?.id}/suspension`, {}],
      ['DELETE', `/subscriptions/${subscription?.id}/suspension`],
      ['GET', `/subscriptions/${subscription?.id}/pppoe-password`],
      ['POST', '/subscriptions', { client_id: Number(client.id), package_id: Number(packageId) }],
      ['PUT', `/subscriptions/${subscription?.id}/pppoe-password`, { pppoe_password: 'x' }],
      ['POST', `/subscriptions/${subscription?.id}/activation`, {}],
      ['POST', `/subscriptions/${subscription?.id}/terms`, { starts_on: '2026-03-10', discount_bp: 100, reason: 'x' }],
    ]
    const granted = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [branchId] }, grants: ['client.create', 'client.delete'] })
    for (const [method, path, body] of paths) expect([path, (await granted(method, path, body)).status]).toEqual([path, 404])
    expect((await branchManager('GET', `/clients?q=${client.code}`)).body.items).toEqual([])
    expect((await branchManager('GET', `/subscriptions?client_id=${client.id}`)).body.items).toEqual([])
  })

  test('a taken code is said of its field, in the language of the person', async () => {
    await admin('POST', '/clients', { name: 'A', phone: '01712000002', branch_id: Number(branchId), code: 'TAKEN' })
    const again = await admin('POST', '/clients', { name: 'A', phone: '01712000002', branch_id: Number(branchId), code: 'TAKEN' })
    expect(again).toMatchObject({ status: 409, body: { code: 'client_code_taken', errors: [{ field: 'code' }] } })
    const free = await admin('GET', '/availability?client_code=TAKEN&pppoe_login=nobody-has-this&phone=%2B8801712000002&static_ip=10.200.0.1&nid=12')
    expect(free.body).toEqual({
      client_code: { is_free: false, is_valid: true },
      pppoe_login: { is_free: true, is_valid: true },
      phone: { is_free: false, is_valid: true },
      static_ip: { is_free: true, is_valid: true },
      nid: { is_free: true, is_valid: false },
    })
  })

  test('deletion and its opposite', async () => {
    const { client } = await aClient(database, { branch_id: branchId })
    expect((await admin('POST', `/clients/${client.id}/deletion`, { reason: 'twice' })).status).toBe(204)
    expect((await admin('GET', `/clients/${client.id}`)).body).toMatchObject({ allowed: { edit: { ok: false, code: 'is_deleted' }, restore: { ok: true } } })
    expect((await admin('PATCH', `/clients/${client.id}`, { name: 'X' })).body).toMatchObject({ code: 'client_deleted' })
    expect((await admin('DELETE', `/clients/${client.id}/deletion`)).body).toMatchObject({ deleted_at: null })
  })

  test('secrets are shown to who may see them, after a fresh password, and every look is in the timeline', async () => {
    const { client, subscription } = await aClient(database, {
      branch_id: branchId,
      nid: '5566778899',
      subscription: { packageId, pppoePassword: 'open sesame', activatedOn: date('2026-03-01') },
    })
    expect((await admin('GET', `/clients/${client.id}/nid`)).body).toEqual({ nid: '5566778899' })
    expect((await admin('GET', `/subscriptions/${subscription?.id}/pppoe-password`)).body).toEqual({ pppoe_password: 'open sesame' })
    const accountant = await appAs(database, 'accountant')
    expect((await accountant('GET', `/clients/${client.id}/nid`)).status).toBe(403)
    await admin('POST', `/clients/${client.id}/notes`, { body: 'called, nobody there' })
    const timeline = await admin('GET', `/clients/${client.id}/timeline?limit=3`)
    expect(
      timeline.body.items.map((item: { event: { action: string } | null; note: { body: string } | null }) => item.event?.action ?? item.note?.body),
    ).toContain('subscription.password_revealed')
    const rest = await admin('GET', `/clients/${client.id}/timeline?limit=50&cursor=${timeline.body.next_cursor}`)
    const whole = [...timeline.body.items, ...rest.body.items].map((item: { kind: string; event: { action: string } | null }) => item.event?.action ?? 'note')
    expect(whole).toContain('client.registered')
    expect(whole.filter((one: string) => one === 'note')).toHaveLength(1)
    expect(new Set([...timeline.body.items, ...rest.body.items].map((item: { kind: string; id: number }) => `${item.kind}${item.id}`)).size).toBe(whole.length)
    clock.advance({ hours: 30 })
    expect((await admin('GET', `/clients/${client.id}/nid`)).status).not.toBe(200)
    clock.set('2026-03-10T06:00:00Z')
  })

  test('what a person may not do is said with its permission, in Bangla to who reads Bangla', async () => {
    const { client, subscription } = await aClient(database, { branch_id: branchId, subscription: { packageId, activatedOn: date('2026-03-01') } })
    await doing(database, (tx) => suspendSubscription(tx, { subscriptionId: subscription?.id as bigint, reason: 'manual', note: '' }))
    const viewer = await appAs(database, 'viewer')
    const seen = await viewer('GET', `/clients/${client.id}`)
    expect(seen.body.subscriptions[0].allowed.restore).toEqual({ ok: false, code: 'permission', reason: 'You need the permission “Restore a line”' })
    expect((await viewer('DELETE', `/subscriptions/${subscription?.id}/suspension`)).status).toBe(403)
  })
})

describe('lines over the wire', () => {
  test('are added, activated, suspended and restored', async () => {
    const { client } = await aClient(database, { branch_id: branchId })
    const added = await admin('POST', '/subscriptions', {
      client_id: Number(client.id),
      package_id: Number(packageId),
      static_ip: '10.3.2.1',
      connection_kind: 'static',
    })
    expect(added).toMatchObject({ status: 201, body: { state: 'pending', allowed: { activate: { ok: true }, suspend: { ok: false, code: 'is_pending' } } } })
    const path = `/subscriptions/${added.body.id}`
    expect((await admin('POST', `${path}/suspension`, {})).body).toMatchObject({ code: 'wrong_state', state: 'pending' })
    expect((await admin('POST', `${path}/activation`)).body).toMatchObject({ state: 'active', activated_on: '2026-03-10' })
    expect((await admin('POST', `${path}/suspension`, { reason: 'abuse', note: 'spam', until: '2026-04-01' })).body).toMatchObject({
      state: 'suspended',
      reasons: [{ reason: 'abuse', note: 'spam', until: '2026-04-01' }],
    })
    expect((await admin('DELETE', `${path}/suspension`)).body).toMatchObject({ state: 'active', reasons: [] })
    expect((await admin('POST', `${path}/terms`, { starts_on: '2026-04-01', discount_bp: 1000, reason: 'loyal' })).body.terms).toHaveLength(2)
  })
})

describe('documents and the photo', () => {
  test('a picture is decoded and encoded anew without what was hidden in it, and comes back as a download', async () => {
    const { client } = await aClient(database, { branch_id: branchId })
    const original = await picture()
    expect(original.includes('secret place')).toBe(true)
    const { headers, body } = form({ kind: 'nid_front', title: 'Front' }, { name: '../../nid.php.jpg', type: 'image/jpeg', bytes: original })
    const added = await admin('POST', `/clients/${client.id}/documents`, body, { headers })
    expect(added).toMatchObject({ status: 201, body: { kind: 'nid_front', content_type: 'image/webp' } })
    expect(added.body.name).not.toContain('/')
    const download = await admin('GET', `/clients/${client.id}/documents/${added.body.id}/content`)
    expect(download.headers).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(String(download.headers['content-disposition'])).toMatch(/^attachment;/)
    expect(download.text).not.toContain('secret place')
    const { client: other } = await aClient(database, { branch_id: branchId })
    expect((await admin('GET', `/clients/${other.id}/documents/${added.body.id}/content`)).status).toBe(404)
    expect((await admin('DELETE', `/clients/${client.id}/documents/${added.body.id}`)).status).toBe(204)
    expect((await admin('GET', `/clients/${client.id}/documents`)).body.items).toEqual([])
  })

  test.each([
    ['a script that begins like a GIF', Buffer.from('GIF89a<?php system($_GET[1]); ?>')],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a picture that breaks off', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0])],
    ['nothing', Buffer.alloc(0)],
  ])('%s is refused, whatever it is called', async (_what, bytes) => {
    const { client } = await aClient(database, { branch_id: branchId })
    const { headers, body } = form({ kind: 'other' }, { name: 'photo.jpg', type: 'image/jpeg', bytes })
    expect(await admin('POST', `/clients/${client.id}/documents`, body, { headers })).toMatchObject({ status: 422, body: { code: 'file_not_accepted' } })
    expect((await admin('PUT', `/clients/${client.id}/photo`, body, { headers })).status).toBe(422)
  })

  test('a file beyond the cap is refused, a PDF is kept as it is, and fields must come first', async () => {
    const { client } = await aClient(database, { branch_id: branchId })
    const large = form(
      { kind: 'other' },
      { name: 'big.pdf', type: 'application/pdf', bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(11 * 1024 * 1024)]) },
    )
    expect((await admin('POST', `/clients/${client.id}/documents`, large.body, { headers: large.headers })).status).toBe(413)
    const pdf = form(
      { kind: 'contract', title: 'Contract' },
      { name: 'চুক্তি.pdf', type: 'text/plain', bytes: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n') },
    )
    const kept = await admin('POST', `/clients/${client.id}/documents`, pdf.body, { headers: pdf.headers })
    expect(kept).toMatchObject({ status: 201, body: { content_type: 'application/pdf' } })
    const download = await admin('GET', `/clients/${client.id}/documents/${kept.body.id}/content`)
    expect(String(download.headers['content-disposition'])).toContain(encodeURIComponent('চুক্তি.pdf'))
    const without = form({}, { name: 'a.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7\n') })
    expect((await admin('POST', `/clients/${client.id}/documents`, without.body, { headers: without.headers })).status).toBe(422)
    expect((await admin('POST', `/clients/${client.id}/documents`, { kind: 'other' })).status).toBe(422)
  })

  test('the photo is made small, served, and taken away', async () => {
    const { client } = await aClient(database, { branch_id: branchId })
    const { headers, body } = form({}, { name: 'me.jpg', type: 'image/jpeg', bytes: await picture() })
    expect((await admin('PUT', `/clients/${client.id}/photo`, body, { headers })).status).toBe(204)
    expect((await admin('GET', `/clients/${client.id}/photo`)).headers['content-type']).toBe('image/webp')
    expect((await admin('DELETE', `/clients/${client.id}/photo`)).status).toBe(204)
    expect((await admin('GET', `/clients/${client.id}/photo`)).status).toBe(404)
  })
})

describe('sign-up requests', () => {
  test('anybody may ask, a few times an hour; a second request of the same number is swallowed', async () => {
    for (let n = 0; n < 5; n += 1)
      expect(
        (await nobody('POST', '/signup-requests', { name: 'Visitor', phone: `0180000000${n}`, branch_id: n === 0 ? Number(branchId) : null })).status,
      ).toBe(202)
    expect(await nobody('POST', '/signup-requests', { name: 'Visitor', phone: '01800000009' })).toMatchObject({ status: 429 })
    expect((await nobody('GET', '/signup-requests')).status).toBe(401)
    clock.advance({ hours: 2 })
    expect((await nobody('POST', '/signup-requests', { name: 'Visitor again', phone: '+8801800000001' })).status).toBe(202)
    clock.set('2026-03-10T06:00:00Z')
    const waiting = await admin('GET', '/signup-requests?state=new')
    expect(waiting.body.items.filter(({ phone }: { phone: string }) => phone === '01800000001')).toHaveLength(1)
    const mine = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [branchId] }, grants: ['client.create'] })
    expect((await mine('GET', '/signup-requests')).body.items.map(({ phone }: { phone: string }) => phone)).toEqual(['01800000000'])
  })

  test('a request that names only an area goes to the branch of that area, and its people see it', async () => {
    clock.advance({ hours: 6 })
    const area = await admin('POST', '/areas', { name: 'Signed-up lane', branch_id: Number(branchId), connections: 'planned' })
    expect((await nobody('POST', '/signup-requests', { name: 'From the lane', phone: '01800000077', area_id: area.body.id })).status).toBe(202)
    clock.set('2026-03-10T06:00:00Z')
    const mine = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [branchId] }, grants: ['client.create'] })
    expect((await mine('GET', '/signup-requests?q=From the lane')).body.items).toMatchObject([
      { branch_id: Number(branchId), area_name: 'Signed-up lane', area_connections: 'planned' },
    ])
    expect((await mine('GET', '/signup-requests/waiting')).body.items).toContainEqual({ area_id: area.body.id, waiting: 1 })
  })

  test('a request is approved into a client with his line, or rejected, once', async () => {
    const [first, second] = (await admin('GET', '/signup-requests?state=new&q=Visitor')).body.items as { id: number; phone: string }[]
    const approved = await admin('POST', `/signup-requests/${first?.id}/approval`, {
      branch_id: Number(branchId),
      subscription: { package_id: Number(packageId) },
    })
    expect(approved).toMatchObject({ status: 201, body: { name: 'Visitor', phone: first?.phone, subscriptions: [{ state: 'pending' }] } })
    expect((await admin('POST', `/signup-requests/${first?.id}/approval`, { branch_id: Number(branchId) })).body.code).toBe('already_decided')
    const withoutBranch = await admin('POST', `/signup-requests/${second?.id}/approval`, {})
    expect(withoutBranch).toMatchObject({ status: 422 })
    expect((await admin('POST', `/signup-requests/${second?.id}/rejection`, { reason: 'no cable there' })).body).toMatchObject({
      state: 'rejected',
      decision_reason: 'no cable there',
    })
  })
})

describe('fields, views and tags', () => {
  test('a field of the company is defined, required of new clients, and retired', async () => {
    const field = await admin('POST', '/custom-fields', {
      entity: 'client',
      key: 'building',
      label_en: 'Building',
      label_bn: 'ভবন',
      type: 'choice',
      choices: ['North', 'South'],
    })
    expect(field.status).toBe(201)
    const base = { name: 'A', phone: '01712000003', branch_id: Number(branchId) }
    expect((await admin('POST', '/clients', { ...base, custom: { building: 'West' } })).body.errors[0].field).toBe('custom.building')
    expect((await admin('POST', '/clients', { ...base, custom: { building: 'North' } })).body.custom).toEqual({ building: 'North' })
    expect((await admin('PATCH', `/custom-fields/${field.body.id}`, { is_required: true })).body.is_required).toBe(true)
    expect((await admin('POST', '/clients', base)).status).toBe(422)
    expect((await admin('PATCH', `/custom-fields/${field.body.id}`, { is_active: false })).status).toBe(200)
    expect((await admin('POST', '/clients', base)).status).toBe(201)
    expect((await branchManager('POST', '/custom-fields', { entity: 'client', key: 'x', label_en: 'x', label_bn: 'x', type: 'text' })).status).toBe(403)
  })

  test('the built-in views are always there; own ones are seen by their owner only', async () => {
    const keys = (await admin('GET', '/saved-views')).body.items.map(({ key }: { key: string }) => key)
    expect(keys).toEqual(expect.arrayContaining(['active', 'expired', 'suspended', 'left', 'deleted', 'whitelist', 'vip', 'no_router']))
    const saved = await admin('POST', '/saved-views', { name: 'My debtors', filter: { owes: 'true' } })
    expect(saved.status).toBe(201)
    expect((await admin('POST', '/saved-views', { name: 'My debtors', filter: {} })).status).toBe(409)
    expect(JSON.stringify((await branchManager('GET', '/saved-views')).body)).not.toContain('My debtors')
    expect((await branchManager('DELETE', `/saved-views/${saved.body.id}`)).status).toBe(404)
    expect((await branchManager('POST', '/saved-views', { name: 'All', filter: {}, is_shared: true })).status).toBe(403)
    expect((await admin('DELETE', `/saved-views/${saved.body.id}`)).status).toBe(204)
  })

  test('every filter of a built-in view is one the list takes', async () => {
    for (const view of (await admin('GET', '/saved-views')).body.items)
      expect([view.key, (await admin('GET', `/clients?${new URLSearchParams(view.filter).toString()}`)).status]).toEqual([view.key, 200])
  })

  test('tags are suggested as they come into use', async () => {
    await admin('POST', '/clients', { name: 'T', phone: '01712000004', branch_id: Number(branchId), tags: ['roof access'] })
    expect((await admin('GET', '/tags?q=ROOF')).body.items).toEqual(['roof access'])
    expect((await admin('GET', '/clients?tag=roof%20access')).body.items).toHaveLength(1)
  })
})
