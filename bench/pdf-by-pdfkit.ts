import PdfDocument from 'pdfkit'
import { create } from 'qrcode'
import type { Locale } from '#kernel/actor.ts'
import type { InvoiceDocument } from '#platform/pdf/documents.ts'
import { fontFiles } from '#platform/pdf/fonts.ts'
import { LABELS } from '#platform/pdf/labels.ts'
import { presentInvoice, type InvoiceView } from '#platform/pdf/present-invoice.ts'

/** The measure of P7: the same invoices drawn with pdfkit - the same texts, figures, rules and QR code on one page each. */
type Document = InstanceType<typeof PdfDocument>

const [latin, bengali, latinBold, bengaliBold] = fontFiles()
const LEFT = 45
const RIGHT = 550
const INK = '#1c2430'
const QUIET = '#5d6876'

export async function drawInvoices(invoices: Iterable<InvoiceDocument>, locale: Locale): Promise<number> {
  const document = new PdfDocument({ size: 'A4', margin: 40, autoFirstPage: false })
  document.registerFont('latin', latin)
  document.registerFont('bengali', bengali)
  document.registerFont('latin-bold', latinBold)
  document.registerFont('bengali-bold', bengaliBold)
  let bytes = 0
  document.on('data', (chunk: Buffer) => (bytes += chunk.length))
  const ended = new Promise((resolve) => document.on('end', resolve))
  for (const invoice of invoices) {
    document.addPage()
    drawPage(document, invoice, presentInvoice(invoice, locale), locale)
  }
  document.end()
  await ended
  return bytes
}

interface Style {
  readonly size?: number
  readonly bold?: boolean
  readonly colour?: string
  /** Right edge for figures; the text starts at `x` without it. */
  readonly to?: number
}

/**
 * pdfkit takes one font per call, so mixed text is drawn run by run. Its shaper throws on this font's reph and chandrabindu
 * (an empty mark anchor), so those two signs are left out here: slightly less work for it than for us.
 */
function put(document: Document, text: string, x: number, y: number, { size = 9, bold = false, colour = INK, to }: Style = {}): void {
  const runs = (text.replace(/র্|ঁ/g, '').match(/[\u0980-\u09ff\u200c\u200d]+(?:[^A-Za-z0-9\u0980-\u09ff]+(?=[\u0980-\u09ff]))?|[^\u0980-\u09ff]+/g) ?? []).map(
    (run) => ({
      run,
      font: `${/[\u0980-\u09ff]/.test(run) ? 'bengali' : 'latin'}${bold ? '-bold' : ''}`,
    }),
  )
  document.fontSize(size).fillColor(colour)
  const widths = runs.map(({ run, font }) => document.font(font).widthOfString(run))
  let at = to === undefined ? x : to - widths.reduce((sum, width) => sum + width, 0)
  for (const [index, { run, font }] of runs.entries()) {
    document.font(font).text(run, at, y, { lineBreak: false })
    at += widths[index] ?? 0
  }
}

const rule = (document: Document, y: number, width: number, colour: string): void => {
  document.moveTo(LEFT, y).lineTo(RIGHT, y).lineWidth(width).strokeColor(colour).stroke()
}

function drawPage(document: Document, { seller, qr }: InvoiceDocument, view: InvoiceView, locale: Locale): void {
  const labels = LABELS[locale]
  const colour = seller.colour ?? INK
  put(document, seller.name, LEFT, 40, { size: 16, bold: true, colour })
  const contact = [seller.address, [seller.phone, seller.email, seller.website ?? ''].join('  ·  '), `${labels.vatRegistration} ${seller.vatRegistration}`]
  for (const [index, line] of contact.entries()) put(document, line, LEFT, 62 + 12 * index, { size: 8, colour: QUIET })
  put(document, view.title, 0, 40, { size: 17, bold: true, colour, to: RIGHT })
  put(document, view.number, 0, 64, { size: 10, bold: true, to: RIGHT })
  put(document, view.status.text, 0, 80, { size: 8, bold: true, colour: '#a45a00', to: RIGHT })
  rule(document, 104, 1.4, colour)

  put(document, view.to, LEFT, 114, { size: 8, colour: QUIET })
  put(document, view.buyer.name, LEFT, 126, { size: 10.5, bold: true })
  for (const [index, line] of view.buyer.lines.entries()) put(document, line, LEFT, 142 + 12 * index)
  for (const [index, [label, value]] of view.facts.entries()) {
    put(document, label, 330, 114 + 15 * index, { colour: QUIET })
    put(document, value, 0, 114 + 15 * index, { to: RIGHT })
  }
  document.roundedRect(LEFT, 184, RIGHT - LEFT, 38, 4).fill('#e8f0f5')
  put(document, view.headline.label, 56, 191, { bold: true, colour })
  put(document, view.headline.note, 56, 206, { size: 7.6, colour: QUIET })
  put(document, view.headline.amount, 0, 194, { size: 16, bold: true, colour, to: RIGHT - 12 })

  let y = drawLines(document, view, labels.description, colour)
  const top = y
  for (const [label, value] of [...view.totals, view.grandTotal, ...view.settled, ...view.summary]) {
    const bold = label === view.grandTotal[0]
    put(document, label, 345, y, { colour: QUIET, bold })
    put(document, value, 0, y, { to: RIGHT, bold })
    y += 15
  }
  put(document, labels.inWords, LEFT, top, { size: 7.6, colour: QUIET })
  put(document, view.words, LEFT, top + 12, { size: 7.6, bold: true })
  put(document, labels.payments, LEFT, top + 34, { bold: true })
  for (const [index, payment] of view.payments.entries()) put(document, payment.join('   '), LEFT, top + 48 + 13 * index, { size: 8 })
  drawQr(document, qr ?? '', LEFT, top + 74, 65)
  put(document, labels.scan, 120, top + 100, { size: 7.6, colour: QUIET })

  y += 24
  put(document, labels.howToPay, LEFT, y, { bold: true })
  for (const [index, way] of view.instructions.entries()) {
    const x = LEFT + index * 170
    document.rect(x, y + 16, 163, 48).fill('#f3f7fa')
    put(document, way.name, x + 8, y + 22, { bold: true, colour })
    put(document, way.account, x + 8, y + 35, { bold: true })
    put(document, way.hint, x + 8, y + 48, { size: 6.5, colour: QUIET })
  }
  put(document, labels.notes, LEFT, y + 80, { bold: true })
  put(document, view.notes, LEFT, y + 94, { size: 8 })
  rule(document, 790, 0.5, '#d9dee5')
  put(document, view.footer, LEFT, 795, { size: 7.6, colour: QUIET })
}

function drawLines(document: Document, view: InvoiceView, description: string, colour: string): number {
  const edges = view.columns.map((_, index) => RIGHT - (view.columns.length - 1 - index) * 58)
  put(document, '#', LEFT, 236, { size: 8, bold: true, colour })
  put(document, description, LEFT + 18, 236, { size: 8, bold: true, colour })
  for (const [index, label] of view.columns.entries()) put(document, label, 0, 236, { size: 8, bold: true, colour, to: edges[index] ?? RIGHT })
  rule(document, 250, 0.9, colour)
  let y = 256
  for (const row of view.rows) {
    put(document, row.no, LEFT, y, { colour: QUIET })
    put(document, row.title, LEFT + 18, y)
    put(document, row.small, LEFT + 18, y + 12, { size: 7.6, colour: QUIET })
    for (const [index, figure] of row.figures.entries()) put(document, figure, 0, y, { to: edges[index] ?? RIGHT, bold: index === row.figures.length - 1 })
    rule(document, y + 25, 0.5, '#d9dee5')
    y += 31
  }
  return y + 6
}

function drawQr(document: Document, text: string, x: number, y: number, width: number): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M', maskPattern: 3 })
  const unit = width / modules.size
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      const start = column
      while (column < modules.size && modules.data[row * modules.size + column]) column++
      if (column > start) document.rect(x + start * unit, y + row * unit, (column - start) * unit, unit)
    }
  }
  document.fill(INK)
}
