import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { systemClock } from '../kernel/clock.ts'
import { DeviceNotTrusted, DeviceTimedOut, DeviceUnreachable } from '../kernel/device-errors.ts'
import { AppError } from '../kernel/errors.ts'
import { openOltSession, pollCli, pollSnmp, suggestProfiles } from '../modules/network/olts/index.ts'
import type { OltProfile, PollResult } from '../modules/network/olts/index.ts'
import { openSnmp, openSsh, openTelnet, readHostKey } from '../modules/network/transport/index.ts'
import type { SnmpCredentials, Wire } from '../modules/network/transport/index.ts'
import { BadUsage, CommandFailed } from './command.ts'
import type { CommandEnv } from './command.ts'

/** As of `router exec`: 2 is "not all of it", and a wrong argument has the code that sysexits.h gives it. */
const EXIT = { incomplete: 2, connection: 3, timeout: 4, usage: 64 } as const
const CONNECT_TIMEOUT_MS = 10_000
const SNMP_TIMEOUT_MS = 5000
const USUAL_SECONDS = 300

interface Target {
  readonly host: string
  readonly deadlineMs: number
  readonly pons: readonly string[] | null
  readonly isJson: boolean
  readonly snmp: { readonly port: number; readonly credentials: SnmpCredentials } | null
  readonly cli: {
    readonly port: number
    readonly user: string
    readonly ssh: { readonly hostKey: string | null; readonly allowsLegacy: boolean } | null
  } | null
  readonly enablePasswordFile: string | null
}

const OPTIONS = {
  address: { type: 'string' },
  'snmp-port': { type: 'string' },
  community: { type: 'string' },
  'snmp-user': { type: 'string' },
  'cli-port': { type: 'string' },
  user: { type: 'string' },
  'password-stdin': { type: 'boolean' },
  'enable-password-file': { type: 'string' },
  ssh: { type: 'boolean' },
  'host-key': { type: 'string' },
  'legacy-ssh': { type: 'boolean' },
  pons: { type: 'string' },
  timeout: { type: 'string' },
  json: { type: 'boolean' },
  profile: { type: 'string' },
} as const

const wrong = (message: string): BadUsage => new BadUsage(message, EXIT.usage)

const SYSTEM = { descr: '1.3.6.1.2.1.1.1.0', objectId: '1.3.6.1.2.1.1.2.0' } as const

/** Asks an OLT over SNMP what it is and prints the families it may be of; a person has the last word. */
export async function detect(args: readonly string[], { out, say }: CommandEnv): Promise<void> {
  const { address, community, ...values } = parse(args)
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

/** Polls an OLT once and prints what it told. @throws CommandFailed with the exit code where it is not all, or nothing. */
export async function pollOnce(args: readonly string[], { out, say, secret }: CommandEnv, profileOf: (id: string | undefined) => OltProfile): Promise<void> {
  const { target, profile, wantsPassword } = readTarget(args, profileOf)
  const password = wantsPassword ? await secret() : ''
  try {
    const result = target.snmp === null ? await byCli(profile, target, password) : await bySnmp(profile, target, password)
    if (target.isJson) out(JSON.stringify({ profile: profile.id, address: target.host, ...result }, null, 2))
    else print(result, out)
    for (const problem of target.isJson ? [] : result.problems) say(problem)
    if (!result.complete) throw new CommandFailed('It is not proven that this is all', EXIT.incomplete)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (target.isJson) out(JSON.stringify({ profile: profile.id, address: target.host, complete: false, observations: [], problems: [error.message] }, null, 2))
    say(error.message)
    throw new CommandFailed(error.message, exitCodeOf(error))
  }
}

async function byCli(profile: OltProfile, target: Target, password: string): Promise<PollResult> {
  const { cli, host } = target
  if (cli === null) throw wrong('Name the user of the command line with --user')
  const enablePassword = target.enablePasswordFile === null ? null : (await readFile(target.enablePasswordFile, 'utf8')).split('\n')[0]?.trimEnd()
  const address = { host, port: cli.port, connectTimeoutMs: CONNECT_TIMEOUT_MS, encoding: profile.cli.encoding }
  const wire: Wire = cli.ssh === null ? await openTelnet(address) : await openSsh({ ...address, ...cli.ssh, user: cli.user, password })
  const session = await openOltSession(profile, wire, { user: cli.user, password, enablePassword: enablePassword ?? null })
  try {
    return await pollCli(profile, session, { pons: target.pons, clock: systemClock, deadlineMs: target.deadlineMs })
  } finally {
    await session.close()
  }
}

async function bySnmp(profile: OltProfile, target: Target, password: string): Promise<PollResult> {
  if (profile.snmp === null) throw wrong(`What ${profile.id} tells by SNMP is not known; poll its command line with --cli-port`)
  if (target.snmp === null) throw wrong('Name the community with --community')
  const { port, credentials } = target.snmp
  const asked: SnmpCredentials =
    credentials.version === '3' && password !== ''
      ? { ...credentials, auth: { protocol: 'sha', password }, privacy: { protocol: 'aes', password } }
      : credentials
  const session = openSnmp({ host: target.host, port, credentials: asked, timeoutMs: SNMP_TIMEOUT_MS, retries: 1 })
  try {
    return await pollSnmp(profile.snmp, session, { pons: target.pons, clock: systemClock, deadlineMs: target.deadlineMs })
  } finally {
    session.close()
  }
}

function print({ complete, observations, ms }: PollResult, out: (line: string) => void): void {
  const shown = (value: number | string | null): string => (value === null ? '-' : String(value))
  for (const { pon, onuId, serial, mac, state, cause, rxDbm, oltRxDbm, distanceM, description } of observations)
    out(
      [
        `${pon}:${onuId}`.padEnd(12),
        shown(serial ?? mac).padEnd(18),
        state.padEnd(10),
        shown(cause).padEnd(11),
        shown(rxDbm).padStart(8),
        shown(oltRxDbm).padStart(8),
        shown(distanceM).padStart(7),
        shown(description),
      ].join('  '),
    )
  out(`${observations.length} ONUs in ${Math.round(ms)} ms; ${complete ? 'this is all' : 'it is not proven that this is all'}`)
}

function exitCodeOf(error: AppError): number {
  if (error instanceof DeviceTimedOut) return EXIT.timeout
  return error instanceof DeviceUnreachable || error instanceof DeviceNotTrusted ? EXIT.connection : EXIT.incomplete
}

function readTarget(
  args: readonly string[],
  profileOf: (id: string | undefined) => OltProfile,
): { target: Target; profile: OltProfile; wantsPassword: boolean } {
  const values = parse(args)
  const profile = profileOf(values.profile)
  if (values.address === undefined) throw wrong('Name the OLT with --address HOST')
  const seconds = secondsOf(values)
  const port = (name: 'snmp-port' | 'cli-port', usual: number): number => portOf(values, name, usual)
  const isSnmp = values.community !== undefined || values['snmp-port'] !== undefined || values['snmp-user'] !== undefined
  if (isSnmp && (values.user !== undefined || values['cli-port'] !== undefined)) throw wrong('Give either --community for SNMP or --user for the command line')
  if (!isSnmp && values.user === undefined) throw wrong('Give --community for SNMP, or --user for the command line')
  if (values['host-key'] !== undefined && readHostKey(values['host-key']) === null)
    throw wrong('--host-key is SHA256: and 43 characters, or 64 hexadecimal digits')
  if (values.ssh !== true && (values['host-key'] !== undefined || values['legacy-ssh'] === true)) throw wrong('--host-key and --legacy-ssh are for --ssh')
  const credentials: SnmpCredentials =
    values['snmp-user'] === undefined
      ? { version: '2c', community: values.community ?? 'public' }
      : { version: '3', user: values['snmp-user'], auth: null, privacy: null }
  const ssh = values.ssh === true ? { hostKey: values['host-key'] ?? null, allowsLegacy: values['legacy-ssh'] ?? false } : null
  return {
    profile,
    wantsPassword: values['password-stdin'] ?? false,
    target: {
      host: values.address,
      deadlineMs: seconds * 1000,
      pons: values.pons?.split(',').map((pon) => pon.trim()) ?? null,
      isJson: values.json ?? false,
      snmp: isSnmp ? { port: port('snmp-port', 161), credentials } : null,
      cli: values.user === undefined ? null : { port: port('cli-port', ssh === null ? 23 : 22), user: values.user, ssh },
      enablePasswordFile: values['enable-password-file'] ?? null,
    },
  }
}

function secondsOf({ timeout }: { readonly timeout?: string }): number {
  const seconds = Number(timeout ?? USUAL_SECONDS)
  if (!(seconds > 0 && seconds <= 3600)) throw wrong('--timeout is in seconds, above 0 and up to 3600')
  return seconds
}

function portOf(values: { readonly 'snmp-port'?: string; readonly 'cli-port'?: string }, name: 'snmp-port' | 'cli-port', usual: number): number {
  const number = Number(values[name] ?? usual)
  if (!Number.isInteger(number) || number < 1 || number > 65_535) throw wrong(`--${name} is a number from 1 to 65535`)
  return number
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values
  } catch (error) {
    throw wrong((error as Error).message)
  }
}
