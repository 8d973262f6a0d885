import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeInBrowser, expectAccessible, expectNoTrouble, picture } from './console.ts'

const TODAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Dhaka' }).format(Temporal.Now.instant().epochMilliseconds)
const FIRST = `${TODAY.slice(0, 7)}-01`

describeInBrowser('a wrong bill is corrected', (given) => {
  const made = { rahim: 0, salma: 0, paidPart: 0, unpaid: 0 }
  let clerk: Page

  const post = async (page: Page, path: string, data: unknown): Promise<{ id: number }> => {
    const answer = await page.request.post(`${given().url}/api/v1${path}`, { data, headers: { 'idempotency-key': crypto.randomUUID() } })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return (await answer.json()) as { id: number }
  }
  const card = (page: Page, title: string) => page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) })
  /** The rows of a list of names and amounts: `Paid −600.00`. */
  const standing = async (page: Page) =>
    await card(page, 'Where it stands')
      .locator('dl > div')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((child) => child.textContent).join(' ')))
  const figure = async (page: Page, label: string) => await page.getByText(label, { exact: true }).locator('..').locator('span').nth(1).textContent()
  /** What is issued is said in the corner with its number. */
  const issued = async (page: Page, kind: RegExp) => (await page.getByRole('alert').filter({ hasText: kind }).last().textContent())?.match(kind)?.[0] ?? ''

  test('two clients are billed 1,050.00 each; one has paid 600.00 of it', async () => {
    const admin = await given().openAs('admin')
    const branch = await post(admin, '/branches', { code: 'DHK', name: 'Dhaka' })
    const vat = await post(admin, '/vat-rates', { code: 'internet', name: 'Internet service', starts_on: '2020-01-01', rate_bp: 500 })
    const plan = await post(admin, '/packages', {
      code: 'HOME-20',
      name: 'Home 20 Mbps',
      starts_on: '2020-01-01',
      price_minor: 100_000,
      vat_rate_id: vat.id,
      download_kbps: 20_000,
      upload_kbps: 20_000,
    })
    const wallet = await post(admin, '/wallets', { code: 'OFFICE', name: 'Office cash', kind: 'office' })
    const register = async (name: string, at: number) => {
      const line = { package_id: plan.id, pppoe_login: `user${at}`, joined_on: FIRST, activated_on: FIRST }
      return (await post(admin, '/clients', { name, phone: `0171100000${at}`, branch_id: branch.id, joined_on: FIRST, subscription: line })).id
    }
    made.rahim = await register('Rahim Uddin', 1)
    made.salma = await register('Salma Begum', 2)
    made.paidPart = (await post(admin, '/invoices', { client_id: made.rahim })).id
    made.unpaid = (await post(admin, '/invoices', { client_id: made.salma })).id
    await post(admin, '/payments', { client_id: made.rahim, amount_minor: 60_000, method: 'cash', wallet_id: wallet.id })
    expect(made.unpaid).toBeGreaterThan(0)
  }, 120_000)

  test('what has money on it is corrected by a credit note; what was paid too much is the client’s', async () => {
    clerk = await given().openAs('accountant')
    await clerk.goto(`${given().url}/invoices`)
    await clerk
      .getByRole('row', { name: /Rahim Uddin/ })
      .getByRole('link')
      .first()
      .click()
    await card(clerk, 'Where it stands').waitFor()
    await expect.poll(async () => await standing(clerk)).toEqual(['Total 1,050.00', 'Paid −600.00', 'Still open ৳450.00'])
    const out = clerk.getByRole('button', { name: 'Void' })
    await expect.poll(async () => await out.getAttribute('aria-disabled')).toBe('true')
    // By the keyboard, too, one comes to it and is told why.
    await clerk.getByRole('button', { name: 'Credit note' }).focus()
    await clerk.keyboard.press('Tab')
    await clerk.getByRole('tooltip').waitFor()

    await clerk.getByRole('button', { name: 'Credit note' }).click()
    const dialog = clerk.getByRole('dialog', { name: /^Credit note for/ })
    await expect.poll(async () => await dialog.getByLabel('Amount with VAT').inputValue()).toBe('1,050.00')
    await dialog.getByLabel('Amount with VAT').fill('500')
    await dialog.getByRole('button', { name: 'Issue the credit note' }).click()
    await dialog.getByText('Say why; it stands on the document').waitFor()
    await dialog.getByLabel('Reason').fill('Charged the old price')
    await expectAccessible(clerk)
    await picture(clerk, 'correct-1-credit-note')
    await dialog.getByRole('button', { name: 'Issue the credit note' }).click()
    await dialog.waitFor({ state: 'detached' })
    // 50.00 of the 600.00 no longer fit and are his again.
    await expect.poll(() => standing(clerk)).toEqual(['Total 1,050.00', 'Paid −550.00', 'Credited −500.00', 'Still open ৳0.00'])
    await card(clerk, 'What paid it').getByText('taken back').waitFor()
    await expectAccessible(clerk)
    await picture(clerk, 'correct-2-after-the-note')

    const code = await issued(clerk, /CN-[\w-]+/)
    await card(clerk, 'Corrections').getByRole('link', { name: code }).click()
    await clerk.getByRole('heading', { level: 1, name: code }).waitFor()
    await clerk.getByText('৳500.00').waitFor()
    await clerk.getByText('476.19').first().waitFor()
    await clerk.getByText('23.81').first().waitFor()
    await card(clerk, 'Why and by whom').getByText('Charged the old price').waitFor()
    await expectAccessible(clerk)

    await clerk.goto(`${given().url}/clients/${made.rahim}`)
    await clerk.getByText('Paid in advance', { exact: true }).waitFor()
    await expect.poll(async () => await figure(clerk, 'Owes')).toBe('৳0.00')
    await expect.poll(async () => await figure(clerk, 'Paid in advance')).toBe('৳50.00')
    await clerk.goto(`${given().url}/clients/${made.rahim}/statement`)
    await clerk.getByRole('row', { name: new RegExp(code) }).waitFor()
    await expect.poll(async () => await figure(clerk, 'Billed')).toBe('৳1,050.00')
    await expect.poll(async () => await figure(clerk, 'Paid and credited')).toBe('৳1,100.00')
    await expect.poll(async () => await figure(clerk, 'Owes at the end')).toBe('−৳50.00')
    expectNoTrouble(clerk)
  }, 120_000)

  test('a bill written by hand is a draft until it is an invoice; what he had to the good pays it first', async () => {
    await clerk.goto(`${given().url}/invoices`)
    await clerk.getByRole('link', { name: 'Write a bill' }).click()
    await clerk.getByRole('textbox', { name: 'Client' }).fill('Rahim')
    await clerk.getByRole('option', { name: /Rahim Uddin/ }).click()
    const line = clerk.getByRole('group', { name: 'Line 1' })
    await line.getByRole('textbox', { name: 'What' }).fill('Visit of a technician')
    await line.getByRole('textbox', { name: 'Price of one' }).fill('300')
    await card(clerk, 'What it comes to').getByText('৳315.00').waitFor()
    await expectAccessible(clerk)
    await picture(clerk, 'correct-3-draft')
    await clerk.getByRole('button', { name: 'Keep it as a draft' }).click()
    await clerk
      .getByRole('row', { name: /Visit of a technician/ })
      .getByRole('link')
      .click()
    await clerk.getByRole('button', { name: 'Make it an invoice' }).click()
    await card(clerk, 'Where it stands').waitFor()
    await expect.poll(async () => await standing(clerk)).toEqual(['Total 315.00', 'Paid −50.00', 'Still open ৳265.00'])
    await clerk.goto(`${given().url}/invoices/drafts`)
    await clerk.getByText('No drafts').waitFor()
    await clerk.goto(`${given().url}/clients/${made.rahim}/statement`)
    await clerk.getByText('Owes at the end').waitFor()
    await expect.poll(async () => await figure(clerk, 'Owes at the end')).toBe('৳265.00')
    expectNoTrouble(clerk)
  }, 120_000)

  test('what nobody paid is voided: it stays as void, nothing is owed, and its days are billed anew', async () => {
    await clerk.goto(`${given().url}/invoices/${made.unpaid}`)
    await clerk.getByRole('button', { name: 'Void' }).click()
    const dialog = clerk.getByRole('dialog', { name: /^Void INV/ })
    await dialog.getByLabel('Reason').fill('Billed for the wrong client')
    await expectAccessible(clerk)
    await dialog.getByRole('button', { name: 'Void the invoice' }).click()
    await dialog.waitFor({ state: 'detached' })
    await clerk.locator('p').getByText('Void', { exact: true }).waitFor()
    await expect.poll(async () => await standing(clerk)).toEqual(['Total 1,050.00', 'Paid 0.00', 'Voided −1,050.00', 'Still open ৳0.00'])
    expect(await clerk.getByRole('button', { name: 'Take a payment', exact: true }).count()).toBe(0)
    await expectAccessible(clerk)
    await picture(clerk, 'correct-4-void')

    await clerk.goto(`${given().url}/billing/unbilled`)
    await clerk
      .getByRole('row', { name: /Salma Begum/ })
      .getByRole('link', { name: 'Salma Begum' })
      .click()
    await clerk.getByRole('heading', { level: 1, name: 'Salma Begum' }).waitFor()
    await expect.poll(async () => await figure(clerk, 'Owes')).toBe('৳0.00')
    await clerk.getByRole('button', { name: 'Bill now' }).click()
    await clerk.getByRole('dialog').getByRole('button', { name: 'Issue the invoice' }).click()
    await card(clerk, 'Where it stands').waitFor()
    await expect.poll(async () => await standing(clerk)).toEqual(['Total 1,050.00', 'Paid 0.00', 'Still open ৳1,050.00'])

    await clerk.getByRole('button', { name: 'Take a payment', exact: true }).click()
    const till = clerk.getByRole('dialog', { name: /^Take a payment for INV/ })
    await expect.poll(async () => await till.getByLabel('Amount').inputValue()).toBe('1,050.00')
    await till.getByRole('button', { name: 'Take the payment' }).click()
    await clerk
      .getByRole('dialog', { name: /^Receipt/ })
      .getByRole('button', { name: 'Done' })
      .click()
    await expect.poll(() => standing(clerk)).toEqual(['Total 1,050.00', 'Paid −1,050.00', 'Still open ৳0.00'])
    await clerk.goto(`${given().url}/clients/${made.salma}/statement`)
    await clerk.getByText('Owes at the end').waitFor()
    await expect.poll(async () => await figure(clerk, 'Owes at the end')).toBe('৳0.00')
    await picture(clerk, 'correct-5-statement')
    expectNoTrouble(clerk)
  }, 120_000)
})
