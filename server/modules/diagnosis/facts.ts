import type { Instant } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Minor } from '../../kernel/money.ts'
import type { AccessReason, SubscriptionState } from '../access/index.ts'
import type { OpenIncidentOf } from '../incidents/index.ts'

export interface AccountFacts {
  readonly state: SubscriptionState
  readonly reasons: readonly AccessReason[]
  readonly overdue_minor: Minor
  readonly overdue_count: number
  readonly expires_on: PlainDate | null
  readonly is_fibre: boolean
}

export interface AccessFacts {
  readonly router_name: string | null
  readonly login: string | null
  readonly desired_on: boolean
  /** Null: no router carries the line. */
  readonly in_sync: boolean | null
  readonly reason: string | null
  /** What the router said. */
  readonly said: string | null
  readonly since: Instant
  /** Since when that is wanted of the router which is wanted now. */
  readonly wanted_at: Instant | null
  readonly observed_at: Instant | null
}

export interface SessionFacts {
  readonly is_online: boolean
  /** Of the session that lasts, or of the last one. */
  readonly started_at: Instant | null
  readonly ended_at: Instant | null
  readonly heard_at: Instant | null
  readonly terminate_cause: string | null
  readonly address: string | null
  readonly caller_id: string | null
  /** When it was last known who is online on the line's router; null: never, or no router carries it. */
  readonly looked_at: Instant | null
  /** Since when and when last RADIUS has refused its password; null: it has not, or nobody asked it. */
  readonly refused: { readonly since: Instant; readonly at: Instant } | null
}

export interface OltFacts {
  /** It has not answered for two looks or more. */
  readonly is_silent: boolean
  readonly seen_at: Instant | null
  /** When all of its ONUs were last told of. */
  readonly completed_at: Instant | null
  readonly is_last_complete: boolean | null
}

export interface OnuFacts {
  readonly id: bigint
  readonly serial: string | null
  readonly mac: string | null
  readonly olt_id: bigint
  readonly olt_name: string
  readonly branch_name: string
  readonly pon: string
  readonly onu_index: number
  readonly box_name: string | null
  readonly box_port: number | null
  readonly is_present: boolean
  readonly state: string
  readonly cause: string | null
  readonly since: Instant
}

export interface LightFacts {
  readonly level: 'unknown' | 'good' | 'weak' | 'critical' | 'too_strong'
  readonly rx_dbm: number | null
  readonly olt_rx_dbm: number | null
  readonly measured_at: Instant | null
  readonly weak_dbm: number
  readonly critical_dbm: number
  /** How much it has changed within the last seven days; below 0 it has become weaker. */
  readonly week_change_db: number | null
  /** The mean of each day, the oldest first. */
  readonly days: readonly { readonly day: PlainDate; readonly rx_dbm: number }[]
}

/** Who hangs at the same place, without the line's own ONU. */
export interface Neighbours {
  readonly others: number
  readonly away: number
  readonly los: number
  readonly power_off: number
}

/** All that is known of a line. What the reader may not see, or what there is none of, is null. */
export interface Facts {
  readonly account: AccountFacts
  readonly access: AccessFacts | null
  readonly session: SessionFacts
  /** False: the reader may not see the fibre network, and nothing follows from it. */
  readonly sees_fibre: boolean
  readonly onu: OnuFacts | null
  readonly olt: OltFacts | null
  readonly light: LightFacts | null
  readonly on_pon: Neighbours | null
  readonly in_box: Neighbours | null
  readonly incident: OpenIncidentOf | null
}
