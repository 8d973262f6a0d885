import sharp from 'sharp'
import { expect, test } from 'vitest'
import { appAs, logInAs, sender } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'

const database = await testDatabase()
const admin = await appAs(database, 'admin')

const pictureBody = async (bytes?: Buffer) => {
  const content =
    bytes ??
    (await sharp({ create: { width: 900, height: 600, channels: 3, background: '#0b7a75' } })
      .png()
      .toBuffer())
  const head = Buffer.from('--cut\r\nContent-Disposition: form-data; name="file"; filename="me.png"\r\nContent-Type: image/png\r\n\r\n')
  return Buffer.concat([head, content, Buffer.from('\r\n--cut--\r\n')])
}
const multipart = { headers: { 'content-type': 'multipart/form-data; boundary=cut' } }

test('the page of an account says what may be done with it, and why not', async () => {
  const { userId } = await logInAs(database, 'support')
  const { body } = await admin('GET', `/users/${userId}`)
  expect(body).toMatchObject({
    live_sessions: 1,
    allowed: {
      edit: { ok: true },
      disable: { ok: true },
      enable: { ok: false, code: 'user_active' },
      end_sessions: { ok: true },
      set_permissions: { ok: true },
    },
  })
  await admin('PUT', `/users/${userId}/disablement`)
  expect((await admin('GET', `/users/${userId}`)).body).toMatchObject({
    live_sessions: 0,
    allowed: {
      disable: { ok: false, code: 'user_disabled' },
      enable: { ok: true },
      make_password_link: { ok: false, code: 'user_disabled' },
      end_sessions: { ok: false, code: 'no_sessions' },
    },
  })
})

test('who has rights the reader lacks cannot be managed, and the page says so before he tries', async () => {
  const { userId } = await logInAs(database, 'manager')
  const helper = await appAs(database, 'support', { grants: ['user.view', 'user.edit'] })
  const { body } = await helper('GET', `/users/${userId}`)
  expect(body.allowed.edit).toMatchObject({ ok: false, code: 'beyond_you' })
  expect(body.allowed.set_permissions).toMatchObject({ ok: false, code: 'permission' })
  expect((await helper('PUT', `/users/${userId}/disablement`)).status).toBe(403)
})

test('the last administrator is shown as fixed, and is refused as shown', async () => {
  const other = await testDatabase()
  const only = await appAs(other, 'admin')
  const { body } = await only('GET', `/users/${only.user?.userId}`)
  expect(body.allowed).toMatchObject({
    disable: { ok: false, code: 'last_admin' },
    change_role: { ok: false, code: 'last_admin' },
    set_permissions: { ok: false, code: 'role_is_admin' },
  })
  expect((await only('PUT', `/users/${only.user?.userId}/disablement`)).body.code).toBe('last_admin')
})

test('the sessions of a person are listed by device until they are ended', async () => {
  const { userId, cookie } = await logInAs(database, 'support')
  expect((await admin('GET', `/users/${userId}/sessions`)).body.items).toMatchObject([{ is_current: false }])
  await admin('DELETE', `/users/${userId}/sessions`)
  expect((await admin('GET', `/users/${userId}/sessions`)).body.items).toEqual([])
  const { app } = admin
  expect((await sender(app, { cookie })('GET', '/auth/session')).status).toBe(401)
})

test('a role of the company is renamed and removed; a built-in one is neither, and says why', async () => {
  const { body: made } = await admin('POST', '/roles', { key: 'field_team', name: 'Field team', permissions: ['client.view'] })
  expect(made.allowed).toEqual({ edit: { ok: true }, remove: { ok: true } })
  expect((await admin('PATCH', `/roles/${made.id}`, { name: 'Line men' })).body).toMatchObject({ name: 'Line men', version: 2 })
  await logInAs(database, 'field_team')
  const { body: roles } = await admin('GET', '/roles')
  const role = (key: string) => roles.items.find((each: { key: string }) => each.key === key)
  expect(role('field_team').allowed.remove).toEqual({ ok: false, code: 'role_in_use', reason: '1 person has this role; give them another one first' })
  expect(role('support').allowed.remove).toMatchObject({ ok: false, code: 'role_is_builtin' })
  expect(role('admin').allowed.edit).toMatchObject({ ok: false, code: 'role_is_admin' })
  expect((await admin('DELETE', `/roles/${made.id}`)).body.code).toBe('role_in_use')
  expect((await admin('PATCH', `/roles/${role('support').id}`, { name: 'Help' })).body.code).toBe('role_is_fixed')
})

test('everybody sets, sees and takes away the own photo; what is no picture is refused', async () => {
  const clerk = await appAs(database, 'viewer')
  expect((await clerk('GET', '/auth/profile/photo')).status).toBe(404)
  expect((await clerk('PUT', '/auth/profile/photo', await pictureBody(), multipart)).status).toBe(204)
  const { body: me } = await clerk('GET', '/auth/session')
  expect(me.user.photo_file_id).toBeGreaterThan(0)
  const photo = await clerk('GET', '/auth/profile/photo')
  expect([photo.status, photo.headers['content-type']]).toEqual([200, 'image/webp'])
  expect((await admin('GET', `/users/${clerk.user?.userId}/photo`)).status).toBe(200)
  expect((await clerk('GET', `/users/${clerk.user?.userId}/photo`)).status).toBe(403)
  expect((await clerk('PUT', '/auth/profile/photo', await pictureBody(Buffer.from('no picture')), multipart)).body.code).toBe('file_not_accepted')
  expect((await clerk('DELETE', '/auth/profile/photo')).status).toBe(204)
  expect((await clerk('GET', '/auth/session')).body.user.photo_file_id).toBeNull()
})
