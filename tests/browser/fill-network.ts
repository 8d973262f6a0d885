import { simulateRouter } from '../../simulators/routeros/index.ts'
import { systemClock } from '../../server/kernel/clock.ts'
import { recordPolled } from '../../server/modules/network/sessions/index.ts'
import type { Page } from 'playwright-core'
import type { Console } from './console.ts'
import type { Post } from './fill-set-up.ts'

const PASSWORD = 'of the router'

/** A simulated router as a provider has it: a pool, a camera nobody knows, and a secret somebody typed in for a line. */
export async function aDevice(given: Console, { identity }: { identity: string }) {
  const users = [{ name: 'lastmile', password: PASSWORD, group: 'full' }] as const
  const device = await simulateRouter({ clock: systemClock, version: '7.18.2', identity, zone: 'Asia/Dhaka', users, seed: 7 })
  given.closeLater(device.close)
  device.addRow('pools', { name: 'home', ranges: '100.64.0.2-100.64.3.250' })
  return { device, password: PASSWORD }
}

/** A router with lines of which one is online, one waits, and one is in its way; answers the router's id. */
export async function fillNetwork(
  given: Console,
  page: Page,
  send: Post,
  { branch, plan, month }: { branch: number; plan: number; month: string },
): Promise<number> {
  const { device, password } = await aDevice(given, { identity: 'mirpur-10' })
  device.subscribe({ name: 'cctv-office', password: 'x', callerId: '50:D4:F7:00:00:09' }, { profile: 'default' })
  device.addRow('secrets', { name: 'net-two', password: 'typed by hand', comment: 'Rafiq, 2nd floor' })
  const facts = { branch_id: branch, name: 'POP মিরপুর ১০', host: device.host, port: device.port, username: 'lastmile', password, address_pool: 'home' }
  const router = await send('/routers', facts)
  for (const [n, login] of ['net-one', 'net-two', 'net-three'].entries()) {
    const line = { package_id: plan, pppoe_login: login, pppoe_password: 'secret', router_id: router.id, joined_on: `${month}-01`, activated_on: `${month}-01` }
    await send('/clients', {
      name: `Network ${n + 1}`,
      phone: `0171100010${n}`,
      branch_id: branch,
      joined_on: `${month}-01`,
      subscription: { ...line, billing_mode: 'prepaid' },
    })
    device.subscribers.add({ name: login, password: 'secret', callerId: `50:D4:F7:00:01:0${n}` })
  }
  const boxes = ['48:a9:8a:00:00:01', '48:a9:8a:00:00:01', '50:d4:f7:00:01:02']
  const sessions = ['net-one', 'net-two', 'net-three'].map((login, n) => ({ login, sessionId: `8100000${n}`, callerId: boxes[n], uptimeSeconds: 3600 }))
  await recordPolled({ db: given.database.db }, { routerId: BigInt(router.id), at: systemClock.now(), sessions, isComplete: true })
  for (const path of ['reading', 'exports']) await page.request.post(`${given.url}/api/v1/routers/${router.id}/${path}`)
  return router.id
}
