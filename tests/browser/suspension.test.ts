import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeInBrowser } from './console.ts'
import { aNetwork, callAs, dayFromNow, lookAtBoth } from './journeys.ts'

describeInBrowser('who owes is cut and comes back', (given) => {
  let [page, phone]: [Page, Page] = [] as never
  let network: Awaited<ReturnType<typeof aNetwork>>
  const call = callAs(given, () => page)
  const online = () => network.device.rows('active').map(({ name }) => name)
  const row = (name: string | RegExp) => page.getByRole('row', { name })

  test('the dry run says who would be cut and what spares the others, and cuts nobody', async () => {
    page = await given().openAs('admin')
    phone = await given().openAs('admin', { size: 'phone' })
    await given().work()
    network = await aNetwork(given(), call)
    await call('POST', '/wallets', { code: 'OFFICE', name: 'Office cash', kind: 'office' })
    const policy = await call('POST', '/billing-policies', { code: 'STRICT', name: 'Strict', due_days: 0, grace_days: 0 })
    const since = dayFromNow(-20)
    for (const [n, name] of ['Late Latif', 'Promising Parvin', 'Paying Parvez'].entries()) {
      const login = `line${n}`
      const line = { package_id: network.small, billing_policy_id: policy.id, pppoe_login: login, pppoe_password: 'secret', router_id: network.router }
      const { id } = await call('POST', '/clients', {
        name,
        phone: `0191100000${n}`,
        branch_id: network.branch,
        joined_on: since,
        subscription: { ...line, joined_on: since, activated_on: since },
      })
      // On the first days of a month it is more than the package: what the month before has left comes with it.
      const bill = await call<{ total_minor: number }>('POST', '/invoices', { client_id: id, issued_on: dayFromNow(-2) })
      network.device.subscribers.add({ name: login, password: 'secret', callerId: `50:D4:F7:00:00:0${n}` })
      if (n === 1) await call('POST', `/clients/${id}/promises`, { promised_on: dayFromNow(3), note: 'Brings it on Friday' })
      if (n === 2) await call('POST', '/payments', { client_id: id, amount_minor: bill.total_minor, method: 'cash' })
    }
    await expect.poll(online, { timeout: 60_000 }).toContain('line0')
    await page.goto(`${given().url}/suspensions`)
    await row(/Late Latif/).waitFor()
    expect(await row(/Parvin|Parvez/).count()).toBe(0)
    await page.getByRole('button', { name: 'Router', exact: true }).click()
    await page.getByRole('menuitem', { name: 'POP Mirpur 1' }).click()
    await page.getByText('Router: POP Mirpur 1').waitFor()
    await row(/Late Latif/).waitFor()
    await page.getByRole('button', { name: 'Show: Promised to pay' }).click()
    await row(/Promising Parvin/).waitFor()
    await lookAtBoth(page, phone, 'suspension-dry-run')
    expect(online()).toContain('line0')
  }, 180_000)

  test('they are cut after one more question, and the router ends their sessions', async () => {
    await page.getByRole('button', { name: 'Show: Would be cut' }).click()
    await row(/Late Latif/).waitFor()
    await page.getByRole('button', { name: 'Cut them now' }).click()
    const dialog = page.getByRole('dialog', { name: 'Cut 1 client?' })
    await dialog.waitFor()
    await dialog.getByRole('button', { name: 'Cut them now' }).click()
    await page.waitForURL(/\/suspensions\/\d+$/)
    await row(/Late Latif.*Cut/).waitFor({ timeout: 30_000 })
    await expect.poll(online, { timeout: 20_000 }).not.toContain('line0')
    expect(online()).toContain('line1')
    await lookAtBoth(page, phone, 'suspension-cut')
    await page.getByRole('link', { name: 'Late Latif' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Late Latif' }).waitFor()
    await page.getByText('Offline', { exact: true }).first().waitFor()
    await lookAtBoth(page, phone, 'suspension-client-cut')
  }, 120_000)

  test('a payment brings the line back at once, the run says so, and the client was told of both', async () => {
    await page.getByRole('button', { name: 'Take a payment' }).first().click()
    const payment = page.getByRole('dialog', { name: 'Take a payment' })
    await payment.getByText('Owes', { exact: true }).waitFor()
    await payment.getByLabel('Amount').fill('2000')
    await payment.getByRole('button', { name: /^Take/ }).click()
    await page
      .getByRole('dialog', { name: /^Receipt/ })
      .getByRole('button', { name: 'Done' })
      .click()
    await expect.poll(online, { timeout: 30_000 }).toContain('line0')
    await page.getByText('Online', { exact: true }).first().waitFor()
    await page.getByRole('tab', { name: 'Messages' }).click()
    for (const message of ['Service suspended', 'Service restored', 'Payment received']) await page.getByRole('link', { name: message }).waitFor()
    await lookAtBoth(page, phone, 'suspension-client-back')
    await page.getByRole('link', { name: 'Payment received' }).click()
    await page.getByRole('heading', { level: 1, name: 'Payment received' }).waitFor()
    await page.getByText(/We received Tk \d/).waitFor()
    await lookAtBoth(page, phone, 'suspension-message')
    await page.goto(`${given().url}/suspensions/runs`)
    await page
      .getByRole('row', { name: /By hand|Asked for/ })
      .first()
      .click()
    await row(/Late Latif.*Has service again.*Paid/).waitFor()
    await page.goto(`${given().url}/suspensions`)
    await page.getByText('Nobody is to be cut.', { exact: false }).waitFor()
  }, 120_000)
})
