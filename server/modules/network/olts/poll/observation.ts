import type { Reading } from '../parse/reading.ts'
import type { Kind } from '../snmp/family.ts'
import { STATES } from '../parse/reading.ts'
import type { OnuState } from '../parse/reading.ts'
import { causeOf } from '../parse/values.ts'

/** One ONU as an OLT tells of it. Null is "not measured" or "not said". */
export interface OnuObservation {
  readonly pon: string
  readonly onuId: number
  readonly serial: string | null
  readonly rawSerial: string | null
  readonly mac: string | null
  readonly model: string | null
  readonly description: string | null
  readonly state: OnuState
  /** The OLT's own word or number. */
  readonly rawState: string | null
  /** Why it last went down. */
  readonly cause: string | null
  readonly rawCause: string | null
  readonly rxDbm: number | null
  readonly oltRxDbm: number | null
  readonly txDbm: number | null
  readonly distanceM: number | null
  readonly temperatureC: number | null
  readonly voltageV: number | null
  readonly biasMa: number | null
}

export interface PollResult {
  readonly source: 'cli' | 'snmp'
  /** When it began; the OLT's own clock may be anywhere. */
  readonly at: Temporal.Instant
  readonly ms: number
  /** Every list of ONUs was proven to be all. If not, who is missing here may be there, and nobody's state follows from it. */
  readonly complete: boolean
  /** The same of each thing that was asked for. */
  readonly kinds: Readonly<Partial<Record<Kind, boolean>>>
  readonly pons: readonly string[]
  readonly observations: readonly OnuObservation[]
  readonly system: Reading
  /** What could not be read, in words; the parts of it that are no list do not make it incomplete. */
  readonly problems: readonly string[]
}

export const textIn = (row: Reading, name: string): string | null => (typeof row[name] === 'string' ? row[name] : null)
export const numberIn = (row: Reading, name: string): number | null => (typeof row[name] === 'number' ? row[name] : null)

function stateOf(row: Reading): OnuState {
  const said = STATES.find((state) => state === row['state'])
  if (said !== undefined && said !== 'unknown') return said
  if (row['admin'] === 'disable') return 'disabled'
  return row['online'] === true ? 'online' : row['online'] === false ? 'offline' : 'unknown'
}

/** Why one that is away last went down is why it is away now. */
function refined(state: OnuState, cause: string | null): OnuState {
  if (state !== 'offline') return state
  if (cause === 'los' || cause === 'wire_down') return 'los'
  return cause === 'dying_gasp' || cause === 'power_off' ? 'power_off' : state
}

/** Null where the row does not say where it is. Light and distance of one that is not there are its last ones, or zeros: not measured. */
export function observationOf(row: Reading): OnuObservation | null {
  const pon = textIn(row, 'pon')
  const onuId = numberIn(row, 'onuId')
  if (pon === null || onuId === null) return null
  const state = refined(stateOf(row), textIn(row, 'lastDownCause'))
  const isThere = state === 'online' || state === 'unknown'
  // Where the OLT has no word for why, the state is one.
  const why = textIn(row, 'lastDownCause') === null && (state === 'los' || state === 'power_off') ? causeOf(textIn(row, 'phase') ?? '') : row
  const measured = (name: string, otherName = name): number | null => (isThere ? (numberIn(row, name) ?? numberIn(row, otherName)) : null)
  const distanceM = measured('distanceM')
  return {
    pon,
    onuId,
    serial: textIn(row, 'serial'),
    rawSerial: textIn(row, 'rawSerial'),
    mac: textIn(row, 'mac'),
    model: textIn(row, 'model'),
    description: textIn(row, 'description') ?? textIn(row, 'name'),
    state,
    rawState: textIn(row, 'phase') ?? textIn(row, 'status'),
    cause: textIn(why, 'lastDownCause'),
    rawCause: textIn(why, 'rawCause'),
    rxDbm: measured('rxDbm', 'onuRxDbm'),
    oltRxDbm: measured('oltRxDbm'),
    txDbm: measured('txDbm', 'onuTxDbm'),
    // Nobody who is away is told to be away here, and 0 is what many have for them.
    distanceM: distanceM === 0 && state === 'unknown' ? null : distanceM,
    temperatureC: measured('temperatureC'),
    voltageV: measured('voltageV'),
    biasMa: measured('biasMa'),
  }
}

/** Rows of several answers about the same ONUs, those of lists first: what a list does not name is no ONU. */
export class Gathering {
  readonly #rows = new Map<string, Reading>()

  add(rows: readonly Reading[], { isList }: { isList: boolean }): void {
    for (const row of rows) {
      const key = `${String(row['pon'])}:${String(row['onuId'])}`
      const known = this.#rows.get(key)
      if (known === undefined && !isList) continue
      // What a later answer does not say does not take away what an earlier one said.
      const said = Object.fromEntries(Object.entries(row).filter(([name, value]) => value !== null || known?.[name] === undefined))
      this.#rows.set(key, { ...known, ...said })
    }
  }

  pons(): string[] {
    return [...new Set([...this.#rows.values()].flatMap(({ pon }) => (typeof pon === 'string' ? [pon] : [])))]
  }

  observations(): OnuObservation[] {
    return [...this.#rows.values()].flatMap((row) => observationOf(row) ?? [])
  }
}
