import { systemClock } from '../kernel/clock.ts'
import { AppError } from '../kernel/errors.ts'
import {
  CAPABILITIES,
  capabilitiesOf,
  KINDS,
  pollOnus,
  readInterfaces,
  readMacs,
  readOnu,
  readSystem,
  readUnregistered,
  suggestProfiles,
} from '../modules/network/olts/index.ts'
import type { Capability, OltLines, OltProfile, OltSession } from '../modules/network/olts/index.ts'
import { openSnmp } from '../modules/network/transport/index.ts'
import type { SnmpSession } from '../modules/network/transport/index.ts'
import { CommandFailed } from './command.ts'
import type { CommandEnv } from './command.ts'
import { EXIT, SNMP_TIMEOUT_MS, TARGET_OPTIONS, exitCodeOf, openCli, openSnmpOf, parseOptions, portOf, readTarget, secondsOf, wrong } from './olt-target.ts'
import type { OltTarget } from './olt-target.ts'

const OPTIONS = { ...TARGET_OPTIONS, json: { type: 'boolean' }, profile: { type: 'string' }, what: { type: 'string' }, onu: { type: 'string' } } as const
const SYSTEM = { descr: '1.3.6.1.2.1.1.1.0', objectId: '1.3.6.1.2.1.1.2.0' } as const

/** Asks an OLT over SNMP what it is and prints the families it may be of; a person has the last word. */
export async function detect(args: readonly string[], { out, say }: CommandEnv): Promise<void> {
  const { address, community, ...values } = parseOptions(args, OPTIONS)
  if (address === undefined || community === undefined) throw wrong('Name the OLT with --address HOST and --community COMMUNITY')
  const session = openSnmp({
    host: address,
    port: portOf(values, 'snmp-port', 161),
    credentials: { version: '2c', community },
    timeoutMs: Math.min(SNMP_TIMEOUT_MS, secondsOf(values) * 500),
    retries: 1,
  })
  try {
    const rows = new Map((await session.get(Object.values(SYSTEM))).map(({ oid, value }) => [oid, String(value)]))
    const told = { sysDescr: rows.get(SYSTEM.descr) ?? '', sysObjectId: rows.get(SYSTEM.objectId) ?? '' }
    const suggested = suggestProfiles(told).map(({ profile, reason }) => ({ profile: profile.id, title: profile.title, reason }))
    if (values.json === true) out(JSON.stringify({ address, ...told, suggested }, null, 2))
    else {
      out(`${told.sysDescr}  (${told.sysObjectId})`)
      for (const { profile, title, reason } of suggested) out(`  ${profile.padEnd(12)} ${reason === 'model' ? 'names the model' : 'is of the maker'}: ${title}`)
    }
    if (suggested.length === 0) throw new CommandFailed('No family is known for it', EXIT.incomplete)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    say(error.message)
    throw new CommandFailed(error.message, exitCodeOf(error))
  } finally {
    session.close()
  }
}

/** What was told, whatever was asked. */
interface Told {
  readonly complete: boolean
  readonly ms: number
  readonly problems: readonly string[]
}

/** Asks an OLT once and prints what it told. @throws CommandFailed with the exit code where it is not all, or nothing. */
export async function pollOnce(args: readonly string[], { out, say, secret }: CommandEnv, profileOf: (id: string | undefined) => OltProfile): Promise<void> {
  const values = parseOptions(args, OPTIONS)
  const profile = profileOf(values.profile)
  // Everything at once is asked in one way, so that both can be compared; else the family's plan says which comes first.
  const what = whatOf(values.onu === undefined ? values.what : 'onu')
  const target = readTarget(values, { allowsBoth: what !== 'onus' })
  const place = placeOf(values.onu)
  if (what === 'onu' && place === null) throw wrong('Name the ONU with --onu PON:ID, as in --onu 0/1:5')
  if (what === 'onus' && target.snmp !== null && !capabilitiesOf(profile).onus.includes('snmp'))
    throw wrong(
      `What ${profile.id} tells of its ONUs by SNMP is not known; ${profile.poll.length > 0 ? 'poll its command line with --cli-port' : 'ask it for --what system or interfaces'}`,
    )
  const password = target.wantsPassword ? await secret() : ''
  const isJson = values.json === true
  try {
    const told = await withLines(profile, target, password, async (lines) => await ask(profile, lines, { what, place, target }))
    if (isJson) out(JSON.stringify({ profile: profile.id, address: target.host, ...told }, null, 2))
    else print(told, out)
    for (const problem of isJson ? [] : told.problems) say(problem)
    if (!told.complete) throw new CommandFailed('It is not proven that this is all', EXIT.incomplete)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (isJson) out(JSON.stringify({ profile: profile.id, address: target.host, complete: false, observations: [], problems: [error.message] }, null, 2))
    say(error.message)
    throw new CommandFailed(error.message, exitCodeOf(error))
  }
}

async function ask(
  profile: OltProfile,
  lines: OltLines,
  { what, place, target }: { what: Capability; place: { pon: string; onuId: number } | null; target: OltTarget },
): Promise<Told> {
  const options = { pons: target.pons, clock: systemClock, deadlineMs: target.deadlineMs }
  if (what === 'onu' && place !== null) return await readOnu(profile, lines, place, options)
  if (what === 'unregistered') return await readUnregistered(profile, lines, options)
  if (what === 'macs') return await readMacs(profile, lines, options)
  if (what === 'system') return await readSystem(profile, lines, options)
  if (what === 'interfaces') return await readInterfaces(profile, lines, options)
  return await pollOnus(profile, lines, { ...options, what: KINDS.find((kind) => kind === what) })
}

/** Opens what is needed, and the command line only when it is. */
async function withLines<T>(profile: OltProfile, target: OltTarget, password: string, work: (lines: OltLines) => Promise<T>): Promise<T> {
  const snmp: SnmpSession | null = openSnmpOf(target, password)
  let session: OltSession | null = null
  const open = async (): Promise<OltSession> => {
    session ??= await openCli(profile, target, password)
    if (session === null) throw wrong('Name the user of the command line with --user')
    return session
  }
  try {
    return await work({ snmp, cli: target.cli === null ? null : async (ask) => await ask(await open()) })
  } finally {
    await (session as OltSession | null)?.close()
    snmp?.close()
  }
}

function whatOf(text: string | undefined): Capability {
  const found = CAPABILITIES.find((what) => what === (text ?? 'onus'))
  if (found === undefined) throw wrong(`--what is one of ${CAPABILITIES.join(', ')}`)
  return found
}

function placeOf(text: string | undefined): { pon: string; onuId: number } | null {
  const [, pon, onuId] = /^(\d{1,3}(?:\/\d{1,3}){1,2}):(\d{1,4})$/.exec(text ?? '') ?? []
  return pon === undefined ? null : { pon, onuId: Number(onuId) }
}

type Shown = readonly Readonly<Record<string, unknown>>[]

function print(told: Told & { readonly rows?: Shown; readonly observations?: Shown }, out: (line: string) => void): void {
  const { complete, ms, rows = told.observations ?? [] } = told
  const isOnus = told.observations !== undefined
  for (const row of rows) out(isOnus ? onuLine(row) : lineOf(row))
  out(`${rows.length} ${isOnus ? 'ONUs' : 'rows'} in ${Math.round(ms)} ms; ${complete ? 'this is all' : 'it is not proven that this is all'}`)
}

const shown = (value: unknown): string => (value === null || value === undefined ? '-' : typeof value === 'object' ? JSON.stringify(value) : String(value))

const onuLine = ({ pon, onuId, serial, mac, state, cause, rxDbm, oltRxDbm, distanceM, description }: Shown[number]): string =>
  [
    `${shown(pon)}:${shown(onuId)}`.padEnd(12),
    shown(serial ?? mac).padEnd(18),
    shown(state).padEnd(10),
    shown(cause).padEnd(11),
    shown(rxDbm).padStart(8),
    shown(oltRxDbm).padStart(8),
    shown(distanceM).padStart(7),
    shown(description),
  ].join('  ')

/** What was said, each with its name. */
const lineOf = (row: Shown[number]): string =>
  Object.entries(row)
    .flatMap(([name, value]) => (value === null ? [] : [`${name}=${shown(value)}`]))
    .join('  ')
