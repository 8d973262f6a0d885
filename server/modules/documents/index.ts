export { invoicesPdf, pdfOptionsSchema } from './invoices-pdf.ts'
export type { PdfOptions } from './invoices-pdf.ts'
export { routes } from './routes.ts'
export { settings } from './settings.ts'
