import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeInBrowser, expectNoTrouble } from './console.ts'
import type { Console } from './console.ts'

const asking = (page: Page): { count: () => number } => {
  let asked = 0
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/imports?')) asked += 1
  })
  return { count: () => asked }
}
const addImport = ({ database }: Console, name: string) =>
  sql`insert into imports (kind, file_name, created_by) select 'clients', ${name}, min(id) from users`.execute(database.db)
const shade = (page: Page): Promise<string> =>
  page.evaluate<string>(`getComputedStyle(document.documentElement).getPropertyValue('--mantine-color-brand-7').trim()`)

describeInBrowser('open pages', (given) => {
  test('show what another person did, without asking again and again', async () => {
    const page = await given().openAs('admin')
    await addImport(given(), 'from-before.csv')
    await page.goto(`${given().url}/imports`)
    await page.getByText('from-before.csv').first().waitFor()
    await page.waitForTimeout(1500)
    const { count } = asking(page)
    await page.waitForTimeout(6000)
    expect(count()).toBe(0)
    await addImport(given(), 'from-elsewhere.csv')
    await page.getByText('from-elsewhere.csv').first().waitFor({ timeout: 5000 })
    expect(count()).toBe(1)
    expectNoTrouble(page)
  }, 120_000)

  test('take the colour and the name of the company as soon as they are set, with no new log-in', async () => {
    const [page, admin] = [await given().openAs('viewer'), await given().openAs('admin')]
    await page.goto(`${given().url}/`)
    await page.getByRole('navigation', { name: 'Main menu' }).waitFor()
    const before = await shade(page)
    await page.waitForTimeout(1000)
    await admin.request.patch(`${given().url}/api/v1/settings`, { data: { values: { 'documents.colour': '#b91c1c', 'company.name': 'Jamuna Online' } } })
    await page.getByRole('banner').getByText('Jamuna Online').waitFor({ timeout: 5000 })
    await expect.poll(() => shade(page), { timeout: 5000 }).not.toBe(before)
    const front = await given().open()
    await front.goto(`${given().url}/login`)
    await front.getByRole('heading', { name: 'Log in' }).waitFor()
    await expect.poll(() => shade(front)).toBe(await shade(page))
    expectNoTrouble(page)
  }, 120_000)

  test('ask every half minute where no stream comes through', async () => {
    const page = await given().openAs('admin')
    await page.route('**/api/v1/events', (route) => route.abort())
    await page.clock.install()
    await page.goto(`${given().url}/imports`)
    await page.getByText('from-elsewhere.csv').first().waitFor()
    await addImport(given(), 'while-down.csv')
    const { count } = asking(page)
    await page.clock.runFor(25_000)
    expect(count()).toBe(0)
    await page.clock.runFor(10_000)
    await page.getByText('while-down.csv').first().waitFor({ timeout: 5000 })
    expect(count()).toBe(1)
  }, 120_000)
})
