import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { simulateRouter } from '../../simulators/routeros/index.ts'
import { systemActor } from '../../server/kernel/actor.ts'
import { systemClock } from '../../server/kernel/clock.ts'
import { ALL_PERMISSIONS } from '../../server/kernel/permissions.ts'
import { pollRouter } from '../../server/modules/network/traffic/poll/poll-router.ts'
import { describeInBrowser, expectAccessible, expectNoTrouble, picture } from './console.ts'

const PASSWORD = 'of the router'

describeInBrowser('a line that dials in', (given) => {
  let page: Page
  let device: Awaited<ReturnType<typeof simulateRouter>>
  let [router, client] = [0, 0]
  afterAll(async () => await device?.close())

  const call = async <T>(method: string, path: string, data?: unknown): Promise<T> => {
    const answer = await page.request.fetch(`${given().url}/api/v1${path}`, { method, data, headers: { 'idempotency-key': crypto.randomUUID() } })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return (await answer.json()) as T
  }
  /** What the job does every few minutes. */
  const poll = async () =>
    await pollRouter(given().database, BigInt(router), { actor: systemActor('traffic', ALL_PERMISSIONS), signal: new AbortController().signal })
  const connection = () => page.getByRole('region', { name: 'Connection' })

  test('is online on the page of its client, with address, MAC and speed, and its graph moves', async () => {
    page = await given().openAs('admin')
    await given().work()
    const users = [{ name: 'lastmile', password: PASSWORD, group: 'full' }] as const
    device = await simulateRouter({ clock: systemClock, version: '7.18.2', identity: 'mirpur-1', zone: 'Asia/Dhaka', users, seed: 7 })
    device.addRow('pools', { name: 'home', ranges: '100.64.0.2-100.64.3.250' })
    const branch = await call<{ id: number }>('POST', '/branches', { code: 'DHK', name: 'Dhaka' })
    const facts = {
      branch_id: branch.id,
      name: 'POP Mirpur 1',
      host: device.host,
      port: device.port,
      username: 'lastmile',
      password: PASSWORD,
      address_pool: 'home',
    }
    router = (await call<{ id: number }>('POST', '/routers', facts)).id
    const terms = { price_minor: 80_000, download_kbps: 20_000, upload_kbps: 20_000, router_profile: 'home-20' }
    const plan = await call<{ id: number }>('POST', '/packages', { code: 'HOME-20', name: 'Home 20', starts_on: '2020-01-01', ...terms })
    const today = Temporal.Now.plainDateISO('Asia/Dhaka').toString()
    const subscription = { package_id: plan.id, pppoe_login: 'rahim', pppoe_password: 'secret', router_id: router, joined_on: today, activated_on: today }
    client = (
      await call<{ id: number }>('POST', '/clients', { name: 'Rahim Uddin', phone: '01711000000', branch_id: branch.id, joined_on: today, subscription })
    ).id
    device.subscribers.add({ name: 'rahim', password: 'secret', callerId: '50:D4:F7:00:00:01' })
    await expect.poll(() => device.subscribers.dialNow('rahim'), { timeout: 30_000 }).toBe(true)
    await poll()

    await page.goto(`${given().url}/clients/${client}`)
    await connection().getByText('Online', { exact: true }).waitFor()
    await connection()
      .getByText(/^100\.64\./)
      .waitFor()
    await connection().getByText('50:d4:f7:00:00:01').waitFor()
    await connection().getByText('↓ 20 Mbps ↑ 20 Mbps').waitFor()
    await connection().getByText('Live', { exact: true }).click()
    await page.getByTestId('rate-now').waitFor()
    const drawn = async () => await connection().getByRole('group', { name: 'Speed' }).locator('path').first().getAttribute('d')
    const before = await drawn()
    await expect.poll(drawn, { timeout: 10_000 }).not.toBe(before)
    await expectAccessible(page)
    await picture(page, 'connection-live')
    expectNoTrouble(page)
  }, 120_000)

  test('stands among the live sessions, is found by its address, and is ended by who may', async () => {
    await page.goto(`${given().url}/sessions`)
    await page.getByRole('link', { name: 'rahim' }).waitFor()
    const [{ address } = { address: '' }] = device.rows('active') as { address: string }[]
    await page.getByPlaceholder('Login, IP address or MAC').fill('100.64.99.99')
    await page.getByText('Nobody is online').waitFor()
    await page.getByPlaceholder('Login, IP address or MAC').fill(address)
    await page.getByRole('link', { name: 'rahim' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'End the session of rahim' }).click()
    await page.getByRole('dialog', { name: 'End the session of rahim' }).getByRole('button', { name: 'End the session' }).click()
    await page.getByText('The session of rahim was ended.').waitFor()
    await page.getByText('Nobody is online').waitFor()
    device.subscribers.switchOff('rahim')
    expectNoTrouble(page)
  }, 60_000)

  test('is offline then, and its last log-out says who ended it', async () => {
    await page.goto(`${given().url}/clients/${client}`)
    await connection().getByText('Offline', { exact: true }).waitFor()
    await connection()
      .getByText(/ended by staff/)
      .waitFor()
    await picture(page, 'connection-offline')
    await page.goto(`${given().url}/sessions?is_online=false`)
    await page.getByText('ended by staff').first().waitFor()
    expectNoTrouble(page)
  }, 60_000)
})
