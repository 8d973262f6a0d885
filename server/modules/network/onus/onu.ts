import type { OnuObservation } from '../olts/index.ts'
import type { Light } from './light.ts'

export const ONU_STATES = ['online', 'offline', 'los', 'power_off', 'disabled', 'unknown'] as const
export type OnuState = (typeof ONU_STATES)[number]

/** Online, away for whatever reason, switched off by the provider, or nobody knows. */
export type Standing = 'online' | 'away' | 'disabled' | 'unknown'

export const standingOf = (state: OnuState): Standing => (state === 'online' || state === 'disabled' || state === 'unknown' ? state : 'away')

/** What is known of the ONUs of one OLT before a look. */
export interface KnownOnu {
  readonly id: bigint
  readonly serial: string | null
  readonly mac: string | null
  readonly olt_id: bigint
  readonly pon: string
  readonly onu_index: number
  readonly is_present: boolean
  readonly model: string
  readonly description: string
  readonly state: OnuState
  readonly raw_state: string | null
  readonly cause: string | null
  readonly raw_cause: string | null
  readonly light: Light
  readonly light_seen: Light
}

export const EVENT_KINDS = ['state', 'light', 'appeared', 'gone', 'moved', 'swapped', 'named', 'linked', 'unlinked', 'changed'] as const

/** Something that has happened to an ONU, to be kept. */
export interface OnuEvent {
  readonly onu_id: bigint
  readonly olt_id: bigint
  readonly pon: string
  readonly kind: (typeof EVENT_KINDS)[number]
  readonly was?: string | null
  readonly is_now?: string | null
  readonly cause?: string | null
  readonly raw_cause?: string | null
  readonly detail?: Readonly<Record<string, unknown>>
}

export const placeKey = ({ pon, onu_index }: { pon: string; onu_index: number }): string => `${pon}:${onu_index}`
export const placeOf = ({ pon, onuId }: Pick<OnuObservation, 'pon' | 'onuId'>): string => `${pon}:${onuId}`

/** As it is kept: hundredths of a dBm. */
export const centi = (dbm: number | null): number | null => (dbm === null ? null : Math.round(dbm * 100))
