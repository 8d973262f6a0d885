import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { hashPassword } from '../../server/modules/auth/password.ts'
import { logInAs } from '../../server/testing/app-as.ts'
import { describeInBrowser, expectAccessible, expectNoTrouble, picture } from './console.ts'

const PASSWORD = 'brick river candle seven'

describeInBrowser('logging in', (given) => {
  const somebody = async (username: string, mustChange = false) => {
    const { database } = given()
    const user = await logInAs(database, 'accountant', { username })
    await sql`update users set password_hash = ${await hashPassword(PASSWORD)}, must_change_password = ${mustChange} where id = ${user.userId}`.execute(
      database.db,
    )
    return user
  }
  const logIn = async (page: Awaited<ReturnType<ReturnType<typeof given>['open']>>, username: string, password: string) => {
    await page.getByLabel('User name').fill(username)
    await page.getByRole('textbox', { name: 'Password' }).fill(password)
    await page.getByRole('button', { name: 'Log in' }).click()
  }

  test('a wrong password is refused in words and what was typed stays; the right one leads to the page that was asked for', async () => {
    await somebody('karim')
    const page = await given().open()
    await page.goto(`${given().url}/packages?q=home`)
    await page.waitForURL('**/login?next=**')
    await expectAccessible(page)
    await picture(page, 'log-in')
    await logIn(page, 'karim', 'not the password')
    await page.getByRole('alert').waitFor()
    await expect.poll(async () => await page.getByLabel('User name').inputValue()).toBe('karim')
    await picture(page, 'log-in-refused')
    await logIn(page, 'karim', PASSWORD)
    await page.waitForURL('**/packages?q=home')
    await page.getByRole('heading', { name: 'Packages' }).waitFor()
    expectNoTrouble(page)
  }, 120_000)

  test('the menu shows what the role may do, and an address beyond it says so', async () => {
    const page = await given().openAs('collector')
    await page.goto(`${given().url}/`)
    const menu = page.getByRole('navigation', { name: 'Main menu' })
    await menu.waitFor()
    await expect.poll(async () => await menu.getByRole('link', { name: 'Packages' }).count()).toBe(1)
    expect(await menu.getByRole('link', { name: 'Settings' }).count()).toBe(0)
    await page.goto(`${given().url}/settings`)
    await page.getByText('This page is not for your role').waitFor()
    expectNoTrouble(page)
  }, 120_000)

  test('a password that somebody else gave must be changed first', async () => {
    await somebody('new-clerk', true)
    const page = await given().open()
    await page.goto(`${given().url}/login`)
    await logIn(page, 'new-clerk', PASSWORD)
    await page.waitForURL('**/choose-password')
    await page.getByRole('heading', { name: 'Choose a new password' }).waitFor()
    await expectAccessible(page)
    await picture(page, 'choose-password')
    await page.getByLabel('Present password').fill(PASSWORD)
    await page.getByLabel('New password').fill('seven lamps over the bridge')
    await page.getByLabel('The same again').fill('seven lamps over the bridge')
    await page.getByRole('button', { name: 'Change the password' }).click()
    await page.getByRole('navigation', { name: 'Main menu' }).waitFor()
    expectNoTrouble(page)
  }, 120_000)

  test('language and look are switched from the header and stay with the account', async () => {
    const page = await given().openAs('manager')
    await page.goto(`${given().url}/packages`)
    await page.getByRole('heading', { name: 'Packages' }).waitFor()
    await page.getByRole('button', { name: 'Language: বাংলা' }).click()
    await page.getByRole('heading', { name: 'প্যাকেজ' }).waitFor()
    await expect.poll(async () => await page.locator('html').getAttribute('lang')).toBe('bn')
    await page.getByRole('button', { name: 'গাঢ়' }).click()
    await expect.poll(async () => await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark')
    await page.reload()
    await page.getByRole('heading', { name: 'প্যাকেজ' }).waitFor()
    await expect.poll(async () => await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark')
    expectNoTrouble(page)
  }, 120_000)

  test('a session that ended asks for the password over the page and keeps what was typed', async () => {
    const user = await somebody('halima')
    const page = await given().open()
    await page.goto(`${given().url}/login`)
    await logIn(page, 'halima', PASSWORD)
    await page.getByRole('navigation', { name: 'Main menu' }).waitFor()
    await page.goto(`${given().url}/invoices`)
    await page.getByRole('heading', { name: 'Invoices' }).waitFor()
    await sql`delete from staff_sessions where user_id = ${user.userId}`.execute(given().database.db)
    await page.getByRole('searchbox').fill('2026-000017')
    const again = page.getByRole('dialog', { name: 'Your session has ended' })
    await again.waitFor()
    await again.getByRole('textbox', { name: 'Password of halima' }).fill(PASSWORD)
    await again.getByRole('button', { name: 'Log in' }).click()
    await again.waitFor({ state: 'hidden' })
    await expect.poll(async () => await page.getByRole('searchbox').inputValue()).toBe('2026-000017')
    expectNoTrouble(page)
  }, 120_000)
})
