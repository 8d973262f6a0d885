import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { LOCALES } from '../../kernel/actor.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn } from '../../platform/db/tx.ts'
import { renderInvoices } from '../../platform/pdf/index.ts'
import type { InvoiceDocument } from '../../platform/pdf/index.ts'
import { listInvoices } from '../billing/index.ts'
import type { InvoiceFilter } from '../billing/index.ts'
import { invoiceDocument } from './invoice-document.ts'
import { readLetterhead } from './letterhead.ts'
import type { Letterhead } from './letterhead.ts'
import { selectInvoicePapers } from './papers.sql.ts'

const BATCH = 200

/** Choices of printing; what is not said is as the company has set it. */
export const pdfOptionsSchema = z.strictObject({
  locale: z.enum(LOCALES).optional(),
  paper: z.enum(['a4', '80mm']).default('a4'),
  template: z.enum(['standard', 'mushak-6.3']).optional(),
})
export type PdfOptions = z.output<typeof pdfOptionsSchema>

export interface InvoicesPdf {
  readonly today: PlainDate
  readonly filter: InvoiceFilter
  readonly options: PdfOptions
  readonly onRead?: ((invoices: number) => Promise<void>) | undefined
}

/** Every invoice a list shows as one PDF in the order of the list; voided ones are left out. Memory does not grow with their number. @throws NotFound 404 where there is none. */
export async function* invoicesPdf(conn: Conn, actor: Actor, { today, filter, options, onRead }: InvoicesPdf): AsyncGenerator<Uint8Array> {
  const letterhead = await readLetterhead(conn)
  const { locale = actor.locale, paper, template = letterhead.template } = options
  let isEmpty = true
  for await (const bytes of renderInvoices(papers(conn, actor, { today, filter, onRead }, letterhead), { locale, paper, template })) {
    isEmpty = false
    yield bytes
  }
  if (isEmpty) throw new NotFound('No invoice matches', { noun: 'invoice' })
}

async function* papers(
  conn: Conn,
  actor: Actor,
  { today, filter, onRead }: Pick<InvoicesPdf, 'today' | 'filter' | 'onRead'>,
  letterhead: Letterhead,
): AsyncGenerator<InvoiceDocument> {
  let before: bigint | undefined
  for (;;) {
    const rows = await listInvoices(conn, actor.scope, today, filter, { limit: BATCH, before })
    const page = rows.slice(0, BATCH)
    const found = await selectInvoicePapers(
      conn,
      actor.scope,
      page.filter(({ status }) => status !== 'void').map(({ id }) => id),
    )
    await onRead?.(found.length)
    for (const paper of found) yield invoiceDocument(paper, letterhead)
    before = page.at(-1)?.id
    if (rows.length <= BATCH) return
  }
}
