import type { Database } from '../../platform/db/tx.ts'
import { open } from '../../platform/secrets/index.ts'
import { selectBoxLines } from './lines-store.ts'
import type { BoxLine } from './lines-store.ts'
import type { DemoFibre } from '../fibre/demo-fibre.ts'
import type { DemoRouter } from './kept-router.ts'

/** What was written while a look was on its way carries an earlier time. */
const OVERLAP = { minutes: 2 }
/** A box at home that nobody has plugged in. */
const DARK_EVERY = 29
/** Somebody has put another box in the place of the one that is known. */
const OTHER_MAC_EVERY = 97
/** Somebody dials with a copy of his neighbour's address. */
const CLONED_EVERY = 331

/** Keeps a box behind every line of the demo's routers: what is registered, moved or ended in the console dials, moves or ends there too. */
export function boxesOf(database: Database, host: string, fibre: Pick<DemoFibre, 'isUp' | 'onChange'>) {
  const known = new Map<bigint, { readonly key: string; readonly take: () => void }>()
  const switches = new Map<string, (isOn: boolean) => void>()
  fibre.onChange((mac, isUp) => switches.get(mac)?.(isUp))
  let since = Temporal.Instant.fromEpochMilliseconds(0)

  function put(line: BoxLine, router: DemoRouter | undefined): void {
    const password = line.sealed === null ? '' : open(line.sealed, `subscriptions:${line.id}:pppoe_password`)
    const callerId = macOf(line)
    const key = router === undefined ? '' : [router.identity, line.login, password, callerId].join(' ')
    if (known.get(line.id)?.key === key) return
    known.get(line.id)?.take()
    known.delete(line.id)
    if (router === undefined) return
    const { subscribers } = router.simulated
    subscribers.add({ name: line.login, password, callerId })
    const isDark = line.id % BigInt(DARK_EVERY) === 0n
    const { mac } = line
    if (isDark || (mac !== null && fibre.isUp(mac) === false)) subscribers.switchOff(line.login)
    if (mac !== null && !isDark) switches.set(mac, (isOn) => (isOn ? subscribers.switchOn(line.login) : subscribers.switchOff(line.login)))
    known.set(line.id, {
      key,
      take: () => {
        if (mac !== null) switches.delete(mac)
        subscribers.remove(line.login)
      },
    })
  }

  return {
    async follow(routers: readonly DemoRouter[]): Promise<void> {
      const byPort = new Map(routers.map((router) => [router.port, router]))
      const from = since
      since = database.clock.now().subtract(OVERLAP)
      for (const line of await selectBoxLines({ db: database.direct }, host, from)) put(line, line.port === null ? undefined : byPort.get(line.port))
    },
  }
}

function macOf({ id, mac }: BoxLine): string {
  if (id % BigInt(CLONED_EVERY) === 0n) return '50:C7:BF:00:00:01'
  if (mac === null || id % BigInt(OTHER_MAC_EVERY) === 0n) return `50:C7:BF:${hex(id >> 16n)}:${hex(id >> 8n)}:${hex(id)}`
  return mac.toUpperCase()
}

const hex = (value: bigint): string => (value & 255n).toString(16).padStart(2, '0').toUpperCase()
