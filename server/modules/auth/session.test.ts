import { expect, test } from 'vitest'
import { appAs, appOf, sender } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'

const database = await testDatabase()

test('somebody who is not logged in is told so', async () => {
  const send = await appAs(database, null)
  const answer = await send('GET', '/auth/session')
  expect(answer.status).toBe(401)
  expect(answer.body).toMatchObject({ status: 401, code: 'not_logged_in', title: 'Log in first' })
  expect(answer.headers['content-type']).toMatch('application/problem+json')
})

test('a person sees who he is and what he may do', async () => {
  const send = await appAs(database, 'collector')
  const { body } = await send('GET', '/auth/session')
  expect(body.user.role).toBe('collector')
  expect(body.permissions).toContain('payment.take')
  expect(body.permissions).not.toContain('invoice.void')
})
