/**
 * P7: invoice PDFs, half English and half Bangla. The bar: pages per second of processor time, one file for each invoice as it is opened
 * or sent, against pdfkit drawing the same texts, rules and QR code, in the same run; all processes and the presenting are counted.
 * Beside it: many invoices in one file, on both sides, and the memory while a whole month becomes one file.
 *   npm run bench -- pdf            node bin/run.mjs bench/pdf.ts --pages 100 --rounds 5 --invoices 100000
 */
import { parseArgs } from 'node:util'
import { toMinor } from '#kernel/money.ts'
import { exampleInvoice, exampleLine, totalsOf } from '#platform/pdf/example-documents.ts'
import { DEFAULT_SETTINGS, startEngine, type Engine } from '#platform/pdf/engine.ts'
import { invoiceJob, renderInvoices } from '#platform/pdf/render.ts'
import type { InvoiceDocument } from '#platform/pdf/documents.ts'
import { drawInvoices } from './pdf-by-pdfkit.ts'

const BAR = 10
/** Own process and typesetting process together, while a month of any size is made. */
const MEMORY_BAR_MB = 600

export interface PdfBenchOptions {
  readonly pages?: number
  readonly rounds?: number
  readonly invoices?: number
}

export async function bench({ pages = 60, rounds = 3, invoices = 5000 }: PdfBenchOptions = {}) {
  // First, while this process is still small: pdfkit leaves a large heap behind.
  const memory = await month(invoices)
  const engine = startEngine(DEFAULT_SETTINGS)
  const rates = { single: { ours: [] as number[], pdfkit: [] as number[] }, bulk: { ours: [] as number[], pdfkit: [] as number[] } }
  try {
    // Both sides load fonts and compile their code outside the measured rounds.
    await ours(engine, 20, 'single')
    await theirs(10, 'single')
    for (let round = 0; round < rounds; round++) {
      rates.single.ours.push(await ours(engine, pages, 'single'))
      rates.single.pdfkit.push(await theirs(Math.max(10, Math.round(pages / 3)), 'single'))
      rates.bulk.ours.push(await ours(engine, pages * 5, 'bulk'))
      rates.bulk.pdfkit.push(await theirs(pages * 2, 'bulk'))
    }
  } finally {
    engine.close()
  }
  const [measured, against, bulk] = [median(rates.single.ours), median(rates.single.pdfkit), median(rates.bulk.ours)]
  const ratio = measured / against
  return {
    part: 'P7',
    title: 'invoice PDF, English and Bangla',
    unit: 'pages per CPU second',
    measured,
    against: { name: 'pdfkit', value: against },
    ratio,
    bar: BAR,
    met: ratio >= BAR && memory.peakMb <= MEMORY_BAR_MB,
    oneFile: { measured: bulk, against: { name: 'pdfkit, one file', value: median(rates.bulk.pdfkit) }, ratio: bulk / median(rates.bulk.pdfkit) },
    memory,
    rounds: rates,
    line:
      `PDF ${measured.toFixed(0)} pages per CPU second = ${ratio.toFixed(1)} x pdfkit (bar >= ${BAR}); in one file ${bulk.toFixed(0)}; ` +
      `${memory.invoices} invoices in one file of ${memory.fileMb.toFixed(0)} MB take ${memory.peakMb.toFixed(0)} MB of memory (bar <= ${MEMORY_BAR_MB})`,
  }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

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
    buyer: { code: `PF-${n}`, name: `মোঃ আব্দুল্লাহ আল মামুন ${n}`, address: `বাড়ি ${n % 400}, কৃষ্ণচূড়া সড়ক, মিরপুর-${n % 14}, ঢাকা`, phone: `01711-${String(n).padStart(6, '0')}` },
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
    const { peakRssBytes, started } = engine.stats()
    return {
      invoices,
      fileMb: bytesWritten / 1e6,
      seconds: (performance.now() - startedAt) / 1000,
      ownPeakMb: ownPeak / 1e6,
      typesetterPeakMb: peakRssBytes / 1e6,
      peakMb: (ownPeak + peakRssBytes) / 1e6,
      typesetterProcesses: started,
    }
  } finally {
    engine.close()
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { pages: { type: 'string' }, rounds: { type: 'string' }, invoices: { type: 'string' } } })
  const numbers = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]))
  process.stdout.write(`${JSON.stringify(await bench(numbers), null, 2)}\n`)
}
