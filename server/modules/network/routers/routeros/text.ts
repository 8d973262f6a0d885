/**
 * Words on the wire are bytes. They are UTF-8 in what the program writes, but WinBox of old wrote the code page of the PC, so any byte
 * may come. A byte that is not UTF-8 becomes the lone surrogate U+DC80..U+DCFF (as Python's "surrogateescape" does it): no text the
 * program makes holds one, nothing throws, and written back it is the same byte again.
 */
const ESCAPE = 0xdc00
const REPLACEMENT = '\u{fffd}'

export function decodeText(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  return text.includes(REPLACEMENT) ? decodeByCharacter(bytes) : text
}

export function encodeText(text: string): Buffer {
  if (text.isWellFormed()) return Buffer.from(text, 'utf8')
  const parts: Buffer[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    parts.push(code >= ESCAPE + 0x80 && code <= ESCAPE + 0xff ? Buffer.of(code - ESCAPE) : Buffer.from(character, 'utf8'))
  }
  return Buffer.concat(parts)
}

/** For people and for the database: every escaped byte as U+FFFD. */
export const printable = (text: string): string => text.toWellFormed()

function decodeByCharacter(bytes: Buffer): string {
  let text = ''
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0
    const width = widthOf(first)
    const character = bytes.toString('utf8', at, at + width)
    const isWhole = at + width <= bytes.length && isOne(character, width) && (character !== REPLACEMENT || first === 0xef)
    text += isWhole ? character : String.fromCharCode(ESCAPE + first)
    at += isWhole ? width : 1
  }
  return text
}

/** Whether the bytes were one character: what is not UTF-8 is decoded to several, or to one that has another width. */
const isOne = (text: string, width: number): boolean => [...text].length === 1 && Buffer.byteLength(text) === width

/** How many bytes a UTF-8 character has that begins with this one (RFC 3629). */
function widthOf(first: number): number {
  if (first < 0xc0) return 1
  if (first < 0xe0) return 2
  return first < 0xf0 ? 3 : 4
}
