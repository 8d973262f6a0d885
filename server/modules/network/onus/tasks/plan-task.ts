import { Conflict, NotFound } from '../../../../kernel/errors.ts'
import type { Scope } from '../../../../kernel/actor.ts'
import type { Conn } from '../../../../platform/db/tx.ts'
import { findProfile, permissionFor, planReplacement, planWrite, readOlt } from '../../olts/index.ts'
import type { Olt, OltProfile, Plan, Planned, WriteWish } from '../../olts/index.ts'
import { selectLine } from '../links/links-store.ts'
import type { Onu } from '../list/onus-store.ts'
import { selectPolls } from '../poll/polls-store.ts'
import { readOnuInReach } from '../read-onu.ts'
import { OltReadOnly, OltWithoutCli, WriteNotPossible } from './errors.ts'
import type { KeptWish, TaskVerb } from './task.ts'
import { selectTaken } from './tasks-store.ts'
import { selectSeen } from './verified-store.ts'
import type { Firmware } from './verified-store.ts'

type Db = Pick<Conn, 'db'>

/** What is asked for. */
export type TaskInput =
  | { readonly verb: 'reboot' | 'enable' | 'disable' | 'delete'; readonly onuId: bigint }
  | { readonly verb: 'describe'; readonly onuId: bigint; readonly description: string }
  | ({ readonly verb: 'replace'; readonly onuId: bigint } & NewOnu)
  | ({ readonly verb: 'authorise'; readonly oltId: bigint; readonly pon: string; readonly onu?: number; readonly subscriptionId?: bigint } & NewOnu)

type NewOnu = Omit<WriteWish, 'pon' | 'onu' | 'taken'>

export interface PlannedTask {
  readonly olt: Olt
  readonly profile: OltProfile
  readonly onu: Onu | null
  readonly verb: TaskVerb
  readonly wish: KeptWish
  readonly plan: Plan
  readonly subscriptionId: bigint | null
  readonly firmware: Firmware
  readonly isVerified: boolean
}

/**
 * What would be typed, and what is known of this model and firmware taking it. Sends and stores nothing.
 * @throws NotFound 404 out of reach; `olt_inactive`, `olt_read_only`, `olt_without_cli`, `onu_nowhere`, `line_left` 409; WriteNotPossible 422.
 */
export async function planTask(conn: Db, scope: Scope, input: TaskInput): Promise<PlannedTask> {
  const onu = input.verb === 'authorise' ? null : await readOnuInReach(conn, scope, input.onuId)
  const olt = await readOlt(conn, scope, input.verb === 'authorise' ? input.oltId : (onu as Onu).olt_id)
  const profile = requireWritable(olt)
  if (onu?.is_present === false) throw new Conflict('onu_nowhere', 'Its OLT does not name this ONU any more')
  const subscriptionId = input.verb === 'authorise' ? await requireLine(conn, scope, input.subscriptionId) : null
  const wish = input.verb === 'authorise' ? await wishOfNew(conn, input) : wishOf(onu as Onu, input)
  const planned = planOf(profile, input.verb, wish)
  if (planned.kind === 'impossible') throw new WriteNotPossible(planned.why)
  const { firmware, seen } = await selectSeen(conn, olt.id)
  return {
    olt,
    profile,
    onu,
    verb: input.verb,
    wish: { ...wish, onu: planned.onu },
    plan: planned,
    subscriptionId,
    firmware,
    isVerified: permissionFor(planned, { ...firmware, seen }) === 'verified',
  }
}

/** The same wish gives the same lines. Pure. */
export function planOf(profile: OltProfile, verb: TaskVerb, { was = {}, ...wish }: KeptWish): Planned {
  return verb === 'replace' ? planReplacement(profile, { ...wish, was }) : planWrite(profile, verb, wish)
}

/** @throws `olt_inactive`, `olt_read_only`, `olt_without_cli` 409. */
export function requireWritable(olt: Olt): OltProfile {
  const profile = requireCli(olt)
  if (!olt.is_writable) throw new OltReadOnly(`Nothing is changed on ${olt.name} from here; allow it on its page first`)
  return profile
}

/** @throws `olt_inactive`, `olt_without_cli` 409. */
export function requireCli(olt: Olt): OltProfile {
  const profile = olt.profile === null ? null : findProfile(olt.profile)
  if (!olt.is_active || profile === null) throw new Conflict('olt_inactive', 'This OLT is not in use')
  if (olt.cli === 'none') throw new OltWithoutCli(`${olt.name} has no command line set up`)
  return profile
}

/** Of an ONU that is known: who is meant is named by his serial, else his MAC, and looked for before anything is typed. */
function wishOf({ pon, onu_index: onu, serial, mac }: Onu, input: Exclude<TaskInput, { verb: 'authorise' }>): KeptWish {
  const meant = serial === null ? (mac === null ? {} : { mac }) : { serial }
  if (input.verb === 'replace') {
    const { verb: _verb, onuId: _id, ...wish } = input
    return { ...wish, pon, onu, was: meant }
  }
  return { pon, onu, ...meant, ...(input.verb === 'describe' ? { description: input.description } : {}) }
}

async function wishOfNew(conn: Db, { verb: _verb, oltId, subscriptionId: _line, ...wish }: Extract<TaskInput, { verb: 'authorise' }>): Promise<WriteWish> {
  if (wish.onu !== undefined) return wish
  // Until a whole list was seen once nobody knows which numbers are free.
  const isKnown = (await selectPolls(conn, [oltId])).some(({ kind, completed_at }) => (kind === 'status' || kind === 'inventory') && completed_at !== null)
  return isKnown ? { ...wish, taken: await selectTaken(conn, oltId, wish.pon) } : wish
}

async function requireLine(conn: Db, scope: Scope, id: bigint | undefined): Promise<bigint | null> {
  if (id === undefined) return null
  const line = await selectLine(conn, scope, id)
  if (line === undefined) throw NotFound.of('subscription', id)
  if (line.state === 'left') throw new Conflict('line_left', 'This line has left; link the ONU with one that is in use')
  return id
}
