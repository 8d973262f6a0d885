/**
 * P7: invoice PDFs, half English and half Bangla. The bar: pages per second of processor time, one file for each invoice as it is opened
 * or sent, against pdfkit drawing the same texts, rules and QR code, in the same run; all processes and the presenting are counted.
 * Beside it, without a bar: many invoices in one file on both sides; and the memory while a whole month becomes one file.
 *   npm run bench -- pdf --pages 100 --rounds 5 --invoices 100000
 */
import { toMinor } from '#kernel/money.ts'
import { exampleInvoice, exampleLine, totalsOf } from '#platform/pdf/example-documents.ts'
import { DEFAULT_SETTINGS, startEngine, type Engine } from '#platform/pdf/engine.ts'
import { invoiceJob, renderInvoices } from '#platform/pdf/render.ts'
import type { InvoiceDocument } from '#platform/pdf/documents.ts'
import { median, type Result } from './measure.ts'
import { drawInvoices } from './pdf-by-pdfkit.ts'

export interface PdfBenchOptions {
  readonly pages?: number
  readonly rounds?: number
  readonly invoices?: number
}

export async function bench({ pages = 100, rounds = 3, invoices = 5000 }: PdfBenchOptions = {}): Promise<Result[]> {
  // First, while this process is still small: pdfkit leaves a large heap behind.
  const small = await month(500)
  const large = await month(invoices)
  const engine = startEngine(DEFAULT_SETTINGS)
  const rates = { single: { ours: [] as number[], pdfkit: [] as number[] }, bulk: { ours: [] as number[], pdfkit: [] as number[] } }
  try {
    // Both sides load fonts and compile their code outside the measured rounds.
    await ours(engine, 100, 'single')
    await theirs(20, 'single')
    for (let round = 0; round < rounds; round++) {
      rates.single.ours.push(await ours(engine, pages, 'single'))
      rates.single.pdfkit.push(await theirs(Math.max(10, Math.round(pages / 3)), 'single'))
      rates.bulk.ours.push(await ours(engine, pages * 5, 'bulk'))
      rates.bulk.pdfkit.push(await theirs(pages * 2, 'bulk'))
    }
  } finally {
    engine.close()
  }
  const figure = (rate: number): string => `${rate.toFixed(0)}/s`
  const [single, singleByPdfkit, bulk, bulkByPdfkit] = [rates.single.ours, rates.single.pdfkit, rates.bulk.ours, rates.bulk.pdfkit].map(median) as [
    number,
    number,
    number,
    number,
  ]
  return [
    {
      part: 'P7',
      what: 'invoice PDF, one file each, English and Bangla, pages per CPU second',
      ratio: single / singleByPdfkit,
      against: 'pdfkit',
      bar: 10,
      better: 'more',
      note: `${figure(single)} against ${figure(singleByPdfkit)}; many in one file ${figure(bulk)} against ${figure(bulkByPdfkit)}, where pdfkit keeps every word it has set`,
    },
    {
      part: 'P7',
      what: `memory at most, ${large.invoices} invoices in one file`,
      ratio: large.peakMb / small.peakMb,
      against: `that of ${small.invoices}`,
      bar: 1.5,
      better: 'less',
      note: `${large.peakMb.toFixed(0)} MB (${large.ownMb.toFixed(0)} own, ${large.typesetterMb.toFixed(0)} typesetter) for a file of ${large.fileMb.toFixed(0)} MB in ${large.seconds.toFixed(0)} s`,
    },
  ]
}

let serial = 0

/** Every page differs, as in a real month: nothing can be answered from a cache. */
function nextInvoice(): InvoiceDocument {
  const n = ++serial
  const lines = [
    exampleLine({ description: 'Home 40 Mbps · মাসিক ইন্টারনেট', price: 80_000 + (n % 900) * 50, discount: toMinor((n % 7) * 1000) }),
    exampleLine({ description: `Static public IPv4 address 103.${n % 250}.12.7`, price: 30_000 }),
    exampleLine({ description: 'Wi-Fi router, instalment', price: 50_000 }),
  ]
  return exampleInvoice({
    number: `INV-2601-${String(n).padStart(6, '0')}`,
    buyer: {
      code: `PF-${n}`,
      name: `মোঃ আব্দুল্লাহ আল মামুন ${n}`,
      address: `বাড়ি ${n % 400}, কৃষ্ণচূড়া সড়ক, মিরপুর-${n % 14}, ঢাকা`,
      phone: `01711-${String(n).padStart(6, '0')}`,
    },
    lines,
    totals: totalsOf(lines, 50_000n),
    qr: `https://my.padmafiber.example/pay/INV-2601-${n}`,
  })
}

function* someInvoices(count: number): Generator<InvoiceDocument> {
  for (let made = 0; made < count; made++) yield nextInvoice()
}

const ownCpuMicros = (): number => {
  const { user, system } = process.cpuUsage()
  return user + system
}

type Mode = 'single' | 'bulk'
const LOCALES = ['en', 'bn'] as const

async function ours(engine: Engine, pages: number, mode: Mode): Promise<number> {
  const before = ownCpuMicros() + engine.stats().cpuMicros
  for (const locale of LOCALES) {
    const options = { locale, paper: 'a4', template: 'standard' } as const
    if (mode === 'single') for (const invoice of someInvoices(pages / 2)) await engine.typeset(invoiceJob([invoice], options, true))
    else for await (const bytes of renderInvoices(someInvoices(pages / 2), options, { using: engine })) void bytes
  }
  return pages / ((ownCpuMicros() + engine.stats().cpuMicros - before) / 1e6)
}

async function theirs(pages: number, mode: Mode): Promise<number> {
  const before = ownCpuMicros()
  for (const locale of LOCALES) {
    if (mode === 'single') for (const invoice of someInvoices(pages / 2)) await drawInvoices([invoice], locale)
    else await drawInvoices(someInvoices(pages / 2), locale)
  }
  return pages / ((ownCpuMicros() - before) / 1e6)
}

/** One file of the whole month, its bytes counted and let go, as a file or a response would take them. */
async function month(invoices: number) {
  const engine = startEngine(DEFAULT_SETTINGS)
  let bytesWritten = 0
  let ownPeak = 0
  const startedAt = performance.now()
  try {
    for await (const bytes of renderInvoices(someInvoices(invoices), { locale: 'bn', paper: 'a4', template: 'standard' }, { using: engine })) {
      bytesWritten += bytes.length
      ownPeak = Math.max(ownPeak, process.memoryUsage.rss())
    }
    const ownMb = ownPeak / 1e6
    const typesetterMb = engine.stats().peakRssBytes / 1e6
    return { invoices, fileMb: bytesWritten / 1e6, seconds: (performance.now() - startedAt) / 1000, ownMb, typesetterMb, peakMb: ownMb + typesetterMb }
  } finally {
    engine.close()
  }
}
