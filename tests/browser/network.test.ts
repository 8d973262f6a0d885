import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { rawClient } from '../../simulators/routeros/raw-client.ts'
import { describeInBrowser, expectAccessible, expectNoTrouble, picture } from './console.ts'
import { aDevice } from './fill-network.ts'

describeInBrowser('the network', (given) => {
  let page: Page
  let network: Awaited<ReturnType<typeof aDevice>>
  let client = 0

  const call = async <T>(method: string, path: string, data?: unknown): Promise<T> => {
    const answer = await page.request.fetch(`${given().url}/api/v1${path}`, { method, data, headers: { 'idempotency-key': crypto.randomUUID() } })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return (await answer.json()) as T
  }
  const rows = (menu: 'active' | 'secrets') => network.device.rows(menu).map(({ name }) => name)
  const word = (text: string) => page.getByText(text, { exact: true }).first()

  test('a router that does not answer says why, and is added once it does', async () => {
    page = await given().openAs('admin')
    await given().work()
    network = await aDevice(given(), { identity: 'mirpur-1' })
    await call('POST', '/branches', { code: 'DHK', name: 'Dhaka' })
    await page.goto(`${given().url}/routers`)
    await page.getByText('No router yet').waitFor()
    await page.getByRole('button', { name: 'New router' }).first().click()
    const form = page.getByRole('dialog', { name: 'New router' })
    await form.getByLabel('Name').fill('POP Mirpur 1')
    await form.getByLabel('Address', { exact: false }).first().fill('127.0.0.1')
    await form.getByLabel('Port of the API').fill('1')
    await form.getByLabel('User on the router').fill('lastmile')
    await form.getByLabel('Password', { exact: true }).fill('not this one')
    await form.getByRole('button', { name: 'Test the connection' }).click()
    await form.getByText('Nothing listens at this port', { exact: false }).waitFor()
    await form.getByLabel('Port of the API').fill(String(network.device.port))
    await form.getByRole('button', { name: 'Test the connection' }).click()
    await form.getByText('The user or the password is not right', { exact: false }).waitFor()
    await expectAccessible(page)
    await picture(page, 'network-wrong-password')
    await form.getByLabel('Password', { exact: true }).fill(network.password)
    await form.getByRole('button', { name: 'Test the connection' }).click()
    await form.getByText('Everything that is needed works').waitFor()
    await form.getByLabel('Pool of addresses').fill('home')
    await form.getByRole('button', { name: 'Add the router' }).click()
    await page.getByRole('heading', { level: 1, name: 'POP Mirpur 1' }).waitFor()
    await page.getByText('All lines are in sync').waitFor()
    await word('Works').waitFor()
    await expectAccessible(page)
  }, 120_000)

  test('lines that are told to use it appear there and dial in', async () => {
    const { items: routers } = await call<{ items: { id: number }[] }>('GET', '/routers')
    const { items: branches } = await call<{ items: { id: number }[] }>('GET', '/branches')
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Dhaka' }).format(Temporal.Now.instant().epochMilliseconds)
    const first = `${today.slice(0, 7)}-01`
    const terms = { price_minor: 80_000, download_kbps: 20_000, upload_kbps: 20_000, router_profile: 'home-20' }
    const plan = await call<{ id: number }>('POST', '/packages', { code: 'HOME-20', name: 'Home 20', starts_on: '2020-01-01', ...terms })
    const subscription = {
      package_id: plan.id,
      pppoe_login: 'rahim',
      pppoe_password: 'secret',
      router_id: routers[0]?.id,
      joined_on: first,
      activated_on: first,
    }
    const facts = { name: 'Rahim Uddin', phone: '01711000000', branch_id: branches[0]?.id, joined_on: first, subscription }
    client = (await call<{ id: number }>('POST', '/clients', facts)).id
    await call('POST', '/invoices', { client_id: client })
    await call('POST', '/wallets', { code: 'OFFICE', name: 'Office cash', kind: 'office' })
    network.device.subscribers.add({ name: 'rahim', password: 'secret', callerId: '50:D4:F7:00:00:01' })
    await expect.poll(() => rows('secrets'), { timeout: 20_000 }).toContain('rahim')
    await expect.poll(() => rows('active'), { timeout: 45_000 }).toContain('rahim')
    await page.getByRole('tab', { name: 'Online now' }).click()
    await page.getByRole('link', { name: 'Rahim Uddin' }).waitFor()
    await picture(page, 'network-online')
    await page.getByRole('tab', { name: 'Pending changes' }).click()
    await page.getByText('Nothing would be written').waitFor()
  }, 120_000)

  test('whoever is suspended for his bills is offline within seconds, and online again when he has paid', async () => {
    await page.goto(`${given().url}/clients/${client}`)
    await word('Online').waitFor()
    await word('in sync').waitFor()
    await page.getByRole('button', { name: /^More for line/ }).click()
    await page.getByRole('menuitem', { name: /^Suspend/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Reason' }).click()
    await page.getByRole('option', { name: 'Unpaid bills' }).click()
    await dialog.getByRole('button', { name: 'Suspend' }).click()
    await word('Offline').waitFor({ timeout: 10_000 })
    expect(rows('active')).not.toContain('rahim')
    await word('in sync').waitFor()
    await picture(page, 'network-suspended')

    await page.getByRole('button', { name: 'Take a payment' }).click()
    const payment = page.getByRole('dialog', { name: 'Take a payment' })
    await payment.getByText('Owes', { exact: true }).waitFor()
    await payment.getByLabel('Amount').fill('800')
    await payment.getByRole('button', { name: /^Take/ }).click()
    await page
      .getByRole('dialog', { name: /^Receipt/ })
      .getByRole('button', { name: 'Done' })
      .click()
    await word('Online').waitFor({ timeout: 10_000 })
    expect(rows('active')).toContain('rahim')
    await expectAccessible(page)
    await picture(page, 'network-paid')
  }, 120_000)

  test('a router goes over to RADIUS with its effect told before, its secret shown once, and comes back', async () => {
    await page.goto(`${given().url}/routers`)
    await page.getByRole('link', { name: 'POP Mirpur 1' }).click()
    await page.getByRole('tab', { name: 'RADIUS' }).click()
    await page.getByText('This router is told by secrets').waitFor()
    await page.getByRole('button', { name: 'Switch to RADIUS' }).click()
    const form = page.getByRole('dialog', { name: 'Let POP Mirpur 1 ask by RADIUS' })
    const effect = (label: string) => form.locator('dl > div', { hasText: label }).locator('dd')
    await form.getByText('The router does not ask RADIUS yet').waitFor()
    await expect.poll(async () => await effect('Secrets of ours that are removed from it').textContent()).toBe('1')
    const secret = await form.getByLabel('Shared secret').inputValue()
    expect(secret).toHaveLength(32)
    await expectAccessible(page)
    await picture(page, 'radius-switch')
    await form.getByRole('button', { name: 'Switch to RADIUS' }).click()
    await page.getByText('This is shown once').waitFor()
    await expect.poll(async () => await page.getByTestId('radius-commands').textContent()).toContain(secret)
    await picture(page, 'radius-shown-once')
    await page.getByRole('button', { name: 'I have it' }).click()
    await page.getByText('FreeRADIUS has not heard this router yet').waitFor()
    await page.getByText('The router does not ask RADIUS yet, so 1 of our secrets stay on it.', { exact: false }).waitFor({ timeout: 20_000 })
    expect(await page.content()).not.toContain(secret)
    expect(rows('secrets')).toContain('rahim')

    const router = await rawClient(network.device)
    await router.logIn('lastmile', network.password)
    await router.ask('/ppp/aaa/set', '=use-radius=yes')
    router.close()
    await page.getByRole('button', { name: 'Compare now' }).click()
    await expect.poll(() => rows('secrets'), { timeout: 20_000 }).not.toContain('rahim')
    await expectAccessible(page)
    await picture(page, 'radius-router')

    await page.getByRole('button', { name: 'Back to secrets' }).click()
    const question = page.getByRole('dialog', { name: 'Tell POP Mirpur 1 by secrets again?' })
    await question.locator('dl > div', { hasText: 'Secrets that are written to it' }).locator('dd', { hasText: '1' }).waitFor()
    await question.getByRole('button', { name: 'Back to secrets' }).click()
    await expect.poll(() => rows('secrets'), { timeout: 20_000 }).toContain('rahim')
    await page.getByText('This router is told by secrets').waitFor()
    expectNoTrouble(page)
  }, 120_000)

  test('a frozen router is told nothing until it is thawed, and the client’s page says so', async () => {
    await page.goto(`${given().url}/routers`)
    await page.getByRole('link', { name: 'POP Mirpur 1' }).click()
    await page.getByRole('button', { name: 'More for this router' }).click()
    await page.getByRole('menuitem', { name: /^Freeze/ }).click()
    await page.getByRole('dialog').getByLabel('Why').fill('New firmware')
    await page.getByRole('dialog').getByRole('button', { name: 'Freeze it' }).click()
    await page.getByText('Nothing is written to this router').waitFor()
    await page.goto(`${given().url}/clients/${client}`)
    await page.getByRole('button', { name: /^More for line/ }).click()
    await page.getByRole('menuitem', { name: /^Suspend/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click()
    await page.getByText('The router is frozen; the change waits until it is thawed', { exact: false }).first().waitFor()
    expect(rows('active')).toContain('rahim')
    await page.goto(`${given().url}/routers/waiting`)
    await page.getByRole('link', { name: 'Rahim Uddin' }).waitFor()
    await expectAccessible(page)
    await page.goto(`${given().url}/routers`)
    await page.getByRole('link', { name: 'POP Mirpur 1' }).click()
    await page.getByRole('button', { name: 'More for this router' }).click()
    await page.getByRole('menuitem', { name: 'Thaw it' }).click()
    await expect.poll(() => rows('active'), { timeout: 20_000 }).not.toContain('rahim')
    expectNoTrouble(page)
  }, 120_000)
})
