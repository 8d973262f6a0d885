import { openSnmp, openSsh, openTelnet } from '../../transport/index.ts'
import type { SnmpCredentials, SnmpSession } from '../../transport/index.ts'
import type { OltProfile } from '../drivers/profile.ts'
import { OltNotSetUp } from '../errors.ts'
import type { OltFacts, OltSecret } from '../olt.ts'
import { openOltSession } from '../session/session.ts'
import type { OltSession } from '../session/session.ts'

const CONNECT_MS = 10_000
const SNMP_TIMEOUT_MS = 5000

/** Where an OLT is and who asks, with its secrets open. */
export interface OltAccess
  extends Pick<
    OltFacts,
    'name' | 'host' | 'cli' | 'cli_port' | 'username' | 'ssh_host_key' | 'allows_legacy_ssh' | 'snmp' | 'snmp_port' | 'snmp_user' | 'snmp_auth' | 'snmp_priv'
  > {
  readonly secrets: Readonly<Partial<Record<OltSecret, string>>>
}

/** SNMP to an OLT; null where it is not asked so. Opens no connection yet. */
export function openSnmpTo(access: OltAccess, { timeoutMs = SNMP_TIMEOUT_MS, retries = 1 } = {}): SnmpSession | null {
  const credentials = credentialsOf(access)
  return credentials === null ? null : openSnmp({ host: access.host, port: access.snmp_port, credentials, timeoutMs, retries })
}

function credentialsOf({ snmp, snmp_user, snmp_auth, snmp_priv, secrets }: OltAccess): SnmpCredentials | null {
  if (snmp === 'none') return null
  if (snmp === '2c') return { version: '2c', community: secrets.snmp_community ?? '' }
  return {
    version: '3',
    user: snmp_user,
    auth: snmp_auth === null ? null : { protocol: snmp_auth, password: secrets.snmp_auth_key ?? '' },
    privacy: snmp_auth === null || snmp_priv === null ? null : { protocol: snmp_priv, password: secrets.snmp_priv_key ?? '' },
  }
}

/** Logs in to the command line. @throws OltNotSetUp 409 where it has none, DeviceUnreachable, DeviceNotTrusted, DeviceRefusedLogin, OltBusy. */
export async function openCliTo(access: OltAccess, profile: OltProfile): Promise<OltSession> {
  if (access.cli === 'none') throw new OltNotSetUp(`${access.name} has no command line set up`)
  const address = { host: access.host, port: access.cli_port, connectTimeoutMs: CONNECT_MS, encoding: profile.cli.encoding }
  const password = access.secrets.password ?? ''
  const wire =
    access.cli === 'telnet'
      ? await openTelnet(address)
      : await openSsh({ ...address, user: access.username, password, hostKey: access.ssh_host_key, allowsLegacy: access.allows_legacy_ssh })
  return await openOltSession(profile, wire, { user: access.username, password, enablePassword: access.secrets.enable_password ?? null })
}
