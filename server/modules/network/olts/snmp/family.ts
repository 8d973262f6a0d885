import type { Cell, Reading } from '../parse/reading.ts'
import { measuredDbm, textOf } from '../parse/values.ts'

/** A value as SNMP has it: whole numbers, 64-bit counters, bytes; an OID as its dotted text. */
export type SnmpValue = number | bigint | Buffer | string

export interface Varbind {
  /** Dotted, without a dot in front. */
  readonly oid: string
  readonly value: SnmpValue
}

/** What is told of an ONU, each at its own pace: whether it is there and why not; light, temperature and distance; which device it is. */
export const KINDS = ['status', 'optics', 'inventory'] as const
export type Kind = (typeof KINDS)[number]

export interface SnmpTable {
  /** What its rows are about; rows of the same kind and key are one reading. An `unregistered` ONU waits to be let in; a `part` is a board of the OLT, or its box. */
  readonly of: 'onu' | 'pon' | 'system' | 'part' | 'unregistered' | 'interface'
  /** The entry its columns hang on. */
  readonly root: string
  /** How the numbers behind the column are read: the key rows meet under, and what it says of the place. Null: no row of ours. */
  readonly index: (parts: readonly number[]) => { readonly key: string; readonly says: Reading } | null
  /** The numbers behind the column in the row of one ONU, where its place is enough to know them: it can be asked alone then. */
  readonly rowOf?: (pon: string, onuId: number) => string | null
  /** The number all rows of a PON begin with, where they have one: it can be walked alone then. */
  readonly prefixOf?: (pon: string) => number | null
  readonly columns: Readonly<Record<string, (value: SnmpValue) => Reading>>
  /** Which columns tell what of an ONU; one that stands nowhere is asked in a whole poll only. */
  readonly tells?: Readonly<Partial<Record<Kind, readonly number[]>>>
  /** Of a PON: the columns that say how many ONUs it has, against which a list is held. */
  readonly counts?: readonly number[]
  /** Without its rows nothing is known of who is there; other tables only add. */
  readonly isList?: boolean
}

/** What a family of OLTs tells by SNMP. */
export interface SnmpFamily {
  readonly tables: readonly SnmpTable[]
  readonly maxRepetitions: number
  /** The PON a port of the standard tables is, where its number says it. */
  readonly ponOf?: (ifIndex: number) => string | null
  /** Seen on a record or a device; null: from a MIB or others' notes. */
  readonly verified: string | null
}

/** Of some families only what the OLT says of itself is known. */
export const tellsOfOnus = (family: SnmpFamily | null): boolean => family?.tables.some(({ of }) => of === 'onu') === true

const PREFIX = '1.3.6.1.4.1.'

/** An OID of the enterprise's own part. */
export const enterprise = (oid: string): string => `${PREFIX}${oid}`

const bytesOf = (value: SnmpValue): string => (Buffer.isBuffer(value) ? value.toString('latin1').replace(/\0+$/, '') : String(value))

export const asText =
  (name: string, read: (text: string) => Cell = textOf) =>
  (value: SnmpValue): Reading => ({ [name]: read(bytesOf(value)) })

/** A text in its own words, read by one of the parsers' functions. */
export const asWords =
  (read: (text: string) => Reading) =>
  (value: SnmpValue): Reading =>
    read(bytesOf(value))

/** Null for what a record has instead of a number. */
const numberOf = (value: SnmpValue): number | null =>
  (typeof value === 'number' || typeof value === 'bigint') && Number.isFinite(Number(value)) ? Number(value) : null

/** A number times `scale` plus `offset`; what is in `nothing` was not measured. */
export const asNumber =
  (name: string, { scale = 1, offset = 0, nothing = [2_147_483_647] }: { scale?: number; offset?: number; nothing?: readonly number[] } = {}) =>
  (value: SnmpValue): Reading => {
    const raw = numberOf(value)
    // Twelve digits take away what binary fractions add, and nothing that was measured.
    return { [name]: raw === null || nothing.includes(raw) ? null : Number((raw * scale + offset).toPrecision(12)) }
  }

/** As `asNumber`, for light: what no light can be was not measured. */
export const asLight = (name: string, how: Parameters<typeof asNumber>[1] = {}) => {
  const read = asNumber(name, how)
  return (value: SnmpValue): Reading => {
    const light = read(value)[name]
    return { [name]: typeof light === 'number' ? measuredDbm(light) : null }
  }
}

/** The OLT's number for something, in words. */
export const asWord =
  (words: Readonly<Record<number, string>>, read: (text: string) => Reading) =>
  (value: SnmpValue): Reading => {
    const raw = numberOf(value)
    return read(raw === null ? '' : (words[raw] ?? `${raw}?`))
  }

/** Eight bytes of a serial number as text: four letters, then hex; or what stands there as text already. */
export const serialText = (value: SnmpValue): string => {
  if (!Buffer.isBuffer(value)) return String(value)
  return value.length === 8 && value.subarray(4).some((byte) => byte < 0x20 || byte > 0x7e)
    ? `${value.subarray(0, 4).toString('latin1')}${value.subarray(4).toString('hex')}`
    : bytesOf(value)
}
