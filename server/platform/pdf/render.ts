import type { Locale } from '#kernel/actor.ts'
import type {
  CreditNoteDocument,
  CreditNoteOptions,
  DepositReceiptDocument,
  InvoiceDocument,
  InvoiceOptions,
  PlainOptions,
  ReceiptDocument,
  ReceiptOptions,
  Seller,
  StatementDocument,
} from './documents.ts'
import { startEngine, type Engine } from './engine.ts'
import { toJobData, type Job, type Template } from './job.ts'
import { joinPdfs } from './join-pdfs.ts'
import { LABELS, MUSHAK_CREDIT_LABELS, MUSHAK_LABELS } from './labels.ts'
import { presentCreditNote, presentInvoice } from './present-invoice.ts'
import { collectImages, presentSeller, type SellerView } from './present-letterhead.ts'
import { presentMushak } from './present-mushak.ts'
import { presentMushakCredit } from './present-mushak-credit.ts'
import { presentDepositReceipt, presentReceipt } from './present-receipt.ts'
import { presentStatement } from './present-statement.ts'

/** Documents set together: enough that fonts and page set-up weigh little, few enough that memory stays flat. */
const CHUNK = 50

let sharedEngine: Engine | undefined
const engine = (): Engine => (sharedEngine ??= startEngine())

/** Ends the typesetting process, if any; called when the program stops. Later calls start it anew. */
export function closePdf(): void {
  sharedEngine?.close()
  sharedEngine = undefined
}

/** One invoice. @throws PdfBusy 503, PdfNotMade 500. */
export const renderInvoice = (invoice: InvoiceDocument, options: InvoiceOptions): Promise<Uint8Array> => engine().typeset(invoiceJob([invoice], options, true))

/** One money receipt. @throws PdfBusy 503, PdfNotMade 500. */
export const renderReceipt = (receipt: ReceiptDocument, { locale, paper }: ReceiptOptions): Promise<Uint8Array> =>
  engine().typeset(makeJob(receiptTemplate(paper), [receipt], { locale, paper, tagged: true, present: (each) => presentReceipt(each, locale) }))

/** The receipt of one deposit. @throws PdfBusy 503, PdfNotMade 500. */
export const renderDepositReceipt = (receipt: DepositReceiptDocument, { locale, paper }: ReceiptOptions): Promise<Uint8Array> =>
  engine().typeset(makeJob(receiptTemplate(paper), [receipt], { locale, paper, tagged: true, present: (each) => presentDepositReceipt(each, locale) }))

const receiptTemplate = (paper: ReceiptOptions['paper']): Template => (paper === '80mm' ? 'receipt-80mm' : 'receipt')

/** One credit note, on A4. @throws PdfBusy 503, PdfNotMade 500. */
export const renderCreditNote = (note: CreditNoteDocument, options: CreditNoteOptions): Promise<Uint8Array> => engine().typeset(creditNoteJob(note, options))

function creditNoteJob(note: CreditNoteDocument, { locale, template }: CreditNoteOptions): Job {
  const shared = { locale, paper: 'a4', tagged: true }
  return template === 'mushak-6.7'
    ? makeJob('mushak-6-7', [note], { ...shared, present: (each) => presentMushakCredit(each, locale) })
    : makeJob('invoice', [note], { ...shared, present: (each) => presentCreditNote(each, locale) })
}

/** One client's statement, on A4. @throws PdfBusy 503, PdfNotMade 500. */
export const renderStatement = (statement: StatementDocument, { locale }: PlainOptions): Promise<Uint8Array> =>
  engine().typeset(makeJob('statement', [statement], { locale, paper: 'a4', tagged: true, present: (each) => presentStatement(each, locale) }))

/**
 * Many invoices as the bytes of one PDF, in the order given, each on pages of its own. Memory does not grow with their number: they are
 * read, set and written in chunks, and the next chunk is prepared while one is being set. Single documents go before it in the queue.
 * An empty input gives no bytes.
 * @throws PdfBusy 503, PdfNotMade 500.
 */
export async function* renderInvoices(
  invoices: Iterable<InvoiceDocument> | AsyncIterable<InvoiceDocument>,
  options: InvoiceOptions,
  { chunk = CHUNK, using = engine() }: { chunk?: number; using?: Engine } = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  yield* joinPdfs(typesetChunks(invoices, options, chunk, using))
}

async function* typesetChunks(
  invoices: Iterable<InvoiceDocument> | AsyncIterable<InvoiceDocument>,
  options: InvoiceOptions,
  size: number,
  using: Engine,
): AsyncGenerator<Uint8Array, void, undefined> {
  let ahead: Promise<Uint8Array> | undefined
  const exchange = (chunk: InvoiceDocument[]): Promise<Uint8Array> | undefined => {
    const ready = ahead
    ahead = using.typeset(invoiceJob(chunk, options, false), 'bulk')
    // Its error is thrown where it is awaited; until then it must not count as unhandled.
    ahead.catch(() => undefined)
    return ready
  }
  let chunk: InvoiceDocument[] = []
  for await (const invoice of invoices) {
    chunk.push(invoice)
    if (chunk.length < size) continue
    const ready = exchange(chunk)
    chunk = []
    if (ready) yield await ready
  }
  if (chunk.length > 0) {
    const ready = exchange(chunk)
    if (ready) yield await ready
  }
  if (ahead) yield await ahead
}

/** The job that sets these invoices; also what the benchmark measures. */
export function invoiceJob(invoices: readonly InvoiceDocument[], { locale, paper, template }: InvoiceOptions, tagged: boolean): Job {
  if (template === 'mushak-6.3') return makeJob('mushak-6-3', invoices, { locale, paper: 'a4', tagged, present: (each) => presentMushak(each, locale) })
  const file = paper === '80mm' ? 'invoice-80mm' : 'invoice'
  return makeJob(file, invoices, { locale, paper, tagged, present: (each) => presentInvoice(each, locale) })
}

interface Presentation<Document> {
  readonly locale: Locale
  readonly paper: string
  readonly tagged: boolean
  readonly present: (document: Document) => object
}

/** The forms of the state: words of their own, and a copy for each side. */
const FORMS: Partial<Record<Template, Record<Locale, object>>> = { 'mushak-6-3': MUSHAK_LABELS, 'mushak-6-7': MUSHAK_CREDIT_LABELS }

/** The letterhead is told once for all documents that share it. */
function makeJob<Document extends { readonly seller: Seller }>(
  template: Template,
  documents: readonly Document[],
  { locale, paper, tagged, present }: Presentation<Document>,
): Job {
  const labels = LABELS[locale]
  const images = collectImages()
  const sellers: SellerView[] = []
  const indexes = new Map<Seller, number>()
  const views = documents.map((document) => {
    let letterhead = indexes.get(document.seller)
    if (letterhead === undefined) {
      letterhead = sellers.push(presentSeller(document.seller, labels, images)) - 1
      indexes.set(document.seller, letterhead)
    }
    return { letterhead, ...present(document) }
  })
  const form = FORMS[template]
  const copies = form === undefined ? 1 : 2
  const data = toJobData({ locale, paper, labels: form?.[locale] ?? labels, letterheads: sellers, documents: views })
  return { template, data, images: [...images.files], papers: copies * views.length, tagged }
}
