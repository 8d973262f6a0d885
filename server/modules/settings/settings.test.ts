import { expect, test } from 'vitest'
import { z } from 'zod'
import { allSettings } from '../../app.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import { systemActor } from '../../kernel/actor.ts'
import { ALL_PERMISSIONS } from '../../kernel/permissions.ts'
import { appAs } from '../../testing/app-as.ts'
import { testDatabase } from '../../testing/database.ts'
import { changeSettings, defineSetting, getSetting, getSettings } from './index.ts'

const database = await testDatabase()
const admin = await appAs(database, 'admin')
const actor = systemActor('test', ALL_PERMISSIONS)

const color = defineSetting({ key: 'test.colour', schema: z.enum(['red', 'blue']), default: 'red', help: { en: 'A colour.', bn: 'একটি রং।' } })
const limits = defineSetting({ key: 'test.limits', schema: z.record(z.string(), z.int()), default: { collector: 100 }, help: { en: 'Limits.', bn: 'সীমা।' } })
const known = [color, limits] as unknown as Parameters<typeof changeSettings>[1]['known']

test('a setting nobody changed has its default; a changed one its value, read alone or together', async () => {
  expect(await getSetting(database, color)).toBe('red')
  await inTransaction(database, { actor }, (tx) => changeSettings(tx, { known, values: { 'test.colour': 'blue' } }))
  expect(await getSettings(database, [limits, color])).toEqual([{ collector: 100 }, 'blue'])
})

test('a stored value that no longer fits counts as not set', async () => {
  await inTransaction(database, { actor }, (tx) => changeSettings(tx, { known, values: { 'test.colour': 'blue' } }))
  const narrower = { ...color, schema: z.enum(['red', 'green']), default: 'green' as const }
  expect(await getSetting(database, narrower)).toBe('green')
})

test('a default that does not fit, or a key of another form, is refused when it is declared', () => {
  expect(() => defineSetting({ ...color, default: 'mauve' as 'red' })).toThrow()
  expect(() => defineSetting({ ...color, key: 'Colour' })).toThrow('Not a setting key')
})

test('the company sees every setting with its value, default, type and help in both languages', async () => {
  const { status, body } = await admin('GET', '/settings')
  expect(status).toBe(200)
  expect(body.items.map(({ key }: { key: string }) => key)).toEqual(allSettings().map(({ key }) => key))
  expect(body.items.find(({ key }: { key: string }) => key === 'auth.session_idle_minutes')).toMatchObject({
    value: 480,
    default: 480,
    version: 0,
    schema: { type: 'integer', minimum: 5 },
    help: { bn: expect.stringMatching(/[ঀ-৿]/) },
  })
})

test('a change counts at once everywhere and is audited with before and after', async () => {
  expect((await admin('GET', '/auth/session')).body.company.name).toBe('')
  const { body } = await admin('PATCH', '/settings', { values: { 'company.name': 'Meghna Net', 'company.fiscal_year_start_month': 1 } })
  expect(body.items.find(({ key }: { key: string }) => key === 'company.name')).toMatchObject({ value: 'Meghna Net', version: 1 })
  expect((await admin('GET', '/auth/session')).body.company.name).toBe('Meghna Net')
  const { body: events } = await admin('GET', '/audit-events?action=settings.changed&limit=1')
  expect(events.items[0]).toMatchObject({
    before: { 'company.name': '', 'company.fiscal_year_start_month': 7 },
    after: { 'company.name': 'Meghna Net', 'company.fiscal_year_start_month': 1 },
  })
})

test('one bad value refuses the whole change and names its field', async () => {
  const { status, body } = await admin('PATCH', '/settings', { values: { 'company.zone': 'Mars/Base', 'company.phone': '111', 'no.such': 1 } })
  expect([status, body.errors.map(({ field }: { field: string }) => field)]).toEqual([422, ['company.zone', 'no.such']])
  const { body: list } = await admin('GET', '/settings')
  expect(list.items.find(({ key }: { key: string }) => key === 'company.phone').value).toBe('')
})

test('a change made on an old page is refused', async () => {
  await admin('PATCH', '/settings', { values: { 'company.address': 'Old road' }, versions: { 'company.address': 0 } })
  const { status, body } = await admin('PATCH', '/settings', { values: { 'company.address': 'New road' }, versions: { 'company.address': 0 } })
  expect([status, body.code]).toEqual([409, 'changed_meanwhile'])
})

test('setting what is already set writes nothing', async () => {
  const version = async () => (await admin('GET', '/settings')).body.items.find(({ key }: { key: string }) => key === 'company.locale').version
  await admin('PATCH', '/settings', { values: { 'company.locale': 'en' } })
  expect(await version()).toBe(0)
})

test('what a number counts and what a choice is called come with the setting, and who set it last', async () => {
  await admin('PATCH', '/settings', { values: { 'company.email': 'office@isp.example' } })
  const { body } = await admin('GET', '/settings')
  const of = (key: string) => body.items.find((each: { key: string }) => each.key === key)
  expect(of('payments.largest_minor').unit).toBe('minor')
  expect(of('auth.session_hours')).toMatchObject({ unit: 'hours', choices: {}, updated_by_name: null })
  expect(of('company.locale').choices.bn).toEqual({ en: 'Bangla', bn: 'বাংলা' })
  expect(of('company.email').updated_by_name).toBe(admin.user?.username)
})

test('the history of one setting is asked for by its name', async () => {
  await admin('PATCH', '/settings', { values: { 'auth.session_hours': 24 } })
  await admin('PATCH', '/settings', { values: { 'auth.reset_link_hours': 12 } })
  const { body } = await admin('GET', '/audit-events?subject_type=settings&changed=auth.session_hours')
  expect(body.items).toHaveLength(1)
  expect(body.items[0].after).toEqual({ 'auth.session_hours': 24 })
})
