import { sql } from 'kysely'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { monthAfter } from '../../web/src/lib/months.ts'
import { describeInBrowser, expectAccessible, expectNoTrouble, picture } from './console.ts'

const TODAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Dhaka' }).format(Temporal.Now.instant().epochMilliseconds)
const MONTH = monthAfter(TODAY, -1)
const BEFORE = monthAfter(TODAY, -2)
const epochOf = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds
const inWords = (month: string) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(epochOf(`${month}-01`))
const shortDay = (day: string) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(epochOf(day))

/** Bills of 1,000.00 that are the same as the month before. */
const SAME = [
  'Rahim Uddin',
  'করিম শেখ',
  'Nusrat Jahan',
  'Abdul Karim',
  'Salma Begum',
  'Jamal Hossain',
  'মোছাঃ ফাতেমা বেগম',
  'Tania Akter',
  'Rafiq Islam',
  'Mitu Rani',
]

describeInBrowser('the end of a month', (given) => {
  const made = { run: '', parked: 0 }
  let clerk: Page

  const post = async (page: Page, path: string, data: unknown): Promise<{ id: number }> => {
    const answer = await page.request.post(`${given().url}/api/v1${path}`, { data, headers: { 'idempotency-key': crypto.randomUUID() } })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return (await answer.json()) as { id: number }
  }
  /** Nothing is written to a table until the answer is called: work that takes long in a large company. */
  const hold = async (table: 'run_items' | 'invoices'): Promise<() => Promise<void>> => {
    const held = Promise.withResolvers<void>()
    const over = Promise.withResolvers<void>()
    const work = given()
      .database.db.transaction()
      .execute(async (tx) => {
        await sql`lock table ${sql.table(table)} in exclusive mode`.execute(tx)
        held.resolve()
        await over.promise
      })
    await held.promise
    return async () => {
      over.resolve()
      await work
    }
  }
  /** What the cell of a figure says: the number under its name. */
  const figure = (page: Page, label: string) => page.getByText(label, { exact: true }).locator('..')

  test('the company: ten clients as last month, one dearer, one new, one away, one whose package ended', async () => {
    const admin = await given().openAs('admin')
    const branch = await post(admin, '/branches', { code: 'DHK', name: 'Dhaka' })
    const sell = async (code: string, price_minor: number) =>
      await post(admin, '/packages', { code, name: code, starts_on: '2020-01-01', price_minor, download_kbps: 20_000, upload_kbps: 20_000 })
    const home = await sell('HOME-20', 100_000)
    const fast = await sell('FAST-50', 150_000)
    const register = async (name: string, at: number, from = `${BEFORE}-01`) => {
      const line = { package_id: home.id, pppoe_login: `user${at}`, joined_on: from, activated_on: from }
      const client = await post(admin, '/clients', {
        name,
        phone: `0171100${String(at).padStart(4, '0')}`,
        branch_id: branch.id,
        joined_on: from,
        subscription: line,
      })
      const { subscriptions } = (await (await admin.request.get(`${given().url}/api/v1/clients/${client.id}`)).json()) as { subscriptions: { id: number }[] }
      return { client: client.id, line: subscriptions[0]?.id ?? 0 }
    }
    const people = []
    for (const [at, name] of [...SAME, 'Dearer Dalia', 'Away Anis', 'Parked Parvin'].entries()) people.push(await register(name, at))
    await given().work()
    const first = await post(admin, '/invoice-runs', { month: BEFORE, issued_on: `${BEFORE}-01`, start: true })
    const state = async () => ((await (await admin.request.get(`${given().url}/api/v1/invoice-runs/${first.id}`)).json()) as { state: string }).state
    await expect.poll(state, { timeout: 30_000 }).toBe('done')
    const [dearer, away, parked] = people.slice(SAME.length)
    made.parked = parked?.client ?? 0
    await post(admin, `/subscriptions/${dearer?.line}/package-changes`, { package_id: fast.id, on: `${MONTH}-01`, how: 'now', reason: 'wants more' })
    await post(admin, `/subscriptions/${away?.line}/pauses`, { from: `${MONTH}-01`, to: `${monthAfter(MONTH)}-01`, reason: 'abroad' })
    // What an import from another system may leave behind: a line whose package stops before the line does.
    await sql`update subscription_terms set ends_on = ${`${MONTH}-01`}::date where subscription_id = ${parked?.line ?? 0}`.execute(given().database.db)
    await register('Nobody Before', 90, `${MONTH}-01`)
    expect(people.length).toBe(13)
  }, 120_000)

  test('a preview bills nobody: it shows each bill beside the one before, what changed on top', async () => {
    clerk = await given().openAs('accountant')
    await clerk.goto(`${given().url}/billing?month=${MONTH}`)
    await clerk.getByText('Nothing is billed for this month yet').waitFor()
    await picture(clerk, 'month-end-1-not-billed')
    await clerk.getByRole('button', { name: 'Preview a month' }).click()
    const dialog = clerk.getByRole('dialog', { name: 'Preview a month' })
    await dialog.getByRole('button', { name: new RegExp(inWords(MONTH)) }).waitFor()
    await expectAccessible(clerk)
    const letGo = await hold('run_items')
    await dialog.getByRole('button', { name: 'Preview', exact: true }).click()
    await clerk.getByRole('progressbar', { name: /Every bill is being worked out/ }).waitFor()
    made.run = clerk.url()
    await letGo()
    // Nothing is pressed: the page hears of it.
    await clerk.getByText('Ready to start').waitFor()
    await figure(clerk, 'Would be issued').getByText('12', { exact: true }).waitFor()
    // 500.00 less of 13,000.00 is 3.846…%.
    await figure(clerk, 'Difference').getByText('−3.85%', { exact: true }).waitFor()
    const strip = clerk.getByRole('group', { name: 'Against last month' })
    for (const [label, count] of [
      ['Changed', 3],
      ['New', 1],
      ['Higher', 1],
      ['Gone', 1],
      ['The same', 10],
      ['All', 14],
    ] as const)
      await strip.getByRole('button', { name: new RegExp(`^${label}\\s*${count}\\b`) }).waitFor()
    const bills = clerk.getByRole('table', { name: 'Bill by bill' })
    await bills.getByRole('row', { name: /Away Anis/ }).waitFor()
    await expect.poll(async () => await bills.getByRole('row').count()).toBe(4)
    await expect.poll(async () => await bills.getByRole('row', { name: /Dearer Dalia/ }).textContent()).toContain('1,500.00')
    await expectAccessible(clerk)
    await picture(clerk, 'month-end-2-preview')
    await strip.getByRole('button', { name: /^Gone/ }).click()
    await bills.getByRole('row', { name: /Dearer Dalia/ }).waitFor({ state: 'detached' })
    await expect.poll(async () => await bills.getByRole('row').count()).toBe(2)

    await clerk.getByRole('radiogroup', { name: 'View' }).getByText('Parked (1)').click()
    await clerk
      .getByRole('row', { name: /Parked Parvin/ })
      .getByText(/has no price/)
      .waitFor()
    await expectAccessible(clerk)
    await picture(clerk, 'month-end-3-parked')
    const invoices = await clerk.request.get(`${given().url}/api/v1/invoices?month=${MONTH}`)
    expect(((await invoices.json()) as { items: unknown[] }).items).toEqual([])
    expectNoTrouble(clerk)
  }, 120_000)

  test('the run goes on while the page is left, and ends with who was billed and who was not', async () => {
    const letGo = await hold('invoices')
    await clerk.getByRole('button', { name: 'Issue these invoices' }).click()
    await clerk.getByRole('progressbar', { name: /Invoices are being issued/ }).waitFor()
    await picture(clerk, 'month-end-4-running')
    await clerk.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Billing month' }).click()
    await clerk.getByRole('heading', { level: 1, name: 'Billing month' }).waitFor()
    await clerk.getByRole('button', { name: 'Work in the background: 1 under way' }).waitFor()
    await letGo()
    // The end is said wherever one is, and leads to the result.
    const said = clerk.getByRole('alert').filter({ hasText: `Billing of ${inWords(MONTH)} is done` })
    await said.getByRole('link', { name: 'Look at the result' }).click()
    await said.waitFor({ state: 'detached' })
    await clerk.waitForURL(made.run)
    await clerk
      .getByRole('heading', { level: 1, name: inWords(MONTH) })
      .locator('..')
      .getByText('Done')
      .waitFor()
    await figure(clerk, 'Issued').getByText('12', { exact: true }).waitFor()
    await figure(clerk, 'Issued').getByText('৳12,500.00').waitFor()
    await picture(clerk, 'month-end-5-done')
    await clerk.getByRole('radiogroup', { name: 'View' }).getByText('Messages').click()
    const messages = clerk.getByRole('table', { name: 'Messages' })
    await messages.getByRole('row', { name: /Rahim Uddin/ }).waitFor()
    await expect.poll(async () => await messages.getByRole('row').count()).toBe(13)
    await expectAccessible(clerk)
    expectNoTrouble(clerk)
  }, 120_000)

  test('the parked client is mended and billed by a run of her own', async () => {
    const manager = await given().openAs('manager')
    await manager.goto(`${made.run}?view=parked`)
    await manager
      .getByRole('row', { name: /Parked Parvin/ })
      .getByRole('link', { name: 'Parked Parvin' })
      .click()
    await manager.getByRole('heading', { name: 'Parked Parvin' }).waitFor()
    await manager.getByRole('button', { name: 'Change the package' }).click()
    const dialog = manager.getByRole('dialog', { name: /^Change the package/ })
    await dialog
      .getByRole('combobox', { name: 'New package' })
      .or(dialog.getByRole('textbox', { name: 'New package' }))
      .first()
      .click()
    await manager.getByRole('option', { name: /HOME-20/ }).click()
    await dialog.getByLabel('From another day').check()
    await dialog.getByLabel('First day of the new package').fill(shortDay(`${MONTH}-01`))
    await dialog.getByText('The new package begins').waitFor()
    await dialog.getByRole('button', { name: 'Change the package' }).click()
    await dialog.waitFor({ state: 'detached' })

    await clerk.goto(`${made.run}?view=parked`)
    await clerk.getByRole('button', { name: 'Try 1 parked again' }).click()
    await clerk.getByText('Ready to start').waitFor()
    expect(clerk.url()).not.toBe(made.run)
    await clerk.getByRole('button', { name: 'Issue these invoices' }).click()
    await figure(clerk, 'Issued').getByText('1', { exact: true }).waitFor()
    await clerk.goto(`${made.run}?view=parked`)
    await clerk.getByText('all billed since').waitFor()
    await clerk
      .getByRole('row', { name: /Parked Parvin/ })
      .getByRole('link', { name: /INV/ })
      .waitFor()
    await expectAccessible(clerk)
    await picture(clerk, 'month-end-6-mended')
    expectNoTrouble(clerk)
    expectNoTrouble(manager)
  }, 120_000)

  test('the whole month is one file', async () => {
    await clerk.goto(`${given().url}/billing?month=${MONTH}`)
    await clerk.getByText('Everybody is billed up to the end of the month.').waitFor()
    await clerk.getByRole('button', { name: 'All as PDF' }).click()
    const dialog = clerk.getByRole('dialog', { name: `All invoices of ${inWords(MONTH)}` })
    await expectAccessible(clerk)
    await dialog.getByRole('button', { name: 'Make the file' }).click()
    await dialog.getByText('In the file: 13 invoices.').waitFor({ timeout: 60_000 })
    await picture(clerk, 'month-end-7-pdf')
    const download = clerk.waitForEvent('download')
    await dialog.getByRole('link', { name: 'Save the file' }).click()
    const file = readFileSync(await (await download).path()).toString('latin1')
    expect(file.startsWith('%PDF-')).toBe(true)
    expect(file).toMatch(/\/Type \/Pages[^>]*\/Count 13\b/)
    expectNoTrouble(clerk)
  }, 120_000)

  test('the accounting month is closed; from then on its bills are corrected by credit notes alone', async () => {
    await clerk.goto(`${given().url}/billing?month=${MONTH}`)
    await clerk.getByRole('link', { name: 'Check the books and close the month' }).click()
    await clerk.getByRole('heading', { level: 1, name: 'Accounting months' }).waitFor()
    const row = clerk.getByRole('row', { name: new RegExp(`^${inWords(MONTH)}`) })
    await row.getByRole('button', { name: 'Close' }).click()
    await clerk.getByRole('dialog').getByRole('button', { name: 'Check and close' }).click()
    await row.getByRole('cell', { name: 'Closed', exact: true }).waitFor()
    await clerk.goto(`${given().url}/billing?month=${MONTH}`)
    await clerk.getByText('Nothing can be booked in it any more.').waitFor()
    await expectAccessible(clerk)
    await picture(clerk, 'month-end-8-closed')

    await clerk.goto(`${given().url}/invoices?month=${MONTH}`)
    await clerk
      .getByRole('row', { name: /Rahim Uddin/ })
      .getByRole('link')
      .first()
      .click()
    const out = clerk.getByRole('button', { name: 'Void' })
    await expect.poll(async () => await out.getAttribute('aria-disabled')).toBe('true')
    // By the keyboard, too, one comes to it and is told why.
    await clerk.getByRole('button', { name: 'Credit note' }).focus()
    await clerk.keyboard.press('Tab')
    await clerk.getByRole('tooltip').waitFor()
    await expect.poll(async () => await clerk.getByRole('tooltip').textContent()).toMatch(/closed/)
    expectNoTrouble(clerk)
  }, 120_000)
})
