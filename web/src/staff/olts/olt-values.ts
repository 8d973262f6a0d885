import { typedCoordinates } from '../../lib/coordinates.ts'
import type { Olt } from './olt.ts'

export const USUAL_PORTS = { none: 23, telnet: 23, ssh: 22 } as const

/** What the form of an OLT holds; secrets are empty until one is typed. */
export interface OltValues {
  branch_id: string | null
  name: string
  profile: string | null
  host: string
  cli: Olt['cli']
  cli_port: number | ''
  username: string
  password: string
  enable_password: string
  ssh_host_key: string
  allows_legacy_ssh: boolean
  snmp: Olt['snmp']
  snmp_port: number | ''
  snmp_community: string
  snmp_user: string
  snmp_auth: Olt['snmp_auth']
  snmp_auth_key: string
  snmp_priv: Olt['snmp_priv']
  snmp_priv_key: string
  pons: string
  is_writable: boolean
  place: string
  is_active: boolean
}

export const valuesOf = (olt: Olt | null): OltValues => ({
  branch_id: olt === null ? null : String(olt.branch_id),
  name: olt?.name ?? '',
  profile: olt?.profile ?? null,
  host: olt?.host ?? '',
  cli: olt?.cli ?? 'ssh',
  cli_port: olt?.cli_port ?? USUAL_PORTS.ssh,
  username: olt?.username ?? '',
  password: '',
  enable_password: '',
  ssh_host_key: olt?.ssh_host_key ?? '',
  allows_legacy_ssh: olt?.allows_legacy_ssh ?? false,
  snmp: olt?.snmp ?? '2c',
  snmp_port: olt?.snmp_port ?? 161,
  snmp_community: '',
  snmp_user: olt?.snmp_user ?? '',
  snmp_auth: olt?.snmp_auth ?? null,
  snmp_auth_key: '',
  snmp_priv: olt?.snmp_priv ?? null,
  snmp_priv_key: '',
  pons: olt?.pons?.join(' ') ?? '',
  is_writable: olt?.is_writable ?? false,
  place: olt === null ? '' : typedCoordinates(olt),
  is_active: olt?.is_active ?? true,
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** How it is reached, as a test and a save send it. */
export function reachOf(values: OltValues) {
  const { profile, host, cli, username, password, enable_password, allows_legacy_ssh, snmp, snmp_community, snmp_user } = values
  const isThree = snmp === '3'
  return {
    profile,
    host: host.trim(),
    cli,
    cli_port: Number(values.cli_port),
    username: username.trim(),
    password,
    enable_password,
    ssh_host_key: orNull(values.ssh_host_key),
    allows_legacy_ssh,
    snmp,
    snmp_port: Number(values.snmp_port),
    snmp_community,
    snmp_user: snmp_user.trim(),
    snmp_auth: isThree ? values.snmp_auth : null,
    snmp_auth_key: isThree ? values.snmp_auth_key : '',
    snmp_priv: isThree ? values.snmp_priv : null,
    snmp_priv_key: isThree ? values.snmp_priv_key : '',
    pons: values.pons.trim() === '' ? null : values.pons.trim().split(/[\s,]+/),
  }
}
