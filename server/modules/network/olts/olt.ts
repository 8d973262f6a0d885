/** How its command line is reached. */
export const CLI_WAYS = ['none', 'telnet', 'ssh'] as const
export const SNMP_VERSIONS = ['none', '2c', '3'] as const
export const SNMP_AUTHS = ['md5', 'sha', 'sha256', 'sha512'] as const
export const SNMP_PRIVACIES = ['des', 'aes', 'aes256'] as const

/** What is kept sealed of an OLT and never shown; each is a column `<name>_sealed`. */
export const OLT_SECRETS = ['password', 'enable_password', 'snmp_community', 'snmp_auth_key', 'snmp_priv_key'] as const
export type OltSecret = (typeof OLT_SECRETS)[number]

/** What may be said when an OLT is added or changed. */
export interface OltFacts {
  readonly branch_id: bigint
  readonly name: string
  /** The family it speaks as; null only while it is inactive. */
  readonly profile: string | null
  /** Empty: not known yet, and nothing is done. */
  readonly host: string
  readonly cli: (typeof CLI_WAYS)[number]
  readonly cli_port: number
  readonly username: string
  /** SHA-256 of the one host key that is trusted. */
  readonly ssh_host_key: string | null
  readonly allows_legacy_ssh: boolean
  readonly snmp: (typeof SNMP_VERSIONS)[number]
  readonly snmp_port: number
  readonly snmp_user: string
  readonly snmp_auth: (typeof SNMP_AUTHS)[number] | null
  readonly snmp_priv: (typeof SNMP_PRIVACIES)[number] | null
  /** Only these are asked; null: all that are found. */
  readonly pons: readonly string[] | null
  /** Its ONUs may be changed from here. */
  readonly is_writable: boolean
  readonly latitude: number | null
  readonly longitude: number | null
  readonly is_active: boolean
}

/** An OLT as a person has set it up. */
export interface Olt extends OltFacts {
  readonly id: bigint
  readonly branch_name: string
  readonly has_password: boolean
  readonly has_enable_password: boolean
  readonly has_snmp_community: boolean
  readonly has_snmp_auth_key: boolean
  readonly has_snmp_priv_key: boolean
  readonly version: number
}

/** What was last seen of it. */
export interface OltHealth {
  readonly olt_id: bigint
  readonly model: string
  readonly firmware: string
  readonly description: string
  readonly uptime_seconds: bigint | null
  readonly cpu_percent: number | null
  readonly memory_percent: number | null
  readonly temperature_c: number | null
  readonly seen_at: Temporal.Instant | null
  readonly failures: number
  readonly retry_at: Temporal.Instant | null
  readonly error_kind: string | null
  readonly error: string | null
  readonly failed_at: Temporal.Instant | null
}

export const secretAad = (oltId: bigint, secret: OltSecret): string => `olts:${oltId}:${secret}`
export const deviceId = (oltId: bigint): string => `olt:${oltId}`
