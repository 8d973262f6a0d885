import { createHash } from 'node:crypto'
import { mapReferences, readPdf, UnreadablePdf, type PdfFile, type PdfObject } from './pdf-objects.ts'

/** Numbers 1 and 2 are kept for the catalogue and the root of the page tree, which are written last. */
const CATALOG = 1
const PAGES = 2

/**
 * Joins PDF files of the typesetter into one, as a stream: each file's objects are renumbered and passed on, its page tree becomes a
 * branch of the whole one, and pictures that return in every file are written once. What stays in memory is one byte offset per object
 * (some 3 per page) and one line per file. No files in, no bytes out.
 */
export async function* joinPdfs(files: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const writer = startWriter()
  const branches: { number: number; pages: number }[] = []
  const shared = new Map<string, number>()
  let language = ''
  for await (const bytes of files) {
    const file = readPdf(bytes)
    const { pieces, branch, lang } = renumber(file, writer, shared)
    branches.push(branch)
    language ||= lang
    yield writer.take(pieces)
  }
  if (branches.length === 0) return
  const count = branches.reduce((sum, { pages }) => sum + pages, 0)
  const kids = branches.map(({ number }) => `${number} 0 R`).join(' ')
  yield writer.take(
    [
      writer.object(CATALOG, `<< /Type /Catalog /Pages ${PAGES} 0 R${language} >>`, null),
      writer.object(PAGES, `<< /Type /Pages /Count ${count} /Kids [${kids}] >>`, null),
    ].flat(),
  )
  yield* writer.end()
}

interface Renumbered {
  readonly pieces: Uint8Array[]
  readonly branch: { readonly number: number; readonly pages: number }
  readonly lang: string
}

function renumber(file: PdfFile, writer: Writer, shared: Map<string, number>): Renumbered {
  const byNumber = new Map(file.objects.map((object) => [object.number, object]))
  const catalog = byNumber.get(file.root)
  const tree = byNumber.get(Number(/\/Pages (\d+) 0 R/.exec(catalog?.body ?? '')?.[1]))
  const pages = Number(/\/Count (\d+)/.exec(tree?.body ?? '')?.[1])
  if (!catalog || !tree || !Number.isInteger(pages)) throw new UnreadablePdf('The PDF has no page tree')
  const kept = file.objects.filter((object) => object !== catalog && object.number !== file.info && !/\/Type \/Metadata/.test(object.body))

  const numbers = shareRepeated(kept, writer, shared)
  const fresh = kept.filter(({ number }) => !numbers.known.has(number))
  for (const { number } of fresh) numbers.assigned.set(number, writer.nextNumber())
  const numberOf = (old: number): number => numbers.known.get(old) ?? numbers.assigned.get(old) ?? 0

  const pieces = [...numbers.pieces]
  for (const object of fresh) {
    let body = mapReferences(object.body, numberOf)
    if (object === tree) body = body.replace('/Type /Pages', `/Type /Pages\n  /Parent ${PAGES} 0 R`)
    pieces.push(...writer.object(numberOf(object.number), body, object.stream))
  }
  return { pieces, branch: { number: numberOf(tree.number), pages }, lang: /\s\/Lang \([\w-]+\)/.exec(catalog.body)?.[0].replace(/\s+/, ' ') ?? '' }
}

/** Pictures, their masks and colour profiles: the same logo returns in every file. */
const isRepeatable = ({ body, stream }: PdfObject): boolean => (stream !== null && /\/Subtype \/Image|\/N [134]\b/.test(body)) || /^\[\s*\/ICCBased/.test(body)

/** Writes each repeatable object the first time it is seen and points to that one ever after. A picture waits for its mask and colours. */
function shareRepeated(objects: readonly PdfObject[], writer: Writer, shared: Map<string, number>) {
  const known = new Map<number, number>()
  const pieces: Uint8Array[] = []
  let waiting = objects.filter(isRepeatable)
  for (let progress = true; progress; ) {
    progress = false
    const still: PdfObject[] = []
    for (const object of waiting) {
      let isComplete = true
      const body = mapReferences(object.body, (old) => {
        const number = known.get(old)
        if (number === undefined) isComplete = false
        return number ?? 0
      })
      if (!isComplete) {
        still.push(object)
        continue
      }
      progress = true
      const key = createHash('sha256')
        .update(body, 'latin1')
        .update(object.stream ?? '')
        .digest('base64')
      let number = shared.get(key)
      if (number === undefined) {
        number = writer.nextNumber()
        shared.set(key, number)
        pieces.push(...writer.object(number, body, object.stream))
      }
      known.set(object.number, number)
    }
    waiting = still
  }
  return { known, pieces, assigned: new Map<number, number>() }
}

interface Writer {
  nextNumber(): number
  /** The object's bytes, to be given to `take` in the same order as they were made. */
  object(number: number, body: string, stream: Uint8Array | null): Uint8Array[]
  take(pieces: Uint8Array[]): Uint8Array
  end(): Generator<Uint8Array>
}

function startWriter(): Writer {
  const offsets: number[] = [0, 0, 0]
  let at = 0
  let isStarted = false
  const begin = (): Uint8Array[] => {
    if (isStarted) return []
    isStarted = true
    // The second line marks the file as binary (7.5.2).
    const header = Buffer.from('%PDF-1.7\n%\x80\x81\x82\x83\n', 'latin1')
    at += header.length
    return [header]
  }
  return {
    nextNumber: () => offsets.push(0) - 1,
    object(number, body, stream) {
      const head = begin()
      offsets[number] = at
      const pieces =
        stream === null
          ? [Buffer.from(`${number} 0 obj\n${body}\nendobj\n`, 'latin1')]
          : [Buffer.from(`${number} 0 obj\n${body}\n`, 'latin1'), stream, Buffer.from('\nendobj\n')]
      for (const piece of pieces) at += piece.length
      return [...head, ...pieces]
    },
    take: (pieces) => Buffer.concat(pieces),
    *end() {
      const start = at
      yield Buffer.from(`xref\n0 ${offsets.length}\n0000000000 65535 f \n`)
      for (let from = 1; from < offsets.length; from += 2000) {
        yield Buffer.from(
          offsets
            .slice(from, from + 2000)
            .map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
            .join(''),
        )
      }
      yield Buffer.from(`trailer\n<< /Size ${offsets.length} /Root ${CATALOG} 0 R >>\nstartxref\n${start}\n%%EOF\n`)
    },
  }
}
