import { isIP } from 'node:net'
import { readLasting, lasting } from './clocks.ts'
import { badValue, Refusal } from './refusal.ts'
import { checks, createTable } from './table.ts'
import type { Column, Item, Table } from './table.ts'
import type { Traits } from './versions.ts'

/** What the tables need to know of the router they belong to, at the moment of a print. */
export interface Live {
  readonly uptimeOf: (session: Item) => string
  readonly bytesOf: (item: Item) => { readonly up: bigint; readonly down: bigint }
  readonly loggedAt: (item: Item) => string
}

export type Tables = ReturnType<typeof createTables>

const name = { name: 'name' }
const comment = { name: 'comment' }
const disabled = { name: 'disabled', initial: 'false', check: checks.flag }
const dynamic = { name: 'dynamic', live: (item: Item) => String(item.isDynamic) }
const readOnly = (...names: readonly string[]): Column[] => names.map((column) => ({ name: column, isReadOnly: true }))
const PACKET_BYTES = 900n

export function createTables(traits: Traits, live: Live) {
  const profiles: Table = createTable({
    path: '/ppp/profile',
    key: 'name',
    duplicate: 'failure: profile with the same name already exists',
    required: ['name'],
    columns: [
      name,
      { name: 'local-address' },
      { name: 'remote-address' },
      { name: 'use-mpls', initial: 'default' },
      { name: 'use-compression', initial: 'default' },
      { name: 'use-encryption', initial: 'default' },
      { name: 'only-one', initial: 'default', check: checks.oneOf('default', 'yes', 'no') },
      { name: 'change-tcp-mss', initial: 'default' },
      { name: 'use-upnp', initial: 'default' },
      { name: 'rate-limit', check: rateLimit },
      { name: 'address-list', initial: '' },
      { name: 'dns-server' },
      { name: 'session-timeout', check: duration },
      { name: 'idle-timeout', check: duration },
      { name: 'on-up', initial: '' },
      { name: 'on-down', initial: '' },
      comment,
      { name: 'default', isReadOnly: true, initial: 'false' },
    ],
    beforeRemove: (item) => {
      if (item.values.get('default') === 'true') throw new Refusal('can not remove default profile')
    },
  })
  const knownProfile = (value: string): string => {
    if (profiles.named(value) === undefined) throw new Refusal('input does not match any value of profile', 1)
    return value
  }
  const secrets: Table = createTable({
    path: '/ppp/secret',
    key: 'name',
    duplicate: 'failure: secret with the same name already exists',
    required: ['name'],
    columns: [
      name,
      { name: 'service', initial: 'any', check: checks.oneOf('any', 'async', 'l2tp', 'ovpn', 'pppoe', 'pptp', 'sstp') },
      { name: 'caller-id', initial: '' },
      { name: 'password', initial: '', isSensitive: true },
      { name: 'profile', initial: 'default', check: knownProfile },
      { name: 'local-address', check: address },
      { name: 'remote-address', check: address },
      { name: 'remote-ipv6-prefix' },
      { name: 'routes', initial: '' },
      ...(traits.isSeven ? [{ name: 'ipv6-routes', initial: '' }] : []),
      { name: 'limit-bytes-in', initial: '0', check: checks.number },
      { name: 'limit-bytes-out', initial: '0', check: checks.number },
      { name: 'last-logged-out', isReadOnly: true, initial: traits.hasIsoDates ? '1970-01-01 00:00:00' : 'jan/01/1970 00:00:00' },
      ...(traits.isSeven ? readOnly('last-caller-id', 'last-disconnect-reason') : []),
      disabled,
      comment,
    ],
  })
  const active: Table = createTable({
    path: '/ppp/active',
    key: 'name',
    columns: [
      ...readOnly('name', 'service', 'caller-id', 'address'),
      { name: 'uptime', live: live.uptimeOf },
      ...readOnly('encoding', 'session-id', 'limit-bytes-in', 'limit-bytes-out', 'radius'),
    ],
  })
  const pools: Table = createTable({
    path: '/ip/pool',
    key: 'name',
    duplicate: 'failure: pool with such name exists',
    required: ['name', 'ranges'],
    columns: [name, { name: 'ranges', check: ranges }, { name: 'next-pool' }, comment],
  })
  const addressLists: Table = createTable({
    path: '/ip/firewall/address-list',
    required: ['list', 'address'],
    columns: [
      { name: 'list' },
      { name: 'address', check: network },
      { name: 'timeout', check: duration },
      { name: 'creation-time', isReadOnly: true },
      dynamic,
      disabled,
      comment,
    ],
  })
  const queues: Table = createTable({
    path: '/queue/simple',
    key: 'name',
    duplicate: 'failure: already have such name',
    required: ['target'],
    columns: [
      name,
      { name: 'target' },
      { name: 'parent', initial: 'none' },
      { name: 'priority', initial: '8/8' },
      { name: 'queue', initial: 'default-small/default-small' },
      { name: 'limit-at', initial: '0/0', check: checks.rates },
      { name: 'max-limit', initial: '0/0', check: checks.rates },
      { name: 'burst-limit', initial: '0/0', check: checks.rates },
      { name: 'burst-threshold', initial: '0/0', check: checks.rates },
      { name: 'burst-time', initial: '0s/0s' },
      { name: 'bytes', live: (item) => pairOf(live.bytesOf(item)) },
      dynamic,
      disabled,
      comment,
    ],
  })
  const interfaces: Table = createTable({
    path: '/interface',
    key: 'name',
    isFixed: true,
    columns: [
      name,
      ...readOnly('type', 'mtu', 'actual-mtu', 'mac-address'),
      { name: 'running', isReadOnly: true },
      { name: 'rx-byte', live: (item) => String(live.bytesOf(item).up) },
      { name: 'tx-byte', live: (item) => String(live.bytesOf(item).down) },
      { name: 'rx-packet', live: (item) => String(live.bytesOf(item).up / PACKET_BYTES) },
      { name: 'tx-packet', live: (item) => String(live.bytesOf(item).down / PACKET_BYTES) },
      dynamic,
      disabled,
      comment,
    ],
  })
  const services: Table = createTable({
    path: '/ip/service',
    key: 'name',
    isFixed: true,
    columns: [
      { name: 'name', isReadOnly: true },
      { name: 'port', check: checks.number },
      { name: 'address', initial: '' },
      { name: 'certificate' },
      { name: 'tls-version' },
      ...(traits.maxSessions === null ? [] : [{ name: 'max-sessions', initial: String(traits.maxSessions), check: checks.number }]),
      { name: 'invalid', initial: 'false', isReadOnly: true },
      disabled,
    ],
  })
  const files: Table = createTable({ path: '/file', key: 'name', columns: readOnly('name', 'type', 'size', 'creation-time', 'contents') })
  const log: Table = createTable({ path: '/log', isFixed: true, columns: [{ name: 'time', live: live.loggedAt }, ...readOnly('topics', 'message')] })
  return { profiles, secrets, active, pools, addressLists, queues, interfaces, services, files, log }
}

const pairOf = ({ up, down }: { up: bigint; down: bigint }): string => `${up}/${down}`

function duration(value: string, argument: string): string {
  if (value === 'none' || value === '') return value
  const ms = readLasting(value)
  if (ms === null) throw badValue(argument)
  return lasting(ms)
}

/** An address or, for a secret, the name of a pool; digits and dots that are no address are a slip. */
function address(value: string, argument: string): string {
  if (value !== '' && isIP(value) === 0 && /^[\d./]+$/.test(value)) throw badValue(argument)
  return value
}

function network(value: string, argument: string): string {
  const [base = '', bits] = value.split('/')
  const isRange = /^[\d.]+-[\d.]+$/.test(value)
  const isName = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(value)
  if (!isRange && !isName && (isIP(base) === 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits)))) throw badValue(argument)
  return bits === '32' ? base : value
}

function ranges(value: string, argument: string): string {
  const isRange = (part: string): boolean => part.split('-').length <= 2 && part.split('-').every((end) => isIP(end) === 4)
  const isNetwork = (part: string): boolean => isIP(part.split('/')[0] ?? '') === 4 && /^\d{1,2}$/.test(part.split('/')[1] ?? '')
  if (!value.split(',').every((part) => isRange(part) || isNetwork(part))) throw badValue(argument)
  return value
}

function rateLimit(value: string, argument: string): string {
  const [first = ''] = value.split(' ')
  if (value !== '') checks.rates(first, argument)
  return value
}
