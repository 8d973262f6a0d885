import type { Field } from './fields.ts'
import type { Cell, Reading } from './reading.ts'
import type { Column } from './table.ts'
import { adminOf, causeOf, dbmOf, integerOf, macOf, numberOf, rxDbmOf, serialOf, stateOf, textOf } from './values.ts'

// The shapes cells have; none of them can match the same text in two ways, so a row costs one walk over it.
export const SHAPE = {
  word: '\\S+',
  integer: '\\d{1,10}',
  /** A number with or without its unit, or a word for "nothing". */
  measure: '[-+]?\\d{1,9}(?:\\.\\d{1,9})?(?:\\s?\\(?\\s?\\.?(?:dBm|dB|C|V|mA|m)\\)?)?|N/A|-+|NULL|\\+?-?inf|nan|no signal|invalid',
  mac: '[0-9a-f]{2}(?:[:-]?[0-9a-f]{2}){5}|[0-9a-f]{4}(?:[.:-][0-9a-f]{4}){2}',
  serial: '[A-Za-z0-9]{4}[:-]?[0-9A-Fa-f]{8}|[0-9A-Za-z]{16}',
  moment: '\\d{4}[-/]\\d{2}[-/]\\d{2} +\\d{2}:\\d{2}:\\d{2}(?:[+-]\\d{2}:\\d{2})?|N/A|NULL|-+',
  /** To the end of the row. */
  rest: '\\S.*?',
} as const

/** The reading of one value under one name. */
export const as =
  (name: string, read: (text: string) => Cell = textOf) =>
  (text: string): Reading => ({ [name]: read(text) })

const column = (name: string, label: RegExp | null, shape: string, read: (text: string) => Reading, isOpen = false): Column => ({
  name,
  label,
  shape,
  read,
  isOpen,
})

/** Nothing speaks that has no voltage: 0 was not measured. */
const measureOf =
  (name: string) =>
  (text: string): number | null => {
    const value = numberOf(text)
    return name === 'voltageV' && value === 0 ? null : value
  }

/** Columns as tables of all makers have them, each under its usual header. */
export const text = (name: string, label: RegExp | null, { shape = SHAPE.word, isOpen = true }: { shape?: string; isOpen?: boolean } = {}): Column =>
  column(name, label, shape, as(name), isOpen)
export const whole = (name: string, label: RegExp | null): Column => column(name, label, `${SHAPE.integer}|-+|N/A`, as(name, integerOf), true)
export const measure = (name: string, label: RegExp | null): Column => column(name, label, SHAPE.measure, as(name, measureOf(name)), true)
export const light = (name: string, label: RegExp | null): Column =>
  column(name, label, SHAPE.measure, as(name, name === 'txDbm' || name === 'oltTxDbm' ? dbmOf : rxDbmOf), true)
export const mac = (label: RegExp | null): Column => column('mac', label, SHAPE.mac, as('mac', macOf))
export const serial = (label: RegExp | null): Column => column('serial', label, `${SHAPE.serial}|N/A|NULL|-+`, serialOf, true)
export const admin = (label: RegExp | null, shape = '[a-z]+'): Column => column('admin', label, shape, adminOf)
export const state = (label: RegExp | null, shape: string = SHAPE.word): Column => column('state', label, shape, stateOf, true)
export const cause = (label: RegExp | null, shape: string = SHAPE.word): Column => column('cause', label, shape, causeOf, true)
export const moment = (name: string, label: RegExp | null): Column => column(name, label, SHAPE.moment, as(name))
/** Stepped over. */
export const other = (name: string, label: RegExp | null, shape: string = SHAPE.word): Column => column(name, label, shape, () => ({}), true)
/** Where an ONU is: what it says becomes `pon` and `onuId`. */
export const place = (name: string, label: RegExp | null, shape: string, read: (text: string) => Reading): Column => column(name, label, shape, read, true)

/** A labelled value. */
export const field = (label: RegExp, read: (value: string) => Reading): Field => ({ label, read })
export const lightField = (name: string, label: RegExp): Field => field(label, as(name, name === 'txDbm' || name === 'oltTxDbm' ? dbmOf : rxDbmOf))
export const measureField = (name: string, label: RegExp): Field => field(label, as(name, measureOf(name)))
export const textField = (name: string, label: RegExp): Field => field(label, as(name))
/** The same column, where it may touch the cell before it. */
export const touching = (one: Column): Column => ({ ...one, touches: true })
