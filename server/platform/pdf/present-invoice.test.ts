import { expect, test } from 'vitest'
import { toMinor } from '#kernel/money.ts'
import { exampleCreditNote, exampleInvoice, exampleLines } from './example-documents.ts'
import type { DocumentLine } from './documents.ts'
import { presentCreditNote, presentInvoice } from './present-invoice.ts'

const line = { ...(exampleLines[0] as DocumentLine), discount: toMinor(0), net: toMinor(63_333), vat: toMinor(3167), total: toMinor(66_500) }
const totals = { net: toMinor(63_333), discount: toMinor(0), vat: toMinor(3167), total: toMinor(66_500) }

test('what is left open on paper is the total less all that was paid, credited and written off, each on a line', () => {
  const view = presentInvoice(
    exampleInvoice({
      lines: [line],
      totals: { ...totals, paid: toMinor(26_600), credited: toMinor(15_000), writtenOff: toMinor(4_900), open: toMinor(20_000) },
    }),
    'en',
  )
  expect(view.grandTotal).toEqual(['Total', '৳\u00a0665.00'])
  expect(view.settled).toEqual([
    ['Paid', '৳\u00a0266.00'],
    ['Credited', '৳\u00a0150.00'],
    ['Written off', '৳\u00a049.00'],
    ['Balance due', '৳\u00a0200.00'],
  ])
})

test('a bill that nothing was credited of says nothing of credits', () => {
  const view = presentInvoice(exampleInvoice({ lines: [line], totals: { ...totals, paid: toMinor(0), credited: toMinor(0), open: toMinor(66_500) } }), 'en')
  expect(view.settled.map(([label]) => label)).toEqual(['Paid', 'Balance due'])
})

test('only what was paid whole is said to be paid in full', () => {
  const headline = (paid: number, credited: number) =>
    presentInvoice(
      exampleInvoice({ lines: [line], status: 'paid', totals: { ...totals, paid: toMinor(paid), credited: toMinor(credited), open: toMinor(0) } }),
      'en',
    ).headline
  expect(headline(66_500, 0)).toMatchObject({ label: 'Paid in full', amount: '৳\u00a0665.00' })
  expect(headline(51_500, 15_000)).toMatchObject({ label: 'Nothing to pay', amount: '৳\u00a00.00' })
})

test('a part of a cycle says which part of it is charged, in both languages', () => {
  const small = (locale: 'en' | 'bn') => presentInvoice(exampleInvoice({ lines: [{ ...line, share: { days: 19, cycleDays: 30 } }] }), locale).rows[0]?.small
  expect(small('en')).toContain('19 of 30 days')
  expect(small('bn')).toContain('৩০ দিনের মধ্যে ১৯ দিন')
})

test('a credit note is credited to the client, not billed to him', () => {
  expect(presentCreditNote(exampleCreditNote(), 'en').to).toBe('Credited to')
})
