import type { CliRead, CliStep, OltProfile } from '../drivers/profile.ts'
import { KINDS } from '../snmp/family.ts'
import type { Kind } from '../snmp/family.ts'

export type Source = 'snmp' | 'cli'

/** What can be asked of an OLT: of all ONUs `status`, `optics`, `inventory` or everything at once (`onus`); who waits to be let in; and so on. */
export const CAPABILITIES = [...KINDS, 'onus', 'unregistered', 'macs', 'system', 'interfaces', 'onu'] as const
export type Capability = (typeof CAPABILITIES)[number]

/**
 * How a family tells something: the ways there are, the better one first. By SNMP where its tables tell it, else by the command line. Where the
 * first way does not bring all, the next one is tried: what an OLT's SNMP lacks is no reason to leave the rest of it.
 */
export function pollPlan(profile: OltProfile, what: Capability): readonly Source[] {
  return [...(bySnmp(profile, what) ? (['snmp'] as const) : []), ...(stepsOf(profile, what).length > 0 ? (['cli'] as const) : [])]
}

/** All of it, for people and for lists. */
export const capabilitiesOf = (profile: OltProfile): Record<Capability, readonly Source[]> =>
  Object.fromEntries(CAPABILITIES.map((what) => [what, pollPlan(profile, what)])) as Record<Capability, readonly Source[]>

/** What is asked on the command line for it. */
export function stepsOf({ poll, reads }: OltProfile, what: Capability): readonly CliStep[] {
  if (what === 'onus') return poll
  if (isKind(what)) return poll.filter(({ tells }) => tells.includes(what))
  const read: CliRead = what
  return reads[read] ?? []
}

export const isKind = (what: Capability): what is Kind => KINDS.some((kind) => kind === what)

/** Of a device without tables of its own the standard ones still tell of itself and its ports. */
function bySnmp({ snmp }: OltProfile, what: Capability): boolean {
  if (what === 'system' || what === 'interfaces') return true
  const tables = snmp?.tables ?? []
  if (what === 'macs') return false
  if (what === 'unregistered') return tables.some(({ of }) => of === 'unregistered')
  const onus = tables.filter(({ of }) => of === 'onu')
  if (what === 'onus') return onus.length > 0
  if (what === 'onu') return onus.some(({ isList }) => isList) && onus.every(({ rowOf }) => rowOf !== undefined) && tells(onus, 'status')
  return tells(onus, what)
}

const tells = (tables: readonly { readonly tells?: Readonly<Partial<Record<Kind, readonly number[]>>> }[], kind: Kind): boolean =>
  tables.some((table) => (table.tells?.[kind]?.length ?? 0) > 0)
