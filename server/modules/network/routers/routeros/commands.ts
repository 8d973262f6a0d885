import { DeviceRejected } from '../../../../kernel/device-errors.ts'
import type { RouterConnection } from './connection.ts'
import { count, duration, flag, number, text } from './fields.ts'
import { menu } from './menu.ts'
import type { RowOf } from './menu.ts'
import { activeSessions } from './menus.ts'
import { CommandTrapped } from './reply.ts'
import type { Row } from './reply.ts'
import { formatDuration, parseLocalTime } from './values.ts'

const resource = menu('/system/resource', {
  version: text('version'),
  boardName: text('board-name'),
  architecture: text('architecture-name'),
  uptimeMs: duration('uptime'),
  cpuCount: number('cpu-count'),
  cpuLoadPercent: number('cpu-load'),
  freeMemoryBytes: count('free-memory'),
  totalMemoryBytes: count('total-memory'),
})
const pppAaa = menu('/ppp/aaa', { usesRadius: flag('use-radius') })
const identity = menu('/system/identity', { name: text('name') })

export const readResource = async (connection: RouterConnection): Promise<Omit<RowOf<typeof resource.fields>, 'id'>> =>
  only(resource.path, await resource.read(connection))

export const readIdentity = async (connection: RouterConnection): Promise<string> => only(identity.path, await identity.read(connection)).name

/** Whether it asks RADIUS about PPP log-ins of which it has no secret. */
export const readUsesRadius = async (connection: RouterConnection): Promise<boolean> => only(pppAaa.path, await pppAaa.read(connection)).usesRadius

export interface RouterClock {
  readonly time: Temporal.PlainDateTime
  /** Such as Asia/Dhaka; `manual` where nobody set one. */
  readonly zone: string
}

/** What the router takes the time to be; its log and its "last logged out" are written by this clock. */
export async function readClock(connection: RouterConnection): Promise<RouterClock> {
  const rows: Row[] = []
  await connection.run(['/system/clock/print'], { onRow: (row) => rows.push(row) })
  const row = only('/system/clock', rows)
  const time = parseLocalTime(`${row.get('date') ?? ''} ${row.get('time') ?? ''}`)
  if (time === null)
    throw new DeviceRejected(
      'The router has no readable clock',
      [...row].map((pair) => pair.join('=')),
    )
  return { time, zone: row.get('time-zone-name') ?? 'manual' }
}

/**
 * Ends PPP sessions. One that is gone already is what was wanted; where one of many is gone the router's answer does not say what became of the
 * others, so they are ended one by one. The subscriber may dial again at once: disable the secret before.
 */
export async function endSessions(connection: RouterConnection, ids: readonly string[]): Promise<void> {
  for (const part of ids.length <= 1 ? [ids] : [ids, ...ids.map((id) => [id])]) {
    try {
      await activeSessions.remove(connection, part)
      if (part === ids) return
    } catch (error) {
      if (!(error instanceof CommandTrapped) || !error.is('no_such_item')) throw error
    }
  }
}

const rate = menu('/interface', { name: text('name'), rxBps: number('rx-bits-per-second'), txBps: number('tx-bits-per-second') })

/** The rates of this second; an interface that is not there is not in the answer of some versions and a trap of others. */
export async function readRates(connection: RouterConnection, interfaces: readonly string[]): Promise<{ name: string; upBps: number; downBps: number }[]> {
  const rows: RowOf<typeof rate.fields>[] = []
  await connection.run(['/interface/monitor-traffic', `=interface=${interfaces.join(',')}`, '=once='], { onRow: (row) => rows.push(rate.rowOf(row)) })
  return rows.map(({ name, rxBps, txBps }) => ({ name, upBps: rxBps ?? 0, downBps: txBps ?? 0 }))
}

export interface Ping {
  readonly sent: number
  readonly received: number
  /** Null where nothing came back. */
  readonly averageMs: number | null
}

const pinged = menu('/ping', { sent: number('sent'), received: number('received'), averageMs: duration('avg-rtt') })

/** Pings from the router, which is how a subscriber behind it is reached. */
export async function ping(
  connection: RouterConnection,
  { address, count: times, intervalMs }: { address: string; count: number; intervalMs: number },
): Promise<Ping> {
  let last: RowOf<typeof pinged.fields> | null = null
  await connection.run(['/ping', `=address=${address}`, `=count=${times}`, `=interval=${formatDuration(intervalMs)}`], {
    onRow: (row) => {
      last = pinged.rowOf(row)
    },
    timeoutMs: intervalMs + 10_000,
    deadlineMs: times * (intervalMs + 2000) + 10_000,
  })
  // Each row carries the sums up to then.
  const { sent, received, averageMs } = (last ?? { sent: 0, received: 0, averageMs: null }) as RowOf<typeof pinged.fields>
  return { sent: sent ?? 0, received: received ?? 0, averageMs: (received ?? 0) === 0 ? null : averageMs }
}

function only<T>(path: string, rows: readonly T[]): T {
  const [first] = rows
  if (first === undefined) throw new DeviceRejected(`The router gave nothing for ${path}`, [])
  return first
}
