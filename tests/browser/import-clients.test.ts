import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeInBrowser, expectAccessible, expectNoTrouble, picture } from './console.ts'

const GOOD = 5000
const HEAD = 'Customer ID,Client Name,Mobile,Address,Package,PPPoE ID,Join Date,Due,Lucky number'

const row = (n: number): string =>
  `OLD-${n},${n % 3 === 0 ? `রহিমা খাতুন ${n}` : `Karim Sheikh ${n}`},017${String(10_000_000 + n)},"House ${n}, Mirpur",HOME-20,karim${n},05/02/2024,${n === 7 ? '"1,200.50"' : ''},${n}`

/** What the people of such files do to them. */
const BAD: readonly (readonly [row: string, word: RegExp])[] = [
  ['OLD-6001,No Number,abc,,HOME-20,bad1,05/02/2024,,', /telephone number/i],
  ['OLD-6002,No Such Package,01811000002,,HOME-99,bad2,05/02/2024,,', /package/i],
  ['OLD-6003,No Such Day,01811000003,,HOME-20,bad3,31/02/2024,,', /date|day/i],
  ['OLD-6004,Same Login,01811000004,,HOME-20,KARIM1,05/02/2024,,', /login/i],
]

const file = (name: string, lines: readonly string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`) })

describeInBrowser('an import of 5,000 clients', (given) => {
  let page: Page
  const send = async (what: ReturnType<typeof file>) => {
    await page.goto(`${given().url}/imports`)
    await page.getByRole('button', { name: 'Import a file' }).first().click()
    const form = page.getByRole('dialog', { name: 'Import a file' })
    await page.locator('input[type=file]').setInputFiles(what)
    await form.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('heading', { name: what.name }).waitFor()
  }
  const clients = async (): Promise<number> =>
    ((await (await page.request.get(`${given().url}/api/v1/clients/count`)).json()) as { count: number; is_capped: boolean }).count

  test('the file is sent, and what its columns mean is filled in', async () => {
    page = await given().openAs('admin')
    await given().work()
    for (const [path, data] of [
      ['/branches', { code: 'DHK', name: 'Dhaka' }],
      ['/packages', { code: 'HOME-20', name: 'Home 20', starts_on: '2020-01-01', price_minor: 80_000, download_kbps: 20_000, upload_kbps: 20_000 }],
    ] as const) {
      const answer = await page.request.post(`${given().url}/api/v1${path}`, { data })
      expect(answer.ok(), await answer.text()).toBe(true)
    }
    const lines = Array.from({ length: GOOD }, (_, at) => row(at + 1))
    await send(file('clients.csv', [HEAD, ...lines.slice(0, 3000), ...BAD.map(([bad]) => bad), ...lines.slice(3000)]))
    for (const [column, field] of [
      ['Customer ID', 'Client code'],
      ['Client Name', 'Name *'],
      ['Mobile', 'Phone *'],
      ['PPPoE ID', 'PPPoE login'],
      ['Due', 'Opening balance'],
      ['Lucky number', '– leave out –'],
    ] as const)
      await expect.poll(async () => await page.getByRole('combobox', { name: `Meaning of ${column}` }).inputValue(), { message: column }).toBe(field)
    await expectAccessible(page)
    await picture(page, 'import-mapping')
    expectNoTrouble(page)
  }, 180_000)

  test('without the name nothing is checked, and with it every row is, before anything is written', async () => {
    const name = page.getByRole('combobox', { name: 'Meaning of Client Name' })
    await name.click()
    await page.getByRole('option', { name: '– leave out –' }).click()
    await page.getByText('Still needed: Name *').waitFor()
    await expect.poll(async () => await page.getByRole('button', { name: 'Check every row' }).isDisabled()).toBe(true)
    await name.click()
    await page.getByRole('option', { name: 'Name *', exact: true }).click()
    await page.getByRole('button', { name: 'Check every row' }).click()

    await page.getByText('4 rows have errors').waitFor({ timeout: 120_000 })
    expect(await clients()).toBe(0)
    await page.getByRole('button', { name: /With errors/ }).click()
    await page.getByText('4 in this list').waitFor()
    for (const [bad, word] of BAD)
      await expect.poll(async () => await page.getByRole('row', { name: new RegExp(bad.split(',')[1] ?? '') }).textContent(), { message: bad }).toMatch(word)
    await expectAccessible(page)
    await picture(page, 'import-checked')
    expectNoTrouble(page)
  }, 180_000)

  test('the good rows come in while one watches, and the list of clients has them', async () => {
    await page.getByRole('button', { name: 'Import 5,000 rows' }).click()
    const seen: number[] = []
    const bar = page.getByRole('progressbar', { name: /Rows are being imported/ })
    await expect
      .poll(
        async () => {
          const now = await bar.getAttribute('aria-valuenow', { timeout: 500 }).catch(() => null)
          if (now !== null && seen.at(-1) !== Number(now)) {
            seen.push(Number(now))
            if (seen.length === 2) await picture(page, 'import-running')
          }
          return await page.getByText('5,000 rows are imported').count()
        },
        { timeout: 150_000, interval: 60 },
      )
      .toBeGreaterThan(0)
    // It grew before the eyes, and only forward.
    expect(seen.length, seen.join(' ')).toBeGreaterThan(2)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    await picture(page, 'import-done')

    expect(await clients()).toBe(GOOD)
    await page.goto(`${given().url}/clients?q=OLD-7`)
    await page.getByRole('row', { name: /Karim Sheikh 7 OLD-7 01710000007 Home 20 karim7.*1,200\.50/ }).waitFor()
    await page.goto(`${given().url}/clients`)
    await page.getByText('5,000', { exact: true }).waitFor()
    expectNoTrouble(page)
  }, 240_000)

  test('the rows with errors come back as a file, which is corrected and sent, and the whole file again adds nothing', async () => {
    await page.goto(`${given().url}/imports`)
    await page
      .getByRole('row', { name: /clients\.csv/ })
      .getByRole('link')
      .click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Rows with errors' }).click()])
    const rows = readFileSync(await download.path(), 'utf8')
      .trim()
      .split(/\r?\n/)
    expect(rows).toHaveLength(1 + BAD.length)
    const corrected = rows.map((line) =>
      line.replace(',abc,', ',01811000001,').replace('HOME-99', 'HOME-20').replace('31/02', '28/02').replace('KARIM1', 'karim6004'),
    )
    await page.getByRole('button', { name: 'Import the corrected file' }).click()
    await page.locator('input[type=file]').setInputFiles(file('corrected.csv', corrected))
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click()
    await page.getByRole('heading', { name: 'corrected.csv' }).waitFor()
    await page.getByRole('button', { name: 'Check every row' }).click()
    await page.getByText('All 4 rows can be imported').waitFor({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Import 4 rows' }).click()
    await page.getByText('4 rows are imported').waitFor({ timeout: 60_000 })
    expect(await clients()).toBe(GOOD + BAD.length)

    await send(file('once-more.csv', [HEAD, ...Array.from({ length: GOOD }, (_, at) => row(at + 1))]))
    await page.getByRole('button', { name: 'Check every row' }).click()
    await page.getByText('5,000 rows were there already.').waitFor({ timeout: 120_000 })
    expect(await page.getByRole('button', { name: /^Import \d/ }).count()).toBe(0)
    await expectAccessible(page)
    await picture(page, 'import-again')
    expect(await clients()).toBe(GOOD + BAD.length)
    expectNoTrouble(page)
  }, 240_000)
})
