import type { Actor } from '../../../../kernel/actor.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Database, Tx } from '../../../../platform/db/tx.ts'
import { requireLease } from '../../leases/index.ts'
import { pollOnus, readInterfaces, readMacs, readSystem, readUnregistered, withOlt } from '../../olts/index.ts'
import type { OltDevice } from '../../olts/index.ts'
import { selectPlaces } from './onus-store.ts'
import { upsertPolled } from './polls-store.ts'
import type { Polled, PollKind } from './polls-store.ts'
import { recordInventory } from './record-inventory.ts'
import { recordMacs } from './record-macs.ts'
import { recordOptics } from './record-optics.ts'
import { recordStatus } from './record-status.ts'
import { recordPorts } from './record-system.ts'
import { recordUnregistered } from './record-unregistered.ts'
import { relaxCommit } from './onus-store.ts'

/** Nothing new is asked of an OLT after so long; what is late is asked next time. */
const DEADLINE_MS: Readonly<Record<PollKind, number>> = {
  status: 240_000,
  optics: 600_000,
  inventory: 600_000,
  macs: 600_000,
  unregistered: 120_000,
  system: 120_000,
}

interface Told {
  readonly at: Temporal.Instant
  readonly ms: number
  readonly source: 'cli' | 'snmp' | null
  readonly complete: boolean
  readonly problems: readonly string[]
  readonly count: number
  /** Writes what was told; answers problems that showed in it. */
  readonly record: (tx: Tx) => Promise<readonly string[]>
}

/**
 * Asks an OLT for one thing and keeps what it told, under the OLT's lease: states, light, who is who, what is behind each, who waits, or how it is itself.
 * Repeatable. What is not proven to be all changes nobody's state. @throws what withOlt throws.
 */
export async function pollOlt(database: Database, oltId: bigint, kind: PollKind, { actor }: { actor: Actor }): Promise<Polled> {
  return await withOlt(database, oltId, { priority: 'poll' }, async (device) => {
    const told = await ask(database, device, kind)
    return await inTransaction(database, { actor, direct: true }, async (tx) => {
      await relaxCommit(tx)
      await requireLease(tx, device.lease)
      const found = await told.record(tx)
      const polled: Polled = {
        beganAt: told.at,
        ms: told.ms,
        rows: told.count,
        source: told.source,
        isComplete: told.complete,
        problems: [...told.problems, ...found].slice(0, MOST_PROBLEMS),
      }
      await upsertPolled(tx, oltId, kind, polled)
      return polled
    })
  })
}

const MOST_PROBLEMS = 20

async function ask(database: Database, device: OltDevice, kind: PollKind): Promise<Told> {
  const { olt, profile, lines } = device
  const options = { pons: olt.pons, clock: database.clock, deadlineMs: DEADLINE_MS[kind] }
  switch (kind) {
    case 'status':
    case 'optics':
    case 'inventory': {
      const { observations, ...told } = await pollOnus(profile, lines, { ...options, what: kind })
      const look = { at: told.at, isWhole: told.complete, seen: observations }
      const record = { status: recordStatus, optics: recordOptics, inventory: recordInventory }[kind]
      return { ...told, count: observations.length, record: async (tx) => await record(tx, olt.id, look) }
    }
    case 'macs': {
      const onus = await selectPlaces({ db: database.direct }, olt.id)
      const { rows, ...told } = await readMacs(profile, lines, { ...options, onus })
      return { ...told, count: rows.length, record: async (tx) => await recordMacs(tx, olt.id, { at: told.at, isWhole: told.complete, seen: rows }) }
    }
    case 'unregistered': {
      const { rows, ...told } = await readUnregistered(profile, lines, options)
      return { ...told, count: rows.length, record: async (tx) => await recordUnregistered(tx, olt.id, { at: told.at, isWhole: told.complete, seen: rows }) }
    }
    case 'system': {
      const system = await readSystem(profile, lines, options)
      const ports = await readInterfaces(profile, lines, options)
      return {
        at: system.at,
        ms: system.ms + ports.ms,
        source: system.source,
        complete: system.complete && ports.complete,
        problems: [...system.problems, ...ports.problems],
        count: ports.rows.length,
        record: async (tx) => await recordPorts(tx, olt.id, { at: system.at, isWhole: ports.complete, system: system.rows[0] ?? null, seen: ports.rows }),
      }
    }
  }
}
