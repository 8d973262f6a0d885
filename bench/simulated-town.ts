/**
 * Simulated routers with subscribers in a process of its own, for the part restore: sends its first port, then answers what it is asked.
 * `simulated-town.ts <password> <routers>`
 */
import { systemClock } from '#kernel/clock.ts'
import { simulateRouter } from '../simulators/routeros/index.ts'

/** `fill`: rows of a router's menus, each secret with the box that dials by it. `online`: since when these are, by name. */
export type Asked =
  | { readonly kind: 'ports' }
  | { readonly kind: 'fill'; readonly router: number; readonly rows: readonly { menu: 'profiles' | 'secrets'; values: Record<string, string> }[] }
  | { readonly kind: 'online'; readonly router: number; readonly names: readonly string[] }

const [password = '', count = '1'] = process.argv.slice(2)
const users = [{ name: 'lastmile', password, group: 'full' }] as const
const routers = await Promise.all(
  Array.from({ length: Number(count) }, async (_none, n) => {
    const router = await simulateRouter({ clock: systemClock, version: '7.18.2', identity: `pop-${n}`, zone: 'Asia/Dhaka', users, seed: n })
    router.addRow('pools', { name: 'home', ranges: '100.64.0.2-100.64.255.250' })
    return router
  }),
)
const mac = (n: number): string => `02:00:00:${[n >> 16, n >> 8, n].map((byte) => (byte & 255).toString(16).padStart(2, '0').toUpperCase()).join(':')}`
let boxes = 0
process.on('message', (asked: Asked) => {
  if (asked.kind === 'ports') return void process.send?.(routers.map(({ port }) => port))
  const router = routers[asked.router]
  if (router === undefined) throw new Error(`There is no router ${asked.router}`)
  if (asked.kind === 'online') return void process.send?.(asked.names.map((name) => router.onlineSince(name)))
  for (const { menu, values } of asked.rows) {
    router.addRow(menu, values)
    if (menu === 'secrets') router.subscribers.add({ name: values['name'] ?? '', password: values['password'] ?? '', callerId: mac((boxes += 1)) })
  }
  process.send?.('filled')
})
process.send?.(routers[0]?.port)
process.once('SIGTERM', () => void Promise.all(routers.map(async (router) => await router.close())).then(() => process.exit(0)))
