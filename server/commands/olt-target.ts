import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { DeviceNotTrusted, DeviceTimedOut, DeviceUnreachable } from '../kernel/device-errors.ts'
import type { AppError } from '../kernel/errors.ts'
import { openOltSession } from '../modules/network/olts/index.ts'
import type { OltProfile, OltSession } from '../modules/network/olts/index.ts'
import { openSnmp, openSsh, openTelnet, readHostKey } from '../modules/network/transport/index.ts'
import type { SnmpCredentials, SnmpSession, Wire } from '../modules/network/transport/index.ts'
import { BadUsage } from './command.ts'

/** As of `router exec`: 2 is "not all of it", and a wrong argument has the code that sysexits.h gives it. */
export const EXIT = { incomplete: 2, connection: 3, timeout: 4, usage: 64 } as const
const CONNECT_TIMEOUT_MS = 10_000
export const SNMP_TIMEOUT_MS = 5000
const USUAL_SECONDS = 300

/** Where an OLT is and how it is reached, as every command that asks one is told. */
export interface OltTarget {
  readonly host: string
  readonly deadlineMs: number
  readonly pons: readonly string[] | null
  readonly snmp: { readonly port: number; readonly credentials: SnmpCredentials } | null
  readonly cli: {
    readonly port: number
    readonly user: string
    readonly ssh: { readonly hostKey: string | null; readonly allowsLegacy: boolean } | null
  } | null
  readonly wantsPassword: boolean
  readonly enablePasswordFile: string | null
}

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

export const TARGET_OPTIONS = {
  address: text,
  'snmp-port': text,
  community: text,
  'snmp-user': text,
  'cli-port': text,
  user: text,
  'password-stdin': flag,
  'enable-password-file': text,
  ssh: flag,
  'host-key': text,
  'legacy-ssh': flag,
  pons: text,
  timeout: text,
} as const

export const TARGET_USAGE =
  '--address HOST {--community COMMUNITY [--snmp-port 161] | --user NAME --password-stdin [--enable-password-file FILE] [--cli-port 23] [--ssh [--host-key KEY] [--legacy-ssh]]} [--pons 0/1,0/2] [--timeout 300]'

export type TargetValues = { readonly [Name in keyof typeof TARGET_OPTIONS]?: (typeof TARGET_OPTIONS)[Name]['type'] extends 'string' ? string : boolean }

export const wrong = (message: string): BadUsage => new BadUsage(message, EXIT.usage)

/** @throws BadUsage. `allowsBoth`: where SNMP and the command line may be given together. */
export function readTarget(values: TargetValues, { allowsBoth }: { allowsBoth: boolean }): OltTarget {
  if (values.address === undefined) throw wrong('Name the OLT with --address HOST')
  const deadlineMs = secondsOf(values) * 1000
  const isSnmp = values.community !== undefined || values['snmp-port'] !== undefined || values['snmp-user'] !== undefined
  if (!allowsBoth && isSnmp && (values.user !== undefined || values['cli-port'] !== undefined))
    throw wrong('Give either --community for SNMP or --user for the command line')
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
    host: values.address,
    deadlineMs,
    pons: values.pons?.split(',').map((pon) => pon.trim()) ?? null,
    snmp: isSnmp ? { port: portOf(values, 'snmp-port', 161), credentials } : null,
    cli: values.user === undefined ? null : { port: portOf(values, 'cli-port', ssh === null ? 23 : 22), user: values.user, ssh },
    wantsPassword: values['password-stdin'] ?? false,
    enablePasswordFile: values['enable-password-file'] ?? null,
  }
}

/** The line to its terminal; null where no user was named. */
export async function openWire(profile: OltProfile, { cli, host }: OltTarget, password: string): Promise<Wire | null> {
  if (cli === null) return null
  const address = { host, port: cli.port, connectTimeoutMs: CONNECT_TIMEOUT_MS, encoding: profile.cli.encoding }
  return cli.ssh === null ? await openTelnet(address) : await openSsh({ ...address, ...cli.ssh, user: cli.user, password })
}

/** A session on its command line; null where no user was named. */
export async function openCli(profile: OltProfile, target: OltTarget, password: string): Promise<OltSession | null> {
  const enablePassword = await readEnablePassword(target.enablePasswordFile)
  const wire = await openWire(profile, target, password)
  return wire === null || target.cli === null ? null : await openOltSession(profile, wire, { user: target.cli.user, password, enablePassword })
}

export async function readEnablePassword(file: string | null): Promise<string | null> {
  return file === null ? null : ((await readFile(file, 'utf8')).split('\n')[0]?.trimEnd() ?? null)
}

/** SNMP to it; null where it was not asked for. */
export function openSnmpOf({ snmp, host }: OltTarget, password: string): SnmpSession | null {
  if (snmp === null) return null
  const { credentials, port } = snmp
  const asked: SnmpCredentials =
    credentials.version === '3' && password !== ''
      ? { ...credentials, auth: { protocol: 'sha', password }, privacy: { protocol: 'aes', password } }
      : credentials
  return openSnmp({ host, port, credentials: asked, timeoutMs: SNMP_TIMEOUT_MS, retries: 1 })
}

export function exitCodeOf(error: AppError): number {
  if (error instanceof DeviceTimedOut) return EXIT.timeout
  return error instanceof DeviceUnreachable || error instanceof DeviceNotTrusted ? EXIT.connection : EXIT.incomplete
}

export function secondsOf({ timeout }: { readonly timeout?: string }): number {
  const seconds = Number(timeout ?? USUAL_SECONDS)
  if (!(seconds > 0 && seconds <= 3600)) throw wrong('--timeout is in seconds, above 0 and up to 3600')
  return seconds
}

export function portOf(values: { readonly 'snmp-port'?: string; readonly 'cli-port'?: string }, name: 'snmp-port' | 'cli-port', usual: number): number {
  const number = Number(values[name] ?? usual)
  if (!Number.isInteger(number) || number < 1 || number > 65_535) throw wrong(`--${name} is a number from 1 to 65535`)
  return number
}

/** The arguments by their names. @throws BadUsage. */
export function parseOptions<const Options extends NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw wrong((error as Error).message)
  }
}
