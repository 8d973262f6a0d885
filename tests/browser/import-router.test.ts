import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeInBrowser } from './console.ts'
import { aNetwork, callAs, dayFromNow, lookAtBoth } from './journeys.ts'

describeInBrowser('a router that somebody has run by hand', (given) => {
  let [page, phone]: [Page, Page] = [] as never
  let network: Awaited<ReturnType<typeof aNetwork>>
  const call = callAs(given, () => page)
  const secret = (login: string) => network.device.rows('secrets').find(({ name }) => name === login)

  test('is read, and each secret is what it is here', async () => {
    page = await given().openAs('admin')
    phone = await given().openAs('admin', { size: 'phone' })
    await given().work()
    network = await aNetwork(given(), call)
    const { device } = network
    device.addRow('profiles', { name: 'home-20', 'remote-address': 'home', 'rate-limit': '20M/20M' })
    device.addRow('profiles', { name: 'gold', 'remote-address': 'home', 'rate-limit': '50M/50M' })
    const rows = { rahim: 'Rahim Uddin 01711-000001', karim: 'করিম শেখ ০১৭', nusrat: 'Nusrat Jahan', known1: '', known2: '' }
    for (const [name, comment] of Object.entries(rows))
      device.addRow('secrets', { name, password: `pw-${name}`, profile: name === 'nusrat' ? 'gold' : 'home-20', comment })
    const since = dayFromNow(-5)
    for (const login of ['known1', 'known2'])
      await call('POST', '/clients', {
        name: `Client ${login}`,
        phone: '01811000000',
        branch_id: network.branch,
        joined_on: since,
        subscription: { package_id: network.small, pppoe_login: login, pppoe_password: 'ours', joined_on: since, activated_on: since },
      })
    await page.goto(`${given().url}/routers/${network.router}/import`)
    await page.getByRole('button', { name: 'Read the router' }).click()
    await page.getByRole('button', { name: /Nobody’s line.*3/ }).waitFor({ timeout: 30_000 })
    await page.getByRole('row', { name: /gold.*50 Mbps/ }).waitFor()
    await lookAtBoth(page, phone, 'router-import-read')
  }, 180_000)

  test('lines that exist are taken over by a job, each with its outcome', async () => {
    await page.getByRole('button', { name: /Lines of no or another router.*2/ }).click()
    await page.getByRole('button', { name: 'Take over 2' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take over' }).click()
    await page.getByText('2 secrets are taken over').waitFor({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Those taken over' }).click()
    await page.getByRole('row', { name: /known2.*taken over/ }).waitFor()
    await page.getByText('None of them').waitFor()
    await expect.poll(() => secret('known1')?.['comment'], { timeout: 30_000 }).toMatch(/^lastmile:/)
    expect(secret('known1')).toMatchObject({ password: 'ours' })
    await page.getByRole('button', { name: /Ours already.*2/ }).waitFor()
    await lookAtBoth(page, phone, 'router-import-taken-over')
  }, 120_000)

  test('the rest is looked through, started, and ends with an outcome for each row; the subscribers keep their passwords', async () => {
    await page.getByRole('button', { name: /Nobody’s line.*3/ }).click()
    await page.getByRole('combobox', { name: 'Package for gold' }).click()
    await page.getByRole('option', { name: 'Home 20' }).click()
    await page.getByRole('button', { name: 'Look through 3 clients' }).click()
    await page.waitForURL(/\/imports\/\d+$/)
    await page.getByText('All 3 rows can be imported').waitFor({ timeout: 30_000 })
    await page.getByRole('row', { name: /Rahim Uddin.*01711000001/ }).waitFor()
    await lookAtBoth(page, phone, 'router-import-preview')
    await page
      .getByRole('button', { name: /^Import/ })
      .first()
      .click()
    await page.getByText('3 rows are imported').waitFor({ timeout: 60_000 })
    await lookAtBoth(page, phone, 'router-import-done')
    await expect.poll(() => secret('rahim')?.['comment'], { timeout: 30_000 }).toMatch(/^lastmile:\d+:/)
    expect(secret('rahim')).toMatchObject({ password: 'pw-rahim' })
    await page.goto(`${given().url}/clients?q=Rahim`)
    await page.getByRole('row', { name: /Rahim Uddin/ }).waitFor()
    await page.goto(`${given().url}/routers/${network.router}/import`)
    await page.getByRole('button', { name: /Read it again/ }).click()
    await page.getByRole('button', { name: /Ours already.*5/ }).waitFor({ timeout: 30_000 })
  }, 180_000)
})
