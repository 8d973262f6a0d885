import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Console } from './console.ts'
import { expectAccessible, expectNoTrouble, picture } from './console.ts'
import { aDevice } from './fill-network.ts'

export type Call = <T = { id: number }>(method: string, path: string, data?: unknown) => Promise<T>

/** Asks the API with the log-in of a page. */
export const callAs =
  (given: () => Console, page: () => Page): Call =>
  async (method, path, data) => {
    const answer = await page().request.fetch(`${given().url}/api/v1${path}`, { method, data, headers: { 'idempotency-key': crypto.randomUUID() } })
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true)
    return (answer.status() === 204 ? null : await answer.json()) as never
  }

/** A day of the company, so many days from today. */
export const dayFromNow = (days: number): string => Temporal.Now.plainDateISO('Asia/Dhaka').add({ days }).toString()

/** A branch, a package and a simulated router that lines may dial into. */
export async function aNetwork(given: Console, call: Call) {
  const { device, password } = await aDevice(given, { identity: 'mirpur-1' })
  const branch = await call('POST', '/branches', { code: 'DHK', name: 'Dhaka' })
  const plan = async (code: string, mbps: number, price_minor: number) =>
    await call('POST', '/packages', {
      code,
      name: `Home ${mbps}`,
      starts_on: '2020-01-01',
      price_minor,
      download_kbps: mbps * 1000,
      upload_kbps: mbps * 1000,
      router_profile: code.toLowerCase(),
    })
  const facts = { branch_id: branch.id, name: 'POP Mirpur 1', host: device.host, port: device.port, username: 'lastmile', password, address_pool: 'home' }
  return { device, branch: branch.id, router: (await call('POST', '/routers', facts)).id, small: (await plan('HOME-20', 20, 80_000)).id, plan }
}

/** Looks at a page at both sizes: nothing shuts anybody out, nothing goes wrong, and a picture of each is kept. */
export async function lookAtBoth(desk: Page, phone: Page, name: string): Promise<void> {
  await expectAccessible(desk)
  await picture(desk, name)
  await phone.goto(desk.url())
  await phone.locator('main h1').first().waitFor()
  await phone.waitForLoadState('networkidle')
  await expectAccessible(phone)
  expect(await phone.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), `${name} runs over the edge`).toBeLessThanOrEqual(
    0,
  )
  await picture(phone, `${name}-phone`)
  for (const page of [desk, phone]) expectNoTrouble(page)
}
