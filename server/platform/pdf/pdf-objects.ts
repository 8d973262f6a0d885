/**
 * Reads the objects of a PDF file as the typesetter writes it: one classic cross-reference table, no object streams, no encryption
 * (ISO 32000-1, 7.3 and 7.5). Text is handled as Latin-1, so every byte stays what it is.
 */
export interface PdfObject {
  readonly number: number
  /** Everything between `obj` and the stream, or `endobj` where there is none. */
  readonly body: string
  /** The bytes from `stream` to `endstream`, both included; null where the object has no stream. */
  readonly stream: Uint8Array | null
}

export interface PdfFile {
  readonly objects: readonly PdfObject[]
  readonly root: number
  /** The document information dictionary; 0 where there is none. */
  readonly info: number
}

export class UnreadablePdf extends Error {}

const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, to - from)).toString('latin1')

export function readPdf(bytes: Uint8Array): PdfFile {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(latin1(bytes, Math.max(0, bytes.length - 64), bytes.length))?.[1])
  if (!Number.isInteger(start) || start >= bytes.length) throw new UnreadablePdf('The PDF has no end mark')
  const table = latin1(bytes, start, bytes.length)
  const trailer = table.slice(table.indexOf('trailer'))
  if (!table.startsWith('xref') || trailer.includes('/Prev')) throw new UnreadablePdf('The PDF has no single plain cross-reference table')
  const root = Number(/\/Root (\d+) 0 R/.exec(trailer)?.[1])
  const info = Number(/\/Info (\d+) 0 R/.exec(trailer)?.[1] ?? 0)
  const entries = [...table.matchAll(/^(\d{10}) \d{5} n/gm)].map((entry) => Number(entry[1]))
  const ends = [...entries].sort((a, b) => a - b)
  const endOf = new Map(ends.map((offset, index) => [offset, ends[index + 1] ?? start]))
  return { root, info, objects: entries.map((offset) => readObject(bytes, offset, endOf.get(offset) ?? start)) }
}

function readObject(bytes: Uint8Array, offset: number, end: number): PdfObject {
  // Page content is long and binary; only the head of an object with a stream is read as text.
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset + offset, end - offset)
  const head = /^(\d+) 0 obj\s/.exec(whole.toString('latin1', 0, 24))
  if (!head) throw new UnreadablePdf(`There is no object at byte ${offset}`)
  const streamAt = whole.indexOf('\nstream\n')
  const endAt = whole.lastIndexOf('endobj')
  if (endAt < 0) throw new UnreadablePdf(`Object ${head[1]} has no end`)
  const from = head[0].length
  if (streamAt < 0) return { number: Number(head[1]), body: whole.toString('latin1', from, endAt).trim(), stream: null }
  const endStream = whole.lastIndexOf('endstream', endAt, 'latin1')
  if (endStream < 0) throw new UnreadablePdf(`Object ${head[1]} has an open stream`)
  return {
    number: Number(head[1]),
    body: whole.toString('latin1', from, streamAt).trim(),
    stream: whole.subarray(streamAt + 1, endStream + 'endstream'.length),
  }
}

/** A reference, or something in which digits are no reference: a hex string, a name, a comment. `<<` comes before `<` so that it is none. */
const TOKEN = /(\d+) 0 R(?![A-Za-z0-9])|<<|<[^>]*>|\/[^\s/<>()[\]]*|%[^\r\n]*|\(/g

/** Calls `replace` for each `n 0 R` of an object's body; text inside strings, names and comments is left alone. */
export function mapReferences(body: string, replace: (number: number) => number): string {
  let out = ''
  let copied = 0
  TOKEN.lastIndex = 0
  for (let token = TOKEN.exec(body); token !== null; token = TOKEN.exec(body)) {
    if (token[0] === '(') TOKEN.lastIndex = endOfString(body, token.index)
    else if (token[1] !== undefined) {
      out += `${body.slice(copied, token.index)}${replace(Number(token[1]))} 0 R`
      copied = TOKEN.lastIndex
    }
  }
  return out + body.slice(copied)
}

/** Literal strings may nest brackets and escape them with a backslash (7.3.4.2). */
function endOfString(body: string, open: number): number {
  let depth = 0
  for (let at = open; at < body.length; at++) {
    const character = body[at]
    if (character === '\\') at++
    else if (character === '(') depth++
    else if (character === ')' && --depth === 0) return at + 1
  }
  return body.length
}
