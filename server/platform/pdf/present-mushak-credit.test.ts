import { expect, test } from 'vitest'
import { toMinor } from '#kernel/money.ts'
import { date } from '#kernel/time.ts'
import type { CreditedLine } from './documents.ts'
import { exampleCreditNote, exampleLine } from './example-documents.ts'
import { presentMushakCredit } from './present-mushak-credit.ts'

const invoiced = { lineNo: 1, quantityMilli: 1000n, net: toMinor(1_05_000), discount: toMinor(10_000), vat: toMinor(4_750) }
const credited = (price: number, more: Partial<CreditedLine> = {}): CreditedLine => ({ ...exampleLine({ price }), invoiced, ...more })

test('each row says what stood on the tax invoice and by how much it is lowered, without taxes', () => {
  const view = presentMushakCredit(exampleCreditNote(), 'en')
  expect(view.rows).toEqual([
    [
      '1',
      'INV-2601-004821\n01 Jan 2026, 10:35',
      'Home 40 Mbps, 12–21 Jan 2026\nFibre cut in Mirpur-10, ten days without service',
      '950.00',
      '1',
      '47.50',
      '0.00',
      '350.00',
      '—',
      '17.50',
      '0.00',
    ],
  ])
  expect(view.totals).toEqual(['950.00', '', '47.50', '0.00', '350.00', '', '17.50', '0.00'])
  expect(view.columns.length + view.groups.flatMap(({ columns }) => columns).length).toBe(view.widths.length)
  expect(view.words).toContain('Output tax to be reduced (in taka): 17.50\n')
})

test('in Bangla every figure, day and label is in Bangla', () => {
  const view = presentMushakCredit(exampleCreditNote(), 'bn')
  expect(view.rows[0]?.slice(3)).toEqual(['৯৫০.০০', '১', '৪৭.৫০', '০.০০', '৩৫০.০০', '—', '১৭.৫০', '০.০০'])
  expect(view.issue).toEqual([
    ['ক্রেডিট নোট নম্বর', 'CN-2601-000042'],
    ['ইস্যুর তারিখ', '২৩ জানুয়ারি ২০২৬'],
    ['ইস্যুর সময়', '১২:০০'],
  ])
  expect(view.groups.map(({ label }) => label)).toEqual(['চালানপত্রে উল্লিখিত সরবরাহের', 'হ্রাসকারী সমন্বয়ের সহিত সংশ্লিষ্ট'])
})

test('a line taken back whole names its quantity; one credited in two parts was invoiced once', () => {
  const whole = presentMushakCredit(exampleCreditNote({ lines: [credited(1_05_000, { discount: toMinor(10_000) })] }), 'en')
  expect(whole.rows[0]?.[8]).toBe('1')
  const period = { startsOn: date('2026-01-20'), endsOn: date('2026-01-22') }
  const parts = presentMushakCredit(exampleCreditNote({ lines: [credited(20_000), credited(15_000, { period })] }), 'en')
  expect([parts.totals[0], parts.totals[4]]).toEqual(['950.00', '350.00'])
})
