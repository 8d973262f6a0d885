import type { SnmpRow } from '../../transport/index.ts'
import type { OltProfile } from '../drivers/profile.ts'
import type { Parsed, Reading } from '../parse/reading.ts'
import { createScreen } from '../terminal/screen.ts'
import { Pseudonyms } from './pseudonyms.ts'

/** What people have written, in rows of every dialect. */
const PRIVATE = /^(?:description|.*user(?:name)?|.*password|.*pass|.*ssid.*|.*loid|oltSerial|contact|location|alias|.*key)$/i
/** The same in pages that nobody reads. */
const LABELLED =
  /^(\s*(?:[\w ]{0,30}(?:desc\w*|user ?name|password|community|contact|location|sys ?name|host ?name|ssid|secret|loid))\s*[:=]\s*)(\S.*?)(\s*)$/gim
/** A port or an ONU is called by its place. */
const PLACE = /^(?:(?:[xegt]*pon|gpon[-_]o(?:lt|nu)|epon[-_]o(?:lt|nu)|[xt]*g?e|[a-z]*ethernet|[x]?gei|onu)[-_ ]?)?\d+(?:\/\d+)+(?::\d+)?$|^[eg]pon\d+onu\d+$/i
const SHORTEST_ANYWHERE = 4
/** Words that stand in every answer; where somebody is called so, it tells nothing. */
const COMMON = /^(?:online|offline|working|enabled?|disabled?|default|active|inactive|auto|admin|public|private|normal|unknown|none|gpon|epon|test)$/i
const FULL_LINE = 79
/** What moves the cursor is no part of what stands there. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what a terminal is told by
const ESCAPE = /\u001b\[[\d;]*[A-Za-z]/g
/** Stands for it meanwhile; nothing that is sent holds it. */
const HIDDEN = '\ue000'
const SYSTEM = '1.3.6.1.2.1.1.'
const PRIVATE_COLUMNS = ['1.3.6.1.2.1.1.4.', '1.3.6.1.2.1.1.5.', '1.3.6.1.2.1.1.6.', '1.3.6.1.2.1.31.1.1.1.18.']
const HARDWARE_ADDRESS = '1.3.6.1.2.1.2.2.1.6.'
const MAC_BYTES = 6
const SERIAL_BYTES = 8

/** Takes out of a capture what would tell whose it is; the same thing is called the same throughout. */
export class Scrubber {
  readonly #names = new Pseudonyms()
  readonly #words = new Set<string>()
  readonly #profile: OltProfile

  /** @param secrets what is known from the outside: users, passwords, communities, the OLT's address. */
  constructor(profile: OltProfile, secrets: readonly string[]) {
    this.#profile = profile
    for (const secret of secrets) this.know(secret)
  }

  /** A word that must not be in what is written. */
  know(word: string): void {
    const trimmed = word.trim()
    if (trimmed !== '' && !PLACE.test(trimmed) && !COMMON.test(trimmed)) this.#words.add(trimmed)
  }

  /** Everything private in what was read. */
  learn(parsed: Parsed): void {
    if (parsed.kind !== 'recognised') return
    for (const row of parsed.rows)
      for (const [name, value] of Object.entries(row))
        if (typeof value === 'string' && isPrivate(name, row)) this.know(Buffer.from(value, 'utf8').toString('latin1'))
  }

  learnWalk(rows: readonly SnmpRow[]): void {
    for (const row of rows) if (Buffer.isBuffer(row.value) && this.#isPrivate(row)) this.know(textIn(row.value))
  }

  /** Bytes of a session, in latin1. */
  text(bytes: string): string {
    const escapes = bytes.match(ESCAPE) ?? []
    const hidden = bytes.replace(ESCAPE, (found) => HIDDEN.repeat(found.length))
    const changed = this.#inWords(this.#inLabels(this.#unwrapped(hidden, (text) => this.#names.ofPatterns(text))))
    let at = 0
    return escapes.reduce((out, escape) => {
      at = out.indexOf(HIDDEN, at)
      return `${out.slice(0, at)}${escape}${out.slice(at + escape.length)}`
    }, changed)
  }

  value(row: SnmpRow): SnmpRow['value'] {
    const { value, oid } = row
    if (typeof value === 'string') return /^\d+(?:\.\d+){4,}$/.test(value) ? value : this.text(value)
    if (!Buffer.isBuffer(value)) return value
    const reading = this.#readingOf(row)
    const isBinary = value.some((byte) => byte < 0x20 || byte > 0x7e)
    if (value.length === MAC_BYTES && (isBinary || oid.startsWith(HARDWARE_ADDRESS) || typeof reading['mac'] === 'string'))
      return this.#names.ofBytes(value, 3, 'mac')
    if (value.length === SERIAL_BYTES && isBinary) return this.#names.ofBytes(value, 4, 'serial')
    const text = value.toString('latin1')
    const said = textIn(value)
    if (this.#isPrivate(row) && !PLACE.test(said))
      return Buffer.from(
        text.replace(said, () => this.#names.ofWord(said)),
        'latin1',
      )
    return Buffer.from(this.text(text), 'latin1')
  }

  /** Whether something that must not be there is there all the same. */
  leaksIn(text: string): boolean {
    const shown = createScreen()
    shown.write(text)
    const joined = [text, shown.lines().join('\n'), shown.lines().join('')]
    return [...this.#words].some((word) => word.length >= SHORTEST_ANYWHERE && joined.some((one) => one.search(boundedBy(word)) >= 0))
  }

  /** A line that is as long as the terminal goes on in the next one: an address may stand in both. */
  #unwrapped(bytes: string, change: (text: string) => string): string {
    const direct = change(bytes)
    const breaks = [...direct.matchAll(/[^\r\n]*(\r?\n)/g)].flatMap((line) =>
      line[0].length - (line[1]?.length ?? 0) >= FULL_LINE ? [line.index + line[0].length - (line[1]?.length ?? 0)] : [],
    )
    if (breaks.length === 0) return direct
    // Nothing becomes longer or shorter, so the breaks go back to where they were.
    const lengths = breaks.map((at) => (direct.startsWith('\r\n', at) ? 2 : 1))
    let joined = ''
    let from = 0
    for (const [index, at] of breaks.entries()) {
      joined += direct.slice(from, at)
      from = at + (lengths[index] ?? 0)
    }
    joined = this.#inWords(change(joined + direct.slice(from)))
    let out = ''
    let taken = 0
    let removed = 0
    for (const [index, at] of breaks.entries()) {
      const length = lengths[index] ?? 0
      out += joined.slice(taken, at - removed) + direct.slice(at, at + length)
      taken = at - removed
      removed += length
    }
    return out + joined.slice(taken)
  }

  #inLabels(text: string): string {
    return text.replace(
      LABELLED,
      (_all, label: string, value: string, rest: string) => `${label}${PLACE.test(value) || /^-+$/.test(value) ? value : this.#names.ofWord(value)}${rest}`,
    )
  }

  #inWords(text: string): string {
    let out = text
    for (const word of [...this.#words].sort((one, other) => other.length - one.length)) {
      const invented = (): string => this.#names.ofWord(word)
      // A short word may be part of what the OLT itself says, unless it ends the line, where descriptions stand.
      out =
        word.length >= SHORTEST_ANYWHERE
          ? out.replace(boundedBy(word), invented)
          : out.replace(new RegExp(`(?<![A-Za-z0-9])${RegExp.escape(word)}(?=\\s*$)`, 'gm'), invented)
    }
    return out
  }

  #isPrivate(row: SnmpRow): boolean {
    if (PRIVATE_COLUMNS.some((column) => row.oid.startsWith(column))) return true
    if (row.oid.startsWith(SYSTEM)) return false
    return Object.keys(this.#readingOf(row)).some((name) => PRIVATE.test(name) || (name === 'name' && this.#tableOf(row)?.table.of === 'onu'))
  }

  #readingOf(row: SnmpRow): Reading {
    const at = this.#tableOf(row)
    return at?.table.columns[at.column]?.(row.value) ?? {}
  }

  #tableOf({ oid }: SnmpRow) {
    for (const table of this.#profile.snmp?.tables ?? []) {
      const [column = ''] = oid.startsWith(`${table.root}.`) ? oid.slice(table.root.length + 1).split('.') : []
      if (table.columns[column] !== undefined) return { table, column }
    }
    return null
  }
}

/** Boards and modules have names too, and they are the maker's. */
const isPrivate = (name: string, row: Reading): boolean => PRIVATE.test(name) || (name === 'name' && row['onuId'] !== undefined && row['onuId'] !== null)

const textIn = (value: Buffer): string => value.toString('latin1').replace(/\0+$/, '').trim()

const bounds = new Map<string, RegExp>()

function boundedBy(word: string): RegExp {
  const known = bounds.get(word)
  if (known !== undefined) return known
  const made = new RegExp(`(?<![A-Za-z0-9])${RegExp.escape(word)}(?![A-Za-z0-9])`, 'g')
  bounds.set(word, made)
  return made
}
