import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import type { InvoiceDocument } from './documents.ts'
import { exampleInvoice, exampleSeller } from './example-documents.ts'
import { joinPdfs } from './join-pdfs.ts'
import { mapReferences, readPdf, UnreadablePdf } from './pdf-objects.ts'
import { closePdf, renderInvoice, renderInvoices } from './render.ts'

afterAll(closePdf)

const folder = mkdtempSync(join(tmpdir(), 'joined-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of bytes) parts.push(part)
  return Buffer.concat(parts)
}

async function* files(...all: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* all
}

const options = { locale: 'en', paper: 'a4', template: 'standard' } as const
const numbered = (count: number, changes: Partial<InvoiceDocument> = {}): InvoiceDocument[] =>
  Array.from({ length: count }, (_, index) => exampleInvoice({ number: `INV-${index + 1}`, ...changes }))

/** Every reference of every object leads to an object of the file, and the page tree counts what it holds. */
function checkStructure(pdf: Uint8Array): { pages: number; objects: number } {
  const file = readPdf(pdf)
  const byNumber = new Map(file.objects.map((object) => [object.number, object.body]))
  expect(byNumber.size).toBe(file.objects.length)
  for (const { body } of file.objects) {
    mapReferences(body, (number) => {
      expect(byNumber.has(number)).toBe(true)
      return number
    })
  }
  const walk = (number: number, parent: number | null): number => {
    const body = byNumber.get(number) ?? ''
    if (parent !== null) expect(body).toContain(`/Parent ${parent} 0 R`)
    if (/\/Type \/Page\b(?!s)/.test(body)) return 1
    const kids = [...(/\/Kids \[([^\]]*)\]/.exec(body)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map((kid) => Number(kid[1]))
    const pages = kids.reduce((sum, kid) => sum + walk(kid, number), 0)
    expect(body).toContain(`/Count ${pages}`)
    return pages
  }
  return { pages: walk(Number(/\/Pages (\d+) 0 R/.exec(byNumber.get(file.root) ?? '')?.[1]), null), objects: file.objects.length }
}

function qpdfFinds(pdf: Uint8Array): string | null {
  const path = join(folder, 'checked.pdf')
  writeFileSync(path, pdf)
  const run = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' })
  if (run.error) return null
  return run.status === 0 ? '' : run.stdout + run.stderr
}

test('references are renumbered, and digits in strings, names, hex strings and comments are not', () => {
  const plus100 = (body: string): string => mapReferences(body, (number) => number + 100)
  expect(plus100('<< /A 1 0 R /B [2 0 R 33 0 R] >>')).toBe('<< /A 101 0 R /B [102 0 R 133 0 R] >>')
  expect(plus100('<</T (1 0 R (2 0 R) \\) 3 0 R)/N 4 0 R>>')).toBe('<</T (1 0 R (2 0 R) \\) 3 0 R)/N 104 0 R>>')
  expect(plus100('<< /H <10 0 R> /Rect [1 0 0 1] /N#201 5 0 R % 6 0 R\n>>')).toBe('<< /H <10 0 R> /Rect [1 0 0 1] /N#201 105 0 R % 6 0 R\n>>')
})

test('a month of several chunks is one sound PDF with every invoice on its page, in order', async () => {
  const pdf = await collect(renderInvoices(numbered(23), options, { chunk: 5 }))
  expect(checkStructure(pdf).pages).toBe(23)
  const found = qpdfFinds(pdf)
  if (found === null) process.stderr.write('SKIPPED: qpdf is not installed, so the joined file was checked by our own reader only\n')
  else expect(found).toBe('')
  const path = join(folder, 'month.pdf')
  writeFileSync(path, pdf)
  const text = spawnSync('pdftotext', [path, '-'], { encoding: 'utf8' })
  if (text.error) process.stderr.write('SKIPPED: pdftotext is not installed, so the order of the joined pages was not read\n')
  else {
    expect(
      text.stdout
        .split('\f')
        .slice(0, 23)
        .map((page) => /INV-\d+/.exec(page)?.[0]),
    ).toEqual(numbered(23).map(({ number }) => number))
  }
})

test('the logo is written once, however many chunks bring it', async () => {
  const logo = await sharp({ create: { width: 300, height: 100, channels: 4, background: { r: 10, g: 92, b: 140, alpha: 0.5 } } })
    .png()
    .toBuffer()
  const seller = { ...exampleSeller, logo }
  const images = async (count: number): Promise<number> => {
    const pdf = await collect(renderInvoices(numbered(count, { seller }), options, { chunk: 2 }))
    expect(checkStructure(pdf).pages).toBe(count)
    return readPdf(pdf).objects.filter(({ body }) => body.includes('/Subtype /Image')).length
  }
  const once = await images(2)
  expect(once).toBeGreaterThan(0)
  expect(await images(9)).toBe(once)
})

test('no invoices make no bytes, and one makes a whole file', async () => {
  expect((await collect(renderInvoices([], options))).length).toBe(0)
  expect(checkStructure(await collect(renderInvoices(numbered(1), options))).pages).toBe(1)
})

test('an asynchronous source is read chunk by chunk, not all at once', async () => {
  let read = 0
  async function* source(): AsyncGenerator<InvoiceDocument> {
    for (const invoice of numbered(40)) {
      read++
      yield invoice
    }
  }
  const stream = renderInvoices(source(), options, { chunk: 4 })
  await stream.next()
  expect(read).toBeLessThanOrEqual(12)
  await stream.return()
})

test('an error of the source or of one document ends the stream with that error', async () => {
  function* broken(): Generator<InvoiceDocument> {
    yield* numbered(5)
    throw new Error('the database went away')
  }
  await expect(collect(renderInvoices(broken(), options, { chunk: 2 }))).rejects.toThrow('the database went away')
})

test('a file with tags, as single documents have, can be joined too', async () => {
  const one = await renderInvoice(exampleInvoice(), options)
  const pdf = await collect(joinPdfs(files(one, one, one)))
  expect(checkStructure(pdf).pages).toBe(3)
})

test('what is not a plain PDF is refused, not garbled', async () => {
  await expect(collect(joinPdfs(files(Buffer.from('not a PDF'))))).rejects.toThrow(UnreadablePdf)
  await expect(collect(joinPdfs(files(Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /XRef >>\nendobj\nstartxref\n9\n%%EOF\n'))))).rejects.toThrow(UnreadablePdf)
})
