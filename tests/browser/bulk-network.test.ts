import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeInBrowser } from './console.ts'
import { aNetwork, callAs, dayFromNow, lookAtBoth } from './journeys.ts'

describeInBrowser('many lines of a router at once', (given) => {
  let [page, phone]: [Page, Page] = [] as never
  let network: Awaited<ReturnType<typeof aNetwork>>
  const call = callAs(given, () => page)
  const LOGINS = ['line0', 'line1', 'line2', 'line3']
  const online = () =>
    network.device
      .rows('active')
      .map(({ name }) => name)
      .sort()
  const secrets = (property: string) => LOGINS.map((login) => network.device.rows('secrets').find(({ name }) => name === login)?.[property])

  /** Ticks all lines of the router in the list and asks for a change; its preview is shown then. */
  async function ask(change: string, answer: () => Promise<void> = async () => {}): Promise<void> {
    await page.goto(`${given().url}/clients?router_id=${network.router}`)
    await page.getByRole('row', { name: /Client 0/ }).waitFor()
    await page.getByRole('checkbox', { name: 'Select Client 0' }).click()
    await page.getByRole('button', { name: /^Select all 4 of this filter/ }).click()
    await page.getByRole('button', { name: 'Do with them' }).click()
    await page.getByRole('menuitem', { name: change, exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await answer()
    await page.getByRole('dialog').getByRole('button', { name: 'See what will happen' }).click()
    await page.getByRole('button', { name: 'Do it for 4' }).waitFor({ timeout: 30_000 })
  }
  async function doIt(): Promise<void> {
    await page.getByRole('button', { name: 'Do it for 4' }).click()
    await page.getByRole('row', { name: /Client 3.*Done/ }).waitFor({ timeout: 60_000 })
  }
  async function undo(): Promise<void> {
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('heading', { name: /^Undo/ }).waitFor()
    await page.getByRole('button', { name: 'Do it for 4' }).waitFor({ timeout: 30_000 })
    await doIt()
  }

  test('are switched off, with a preview, an outcome for each, and the way back', async () => {
    page = await given().openAs('admin')
    phone = await given().openAs('admin', { size: 'phone' })
    await given().work()
    network = await aNetwork(given(), call)
    await network.plan('HOME-50', 50, 120_000)
    const since = dayFromNow(-3)
    for (const [n, login] of LOGINS.entries()) {
      const line = { package_id: network.small, pppoe_login: login, pppoe_password: 'secret', router_id: network.router, joined_on: since, activated_on: since }
      await call('POST', '/clients', { name: `Client ${n}`, phone: `0191100000${n}`, branch_id: network.branch, joined_on: since, subscription: line })
      network.device.subscribers.add({ name: login, password: 'secret', callerId: `50:D4:F7:00:00:0${n}` })
    }
    await expect.poll(online, { timeout: 60_000 }).toEqual(LOGINS)
    await ask('Suspend', async () => await page.getByRole('dialog').getByLabel('Note').fill('The tower is moved'))
    await lookAtBoth(page, phone, 'bulk-network-suspend-preview')
    expect(online()).toEqual(LOGINS)
    await doIt()
    await expect.poll(online, { timeout: 30_000 }).toEqual([])
    expect(secrets('disabled')).toEqual(['true', 'true', 'true', 'true'])
    await lookAtBoth(page, phone, 'bulk-network-suspended')
    await undo()
    await expect.poll(online, { timeout: 60_000 }).toEqual(LOGINS)
    expect(secrets('disabled')).toEqual(['false', 'false', 'false', 'false'])
    await lookAtBoth(page, phone, 'bulk-network-restored')
  }, 240_000)

  test('get another profile by another package, and the first one again', async () => {
    await ask('Change the package', async () => {
      await page.getByRole('dialog').getByRole('combobox', { name: 'New package' }).click()
      await page.getByRole('option', { name: /Home 50/ }).click()
    })
    await page.getByRole('row', { name: /Client 0.*Home 20 → Home 50/ }).waitFor()
    await doIt()
    await expect.poll(() => secrets('profile'), { timeout: 30_000 }).toEqual(LOGINS.map(() => 'home-50'))
    await lookAtBoth(page, phone, 'bulk-network-profile')
    await undo()
    await expect.poll(() => secrets('profile'), { timeout: 30_000 }).toEqual(LOGINS.map(() => 'home-20'))
  }, 240_000)

  test('are cut off for a moment and dial again, which has no way back', async () => {
    await expect.poll(online, { timeout: 60_000 }).toEqual(LOGINS)
    const sessions = () => network.device.rows('active').map((row) => row['session-id'])
    const before = sessions()
    await ask('End the session')
    await lookAtBoth(page, phone, 'bulk-network-kick-preview')
    await doIt()
    await expect.poll(() => sessions().filter((id) => before.includes(id)), { timeout: 30_000 }).toEqual([])
    await expect.poll(online, { timeout: 60_000 }).toEqual(LOGINS)
    await expect.poll(async () => await page.getByRole('button', { name: 'Undo' }).getAttribute('aria-disabled')).toBe('true')
  }, 240_000)
})
