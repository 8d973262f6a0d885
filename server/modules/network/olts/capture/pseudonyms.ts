import { createHmac, randomBytes } from 'node:crypto'

const MAC = /(?<![0-9A-Fa-f])(?:[0-9A-Fa-f]{2}([:-]))(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}(?![0-9A-Fa-f])/g
const MAC_OF_FOURS = /(?<![0-9A-Fa-f])[0-9A-Fa-f]{4}([.:-])[0-9A-Fa-f]{4}\1[0-9A-Fa-f]{4}(?![0-9A-Fa-f])/g
const SERIAL = /(?<![0-9A-Za-z])[A-Za-z]{4}[:-]?[0-9A-Fa-f]{8}(?![0-9A-Za-z])/g
const SERIAL_IN_HEX = /(?<![0-9A-Za-z])[0-9A-Fa-f]{16}(?![0-9A-Za-z])/g
const IPV4 = /(?<![\d.vV])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g
const IPV6 =
  /(?<![0-9A-Fa-f:])(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}(?![0-9A-Fa-f:])|(?<![0-9A-Fa-f:])[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4})*::(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4})*)?/g
const LETTERS = 'bcdfghjkmnpqrstvwxz'
/** How often another pseudonym is looked for where the first is taken. */
const MOST_TRIES = 1000

/**
 * Invented names, the same one for the same thing wherever it stands, and nothing that leads back: their key is thrown away with the capture.
 * Each is as long as what it stands for and of the same kind character by character, so that no column moves.
 */
export class Pseudonyms {
  readonly #key = randomBytes(32)
  readonly #given = new Map<string, string>()
  readonly #taken = new Set<string>()

  /** Addresses and serial numbers in a text, wherever they stand. */
  ofPatterns(text: string): string {
    return text
      .replace(MAC, (found) => this.#withTail(found, 6, 'mac'))
      .replace(MAC_OF_FOURS, (found) => this.#withTail(found, 6, 'mac'))
      .replace(SERIAL, (found) => this.#withTail(found, 8, 'serial'))
      .replace(SERIAL_IN_HEX, (found) => this.#withTail(found, 8, 'serial'))
      .replace(IPV4, (found) => this.#address(found))
      .replace(IPV6, (found) => this.#address(found))
  }

  /** The last bytes of a serial number or of a hardware address. */
  ofBytes(bytes: Buffer, kept: number, kind: 'mac' | 'serial'): Buffer {
    const tail = bytes.subarray(kept).toString('hex')
    return Buffer.concat([bytes.subarray(0, kept), Buffer.from(this.#digits(`${kind} ${this.#head(bytes, kept, kind)}`, tail.toUpperCase()), 'hex')])
  }

  /** A name, a description, a community. */
  ofWord(word: string): string {
    return this.#unique(`word ${word}`, (bytes) =>
      [...word]
        .map((character, at) => {
          const byte = bytes[at % bytes.length] ?? 0
          if (/\d/.test(character)) return String(byte % 10)
          if (/[A-Z]/.test(character)) return (LETTERS[byte % LETTERS.length] ?? 'x').toUpperCase()
          return /[a-z\x80-\xff]/.test(character) ? (LETTERS[byte % LETTERS.length] ?? 'x') : character
        })
        .join(''),
    )
  }

  /** All but the last hexadecimal digits stay: the maker, and how it is written. */
  #withTail(found: string, length: number, kind: 'mac' | 'serial'): string {
    const hex = found.replace(/[^0-9A-Za-z]/g, '')
    const head = hex.slice(0, -length)
    // Four letters or their eight digits: it is the same serial number.
    const maker = kind === 'serial' && head.length === 8 ? Buffer.from(head, 'hex').toString('latin1') : head
    const digits = this.#digits(`${kind} ${maker.toUpperCase()}`, hex.slice(-length).toUpperCase())
    let left = length
    return [...found]
      .reverse()
      .map((character) => {
        if (left === 0 || !/[0-9A-Za-z]/.test(character)) return character
        left -= 1
        const digit = digits[left] ?? '0'
        return /[a-z]/.test(hex.slice(-length)) ? digit.toLowerCase() : digit
      })
      .reverse()
      .join('')
  }

  #head(bytes: Buffer, kept: number, kind: string): string {
    return (kind === 'serial' ? bytes.subarray(0, kept).toString('latin1') : bytes.subarray(0, kept).toString('hex')).toUpperCase()
  }

  #digits(head: string, tail: string): string {
    return this.#unique(`${head} ${tail}`, (bytes) => bytes.toString('hex').toUpperCase().slice(0, tail.length), tail)
  }

  /** Numbers of as many digits, none of them above what a part may be. */
  #address(found: string): string {
    return this.#unique(`address ${found}`, (bytes) => {
      let at = 0
      return found.replace(/[0-9A-Fa-f]+/g, (part) => {
        const byte = bytes[at % bytes.length] ?? 0
        at += 1
        if (found.includes(':')) return byte.toString(16).padStart(4, 'f').slice(-part.length)
        return String(part.length === 1 ? 1 + (byte % 9) : part.length === 2 ? 10 + (byte % 90) : 100 + (byte % 100))
      })
    })
  }

  #unique(what: string, make: (bytes: Buffer) => string, original = ''): string {
    const known = this.#given.get(what)
    if (known !== undefined) return known
    const kind = what.slice(0, what.lastIndexOf(' '))
    let made = ''
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      made = make(createHmac('sha256', this.#key).update(`${attempt} ${what}`).digest())
      if (made !== original && !this.#taken.has(`${kind} ${made}`)) break
    }
    this.#taken.add(`${kind} ${made}`)
    this.#given.set(what, made)
    return made
  }
}
