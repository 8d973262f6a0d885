import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeInBrowser } from './console.ts'
import { aNetwork, callAs, lookAtBoth } from './journeys.ts'

describeInBrowser('what is set up on a router', (given) => {
  let [page, phone]: [Page, Page] = [] as never
  let network: Awaited<ReturnType<typeof aNetwork>>
  const call = callAs(given, () => page)
  const versions = async () => (await call<{ items: unknown[] }>('GET', `/routers/${network.router}/exports`)).items.length

  test('is kept when somebody asks, with secrets struck out', async () => {
    page = await given().openAs('admin')
    phone = await given().openAs('admin', { size: 'phone' })
    await given().work()
    network = await aNetwork(given(), call)
    network.device.addRow('secrets', { name: 'camera', password: 'let me in', comment: 'Gate' })
    await page.goto(`${given().url}/routers/${network.router}?tab=setup`)
    await page.getByRole('button', { name: 'Read it now' }).first().click()
    await expect.poll(versions, { timeout: 30_000 }).toBe(1)
    await page.reload()
    await page.getByText('add name=camera', { exact: false }).waitFor()
    expect(await page.locator('pre').textContent()).not.toContain('let me in')
    await lookAtBoth(page, phone, 'router-setup-first')
  }, 180_000)

  test('and what was changed at its console since stands out from what stayed', async () => {
    network.device.addRow('pools', { name: 'guests', ranges: '10.9.0.2-10.9.0.200' })
    network.device.addRow('secrets', { name: 'printer', password: 'another one' })
    await page.getByRole('button', { name: 'Read it now' }).click()
    await expect.poll(versions, { timeout: 30_000 }).toBe(2)
    await page.reload()
    const changes = page.locator('pre')
    await page.getByText('+ add name=guests', { exact: false }).waitFor()
    await expect.poll(async () => await changes.textContent()).toMatch(/\+ add name=printer.*password=•••/)
    expect(await changes.textContent()).not.toMatch(/[+−] add name=camera/)
    await lookAtBoth(page, phone, 'router-setup-changes')
    await page.getByText('All of it', { exact: true }).click()
    await page.getByText('add name=camera', { exact: false }).waitFor()
    // Read again where nothing has changed, nothing is kept twice.
    await page.getByRole('button', { name: 'Read it now' }).click()
    await page.waitForTimeout(3000)
    expect(await versions()).toBe(2)
  }, 180_000)
})
