import { AppError } from '../../../../kernel/errors.ts'
import type { SnmpSession } from '../../transport/index.ts'
import type { OltProfile } from '../drivers/profile.ts'
import { NotToBeSent } from '../session/errors.ts'
import type { Asking } from '../session/session.ts'
import type { Kind } from '../snmp/family.ts'
import type { PollResult } from './observation.ts'
import type { Outcome, ReadOptions } from './outcome.ts'
import { pollPlan } from './plan.ts'
import type { Capability } from './plan.ts'
import { pollCli } from './poll-cli.ts'
import { pollSnmp } from './poll-snmp.ts'
import { findPons, readInterfacesByCli, readInterfacesBySnmp } from './read-interfaces.ts'
import type { OltInterface } from './read-interfaces.ts'
import { readMacs as readMacsByCli } from './read-macs.ts'
import type { HostMac } from './read-macs.ts'
import { readOnuByCli, readOnuBySnmp } from './read-onu.ts'
import type { OnuNow } from './read-onu.ts'
import type { StepReadOptions } from './read-steps.ts'
import { readSystemByCli, readSystemBySnmp } from './read-system.ts'
import type { OltSystem } from './read-system.ts'
import { readUnregisteredByCli, readUnregisteredBySnmp } from './read-unregistered.ts'
import type { UnregisteredOnu } from './read-unregistered.ts'
import type { Place } from './steps.ts'

/** The ways to one OLT that are open; whoever opened them closes them. */
export interface OltLines {
  readonly snmp: SnmpSession | null
  /** Gives a session to the work, and only when it is needed, for a session is scarce. */
  readonly cli: (<T>(work: (session: Asking) => Promise<T>) => Promise<T>) | null
}

/** Every ONU, or one thing of each. */
export async function pollOnus(
  profile: OltProfile,
  lines: OltLines,
  { what, ...options }: ReadOptions & { readonly what?: Kind | undefined },
): Promise<PollResult> {
  const asked = { ...options, ...(what === undefined ? {} : { what }) }
  const { snmp } = profile
  return await byPlan(profile, what ?? 'onus', lines, ({ observations }) => observations.length, {
    snmp: async (session) => {
      if (snmp === null) throw new NotToBeSent(`What ${profile.id} tells by SNMP is not known`)
      return await pollSnmp(snmp, session, asked)
    },
    cli: async (session) => await pollCli(profile, session, { ...asked, pons: await ponsFor(profile, lines, options) }),
  })
}

/** Who waits to be let in. */
export async function readUnregistered(profile: OltProfile, lines: OltLines, options: ReadOptions): Promise<Outcome<UnregisteredOnu>> {
  return await byPlan(profile, 'unregistered', lines, countOf, {
    snmp: async (session) => await readUnregisteredBySnmp(profile, session, options),
    cli: async (session) => await readUnregisteredByCli(profile, session, { ...options, pons: await ponsFor(profile, lines, options) }),
  })
}

/** The addresses behind ONUs. */
export async function readMacs(profile: OltProfile, lines: OltLines, options: StepReadOptions): Promise<Outcome<HostMac>> {
  return await byPlan(profile, 'macs', lines, countOf, {
    snmp: null,
    cli: async (session) => await readMacsByCli(profile, session, { ...options, pons: await ponsFor(profile, lines, options) }),
  })
}

/** What the OLT says of itself: one row. */
export async function readSystem(profile: OltProfile, lines: OltLines, options: ReadOptions): Promise<Outcome<OltSystem>> {
  return await byPlan(profile, 'system', lines, countOf, {
    snmp: async (session) => await readSystemBySnmp(profile, session, options),
    cli: async (session) => await readSystemByCli(profile, session, options),
  })
}

/** Its ports. */
export async function readInterfaces(profile: OltProfile, lines: OltLines, options: ReadOptions): Promise<Outcome<OltInterface>> {
  return await byPlan(profile, 'interfaces', lines, countOf, {
    snmp: async (session) => await readInterfacesBySnmp(profile, session, options),
    cli: async (session) => await readInterfacesByCli(profile, session, { ...options, pons: await ponsFor(profile, lines, options) }),
  })
}

/** One ONU now, with the fewest questions: one row, or none where it is not there. */
export async function readOnu(profile: OltProfile, lines: OltLines, place: Place, options: Omit<ReadOptions, 'pons'>): Promise<Outcome<OnuNow>> {
  const asked = { ...options, pons: [place.pon] }
  return await byPlan(profile, 'onu', lines, countOf, {
    snmp: async (session) => await readOnuBySnmp(profile, session, place, asked),
    cli: async (session) => await readOnuByCli(profile, session, place, asked),
  })
}

const countOf = ({ rows }: Outcome<unknown>): number => rows.length

/** PONs that would be found by trying are named where SNMP knows their names. */
async function ponsFor(profile: OltProfile, { snmp }: OltLines, options: ReadOptions): Promise<readonly string[] | null> {
  if (options.pons !== null || snmp === null || profile.pons.by !== 'trying') return options.pons
  return await findPons(profile, snmp, options).catch((error: unknown) => {
    // Without the names they are tried.
    if (error instanceof AppError) return null
    throw error
  })
}

/**
 * One way after the other, until one brings all; else what brought the most, with what stood in the way of each.
 * @throws the first way's error where none brought anything, NotToBeSent where there is no way.
 */
async function byPlan<Told extends { readonly complete: boolean; readonly problems: readonly string[] }>(
  profile: OltProfile,
  what: Capability,
  { snmp, cli }: OltLines,
  sizeOf: (told: Told) => number,
  ways: { readonly snmp: ((session: SnmpSession) => Promise<Told>) | null; readonly cli: (session: Asking) => Promise<Told> },
): Promise<Told> {
  const problems: string[] = []
  let best: Told | null = null
  let failure: AppError | null = null
  for (const source of pollPlan(profile, what)) {
    try {
      let told: Told | null = null
      if (source === 'snmp' && snmp !== null && ways.snmp !== null) told = await ways.snmp(snmp)
      if (source === 'cli' && cli !== null) told = await cli(ways.cli)
      if (told === null) continue
      problems.push(...told.problems)
      if (told.complete) return { ...told, problems }
      if (best === null || sizeOf(told) > sizeOf(best)) best = told
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      failure ??= error
      problems.push(error.message)
    }
  }
  if (best !== null) return { ...best, problems }
  throw failure ?? new NotToBeSent(`There is no way to read ${what} of ${profile.id} over what is open to it`)
}
