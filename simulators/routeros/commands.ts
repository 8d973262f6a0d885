import { refuseReaders } from './call.ts'
import type { Call, Command, Inside } from './call.ts'
import { readLasting } from './clocks.ts'
import { exportText } from './export.ts'
import { badValue, noSuchCommand, noSuchItem, Refusal, unknownParameter } from './refusal.ts'
import { tableCommands } from './table-commands.ts'

/** The commands that are not of a menu of rows. */
const commands: Readonly<Record<string, Command>> = {
  '/system/identity/print': ({ row }, { state }) => {
    row([['name', state.identity]])
    return {}
  },
  '/system/identity/set': (call, { state }) => {
    refuseReaders(call)
    state.identity = call.attributes.get('name') ?? state.identity
    return {}
  },
  '/system/resource/print': ({ row }, { state }) => {
    row([
      ['uptime', state.uptime()],
      ['version', state.traits.version],
      ['free-memory', '824623104'],
      ['total-memory', '1073741824'],
      ['cpu', 'ARM'],
      ['cpu-count', '4'],
      ['cpu-frequency', '1400'],
      ['cpu-load', String(Math.min(99, 2 + Math.floor(state.sessions.size / 50)))],
      ['free-hdd-space', '433000448'],
      ['total-hdd-space', '537133056'],
      ['architecture-name', 'arm'],
      ['board-name', 'RB4011iGS+'],
      ['platform', 'MikroTik'],
    ])
    return {}
  },
  '/system/clock/print': ({ row }, { state }) => {
    row([
      ['time', state.time(state.nowMs())],
      ['date', state.date(state.nowMs())],
      ['time-zone-autodetect', 'false'],
      ['time-zone-name', state.zone],
    ])
    return {}
  },
  '/ppp/aaa/print': ({ row }, { state }) => {
    row([
      ['use-radius', String(state.usesRadius)],
      ['accounting', 'true'],
      ['interim-update', '0s'],
    ])
    return {}
  },
  '/ppp/aaa/set': (call, { state }) => {
    refuseReaders(call)
    const given = call.attributes.get('use-radius')
    if (given !== undefined) state.usesRadius = given === 'yes' || given === 'true'
    return {}
  },
  '/system/reboot': (call, { restart }) => {
    refuseReaders(call)
    restart()
    return {}
  },
  '/interface/monitor-traffic': monitorTraffic,
  '/ping': ping,
  '/execute': (call, { state }) => {
    refuseReaders(call)
    if (!call.attributes.has('as-string')) return { ret: '*1' }
    if (!state.traits.executesAsString) throw unknownParameter()
    const script = call.attributes.get('script') ?? ''
    const isExport = /^\/?export( (compact|terse|show-sensitive|hide-sensitive))*$/.test(script.trim())
    return { ret: isExport ? exportText(state) : `bad command name ${script.trim().split(' ')[0] ?? ''} (line 1 column 1)\n` }
  },
  /** The API gives no text for it; with `file` it makes one, of which a print shows the contents up to 4 KB. */
  '/export': (call, { state }) => {
    refuseReaders(call)
    const file = call.attributes.get('file')
    if (file === undefined) return {}
    const text = exportText(state)
    const name = `${file}.rsc`
    const old = state.tables.files.named(name)
    if (old !== undefined) state.tables.files.remove(old)
    const time = `${state.date(state.nowMs())} ${state.time(state.nowMs())}`
    state.tables.files.insert({ name, type: 'script', size: String(text.length), 'creation-time': time, ...(text.length < 4096 ? { contents: text } : {}) })
    return {}
  },
}

/** @throws Refusal "no such command". */
export function commandOf(command: string, { state }: Inside): Command {
  const own = commands[command]
  if (own !== undefined) return own
  const split = command.lastIndexOf('/')
  const table = Object.values(state.tables).find(({ rules }) => rules.path === command.slice(0, split))
  if (table === undefined) throw new Refusal('no such command prefix', 0)
  const verb = tableCommands[command.slice(split + 1)]
  if (verb === undefined) throw noSuchCommand()
  return verb(table)
}

async function monitorTraffic(call: Call, { state, subscribers }: Inside): Promise<Record<string, never>> {
  const names = (call.attributes.get('interface') ?? '').split(',')
  const isOnce = call.attributes.has('once')
  do {
    subscribers.settle()
    for (const name of names) {
      const row = state.tables.interfaces.named(name)
      if (row === undefined) throw new Refusal('input does not match any value of interface', 1)
      const session = state.byRow.get(row)
      const { upBps, downBps } = session?.ratesAt(state.nowMs()) ?? { upBps: 0, downBps: 0 }
      call.row([
        ['name', name],
        ['rx-packets-per-second', String(Math.round(upBps / 7200))],
        ['rx-bits-per-second', String(Math.round(upBps))],
        ['tx-packets-per-second', String(Math.round(downBps / 7200))],
        ['tx-bits-per-second', String(Math.round(downBps))],
      ])
    }
    if (!isOnce) await call.pause(1000)
  } while (!isOnce && !call.isCancelled())
  return {}
}

/** Who is online answers, and so does the router itself; nobody else is there. */
async function ping(call: Call, { state, subscribers }: Inside): Promise<Record<string, never>> {
  const address = call.attributes.get('address') ?? ''
  const count = Number(call.attributes.get('count') ?? Number.POSITIVE_INFINITY)
  const interval = readLasting(call.attributes.get('interval') ?? '1s')
  if (address === '') throw noSuchItem()
  if (interval === null || interval < 10) throw badValue('interval')
  let received = 0
  for (let sent = 1; sent <= count && !call.isCancelled(); sent++) {
    if (sent > 1) await call.pause(interval)
    subscribers.settle()
    const isThere = address === '127.0.0.1' || [...state.sessions.values()].some((session) => session.address === address)
    if (isThere) received += 1
    const loss = Math.floor((100 * (sent - received)) / sent)
    call.row([
      ['seq', String(sent - 1)],
      ['host', address],
      ...(isThere
        ? ([
            ['size', '56'],
            ['ttl', '64'],
            ['time', '2ms140us'],
          ] as const)
        : ([['status', 'timeout']] as const)),
      ['sent', String(sent)],
      ['received', String(received)],
      ['packet-loss', String(loss)],
      ...(received > 0
        ? ([
            ['min-rtt', '2ms140us'],
            ['avg-rtt', '2ms140us'],
            ['max-rtt', '2ms140us'],
          ] as const)
        : []),
    ])
  }
  return {}
}
