import { between, draw } from './chance.ts'
import { toBytes } from './codec.ts'
import type { Session, State } from './state.ts'
import { habitOf, meterFrom, ratesIn } from './usage.ts'
import type { Habit, Rates } from './usage.ts'

export interface Subscriber {
  readonly name: string
  readonly password: string
  /** The MAC address of his box, in capitals. */
  readonly callerId: string
  /** Whom RADIUS lets in, where the router has no secret of his name: the pool it gives him an address of. */
  readonly radiusPool?: string
}

/** A subscriber's box. It dials by itself, and again whenever the line falls. */
interface Box extends Subscriber {
  readonly habit: Habit
  /** How often chance was asked on his behalf. */
  draws: number
  /** Counts what was planned for him; an older plan is void. */
  plan: number
  /** While the router refuses him he dials every few seconds. Nothing but a change of the router can let him in, so only the dial after one is worked out. */
  refused: { readonly since: number; readonly everyMs: number } | null
  isSwitchedOff: boolean
}

interface Event {
  readonly at: number
  readonly box: Box
  readonly plan: number
  readonly kind: 'dial' | 'drop'
}

export type Subscribers = ReturnType<typeof createSubscribers>

export function createSubscribers(state: State) {
  const boxes = new Map<string, Box>()
  const queue = createQueue()
  const { secrets, profiles, pools } = state.tables

  const chance = (box: Box, low: number, high: number): number => between(low, high, draw(state.seed, box.name, (box.draws += 1)))
  function plan(box: Box, kind: Event['kind'], at: number): void {
    box.plan += 1
    queue.add({ at: Math.ceil(at), box, plan: box.plan, kind })
  }

  function dial(box: Box, at: number): boolean {
    if (box.isSwitchedOff || state.sessions.has(box.name)) return state.sessions.has(box.name)
    const outcome = connect(state, box, at)
    if (typeof outcome === 'string') {
      // He goes on trying; the log has the first refusal of a row.
      if (box.refused === null) state.log('pppoe,ppp,error', `<${box.callerId}>: user ${box.name} ${outcome}`, at)
      box.refused ??= { since: at, everyMs: chance(box, 2000, 5000) }
      return false
    }
    box.refused = null
    state.open(outcome)
    state.log('pppoe,ppp,info,account', `${box.name} logged in, ${outcome.address} from ${box.callerId}`, at)
    plan(box, 'drop', at + chance(box, 2, 60) * 3_600_000)
    return true
  }

  function hangUp(box: Box, at: number, reason: string): void {
    const session = state.sessions.get(box.name)
    if (session === undefined) return
    state.end(session, at)
    const secret = secrets.named(box.name)
    if (secret !== undefined) {
      const seen = state.traits.isSeven ? { 'last-caller-id': box.callerId, 'last-disconnect-reason': reason } : {}
      secrets.put(secret, { 'last-logged-out': `${state.date(at)} ${state.time(at)}`, ...seen })
    }
    state.log('pppoe,ppp,info,account', `${box.name} logged out, ${reason}`, at)
  }

  /** A change of the router may let in whom it has refused. */
  function wake(box: Box | undefined): void {
    if (box?.refused === undefined || box.refused === null) return
    const { since, everyMs } = box.refused
    plan(box, 'dial', since + (Math.floor((state.nowMs() - since) / everyMs) + 1) * everyMs)
  }
  const wakeAll = (): void => {
    for (const box of boxes.values()) wake(box)
  }
  secrets.listen((change, item) => change !== 'removed' && wake(boxes.get(item.values.get('name') ?? '')))
  profiles.listen(wakeAll)
  pools.listen(wakeAll)

  let isRouterOff = false

  const known = (name: string): Box => {
    const box = boxes.get(toBytes(name))
    if (box === undefined) throw new Error(`The simulated router has no subscriber "${name}"`)
    return box
  }

  return {
    /** Brings a box to life; it dials within half a minute. */
    add({ name, password, callerId, radiusPool }: Subscriber): void {
      const wire = toBytes(name)
      const box: Box = {
        name: wire,
        password: toBytes(password),
        callerId,
        ...(radiusPool === undefined ? {} : { radiusPool }),
        habit: habitOf(state.seed, wire),
        draws: 0,
        plan: 0,
        refused: null,
        isSwitchedOff: false,
      }
      boxes.set(wire, box)
      plan(box, 'dial', state.nowMs() + chance(box, 0, 30_000))
    },
    /** Takes a box away: his session ends and he never dials again. Repeatable. */
    remove(name: string): void {
      const box = boxes.get(toBytes(name))
      if (box === undefined) return
      hangUp(box, state.nowMs(), 'user request')
      box.plan += 1
      boxes.delete(box.name)
    },
    /** Lets everything happen that was due until now, in its order. */
    settle(): void {
      if (isRouterOff) return
      const now = state.nowMs()
      for (let event = queue.takeUntil(now); event !== null; event = queue.takeUntil(now)) {
        const { box, at, kind } = event
        if (event.plan !== box.plan) continue
        if (kind === 'dial') dial(box, at)
        else {
          hangUp(box, at, 'peer is not responding')
          // Mostly the line is back at once; now and then the box, or the street, has no power.
          const isShort = chance(box, 0, 1) < 0.8
          plan(box, 'dial', at + (isShort ? chance(box, 3000, 30_000) : chance(box, 600_000, 28_800_000)))
        }
      }
    },
    /** The router has ended his session; he dials again in a moment. */
    kicked(session: Session): void {
      const box = boxes.get(session.name)
      if (box === undefined) return state.end(session, state.nowMs())
      hangUp(box, state.nowMs(), 'terminating... - admin reset')
      plan(box, 'dial', state.nowMs() + chance(box, 1000, 5000))
    },
    /** All at once, as when the router restarts: everybody dials again within a minute. */
    dropAll(reason: string): void {
      for (const session of [...state.sessions.values()]) {
        const box = boxes.get(session.name)
        if (box === undefined) continue
        hangUp(box, state.nowMs(), reason)
        plan(box, 'dial', state.nowMs() + chance(box, 5000, 60_000))
      }
    },
    /** Without power nobody gets in. */
    routerOff(): void {
      for (const session of [...state.sessions.values()]) state.end(session, state.nowMs())
      isRouterOff = true
    },
    routerOn(): void {
      isRouterOff = false
      for (const box of boxes.values()) plan(box, 'dial', state.nowMs() + chance(box, 5000, 60_000))
    },
    /** He dials this moment; says whether he is online then. */
    dialNow: (name: string): boolean => dial(known(name), state.nowMs()),
    switchOff(name: string): void {
      const box = known(name)
      hangUp(box, state.nowMs(), 'user request')
      box.isSwitchedOff = true
    },
    switchOn(name: string): void {
      const box = known(name)
      box.isSwitchedOff = false
      box.refused = null
      plan(box, 'dial', state.nowMs() + chance(box, 1000, 5000))
    },
  }
}

/** What the router makes of a dial: a session, or why not. */
function connect(state: State, box: Box, at: number): Session | string {
  const { tables, addresses } = state
  const secret = tables.secrets.named(box.name)
  const given = (name: string): string => secret?.values.get(name) ?? ''
  const byRadius = secret === undefined && state.usesRadius ? box.radiusPool : undefined
  if (byRadius === undefined && given('password') !== box.password) return 'authentication failed'
  if (secret === undefined && byRadius === undefined) return 'authentication failed'
  if (given('disabled') === 'true' || (secret !== undefined && !['any', 'pppoe'].includes(given('service')))) return 'authentication failed'
  if (given('caller-id') !== '' && given('caller-id').toUpperCase() !== box.callerId) return 'authentication failed'
  const profile = tables.profiles.named(byRadius === undefined ? given('profile') : 'default')
  if (profile === undefined) return 'has a profile that is gone'
  const source = [byRadius ?? given('remote-address'), profile.values.get('remote-address') ?? ''].find((text) => text !== '')
  const address = source === undefined ? null : addresses.take(source)
  if (address === null) return 'could not be given an address'

  const rateLimit = profile.values.get('rate-limit') ?? ''
  const cap = capOf(rateLimit)
  const ratesOf = (hour: number): Rates => ratesIn(hour, box.habit, cap, state.hourOfDay)
  const portName = `<pppoe-${box.name}>`
  const list = profile.values.get('address-list') ?? ''
  const isDynamic = { isDynamic: true }
  return {
    name: box.name,
    address,
    startedAt: at,
    bytesUntil: meterFrom(at, ratesOf),
    ratesAt: (ms) => ratesOf(Math.floor(ms / 3_600_000)),
    rows: {
      active: tables.active.insert(
        {
          name: box.name,
          service: 'pppoe',
          'caller-id': box.callerId,
          address,
          encoding: '',
          'session-id': `0x81${Math.floor(draw(state.seed, box.name, 'session', at) * 2 ** 24)
            .toString(16)
            .padStart(6, '0')}`,
          'limit-bytes-in': '0',
          'limit-bytes-out': '0',
          radius: String(byRadius !== undefined),
        },
        isDynamic,
      ),
      port: tables.interfaces.insert({ name: portName, type: 'pppoe-in', mtu: '1480', 'actual-mtu': '1480', running: 'true' }, isDynamic),
      others: [
        ...(rateLimit === '' ? [] : [tables.queues.insert({ name: portName, target: portName, 'max-limit': `${cap.upBps}/${cap.downBps}` }, isDynamic)]),
        ...(list === '' ? [] : [tables.addressLists.insert({ list, address, 'creation-time': `${state.date(at)} ${state.time(at)}` }, isDynamic)]),
      ],
    },
  }
}

/** Of a profile's "rx/tx ...": rx is what the router receives, so the subscriber's upload. */
function capOf(rateLimit: string): Rates {
  const [up = 0, down = up] = (rateLimit.split(' ')[0] ?? '').split('/').map((part) => {
    const [, amount = '0', unit = ''] = /^(\d+)([kMG]?)$/.exec(part) ?? []
    return Number(amount) * ({ '': 1, k: 1e3, M: 1e6, G: 1e9 }[unit] ?? 1)
  })
  return { upBps: up, downBps: down }
}

/** Events by time; those of the same moment by name, so that the order does not hang on who was added first. */
function createQueue() {
  const heap: Event[] = []
  const isBefore = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && a.box.name < b.box.name)
  const at = (n: number): Event => heap[n] as Event
  const swap = (a: number, b: number): void => {
    ;[heap[a], heap[b]] = [at(b), at(a)]
  }
  return {
    add(event: Event): void {
      heap.push(event)
      for (let child = heap.length - 1; child > 0; ) {
        const parent = (child - 1) >> 1
        if (!isBefore(at(child), at(parent))) return
        swap(child, parent)
        child = parent
      }
    },
    takeUntil(ms: number): Event | null {
      const [first] = heap
      if (first === undefined || first.at > ms) return null
      const last = heap.pop() as Event
      if (heap.length > 0) {
        heap[0] = last
        for (let parent = 0; ; ) {
          const [left, right] = [2 * parent + 1, 2 * parent + 2]
          const least = right < heap.length && isBefore(at(right), at(left)) ? right : left
          if (least >= heap.length || !isBefore(at(least), at(parent))) break
          swap(parent, least)
          parent = least
        }
      }
      return first
    },
  }
}
