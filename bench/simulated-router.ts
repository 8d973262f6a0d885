/** A simulated router in a process of its own, for P4: sends its port, then takes rows of its menus and answers `filled`. */
import { systemClock } from '#kernel/clock.ts'
import { simulateRouter } from '../simulators/routeros/index.ts'

const [password = ''] = process.argv.slice(2)
const users = [{ name: 'lastmile', password, group: 'full' }] as const
const router = await simulateRouter({ clock: systemClock, version: '7.18.2', identity: 'bench', zone: 'Asia/Dhaka', users, seed: 1 })
router.addRow('pools', { name: 'home', ranges: '100.64.0.2-100.64.255.250' })
process.on('message', (rows: readonly { menu: 'profiles' | 'secrets'; values: Record<string, string> }[]) => {
  for (const { menu, values } of rows) router.addRow(menu, values)
  process.send?.('filled')
})
process.send?.(router.port)
process.once('SIGTERM', () => void router.close().then(() => process.exit(0)))
