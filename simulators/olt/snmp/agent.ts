import { createSocket } from 'node:dgram'
import type { Faults } from '../faults.ts'
import { integer, item, oid, readInteger, readItems, readOid, TAG } from './ber.ts'

/** What a row holds now: a whole number, bytes, or a number of another kind; null where there is no row. */
export type Value = number | Buffer | { readonly tag: number; readonly value: number } | null

export interface Row {
  readonly oid: readonly number[]
  readonly value: () => Value
}

export const row = (dotted: string, value: () => Value): Row => ({ oid: dotted.split('.').map(Number), value })
export const text = (value: string): Buffer => Buffer.from(value, 'latin1')
export const counter = (ticks: number): Value => ({ tag: TAG.ticks, value: ticks })
export const gauge = (value: number): Value => ({ tag: TAG.gauge, value })
/** A counter of 64 bits. */
export const octets = (value: number): Value => ({ tag: TAG.counter64, value })

const GET = 0xa0
const GET_NEXT = 0xa1
const RESPONSE = 0xa2
const GET_BULK = 0xa5
const MOST_REPETITIONS = 100
const LARGEST_ANSWER = 1400 * 8

export interface Agent {
  readonly port: number
  close(): Promise<void>
}

/** Rows of a family, and a number that changes when there are others: only then they are sorted again, for a walk asks a thousand times. */
export interface Rows {
  readonly revision: () => number
  readonly all: () => readonly Row[]
}

/** Answers GET, GETNEXT and GETBULK of SNMP version 2c on 127.0.0.1; another community is not answered. */
export async function openAgent({ rows, faults, community, port }: { rows: Rows; faults: Faults; community: string; port: number }): Promise<Agent> {
  let sorted: readonly Row[] = []
  let revision: number | null = null
  const current = (): readonly Row[] => {
    if (revision !== rows.revision()) {
      revision = rows.revision()
      sorted = rows.all().toSorted((one, other) => compare(one.oid, other.oid))
    }
    return sorted
  }
  const socket = createSocket('udp4')
  socket.on('message', (message, { address, port: from }) => {
    if (faults.isSnmpSilent) return
    try {
      const answer = answerTo(message, current(), faults, community)
      if (answer !== null) setTimeout(() => socket.send(answer, from, address), faults.latencyMs)
    } catch {
      // What is no SNMP is not answered, as devices do.
    }
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.bind(port, '127.0.0.1', () => resolve())
  })
  return { port: socket.address().port, close: async () => await new Promise((resolve) => socket.close(() => resolve())) }
}

function answerTo(message: Buffer, rows: readonly Row[], faults: Faults, community: string): Buffer | null {
  const [version, who, pdu] = readItems(readItems(message)[0]?.body ?? Buffer.alloc(0))
  if (version === undefined || who === undefined || pdu === undefined || who.body.toString('latin1') !== community) return null
  const [id, first, second, list] = readItems(pdu.body)
  const asked = readItems(list?.body ?? Buffer.alloc(0)).map(({ body }) => readOid(readItems(body)[0]?.body ?? Buffer.alloc(0)))
  const repetitions = pdu.tag === GET_BULK ? Math.min(MOST_REPETITIONS, Math.max(1, readInteger(second?.body ?? Buffer.alloc(0)))) : 1
  const single = pdu.tag === GET_BULK ? Math.max(0, readInteger(first?.body ?? Buffer.alloc(0))) : 0
  const found: Buffer[] = []
  let size = 0
  const put = (varbind: Buffer): void => {
    if (size + varbind.length > LARGEST_ANSWER) return
    size += varbind.length
    found.push(varbind)
  }
  for (const [index, name] of asked.entries()) {
    if (pdu.tag === GET) {
      const at = rows[lowerBound(rows, name)]
      const value = at !== undefined && compare(at.oid, name) === 0 ? at.value() : null
      put(varbindOf(name, value, TAG.noSuchInstance))
      continue
    }
    if (pdu.tag !== GET_NEXT && pdu.tag !== GET_BULK) continue
    let last: readonly number[] = name
    for (let count = 0; count < (index < single ? 1 : repetitions); count += 1) {
      const next = nextRow(rows, last, faults)
      put(next === null ? varbindOf(last, null, TAG.endOfView) : varbindOf(next.oid, next.value, TAG.endOfView))
      if (next === null) break
      if (!faults.snmpGoesRound) last = next.oid
    }
  }
  const response = item(
    RESPONSE,
    Buffer.concat([item(TAG.integer, id?.body ?? Buffer.of(0)), integer(0), integer(0), item(TAG.sequence, Buffer.concat(found))]),
  )
  return item(TAG.sequence, Buffer.concat([item(TAG.integer, version.body), item(TAG.octets, who.body), response]))
}

/** The first row behind a name that is there now. */
function nextRow(rows: readonly Row[], name: readonly number[], { snmpEndsAfter }: Faults): { oid: readonly number[]; value: Value } | null {
  let at = lowerBound(rows, name)
  if (at < rows.length && compare((rows[at] as Row).oid, name) === 0) at += 1
  for (; at < rows.length; at += 1) {
    const { oid: is, value } = rows[at] as Row
    // Under load an OLT may leave out the rest of a column and go on with the next one, as if it had come to its end.
    if (snmpEndsAfter !== null && (is.at(-1) ?? 0) > snmpEndsAfter) continue
    const now = value()
    if (now !== null) return { oid: is, value: now }
  }
  return null
}

function varbindOf(name: readonly number[], value: Value, nothing: number): Buffer {
  const encoded =
    value === null
      ? item(nothing, Buffer.alloc(0))
      : Buffer.isBuffer(value)
        ? item(TAG.octets, value)
        : typeof value === 'number'
          ? integer(value)
          : integer(value.value, value.tag)
  return item(TAG.sequence, Buffer.concat([oid(name), encoded]))
}

function lowerBound(rows: readonly Row[], name: readonly number[]): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare((rows[middle] as Row).oid, name) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function compare(one: readonly number[], other: readonly number[]): number {
  const length = Math.min(one.length, other.length)
  for (let at = 0; at < length; at += 1) if (one[at] !== other[at]) return (one[at] ?? 0) - (other[at] ?? 0)
  return one.length - other.length
}
