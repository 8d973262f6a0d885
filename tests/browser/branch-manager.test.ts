import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeInBrowser, expectAccessible, expectNoTrouble, picture } from './console.ts'

const PASSWORD = 'seven boats under the bridge'

describeInBrowser('a branch and its manager', (given) => {
  /** What the journey makes and later steps need. */
  const made = { link: '', ownClient: 0, otherClient: 0, otherWallet: 0, otherPayment: 0, otherInvoice: 0 }
  let manager: Page

  const post = async (page: Page, path: string, data: unknown): Promise<{ id: number }> => {
    const answer = await page.request.post(`${given().url}/api/v1${path}`, { data, headers: { 'idempotency-key': crypto.randomUUID() } })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return (await answer.json()) as { id: number }
  }

  test('the owner opens a branch and makes its manager, who gets a link and no password', async () => {
    const page = await given().openAs('admin')
    await page.goto(`${given().url}/settings/branches`)
    await page.getByText('No branch yet').waitFor()
    await picture(page, 'branches-empty')
    for (const [name, code] of [
      ['Dhaka', 'DHK'],
      ['Khulna', 'KHL'],
    ] as const) {
      await page.getByRole('button', { name: 'New branch' }).first().click()
      const form = page.getByRole('dialog', { name: 'New branch' })
      await form.getByLabel('Name').fill(name)
      await form.getByLabel('Code').fill(code)
      if (name === 'Dhaka') await expectAccessible(page)
      await form.getByRole('button', { name: 'Open the branch' }).click()
      await page.getByRole('row', { name: new RegExp(code) }).waitFor()
    }

    await page.goto(`${given().url}/users`)
    await page.getByRole('button', { name: 'New account' }).click()
    const form = page.getByRole('dialog', { name: 'New account' })
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Rokeya Khatun')
    await form.getByLabel('User name').fill('rokeya')
    await choose(page, form, 'Role', 'Branch manager')
    await choose(page, form, 'Reach', 'Some branches')
    await form.getByRole('button', { name: 'Create the account' }).click()
    // The server refuses a reach without a branch; what was typed stays.
    await form.getByText('Name at least one branch').waitFor()
    await expect.poll(async () => await form.getByLabel('User name').inputValue()).toBe('rokeya')
    await choose(page, form, 'Branches', 'Khulna')
    await page.keyboard.press('Tab')
    await expectAccessible(page)
    await picture(page, 'user-new')
    await form.getByRole('button', { name: 'Create the account' }).click()
    const done = page.getByRole('dialog', { name: 'The account is made' })
    made.link = await done.getByLabel('Link').inputValue()
    await picture(page, 'user-link')
    await page.keyboard.press('Escape')
    await page.getByRole('row', { name: /Rokeya Khatun.*Khulna/ }).waitFor()

    // Both branches have clients and money.
    const branches = (await (await page.request.get(`${given().url}/api/v1/branches`)).json()) as { items: { id: number; code: string }[] }
    const branch = (code: string) => branches.items.find((each) => each.code === code)?.id
    const plan = await post(page, '/packages', {
      code: 'P-10',
      name: 'Ten',
      starts_on: '2020-01-01',
      price_minor: 50_000,
      download_kbps: 10_000,
      upload_kbps: 10_000,
    })
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Dhaka' }).format(Temporal.Now.instant().epochMilliseconds)
    const register = (name: string, code: string) =>
      post(page, '/clients', {
        name,
        phone: code === 'KHL' ? '01911000001' : '01911000002',
        branch_id: branch(code),
        joined_on: today,
        subscription: { package_id: plan.id, pppoe_login: `line-${code}`, joined_on: today, activated_on: today },
      })
    made.ownClient = (await register('Nazma of Khulna', 'KHL')).id
    made.otherClient = (await register('Selim of Dhaka', 'DHK')).id
    await post(page, '/wallets', { code: 'KHL-CASH', name: 'Khulna cash', kind: 'office', branch_id: branch('KHL') })
    made.otherWallet = (await post(page, '/wallets', { code: 'DHK-CASH', name: 'Dhaka cash', kind: 'office', branch_id: branch('DHK') })).id
    await post(page, '/invoices', { client_id: made.ownClient })
    made.otherInvoice = (await post(page, '/invoices', { client_id: made.otherClient })).id
    made.otherPayment = (await post(page, '/payments', { client_id: made.otherClient, amount_minor: 10_000, method: 'cash', wallet_id: made.otherWallet })).id
    expectNoTrouble(page)
  }, 180_000)

  test('the manager sets a password by the link and logs in', async () => {
    manager = await given().open()
    await manager.goto(given().url + new URL(made.link).pathname + new URL(made.link).hash)
    await manager.getByLabel('New password').fill(PASSWORD)
    await manager.getByLabel('The same again').fill(PASSWORD)
    await manager.getByRole('button', { name: 'Set the password' }).click()
    await manager.waitForURL('**/login')
    await manager.getByLabel('User name').fill('rokeya')
    await manager.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
    await manager.getByRole('button', { name: 'Log in' }).click()
    await manager.getByRole('navigation', { name: 'Main menu' }).waitFor()
    await picture(manager, 'branch-manager-home')
    expectNoTrouble(manager)
  }, 120_000)

  test('he sees the clients, bills, payments and wallets of his branch, and no others', async () => {
    await manager.goto(`${given().url}/clients`)
    await manager.getByRole('row', { name: /Nazma of Khulna/ }).waitFor()
    expect(await manager.getByText('Selim of Dhaka').count()).toBe(0)
    await picture(manager, 'branch-manager-clients')

    await manager.goto(`${given().url}/invoices`)
    await manager.getByRole('row', { name: /Nazma of Khulna/ }).waitFor()
    expect(await manager.getByText('Selim of Dhaka').count()).toBe(0)

    await manager.goto(`${given().url}/payments`)
    await manager.getByRole('heading', { name: 'Payments' }).waitFor()
    await manager.waitForLoadState('networkidle')
    expect(await manager.getByText('Selim of Dhaka').count()).toBe(0)

    await manager.goto(`${given().url}/wallets`)
    await manager.getByText('Khulna cash').first().waitFor()
    expect(await manager.getByText('Dhaka cash').count()).toBe(0)

    await manager.goto(`${given().url}/settings/branches`)
    await manager.getByRole('row', { name: /KHL/ }).waitFor()
    expect(await manager.getByRole('row', { name: /DHK/ }).count()).toBe(0)

    await manager.goto(`${given().url}/users`)
    await manager.getByRole('row', { name: /Rokeya/ }).waitFor()
    await expect.poll(async () => await manager.getByRole('row').count()).toBe(2)

    await manager.keyboard.press('Control+k')
    await manager.getByRole('combobox', { name: 'Find anything or do something' }).fill('Selim')
    await manager.getByText('Nothing is called “Selim”').waitFor()
    expectNoTrouble(manager)
  }, 120_000)

  test('another branch’s client, bill, payment and wallet are not there, whatever address he types', async () => {
    for (const path of [
      `/clients/${made.otherClient}`,
      `/clients/${made.otherClient}/statement`,
      `/invoices/${made.otherInvoice}`,
      `/payments/${made.otherPayment}`,
      `/wallets/${made.otherWallet}`,
    ]) {
      await manager.goto(given().url + path)
      await manager.getByRole('alert').first().waitFor()
      expect(await manager.getByText('Selim of Dhaka').count(), path).toBe(0)
      expect((await manager.request.get(`${given().url}/api/v1${path}`)).status(), path).toBe(404)
    }
    await picture(manager, 'branch-manager-other-branch')
    await manager.goto(`${given().url}/clients/${made.ownClient}`)
    await manager.getByRole('heading', { name: 'Nazma of Khulna' }).waitFor()
  }, 120_000)

  test('pages beyond his role say so in words, and his menu does not lead to them', async () => {
    const menu = manager.getByRole('navigation', { name: 'Main menu' })
    for (const [path, label] of [
      ['/ledger', 'Ledger'],
      ['/doctor', 'Self-check'],
      ['/imports', 'Imports'],
      ['/packages/prices', 'Change prices'],
    ] as const) {
      await manager.goto(given().url + path)
      await manager.getByText('This page is not for your role').waitFor()
      expect(await menu.getByRole('link', { name: label }).count(), label).toBe(0)
      await expectAccessible(manager)
    }
    await picture(manager, 'branch-manager-not-allowed')
    expectNoTrouble(manager)
  }, 120_000)

  test('an account he makes reaches no further than his own', async () => {
    await manager.goto(`${given().url}/users`)
    await manager.getByRole('button', { name: 'New account' }).click()
    const form = manager.getByRole('dialog', { name: 'New account' })
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Shahin Alam')
    await form.getByLabel('User name').fill('shahin')
    await choose(manager, form, 'Role', 'Manager')
    await expect.poll(async () => await input(form, 'Reach').inputValue()).toBe('Some branches')
    await form.getByRole('button', { name: 'Create the account' }).click()
    await form.getByRole('alert').waitFor()
    await choose(manager, form, 'Role', 'Collector')
    await form.getByRole('button', { name: 'Create the account' }).click()
    await manager.getByRole('dialog', { name: 'The account is made' }).waitFor()
    await manager.keyboard.press('Escape')
    await manager
      .getByRole('row', { name: /Shahin Alam/ })
      .getByRole('link')
      .click()
    await manager.getByRole('heading', { name: 'Shahin Alam' }).waitFor()
    await expectAccessible(manager)
    await picture(manager, 'branch-manager-user')
    expectNoTrouble(manager)
  }, 120_000)
})

type Within = Pick<Page, 'getByRole' | 'getByLabel'>

/** The field of a choice; a list to choose from bears the same name while it is open. */
const input = (within: Within, label: string) =>
  within
    .getByRole('textbox', { name: label })
    .or(within.getByRole('combobox', { name: label }))
    .first()

async function choose(page: Page, within: Within, label: string, option: string): Promise<void> {
  await input(within, label).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
