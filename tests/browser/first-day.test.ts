import { expect, test } from 'vitest'
import { describeInBrowser, expectAccessible, expectNoTrouble, picture } from './console.ts'

const PASSWORD = 'brick river candle seven'

describeInBrowser('the first day', (given) => {
  test('an empty installation becomes a company, and its owner stands in the console', async () => {
    const page = await given().open()
    await page.goto(`${given().url}/`)
    await page.waitForURL('**/setup')
    await page.goto(`${given().url}/setup?token=${await given().setupToken()}`)

    await page.getByRole('heading', { name: 'Your company' }).waitFor()
    await expectAccessible(page)
    await picture(page, 'set-up-1-company')
    await page.getByRole('button', { name: 'Next' }).click()
    expect(await page.getByText('This is needed').count()).toBe(1)
    await page.getByLabel('Name of the company').fill('Padma Net')
    await page.getByRole('button', { name: 'Next' }).click()

    await page.getByRole('heading', { name: 'Money and taxes' }).waitFor()
    await expectAccessible(page)
    await picture(page, 'set-up-2-money')
    await page.getByRole('button', { name: 'Next' }).click()

    await page.getByRole('heading', { name: 'The first administrator' }).waitFor()
    await page.getByLabel('Your name').fill('Salma Akter')
    await page.getByLabel('User name').fill('salma')
    await page.getByLabel('Password', { exact: false }).first().fill('passwordpassword')
    await page.getByLabel('The same again').fill('passwordpassword')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'Open the console' }).click()

    // A password everybody tries first is refused, on the step that holds the field, with everything still typed.
    await page.getByRole('heading', { name: 'The first administrator' }).waitFor()
    expect(await page.getByLabel('Your name').inputValue()).toBe('Salma Akter')
    await page.getByLabel('Password', { exact: false }).first().fill(PASSWORD)
    await page.getByLabel('The same again').fill(PASSWORD)
    await picture(page, 'set-up-3-administrator')
    await page.getByRole('button', { name: 'Next' }).click()
    await picture(page, 'set-up-4-begin')
    await page.getByRole('button', { name: 'Open the console' }).click()

    await page.getByRole('navigation', { name: 'Main menu' }).waitFor()
    expect(await page.getByRole('banner').getByText('Padma Net').count()).toBe(1)
    expectNoTrouble(page)
  }, 60_000)

  test('a package is put on sale', async () => {
    const page = await given().openAs('admin')
    await page.goto(`${given().url}/packages`)
    await page.getByText('No packages yet').waitFor()
    await page.getByRole('button', { name: 'New package' }).first().click()
    const form = page.getByRole('dialog', { name: 'New package' })
    await form.getByLabel('Code').fill('HOME-20')
    await form.getByLabel('Name').fill('Home 20 Mbps')
    await form.getByLabel('Download').fill('20')
    await form.getByLabel('Price').fill('1,050.50')
    await expectAccessible(page)
    await picture(page, 'package-new')
    await form.getByRole('button', { name: 'Put on sale' }).click()
    const row = page.getByRole('row', { name: /HOME-20/ })
    await row.waitFor()
    expect(await row.textContent()).toContain('1,050.50')
    expect(await row.textContent()).toContain('20 Mbps')
    expectNoTrouble(page)
  }, 60_000)

  test('the set-up cannot be done twice', async () => {
    const page = await given().open()
    await page.goto(`${given().url}/setup`)
    await page.waitForURL('**/login')
    expect(await page.getByRole('heading', { name: 'Log in' }).count()).toBe(1)
  }, 60_000)
})
