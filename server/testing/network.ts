import { sql } from 'kysely'
import { onTestFinished } from 'vitest'
import { simulateRouter } from '../../simulators/routeros/index.ts'
import { rawClient } from '../../simulators/routeros/raw-client.ts'
import { systemActor } from '../kernel/actor.ts'
import type { Clock, SettableClock } from '../kernel/clock.ts'
import { ALL_PERMISSIONS } from '../kernel/permissions.ts'
import { date } from '../kernel/time.ts'
import { applyAccessTo } from '../modules/access/apply-access.ts'
import { addReason, clearReason } from '../modules/access/index.ts'
import { editSubscription } from '../modules/clients/index.ts'
import { changeRouter, createRouter } from '../modules/network/routers/change-router.ts'
import type { RouterInput } from '../modules/network/routers/change-router.ts'
import type { Database } from '../platform/db/tx.ts'
import { aClient, doing, unique } from './factories.ts'

export type SimulatedRouter = Awaited<ReturnType<typeof simulateRouter>>

const USER = 'lastmile'
const PASSWORD = 'router password'

export interface Network {
  readonly simulated: SimulatedRouter
  readonly routerId: bigint
}

/** A simulated router with a pool and a profile for suspended lines, and its row in the database. */
export async function aRouter(
  database: Database,
  {
    branchId,
    clock = database.clock,
    version = '7.18.2',
    withTls = false,
    ...facts
  }: { branchId: bigint; clock?: Clock; version?: string; withTls?: boolean } & Partial<RouterInput>,
): Promise<Network> {
  const n = unique()
  const users = [
    { name: USER, password: PASSWORD, group: 'full' },
    { name: 'reader', password: PASSWORD, group: 'read' },
  ] as const
  const simulated = await simulateRouter({ clock, version, identity: `pop-${n}`, zone: 'Asia/Dhaka', users, seed: n }, { tlsPort: withTls ? 0 : null })
  onTestFinished(simulated.close)
  simulated.addRow('pools', { name: 'home', ranges: '100.64.0.2-100.64.255.250' })
  simulated.addRow('pools', { name: 'blocked', ranges: '10.255.0.2-10.255.255.250' })
  simulated.addRow('profiles', { name: 'suspended', 'remote-address': 'blocked', 'address-list': 'suspended' })
  const router = await doing(database, async (tx) => {
    return await createRouter(tx, {
      branch_id: branchId,
      name: `Router ${n}`,
      host: simulated.host,
      port: (withTls ? simulated.tlsPort : null) ?? simulated.port,
      is_tls: withTls,
      tls_fingerprint: null,
      username: USER,
      password: PASSWORD,
      suspend_by: 'disable',
      suspend_target: '',
      address_pool: 'home',
      local_address: null,
      commands_per_second: 200,
      max_change_percent: 100,
      is_active: true,
      ...facts,
    })
  })
  return { simulated, routerId: router.id }
}

/** Goes on with other rules. */
export const setRouter = async (database: Database, routerId: bigint, change: Partial<RouterInput>): Promise<void> =>
  void (await doing(database, async (tx) => await changeRouter(tx, routerId, change)))

export interface NetworkLine {
  readonly id: bigint
  readonly clientId: bigint
  readonly login: string
}

/** A client with a PPPoE line on a router, and, where the router is given, a box behind it that dials. */
export async function aNetworkLine(
  database: Database,
  {
    branchId,
    packageId,
    routerId,
    simulated,
    login = `user${unique()}`,
    ...facts
  }: { branchId: bigint; packageId: bigint; routerId: bigint; simulated?: SimulatedRouter; login?: string; static_ip?: string; mac?: string },
): Promise<NetworkLine> {
  const password = `word-${login}`
  const { client, subscription } = await aClient(database, {
    branch_id: branchId,
    subscription: { packageId, pppoe_login: login, pppoePassword: password, router_id: routerId, activatedOn: date('2026-01-01'), ...facts },
  })
  simulated?.subscribers.add({ name: login, password, callerId: `50:D4:F7:00:${hex(unique() >> 8)}:${hex(unique())}` })
  return { id: subscription?.id as bigint, clientId: client.id, login }
}

const hex = (value: number): string => (value & 255).toString(16).padStart(2, '0').toUpperCase()

type Fault = SimulatedRouter['faults']['dropAtWrite']

/**
 * Calls back at every write the router is told to do, before it is done; the numbers begin at 1. What it gives back is the fault of that
 * write. Returns how many there have been.
 */
export function watchWrites(simulated: SimulatedRouter, onWrite: (n: number) => Fault | undefined = () => undefined): () => number {
  let count = 0
  Object.defineProperty(simulated.faults, 'dropAtWrite', {
    configurable: true,
    get() {
      count += 1
      return onWrite(count) ?? null
    },
    set: () => {}, // The simulator takes a fault away that is over; ours holds for one write anyway.
  })
  return () => count
}

/** Whether a subscriber is online. */
export const isOnline = ({ simulated }: Pick<Network, 'simulated'>, login: string): boolean => simulated.rows('active').some(({ name }) => name === login)

export const secretOf = ({ simulated }: Pick<Network, 'simulated'>, login: string): Record<string, string> | undefined =>
  simulated.rows('secrets').find(({ name }) => name === login)

/** Somebody at the router's own console. */
export async function byHand({ simulated }: Pick<Network, 'simulated'>, ...words: readonly string[]): Promise<void> {
  const client = await rawClient(simulated)
  await client.logIn(USER, PASSWORD)
  await client.ask(...words)
  client.close()
}

/** What tests of a network do to it, over one database. */
export function networkOf(database: Database, { branchId, packageId, clock }: { branchId: bigint; packageId: bigint; clock: SettableClock }) {
  const actor = systemActor('test', ALL_PERMISSIONS)
  const idsOf = (lines: readonly NetworkLine[]): bigint[] => lines.map(({ id }) => id)
  /** Tells the router what has changed; `isWhole`: compares all of it. */
  const apply = async (routerId: bigint, { isWhole = false } = {}): Promise<void> =>
    await applyAccessTo(database, routerId, { actor, signal: new AbortController().signal, isWhole })
  return {
    apply,
    suspend: async (...lines: NetworkLine[]): Promise<void> => void (await doing(database, async (tx) => await addReason(tx, idsOf(lines), 'billing'))),
    restore: async (...lines: NetworkLine[]): Promise<void> => void (await doing(database, async (tx) => await clearReason(tx, idsOf(lines), 'billing'))),
    edit: async ({ id }: NetworkLine, changes: Parameters<typeof editSubscription>[1]['changes']): Promise<void> =>
      void (await doing(database, async (tx) => await editSubscription(tx, { subscriptionId: id, changes }))),
    /** A router and so many lines on it, told and online. */
    async given({
      lines: count = 3,
      ...facts
    }: { lines?: number } & Omit<Parameters<typeof aRouter>[1], 'branchId'> = {}): Promise<Network & { lines: NetworkLine[] }> {
      const network = await aRouter(database, { branchId, ...facts })
      const lines: NetworkLine[] = []
      for (let n = 0; n < count; n += 1) lines.push(await aNetworkLine(database, { branchId, packageId, ...network }))
      await apply(network.routerId)
      clock.advance({ minutes: 2 })
      return { ...network, lines }
    },
    async accessOf({ id }: NetworkLine) {
      const { rows } = await sql<{ in_sync: boolean; last_error: string | null; must_redial: boolean; observed: { is_disabled: boolean } | null }>`
        select revision = applied_revision as in_sync, last_error, must_redial, observed from access where subscription_id = ${id}`.execute(database.db)
      return rows[0]
    },
    healthOf: async (routerId: bigint) =>
      (await sql<Record<string, unknown>>`select * from router_health where router_id = ${routerId}`.execute(database.db)).rows[0],
  }
}
