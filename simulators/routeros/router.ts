import { createServer as createPlainServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import type { Inside } from './call.ts'
import { makeCertificate } from './certificate.ts'
import type { Certificate } from './certificate.ts'
import { toBytes, toText } from './codec.ts'
import { configurationOf, configure, watchConfiguration } from './configuration.ts'
import type { Configuration } from './configuration.ts'
import { noFaults } from './faults.ts'
import type { Faults } from './faults.ts'
import { serve } from './session.ts'
import { createState } from './state.ts'
import type { RouterOptions } from './state.ts'
import { createSubscribers } from './subscribers.ts'
import type { Subscriber } from './subscribers.ts'
import type { Table } from './table.ts'

const HOST = '127.0.0.1'

export interface ListenOptions {
  /** 0 takes a free port. */
  readonly port?: number
  /** Null: no `api-ssl`. */
  readonly tlsPort?: number | null
}

/** What a router of the same name had before it was switched off. */
export interface Kept {
  readonly certificate?: Certificate | null
  readonly configuration?: Configuration
}

export type SimulatedRouter = Awaited<ReturnType<typeof simulateRouter>>

/** A router on 127.0.0.1 that speaks the API and behaves; it lives until `close`. */
export async function simulateRouter(options: RouterOptions, { port = 0, tlsPort = null }: ListenOptions = {}, kept: Kept = {}) {
  const state = createState(options)
  if (kept.configuration !== undefined) configure(state.tables, kept.configuration)
  const faults: Faults = noFaults()
  const subscribers = createSubscribers(state)
  const sockets = new Map<Socket, string>()
  const inside: Inside = { state, subscribers, faults, restart: () => reboot() }
  const certificate = tlsPort === null ? null : (kept.certificate ?? makeCertificate(options.identity, options.clock.now()))
  const servers = { api: createPlainServer(), 'api-ssl': certificate === null ? null : createTlsServer({ key: certificate.key, cert: certificate.cert }) }
  const ports = { api: port, 'api-ssl': tlsPort ?? 0 }

  servers.api.on('connection', (socket) => accept(socket, 'api'))
  servers['api-ssl']?.on('secureConnection', (socket) => accept(socket, 'api-ssl'))
  servers['api-ssl']?.on('tlsClientError', (_error, socket) => socket.destroy())
  if (certificate !== null) state.tables.services.put(state.tables.services.resolve('api-ssl'), { certificate: 'api' })
  try {
    await listen()
  } catch (error) {
    await Promise.all([shut(servers.api), servers['api-ssl'] === null ? null : shut(servers['api-ssl'])])
    throw error
  }

  async function listen(): Promise<void> {
    for (const name of ['api', 'api-ssl'] as const) {
      const server = servers[name]
      if (server === null || server.listening) continue
      ports[name] = await open(server, ports[name])
      state.tables.services.put(state.tables.services.resolve(name), { port: String(ports[name]) })
    }
  }
  function accept(socket: Socket, service: string): void {
    const row = state.tables.services.resolve(service)
    const limit = faults.maxSessions ?? (row.values.has('max-sessions') ? Number(row.values.get('max-sessions')) : Number.POSITIVE_INFINITY)
    const isFull = [...sockets.values()].filter((other) => other === service).length >= limit
    if (isFull || row.values.get('disabled') === 'true') {
      if (isFull) state.log('system,error', `maximum number of sessions of ${service} reached`)
      socket.on('error', () => {})
      socket.destroy()
      return
    }
    sockets.set(socket, service)
    socket.on('close', () => sockets.delete(socket))
    // Whoever is not on the list is not told so; to him the router looks dead.
    const allowed = (row.values.get('address') ?? '').split(',').filter((network) => network !== '')
    if (allowed.length === 0 || allowed.some((network) => isIn(socket.remoteAddress ?? '', network))) serve(socket, inside, service)
    else socket.on('error', () => {}).resume()
  }
  function dropConnections(): void {
    for (const socket of sockets.keys()) socket.destroy()
    sockets.clear()
  }
  /** Nothing is answered, every connection and session ends, and with `newIds` every row has another number afterwards. */
  function reboot({ newIds = true } = {}): void {
    dropConnections()
    subscribers.settle()
    subscribers.dropAll('router was rebooted')
    state.restart()
    if (newIds) for (const table of Object.values(state.tables)) table.renumber()
  }

  return {
    host: HOST,
    get port() {
      return ports.api
    },
    get tlsPort() {
      return ports['api-ssl']
    },
    fingerprint: certificate?.fingerprint ?? null,
    certificate,
    faults,
    configuration: (): Configuration => configurationOf(state.tables),
    onConfigured: (changed: () => void): void => watchConfiguration(state.tables, changed),
    /** What stands in a menu, as the router has it: for tests that want to know without asking by the API. */
    rows: (menu: keyof typeof state.tables): Record<string, string>[] => {
      subscribers.settle()
      const table: Table = state.tables[menu]
      return [...table.all()].map((item) => Object.fromEntries(table.print(item).map(([name, value]) => [name, toText(value)])))
    },
    /** Since when a subscriber is online, in ms since 1970; null where he is not. */
    onlineSince: (name: string): number | null => {
      subscribers.settle()
      return state.sessions.get(toBytes(name))?.startedAt ?? null
    },
    /** A secret and the box that uses it. */
    subscribe(subscriber: Subscriber, secret: Readonly<Record<string, string>> = {}): void {
      const bytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')
      state.tables.secrets.addByHand(
        new Map(
          [['name', subscriber.name], ['password', subscriber.password], ...Object.entries(secret)].map(([key, value]) => [key ?? '', bytes(value ?? '')]),
        ),
      )
      subscribers.add(subscriber)
    },
    /** A row that somebody put into a menu by hand. */
    addRow(menu: 'profiles' | 'pools' | 'secrets' | 'addressLists' | 'queues', values: Readonly<Record<string, string>>): void {
      const given = new Map(Object.entries(values).map(([name, value]) => [name, Buffer.from(value, 'utf8').toString('latin1')]))
      state.tables[menu].addByHand(given, { allowsDuplicate: faults.allowsDuplicateNames })
    },
    subscribers,
    /** How many connections are open. */
    get connections() {
      return sockets.size
    },
    reboot,
    dropConnections,
    /** Off: nothing listens, as when the power is gone. Subscribers hang in the air until it is back. */
    async switchOff(): Promise<void> {
      dropConnections()
      subscribers.settle()
      subscribers.routerOff()
      await Promise.all([shut(servers.api), servers['api-ssl'] === null ? null : shut(servers['api-ssl'])])
    },
    async switchOn(): Promise<void> {
      state.restart()
      subscribers.routerOn()
      await listen()
    },
    async close(): Promise<void> {
      dropConnections()
      await Promise.all([shut(servers.api), servers['api-ssl'] === null ? null : shut(servers['api-ssl'])])
    },
  }
}

async function open(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${port} of ${HOST} is taken by another program`) : error),
    )
    server.listen(port, HOST, () => {
      server.removeAllListeners('error')
      resolve()
    })
  })
  return (server.address() as AddressInfo).port
}

const shut = async (server: Server): Promise<void> => await new Promise((resolve) => (server.listening ? server.close(() => resolve()) : resolve()))

/** IPv4 only: who connects to 127.0.0.1 has such an address. */
function isIn(address: string, network: string): boolean {
  const [base = '', bits = '32'] = network.split('/')
  const number = (text: string): number => text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
  const size = 2 ** (32 - Number(bits))
  return Math.floor(number(address) / size) === Math.floor(number(base) / size)
}
