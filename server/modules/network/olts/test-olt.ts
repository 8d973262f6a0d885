import { DeviceNotTrusted } from '../../../kernel/device-errors.ts'
import type { Database } from '../../../platform/db/tx.ts'
import { open } from '../../../platform/secrets/index.ts'
import { openCliTo, openSnmpTo } from './device/open-ways.ts'
import type { OltAccess } from './device/open-ways.ts'
import { whyNot } from './device/why-not.ts'
import type { OltTrouble } from './device/why-not.ts'
import { findProfile, suggestProfiles } from './drivers/list.ts'
import { other } from './drivers/other/other.ts'
import type { OltProfile } from './drivers/profile.ts'
import { OLT_SECRETS, secretAad } from './olt.ts'
import type { OltFacts } from './olt.ts'
import type { OltSecrets } from './change-olt.ts'
import { pollCli } from './poll/poll-cli.ts'
import { pollSnmp } from './poll/poll-snmp.ts'
import type { PollResult } from './poll/observation.ts'
import { tellsOfOnus } from './snmp/family.ts'
import { selectSealed } from './store.ts'

const DEADLINE_MS = 25_000
const SNMP_TIMEOUT_MS = 3000
const SYSTEM = { descr: '1.3.6.1.2.1.1.1.0', objectId: '1.3.6.1.2.1.1.2.0' } as const

export interface WayTest {
  /** Null: it works. */
  readonly trouble: OltTrouble | 'incomplete' | 'in_use' | null
  readonly message: string
  /** A host key that was shown and is not trusted. */
  readonly host_key: string | null
}

export interface OltTest {
  readonly cli: WayTest | null
  readonly snmp: WayTest | null
  readonly description: string | null
  readonly suggested_profiles: readonly string[]
  readonly onus: number | null
}

/**
 * Tries what is typed of an OLT, each way by itself, and says what does not work and why. Reads only; one PON at most by the command line.
 * Secrets that are not typed are those of `oltId`. @throws what is no fault of the OLT.
 */
export async function testOlt(database: Database, typed: OltFacts & OltSecrets, oltId: bigint | null): Promise<OltTest> {
  const access = { ...typed, secrets: await secretsOf(database, typed, oltId) }
  const profile = typed.profile === null ? null : findProfile(typed.profile)
  const [snmp, cli] = await Promise.all([trySnmp(database, access, profile), profile === null ? null : tryCli(database, access, profile)])
  const { told } = snmp
  return {
    cli: cli?.way ?? null,
    snmp: snmp.way,
    description: told === null ? null : told.sysDescr,
    suggested_profiles: told === null ? [] : suggestedTo(told),
    onus: snmp.result?.observations.length ?? cli?.result?.observations.length ?? null,
  }
}

/** Who is of no family that is known is still read of itself. */
function suggestedTo(told: { sysDescr: string; sysObjectId: string }): string[] {
  const found = suggestProfiles(told).map(({ profile }) => profile.id)
  return found.length === 0 ? [other.id] : found
}

async function secretsOf(database: Database, typed: OltSecrets, oltId: bigint | null): Promise<OltAccess['secrets']> {
  const sealed = oltId === null ? null : await selectSealed({ db: database.db }, oltId)
  return Object.fromEntries(
    OLT_SECRETS.flatMap((name) => {
      const given = typed[name] ?? ''
      const kept = sealed?.[name] ?? null
      return given !== '' ? [[name, given]] : kept === null || oltId === null ? [] : [[name, open(kept, secretAad(oltId, name))]]
    }),
  )
}

async function trySnmp(
  { clock }: Database,
  access: OltAccess,
  profile: OltProfile | null,
): Promise<{ way: WayTest | null; told: { sysDescr: string; sysObjectId: string } | null; result: PollResult | null }> {
  const session = openSnmpTo(access, { timeoutMs: SNMP_TIMEOUT_MS, retries: 1 })
  if (session === null) return { way: null, told: null, result: null }
  let told: { sysDescr: string; sysObjectId: string } | null = null
  try {
    const rows = new Map((await session.get(Object.values(SYSTEM))).map(({ oid, value }) => [oid, String(value)]))
    told = { sysDescr: rows.get(SYSTEM.descr) ?? '', sysObjectId: rows.get(SYSTEM.objectId) ?? '' }
    const result =
      profile?.snmp == null || !tellsOfOnus(profile.snmp) ? null : await pollSnmp(profile.snmp, session, { pons: null, clock, deadlineMs: DEADLINE_MS })
    return { way: wayOf(result), told, result }
  } catch (error) {
    return { way: failed(error, access), told, result: null }
  } finally {
    session.close()
  }
}

async function tryCli(
  { clock }: Database,
  access: OltAccess & { pons?: readonly string[] | null },
  profile: OltProfile,
): Promise<{ way: WayTest; result: PollResult | null } | null> {
  if (access.cli === 'none') return null
  try {
    const session = await openCliTo(access, profile)
    try {
      const [first] = access.pons ?? (profile.pons.by === 'trying' ? [`${profile.pons.prefix}1`] : [])
      // That it lets one in is all that can be tried where nothing of its command line is known.
      if (profile.poll.length === 0) return { way: wayOf(null), result: null }
      const result = await pollCli(profile, session, { pons: first === undefined ? null : [first], clock, deadlineMs: DEADLINE_MS })
      return { way: wayOf(result), result: first === undefined ? result : null }
    } finally {
      await session.close()
    }
  } catch (error) {
    return { way: failed(error, access), result: null }
  }
}

const wayOf = (result: PollResult | null): WayTest => ({
  trouble: result === null || result.complete ? null : 'incomplete',
  message: result?.problems.join('; ') ?? '',
  host_key: null,
})

function failed(error: unknown, { ssh_host_key }: OltAccess): WayTest {
  const trouble = whyNot(error, { isPinned: ssh_host_key !== null })
  if (trouble === null) throw error
  const [host_key = null] = error instanceof DeviceNotTrusted ? (/SHA256:[A-Za-z0-9+/]{43}/.exec(error.message) ?? []) : []
  return { trouble, message: (error as Error).message, host_key }
}
