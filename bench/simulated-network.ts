/** A simulated router with subscribers in a process of its own, for the part polls: sends its port, then moves its clock by as many minutes as it is sent. */
import { settableClock } from '#kernel/clock.ts'
import { furnishNetwork, simulateRouter } from '../simulators/routeros/index.ts'

const [password = '', start = '', subscribers = '0'] = process.argv.slice(2)
const users = [{ name: 'lastmile', password, group: 'full' }] as const
const clock = settableClock(start)
const router = await simulateRouter({ clock, version: '7.18.2', identity: 'bench', zone: 'Asia/Dhaka', users, seed: 1 })
furnishNetwork(router, { subscribers: Number(subscribers), seed: 1 })
process.on('message', (minutes: number) => {
  clock.advance({ minutes })
  process.send?.('moved')
})
process.send?.(router.port)
process.once('SIGTERM', () => void router.close().then(() => process.exit(0)))
