/** One value of a reading; null is "not measured" or "not said", never 0 and never "offline". */
export type Cell = string | number | boolean | null | readonly string[]

/**
 * What one row or one page of an OLT says. Fields have one name and one unit in every dialect:
 * `pon` ("0/1"), `onuId`, `serial` (4 letters, 8 hex; `rawSerial` where it was written otherwise), `mac` (aa:bb:..), `model`, `vendor`, `description`, `profile`;
 * `admin` (enable | disable), `online`, `state` (see OnuState), `phase` (the OLT's word), `lastDownCause` (see Cause) with `rawCause`;
 * `rxDbm` (at the ONU), `txDbm` (of the ONU), `oltRxDbm` (at the OLT, of this ONU), `oltTxDbm`, `temperatureC`, `voltageV`, `biasMa`, `distanceM`, `rtt` (the OLT's ticks);
 * `lastUpAt`, `lastDownAt`, `alive`: as the OLT writes them, for its clock may be anywhere; `vlan`, `slot`, `port`, `seq`.
 */
export type Reading = Readonly<Record<string, Cell>>

/** Why a reading is known to be all there was: the prompt came after it, a count agrees, or the closing ruler stands. */
export type Evidence = 'prompt' | 'count' | 'ruler'

export interface Recognised {
  readonly kind: 'recognised'
  readonly rows: readonly Reading[]
  /** Proven to be all; without evidence, or against a count, it is false. */
  readonly complete: boolean
  readonly evidence: Evidence | null
  /** How many rows the OLT said there are. */
  readonly counted: number | null
  /** Figures of the page that belong to no row. */
  readonly totals: Reading
  /** Lines nobody understood, kept to be shown. */
  readonly rest: readonly string[]
}

/** The output is none that is known, or the OLT refused: nothing was taken from it. */
export interface Unrecognised {
  readonly kind: 'unrecognised'
  readonly why: 'unknown_format' | 'row_not_understood' | 'refused' | 'nothing'
  /** The line it failed at, or the beginning. */
  readonly sample: string
}

export type Parsed = Recognised | Unrecognised

export const STATES = ['online', 'offline', 'los', 'power_off', 'disabled', 'unknown'] as const
export type OnuState = (typeof STATES)[number]

export type Cause = 'los' | 'wire_down' | 'dying_gasp' | 'power_off' | 'admin' | 'reboot' | 'auth_fail' | 'config_fail' | 'unknown'
