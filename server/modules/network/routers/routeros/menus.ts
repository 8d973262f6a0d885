import { callerId, count, counts, duration, flag, lastTime, list, number, optional, rateLimit, rates, text } from './fields.ts'
import { menu } from './menu.ts'
import type { Menu, RowOf } from './menu.ts'

/** The menus the program uses. Defaults as RouterOS 6.42 to 7.18 document them: what is left out and what is spelled out read the same. */

export const secrets = menu('/ppp/secret', {
  name: text('name'),
  password: text('password'),
  service: text('service', 'any'),
  profile: text('profile', 'default'),
  callerId: callerId('caller-id'),
  localAddress: optional('local-address'),
  remoteAddress: optional('remote-address'),
  comment: text('comment'),
  isDisabled: flag('disabled'),
  lastLoggedOutAt: lastTime('last-logged-out'),
})

export const profiles = menu('/ppp/profile', {
  name: text('name'),
  localAddress: optional('local-address'),
  /** An address or the name of a pool. */
  remoteAddress: optional('remote-address'),
  addressList: text('address-list'),
  rateLimit: rateLimit('rate-limit'),
  onlyOne: text('only-one', 'default'),
  comment: text('comment'),
})

export const activeSessions = menu('/ppp/active', {
  name: text('name'),
  service: text('service'),
  callerId: callerId('caller-id'),
  address: text('address'),
  uptimeMs: duration('uptime'),
  sessionId: text('session-id'),
  isRadius: flag('radius'),
})

export const pools = menu('/ip/pool', { name: text('name'), ranges: list('ranges'), nextPool: text('next-pool', 'none'), comment: text('comment') })

export const addressLists = menu('/ip/firewall/address-list', {
  list: text('list'),
  address: text('address'),
  timeoutMs: duration('timeout'),
  comment: text('comment'),
  isDisabled: flag('disabled'),
  isDynamic: flag('dynamic'),
})

export const queues = menu('/queue/simple', {
  name: text('name'),
  target: list('target'),
  maxLimit: rates('max-limit'),
  parent: text('parent', 'none'),
  comment: text('comment'),
  isDisabled: flag('disabled'),
  isDynamic: flag('dynamic'),
  bytes: counts('bytes'),
})

/** Counters as the router sees them: what it receives on a subscriber's interface is his upload. */
export const interfaces = menu('/interface', {
  name: text('name'),
  type: text('type'),
  isRunning: flag('running'),
  isDisabled: flag('disabled'),
  isDynamic: flag('dynamic'),
  rxBytes: count('rx-byte'),
  txBytes: count('tx-byte'),
  comment: text('comment'),
})

/** Of interfaces only what each subscriber has moved: twenty thousand of them are read every few minutes. */
export const portCounters = menu('/interface', { name: text('name'), rxBytes: count('rx-byte'), txBytes: count('tx-byte') })

export const services = menu('/ip/service', {
  name: text('name'),
  port: number('port'),
  isDisabled: flag('disabled'),
  /** Who may connect; empty: everybody. */
  addresses: list('address'),
  certificate: text('certificate', 'none'),
  /** Since 7.16; null where the version knows no limit. */
  maxSessions: number('max-sessions'),
})

/** `time` leaves out what is today's: read it with `parseLocalTime` and the router's clock. */
export const log = menu('/log', { time: text('time'), topics: list('topics'), message: text('message') })

export type Secret = FieldsOf<typeof secrets>
export type ActiveSession = FieldsOf<typeof activeSessions>

type FieldsOf<M> = M extends Menu<infer F> ? RowOf<F> : never
