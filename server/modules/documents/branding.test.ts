import sharp from 'sharp'
import { expect, test } from 'vitest'
import { appAs, sender } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'

const database = await testDatabase()
const admin = await appAs(database, 'admin')
const nobody = sender(admin.app, {})

const upload = async () => {
  const png = await sharp({ create: { width: 1600, height: 400, channels: 4, background: '#ff0000' } })
    .png()
    .toBuffer()
  const head = Buffer.from('--cut\r\nContent-Disposition: form-data; name="file"; filename="logo.png"\r\nContent-Type: image/png\r\n\r\n')
  const body = Buffer.concat([head, png, Buffer.from('\r\n--cut--\r\n')])
  return admin('PUT', '/documents/logo', body, { headers: { 'content-type': 'multipart/form-data; boundary=cut' } })
}

test('a company that has set nothing has no colour and no logo of its own', async () => {
  expect((await nobody('GET', '/branding')).body).toEqual({ name: '', colour: null, logo: null })
  expect((await nobody('GET', '/branding/logo')).status).toBe(404)
})

test('name, colour and logo are seen in front of the log-in; a new logo has a new address', async () => {
  await admin('PATCH', '/settings', { values: { 'company.name': 'Padma Net', 'documents.colour': '#7C3AED' } })
  expect((await upload()).status).toBe(204)
  const { body: first } = await nobody('GET', '/branding')
  expect(first).toMatchObject({ name: 'Padma Net', colour: '#7c3aed', logo: expect.stringMatching(/^\/api\/v1\/branding\/logo\?v=\d+$/) })
  const picture = await nobody('GET', first.logo)
  expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/png'])
  await upload()
  expect((await nobody('GET', '/branding')).body.logo).not.toBe(first.logo)
  await admin('DELETE', '/documents/logo')
  expect((await nobody('GET', '/branding')).body.logo).toBeNull()
})
