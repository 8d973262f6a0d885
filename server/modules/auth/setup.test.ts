import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { appOf, sender } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { issueSetupToken } from './index.ts'

const database = await testDatabase()
let demos = 0
const app = await appOf(database, { hooks: { setUp: { loadDemo: async () => void (demos += 1) } } })
const visitor = sender(app, {})

const form = (token: string, more: Record<string, unknown> = {}) => ({
  token,
  company: { name: 'Padma Net', zone: 'Asia/Dhaka', currency: 'BDT', locale: 'bn', address: 'Mirpur 10' },
  vat: { registration: '001234567-0101', rounding: 'invoice' },
  admin: { username: 'owner', full_name: 'Nasrin Akter', password: 'three white storks fly' },
  ...more,
})

test('an empty installation has no account at all', async () => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from users`.execute(database.db)
  expect(rows[0]?.n).toBe(0)
  expect((await visitor('GET', '/setup')).body).toEqual({ needed: true, demo_available: true })
})

test('the set-up page opens with the newest token from the terminal only', async () => {
  const old = (await issueSetupToken(database)) as string
  await issueSetupToken(database)
  expect((await visitor('POST', '/setup', form(old))).body).toMatchObject({ status: 403, code: 'set_up_token_wrong' })
  expect((await visitor('POST', '/setup', form('guessed'))).body.code).toBe('set_up_token_wrong')
})

test('a bad form changes nothing and leaves the token working', async () => {
  const token = (await issueSetupToken(database)) as string
  const weak = form(token)
  weak.admin.password = 'padmanet12345'
  expect((await visitor('POST', '/setup', weak)).body.code).toBe('password_not_accepted')
  const nowhere = form(token)
  nowhere.company.zone = 'Asia/Atlantis'
  expect((await visitor('POST', '/setup', nowhere)).body.errors[0].field).toBe('company.zone')
  expect((await visitor('GET', '/setup')).body.needed).toBe(true)
})

test('it makes the company, its first branch and the administrator, logs him in, and works once even for two at once', async () => {
  const token = (await issueSetupToken(database)) as string
  const answers = await Promise.all([visitor('POST', '/setup', form(token, { load_demo: true })), visitor('POST', '/setup', form(token, { load_demo: true }))])
  const made = answers.find(({ status }) => status === 201)
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  expect(made?.body).toEqual({ username: 'owner', demo_loading: true })
  expect(demos).toBe(1)
  const admin = sender(app, { cookie: String(made?.headers['set-cookie']).split(';')[0] ?? '' })
  const me = (await admin('GET', '/auth/session')).body
  expect(me).toMatchObject({ user: { role: 'admin', locale: 'bn' }, company: { name: 'Padma Net', zone: 'Asia/Dhaka', currency: 'BDT', locale: 'bn' } })
  expect((await admin('GET', '/branches')).body.items).toMatchObject([{ code: 'main', name: 'Padma Net' }])
  const values = Object.fromEntries((await admin('GET', '/settings')).body.items.map(({ key, value }: { key: string; value: unknown }) => [key, value]))
  expect(values).toMatchObject({ 'company.vat_registration': '001234567-0101', 'billing.vat_rounding': 'invoice', 'company.fiscal_year_start_month': 7 })
})

test('afterwards it is closed for good', async () => {
  expect(await issueSetupToken(database)).toBeNull()
  expect((await visitor('GET', '/setup')).body.needed).toBe(false)
  expect((await visitor('POST', '/setup', form('whatever'))).body.code).toBe('set_up_done')
  expect((await visitor('POST', '/auth/session', { username: 'owner', password: 'three white storks fly' })).status).toBe(201)
})
