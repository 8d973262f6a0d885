import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { appAs, appOf, logInAs, sender } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'

const database = await testDatabase()
const app = await appOf(database)
const { rows: branches } = await sql<{ id: bigint }>`insert into branches (code, name) values ('A', 'North'), ('B', 'South') returning id`.execute(database.db)
const [a, b] = branches.map(({ id }) => id) as [bigint, bigint]
const admin = await appAs(database, 'admin')
const northHead = await appAs(database, 'branch_manager', { scope: { kind: 'branches', branchIds: [a] } })

const newUser = (username: string, more: Record<string, unknown> = {}) => ({ username, full_name: `Person ${username}`, role: 'support', ...more })
const secretOf = (link: string) => link.split('#')[1] ?? ''

describe('an account', () => {
  test('is made without a password, which its person sets by a link that works once', async () => {
    const { status, body } = await admin('POST', '/users', newUser('hasina', { email: 'h@isp.example' }))
    expect(status).toBe(201)
    expect(body.user).toMatchObject({ username: 'hasina', role: 'support', scope_kind: 'company', has_password: false, version: 1 })
    const nobody = sender(app, {})
    const set = (password: string) => nobody('POST', '/auth/password-reset', { secret: secretOf(body.password_link.link), new_password: password })
    expect((await set('hasina')).body.code).toBe('password_not_accepted')
    expect((await set('four loud trains at night')).status).toBe(204)
    expect((await set('five loud trains at night')).body).toMatchObject({ status: 410, code: 'link_not_valid' })
    expect((await nobody('POST', '/auth/session', { username: 'HASINA', password: 'four loud trains at night' })).status).toBe(201)
  })

  test('has a name nobody else has, whatever the case', async () => {
    await admin('POST', '/users', newUser('double'))
    const { status, body } = await admin('POST', '/users', newUser('DOUBLE'))
    expect([status, body.code, body.errors]).toEqual([409, 'username_taken', [{ field: 'username', message: expect.any(String) }]])
  })

  test('is changed only by who has seen its latest version', async () => {
    const { body } = await admin('POST', '/users', newUser('versioned'))
    expect((await admin('PATCH', `/users/${body.user.id}`, { version: 1, full_name: 'New name' })).body).toMatchObject({ full_name: 'New name', version: 2 })
    expect((await admin('PATCH', `/users/${body.user.id}`, { version: 1, full_name: 'Other name' })).body.code).toBe('changed_meanwhile')
  })

  test('loses its sessions when its role or reach changes, and not when its phone does', async () => {
    const { userId, cookie } = await logInAs(database, 'support')
    const self = sender(app, { cookie })
    await admin('PATCH', `/users/${userId}`, { version: 1, phone: '01700000000' })
    expect((await self('GET', '/auth/session')).status).toBe(200)
    await admin('PATCH', `/users/${userId}`, { version: 2, role: 'viewer' })
    expect((await self('GET', '/auth/session')).status).toBe(401)
  })

  test('is audited with what changed and without any secret', async () => {
    const { body } = await admin('POST', '/users', newUser('audited'))
    await admin('PATCH', `/users/${body.user.id}`, { version: 1, role: 'collector' })
    const { body: events } = await admin('GET', `/audit-events?subject_type=user&subject_id=${body.user.id}`)
    expect(events.items.map(({ action }: { action: string }) => action)).toEqual(['user.changed', 'user.reset_link_made', 'user.created'])
    expect(events.items[0]).toMatchObject({ actor_kind: 'user', before: { role: 'support' }, after: { role: 'collector' } })
    expect(JSON.stringify(events)).not.toContain(secretOf(body.password_link.link))
  })

  test('that is the last administrator stays one', async () => {
    const { rows } = await sql<{ id: bigint }>`select id from users where role_id = (select id from roles where key = 'admin')`.execute(database.db)
    expect(rows).toHaveLength(1)
    const id = rows[0]?.id
    expect((await admin('PUT', `/users/${id}/disablement`)).body.code).toBe('last_admin')
    expect((await admin('PATCH', `/users/${id}`, { version: 1, role: 'viewer' })).body.code).toBe('last_admin')
  })
})

describe('a branch manager', () => {
  test('sees and manages the people of his branch and nobody else', async () => {
    const own = await logInAs(database, 'collector', { scope: { kind: 'branches', branchIds: [a] } })
    const other = await logInAs(database, 'collector', { scope: { kind: 'branches', branchIds: [b] } })
    const both = await logInAs(database, 'collector', { scope: { kind: 'branches', branchIds: [a, b] } })
    const company = await logInAs(database, 'collector')
    const { body } = await northHead('GET', '/users?limit=200')
    const seen = new Set(body.items.map(({ id }: { id: number }) => BigInt(id)))
    expect([own, other, both, company].map(({ userId }) => seen.has(userId))).toEqual([true, false, false, false])
    expect((await northHead('GET', `/users/${own.userId}`)).status).toBe(200)
    for (const { userId } of [other, both, company]) {
      const answers = [
        await northHead('GET', `/users/${userId}`),
        await northHead('GET', `/users/${userId}/login-attempts`),
        await northHead('PATCH', `/users/${userId}`, { version: 1, full_name: 'Mine' }),
        await northHead('PUT', `/users/${userId}/disablement`),
        await northHead('DELETE', `/users/${userId}/disablement`),
        await northHead('POST', `/users/${userId}/password-reset`),
        await northHead('DELETE', `/users/${userId}/sessions`),
      ]
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 404])
    }
  })

  test('gives nobody a reach or a right beyond his own', async () => {
    const refused = [
      await northHead('POST', '/users', newUser('x1')),
      await northHead('POST', '/users', newUser('x2', { scope_kind: 'branches', branch_ids: [Number(b)] })),
      await northHead('POST', '/users', newUser('x3', { scope_kind: 'branches', branch_ids: [Number(a), Number(b)] })),
      await northHead('POST', '/users', newUser('x4', { role: 'accountant', scope_kind: 'branches', branch_ids: [Number(a)] })),
      await northHead('POST', '/users', newUser('x5', { role: 'admin', scope_kind: 'company' })),
    ]
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
    expect((await northHead('POST', '/users', newUser('ok1', { scope_kind: 'branches', branch_ids: [Number(a)] }))).status).toBe(201)
  })

  test('cannot take over a stronger account of his branch by a link', async () => {
    const stronger = await logInAs(database, 'accountant', { scope: { kind: 'branches', branchIds: [a] } })
    const lifted = await logInAs(database, 'viewer', { scope: { kind: 'branches', branchIds: [a] }, grants: ['ledger.reopen_month'] })
    expect((await northHead('POST', `/users/${stronger.userId}/password-reset`)).status).toBe(403)
    expect((await northHead('POST', `/users/${lifted.userId}/password-reset`)).status).toBe(403)
  })

  test('reads the audit of his branch only', async () => {
    await admin('PATCH', `/branches/${a}`, { phone: '111' })
    await admin('PATCH', `/branches/${b}`, { phone: '222' })
    const { body } = await northHead('GET', '/audit-events?action=branch.')
    expect(body.items.map(({ subject_id }: { subject_id: number }) => BigInt(subject_id))).toEqual([a])
  })
})

describe('rights', () => {
  test('are the role and the grants without the denials', async () => {
    const { userId } = await logInAs(database, 'viewer')
    expect((await admin('PUT', `/users/${userId}/permissions`, { grants: ['settings.view', 'audit.view'], denials: ['audit.view'] })).body).toMatchObject({
      grants: ['settings.view'],
      denials: ['audit.view'],
    })
    const person = await logInAs(database, 'viewer', { grants: ['settings.view'], denials: ['client.view'] })
    const send = sender(app, { cookie: person.cookie })
    expect((await send('GET', '/settings')).status).toBe(200)
    expect((await send('GET', '/audit-events')).status).toBe(403)
    expect((await send('GET', '/auth/session')).body.permissions).not.toContain('client.view')
  })

  test('of a built-in role are changed by the company and survive the next start', async () => {
    const role = (await admin('GET', '/roles')).body.items.find(({ key }: { key: string }) => key === 'viewer')
    const permissions = [...role.permissions.filter((name: string) => name !== 'olt.view'), 'audit.view']
    const { body } = await admin('PUT', `/roles/${role.id}/permissions`, { permissions, version: role.version })
    expect(body).toMatchObject({ is_changed: true })
    const { syncBuiltinRoles } = await import('./index.ts')
    await syncBuiltinRoles(database.db)
    const after = (await admin('GET', '/roles')).body.items.find(({ key }: { key: string }) => key === 'viewer')
    expect(new Set(after.permissions)).toEqual(new Set(permissions))
    expect((await admin('PUT', `/roles/${role.id}/permissions`, { permissions, version: role.version })).body.code).toBe('changed_meanwhile')
  })

  test('of the administrator cannot be taken away', async () => {
    const role = (await admin('GET', '/roles')).body.items.find(({ key }: { key: string }) => key === 'admin')
    expect((await admin('PUT', `/roles/${role.id}/permissions`, { permissions: [], version: role.version })).body.code).toBe('role_is_fixed')
  })

  test('of an own role are given, and the role goes when nobody has it', async () => {
    const { body: role } = await admin('POST', '/roles', { key: 'night_shift', name: 'Night shift', permissions: ['ticket.view'] })
    const person = await logInAs(database, 'night_shift')
    expect((await admin('DELETE', `/roles/${role.id}`)).body.code).toBe('role_in_use')
    await sql`update users set role_id = (select id from roles where key = 'viewer') where id = ${person.userId}`.execute(database.db)
    expect((await admin('DELETE', `/roles/${role.id}`)).status).toBe(204)
  })
})
