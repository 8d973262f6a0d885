import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toMinor } from '#kernel/money.ts'
import {
  exampleBuyer,
  exampleCreditNote,
  exampleDepositReceipt,
  exampleInvoice,
  exampleLine,
  exampleReceipt,
  exampleSeller,
  exampleStatement,
  totalsOf,
} from './example-documents.ts'
import { readPdf } from './pdf-objects.ts'
import { closePdf, renderCreditNote, renderDepositReceipt, renderInvoice, renderReceipt, renderStatement } from './render.ts'

const folder = mkdtempSync(join(tmpdir(), 'documents-'))
afterAll(() => {
  closePdf()
  rmSync(folder, { recursive: true })
})

const hasReader = spawnSync('pdftotext', ['-v']).error === undefined
beforeAll(() => {
  if (!hasReader) process.stderr.write('SKIPPED: pdftotext is not installed (poppler-utils), so no text of the documents was read back\n')
})
const readable = test.skipIf(!hasReader)

/** The text of each page, with the layout kept, as someone copying from the document would get it. */
function pagesOf(pdf: Uint8Array): string[] {
  const path = join(folder, 'read.pdf')
  writeFileSync(path, pdf)
  return spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).stdout.split('\f').slice(0, -1)
}
const textOf = (pdf: Uint8Array): string =>
  pagesOf(pdf)
    .join('\n')
    .normalize('NFC')
    .replace(/[\s\u200b]+/g, ' ')
const sizesOf = (pdf: Uint8Array): string[] =>
  readPdf(pdf)
    .objects.flatMap(({ body }) => /\/MediaBox \[0 0 ([\d.]+ [\d.]+)\]/.exec(body)?.[1] ?? [])
    .map((size) =>
      size
        .split(' ')
        .map((side) => Math.round(Number(side)))
        .join('x'),
    )

const A4 = '595x842'
const english = { locale: 'en', paper: 'a4', template: 'standard' } as const
const bangla = { ...english, locale: 'bn' } as const

describe('paper', () => {
  test('each document comes on the paper asked for', async () => {
    expect(sizesOf(await renderInvoice(exampleInvoice(), english))).toEqual([A4])
    expect(sizesOf(await renderInvoice(exampleInvoice(), { ...bangla, paper: '80mm' }))[0]).toMatch(/^227x\d{3,}$/)
    expect(sizesOf(await renderInvoice(exampleInvoice(), { ...bangla, template: 'mushak-6.3' }))).toEqual(['842x595', '842x595'])
    expect(sizesOf(await renderReceipt(exampleReceipt(), { locale: 'bn', paper: 'a5' }))).toEqual(['595x420'])
    expect(sizesOf(await renderReceipt(exampleReceipt(), { locale: 'en', paper: 'a4' }))).toEqual([A4])
    expect(sizesOf(await renderReceipt(exampleReceipt(), { locale: 'en', paper: '80mm' }))[0]).toMatch(/^227x\d{3,}$/)
    expect(sizesOf(await renderCreditNote(exampleCreditNote(), { locale: 'bn', template: 'standard' }))).toEqual([A4])
    expect(sizesOf(await renderCreditNote(exampleCreditNote(), { locale: 'bn', template: 'mushak-6.7' }))).toEqual(['842x595', '842x595'])
    expect(sizesOf(await renderStatement(exampleStatement(), { locale: 'bn' }))).toEqual([A4])
  })
})

describe('invoice', () => {
  readable('everything the client must know is there, in English', async () => {
    const text = textOf(await renderInvoice(exampleInvoice(), english))
    for (const part of [
      'Padma Fibernet Ltd.',
      'BIN 004512398-0101',
      'INV-2601-004821',
      'Partly paid',
      'PF-10482',
      '01 Jan 2026, 10:35',
      '10 Jan 2026',
      'January 2026',
      'Amount due',
      '৳ 1,337.50',
      'Static public IPv4 address',
      '01–31 Jan 2026 · VAT 5%',
      '−100.00',
      '৳ 1,837.50',
      'Previous due',
      '৳ 525.00',
      '৳ 1,862.50',
      'One thousand eight hundred thirty-seven taka and fifty paisa',
      '9K72HD81QX',
      '01711-000111',
      'Service is suspended',
      'Help line 16999',
    ])
      expect(text).toContain(part)
  })

  readable('it speaks Bangla with Bangla digits, and the text copies out as it was written', async () => {
    const text = textOf(await renderInvoice(exampleInvoice(), bangla))
    for (const part of ['বিল', 'আংশিক পরিশোধিত', 'মোঃ আব্দুল্লাহ আল মামুন', 'জানুয়ারি ২০২৬', '৳ ১,৩৩৭.৫০', 'একক মূল্য', 'সর্বমোট', 'এক হাজার আটশত', 'ভ্যাট ৫%']) {
      expect(text).toContain(part.normalize('NFC'))
    }
  })

  readable.each(['#panic("x")', '*bold* _it_ $x^2$ `raw` #sys', '\\u{41} <tag> @ref // comment /* open', '= Heading', '"]}); #eval("1+1")'])(
    'a client named %j is printed literally and runs nothing',
    async (name) => {
      const text = textOf(await renderInvoice(exampleInvoice({ buyer: { ...exampleBuyer, name }, notes: name }), english))
      expect(text.split(name.replace(/\s+/g, ' ')).length).toBeGreaterThanOrEqual(3)
    },
  )

  readable('sixty lines go over several pages: head and page numbers on each, no line lost or torn', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => exampleLine({ description: `Link number ${index + 1} of the lot`, price: 1_00_000 + index }))
    const pages = pagesOf(await renderInvoice(exampleInvoice({ lines, totals: totalsOf(lines), status: 'unpaid' }), english))
    expect(pages.length).toBeGreaterThan(2)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
      expect(page).toContain('INV-2601-004821')
    }
    for (const page of pages.slice(1, -1)) expect(page).toMatch(/Description\s+Qty\s+Unit price/)
    for (let line = 1; line <= 60; line++) {
      const page = pages.filter((text) => new RegExp(`Link number ${line} of the lot`).test(text))
      expect(page.length).toBe(1)
      expect(page[0]).toContain(`1,000.${String(line - 1).padStart(2, '0')}`)
    }
  })

  readable('a single page carries no page number', async () => {
    expect(textOf(await renderInvoice(exampleInvoice(), english))).not.toContain('Page 1')
  })

  readable('long names and endless words wrap instead of running out of the paper', async () => {
    const name = 'The Very Long Name Of A Corporate Customer With Many Departments And Subsidiaries In All Districts Ltd.'
    const address = 'x'.repeat(150)
    const text = textOf(await renderInvoice(exampleInvoice({ buyer: { ...exampleBuyer, name, address } }), { ...english, paper: '80mm' }))
    expect(text).toContain(name)
    expect(text.replaceAll(/[^x]/g, '').length).toBeGreaterThanOrEqual(150)
  })

  readable('a void invoice says so and asks for no money', async () => {
    const totals = { ...exampleInvoice().totals, open: toMinor(0) }
    const text = textOf(await renderInvoice(exampleInvoice({ status: 'void', totals }), english))
    expect(text).toContain('This invoice is void')
    expect(text).not.toContain('How to pay')
    expect(text).not.toContain('Total payable')
  })

  readable('columns that would say nothing are left out', async () => {
    const lines = [exampleLine({ price: 50_000, vatBp: 0, vat: toMinor(0), total: toMinor(50_000) })]
    const text = textOf(await renderInvoice(exampleInvoice({ lines, totals: totalsOf(lines), status: 'unpaid' }), english))
    expect(text).not.toMatch(/VAT|Discount|Subtotal/)
  })

  test('a PNG or JPEG logo is embedded; another file is refused with what to do', async () => {
    const picture = sharp({ create: { width: 40, height: 20, channels: 3, background: '#0a5c8c' } })
    const images = async (logo: Uint8Array): Promise<number> =>
      readPdf(await renderInvoice(exampleInvoice({ seller: { ...exampleSeller, logo } }), english)).objects.filter(({ body }) =>
        body.includes('/Subtype /Image'),
      ).length
    expect(await images(await picture.clone().png().toBuffer())).toBeGreaterThan(0)
    expect(await images(await picture.clone().jpeg().toBuffer())).toBeGreaterThan(0)
    expect(() => renderInvoice(exampleInvoice({ seller: { ...exampleSeller, logo: Buffer.from('<svg/>') } }), english)).toThrow('upload it again')
  })
})

describe('VAT form Mushak-6.7', () => {
  const form = { locale: 'en', template: 'mushak-6.7' } as const

  readable('both marked copies carry what the law asks of a credit note', async () => {
    const note = exampleCreditNote({
      buyer: { ...exampleBuyer, vatRegistration: '001122334-0202' },
      officer: { name: 'Farhana Sultana', designation: 'Accounts' },
    })
    const pages = pagesOf(await renderCreditNote(note, form)).map((page) => page.replace(/\s+/g, ' '))
    expect(pages.map((page) => /(First|Second) copy · \w+/.exec(page)?.[0])).toEqual(['First copy · recipient', 'Second copy · supplier'])
    for (const page of pages)
      for (const part of [
        'Mushak-6.7',
        'CN-2601-000042',
        '12:00',
        'INV-2601-004821',
        '004512398-0101',
        '001122334-0202',
        'Fibre cut',
        '950.00',
        '350.00',
        '17.50',
        'Farhana Sultana',
      ])
        expect(page).toContain(part)
  })

  readable('it speaks Bangla with Bangla digits', async () => {
    const text = textOf(await renderCreditNote(exampleCreditNote(), { ...form, locale: 'bn' }))
    for (const part of ['মূসক-৬.৭', 'ক্রেডিট নোট', 'হ্রাসকারী', '৩৫০.০০', '১৭.৫০']) expect(text).toContain(part.normalize('NFC'))
  })
})

describe('VAT form Mushak-6.3', () => {
  readable('both marked copies carry every field of the form', async () => {
    const buyer = { ...exampleBuyer, vatRegistration: '001122334-0202', deliveryAddress: 'মিরপুর ডিওএইচএস' }
    const pages = pagesOf(await renderInvoice(exampleInvoice({ buyer }), { ...english, template: 'mushak-6.3' })).map((page) => page.replace(/\s+/g, ' '))
    expect(pages.map((page) => /(First|Second) copy · \w+/.exec(page)?.[0])).toEqual(['First copy · buyer', 'Second copy · seller'])
    for (const page of pages) {
      for (const part of [
        "Government of the People's Republic of Bangladesh",
        'National Board of Revenue',
        'Mushak-6.3',
        'Padma Fibernet Ltd.',
        '004512398-0101',
        '001122334-0202',
        'মিরপুর ডিওএইচএস',
        'INV-2601-004821',
        '01 Jan 2026',
        '10:35',
        '950.00',
        '5%',
        '47.50',
        '997.50',
        '1,750.00',
        '87.50',
        '1,837.50',
        'Farhana Sultana',
        'Accounts Manager',
        'Signature',
        'Seal',
      ])
        expect(page).toContain(part)
    }
  })

  readable('supplementary duty has its rate, amount and sum', async () => {
    const lines = [
      exampleLine({ price: 1_00_000, supplementaryDutyBp: 1000, supplementaryDuty: toMinor(10_000), vat: toMinor(5_500), total: toMinor(1_15_500) }),
    ]
    const text = textOf(await renderInvoice(exampleInvoice({ lines, totals: totalsOf(lines) }), { ...english, template: 'mushak-6.3' }))
    expect(text).toMatch(/10% 100\.00 5% 55\.00 1,155\.00/)
  })
})

describe('other documents', () => {
  readable('a receipt names the money, where it went and what is left', async () => {
    for (const paper of ['a4', 'a5', '80mm'] as const) {
      const text = textOf(await renderReceipt(exampleReceipt(), { locale: 'en', paper }))
      for (const part of [
        'RCT-2601-000913',
        '৳ 2,500.00',
        'Two thousand five hundred taka only',
        'bKash',
        '9K72HD81QX',
        'INV-2512-004377',
        '525.00',
        '৳ 137.50',
        'Rakib Hasan',
      ])
        expect(text).toContain(part)
    }
  })

  readable('a reversed receipt says so', async () => {
    for (const paper of ['a5', '80mm'] as const)
      expect(textOf(await renderReceipt(exampleReceipt({ status: 'reversed' }), { locale: 'en', paper }))).toContain('Reversed')
  })

  readable('the receipt of a deposit says that it is held, or was given back', async () => {
    for (const paper of ['a4', 'a5', '80mm'] as const) {
      const taken = textOf(await renderDepositReceipt(exampleDepositReceipt(), { locale: 'en', paper }))
      for (const part of [
        'Deposit receipt',
        'RC-OFFICE-26-000914',
        'Received from',
        '৳ 1,500.00',
        'One thousand five hundred taka only',
        'Cash',
        'ONU and adapter on loan',
        'Deposit held',
        '৳ 2,000.00',
      ])
        expect(taken, paper).toContain(part)
      const returned = textOf(
        await renderDepositReceipt(exampleDepositReceipt({ kind: 'returned', method: null, heldAfter: toMinor(0) }), { locale: 'en', paper }),
      )
      for (const part of ['Deposit returned', 'Paid to', 'Amount returned', 'Paid by', '৳ 0.00']) expect(returned, paper).toContain(part)
      expect(returned).not.toContain('Cash')
    }
  })

  readable('a credit note names its invoice and the reason', async () => {
    const text = textOf(await renderCreditNote(exampleCreditNote(), { locale: 'en', template: 'standard' }))
    for (const part of ['CN-2601-000042', 'INV-2601-004821', 'Fibre cut in Mirpur-10, ten days without service', '12–21 Jan 2026', '৳ 367.50'])
      expect(text).toContain(part)
  })

  readable('a statement runs from the opening to the closing balance over as many pages as it needs', async () => {
    const statement = exampleStatement(120)
    const pages = pagesOf(await renderStatement(statement, { locale: 'en' }))
    expect(pages.length).toBeGreaterThan(2)
    for (const [index, page] of pages.entries()) expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
    for (const page of pages.slice(0, -1)) expect(page).toMatch(/Date\s+Document\s+Description\s+Debit\s+Credit\s+Balance/)
    const text = pages.join('\n')
    expect(text).toMatch(/Opening balance\s+525\.00/)
    for (const row of statement.rows) expect(text.split(row.document).length).toBe(2)
    expect(text).toMatch(/Closing balance\s+66,150\.00\s+60,000\.00\s+6,675\.00/)
  })
})
