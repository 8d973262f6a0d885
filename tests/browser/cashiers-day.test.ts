import { sql } from 'kysely'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { hashPassword } from '../../server/modules/auth/password.ts'
import { logInAs } from '../../server/testing/app-as.ts'
import { describeInBrowser, expectAccessible, expectNoTrouble, picture } from './console.ts'

const PASSWORD = 'seven boats under the bridge'

describeInBrowser('the cashier’s day', (given) => {
  let cashier: Page
  let accountant: Page
  const made = { drawer: 0, office: 0, transfer: '' }

  const call = async <T>(page: Page, method: string, path: string, data?: unknown): Promise<T> => {
    const answer = await page.request.fetch(`${given().url}/api/v1${path}`, { method, data, headers: { 'idempotency-key': crypto.randomUUID() } })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return (await answer.json()) as T
  }
  const drawer = (page: Page) => call<{ balance_minor: number }>(page, 'GET', `/wallets/${made.drawer}`)

  /** Where the keys go; a person types when he sees the cursor there. */
  const hasCursor = async (field: Locator) => await field.and(cashier.locator(':focus')).waitFor()
  const box = () => cashier.getByRole('combobox', { name: 'Find anything or do something' })

  /** Enter once more, and the receipt is out of the way. */
  const close = async (receipt: Locator): Promise<void> => {
    await hasCursor(receipt.getByRole('button', { name: 'Done' }))
    await cashier.keyboard.press('Enter')
    await receipt.waitFor({ state: 'detached' })
  }

  /** From any page, without the mouse: the letter, the name, Enter, the amount, Enter. */
  const take = async (name: string, amount: string): Promise<Locator> => {
    await cashier.keyboard.press('p')
    await hasCursor(cashier.getByRole('dialog', { name: 'Take a payment' }).getByLabel('Client'))
    await cashier.keyboard.type(name)
    await cashier.keyboard.press('Enter')
    await cashier.getByText('Owes', { exact: true }).waitFor()
    await hasCursor(cashier.getByLabel('Amount'))
    await cashier.keyboard.type(amount)
    await cashier.keyboard.press('Enter')
    const receipt = cashier.getByRole('dialog', { name: /^Receipt/ })
    await receipt.waitFor()
    return receipt
  }

  test('in the morning there are bills to collect, and a cashier with a drawer of his own', async () => {
    const page = await given().openAs('admin')
    const { database } = given()
    const branch = await call<{ id: number }>(page, 'POST', '/branches', { code: 'DHK', name: 'Dhaka' })
    const vat = await call<{ id: number }>(page, 'POST', '/vat-rates', { code: 'internet', name: 'Internet service', starts_on: '2020-01-01', rate_bp: 500 })
    const plan = await call<{ id: number }>(page, 'POST', '/packages', {
      code: 'HOME-20',
      name: 'Home 20 Mbps',
      starts_on: '2020-01-01',
      price_minor: 80_000,
      vat_rate_id: vat.id,
      download_kbps: 20_000,
      upload_kbps: 20_000,
    })
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Dhaka' }).format(Temporal.Now.instant().epochMilliseconds)
    const first = `${today.slice(0, 7)}-01`
    for (const [at, name] of ['Rahim Uddin', 'Karim Sheikh', 'Nusrat Jahan', 'Fatema Begum'].entries()) {
      const subscription = { package_id: plan.id, pppoe_login: `line${at}`, joined_on: first, activated_on: first }
      const facts = { name, phone: `0171100000${at}`, branch_id: branch.id, joined_on: first, subscription }
      const client = await call<{ id: number }>(page, 'POST', '/clients', facts)
      const invoice = await call<{ total_minor: number }>(page, 'POST', '/invoices', { client_id: client.id })
      expect(invoice.total_minor).toBe(84_000)
    }
    const user = await logInAs(database, 'collector', { username: 'jahangir', grants: ['discount.give'] })
    await sql`update users set full_name = 'Jahangir Alam', password_hash = ${await hashPassword(PASSWORD)} where id = ${user.userId}`.execute(database.db)
    made.office = (await call<{ id: number }>(page, 'POST', '/wallets', { code: 'OFFICE', name: 'Office safe', kind: 'office' })).id
    made.drawer = (
      await call<{ id: number }>(page, 'POST', '/wallets', { code: 'JA', name: 'Drawer of Jahangir', kind: 'drawer', owner_user_id: Number(user.userId) })
    ).id
    await call(page, 'PATCH', '/settings', { values: { 'discount.limit_by_role': { collector: 5000 } } })
    await page.close()

    cashier = await given().open()
    await cashier.goto(`${given().url}/login`)
    await cashier.getByLabel('User name').fill('jahangir')
    await cashier.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
    await cashier.keyboard.press('Enter')
    await cashier.getByRole('heading', { name: /Jahangir/ }).waitFor()
    await cashier.getByText('My drawer today').waitFor()
  }, 120_000)

  test('a payment is a letter, a name, an amount and Enter; the receipt is on the screen and on paper', async () => {
    const receipt = await take('rahim', '840')
    await receipt.getByText('৳840.00').waitFor()
    await receipt.getByText(/INV-/).waitFor()
    await expectAccessible(cashier)
    await picture(cashier, 'cashier-receipt')
    const paper = await receipt.getByRole('link', { name: 'Print the receipt' }).getAttribute('href')
    expect(paper).toContain('paper=80mm')
    const pdf = await cashier.request.get(`${given().url}${paper ?? ''}`)
    expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    await close(receipt)

    // From the one box it is as quick: whom, then how much.
    await cashier.keyboard.press('Control+k')
    await hasCursor(box())
    await cashier.keyboard.type('take karim')
    await cashier.getByRole('option', { name: /Karim Sheikh/ }).waitFor()
    await cashier.keyboard.press('Enter')
    await cashier.getByText('Owes', { exact: true }).waitFor()
    await hasCursor(cashier.getByLabel('Amount'))
    await cashier.keyboard.type('500')
    await cashier.getByText('৳340.00').waitFor()
    await cashier.keyboard.press('Enter')
    await close(cashier.getByRole('dialog', { name: /^Receipt/ }))
    expect((await drawer(cashier)).balance_minor).toBe(134_000)
  }, 120_000)

  test('a discount is given with the payment, as far as he may give one alone', async () => {
    await cashier.keyboard.press('p')
    const form = cashier.getByRole('dialog', { name: 'Take a payment' })
    await hasCursor(form.getByLabel('Client'))
    await cashier.keyboard.type('nusrat')
    await cashier.keyboard.press('Enter')
    await form.getByText('Owes', { exact: true }).waitFor()
    await hasCursor(form.getByLabel('Amount'))
    await cashier.keyboard.type('780')
    await form.getByRole('button', { name: 'Give a discount with it' }).press('Enter')
    await hasCursor(form.getByRole('textbox', { name: 'Discount', exact: true }))
    await cashier.keyboard.type('60')
    await cashier.keyboard.press('Tab')
    await cashier.keyboard.type('An old customer')
    await expect.poll(() => form.getByRole('button', { name: 'Take the payment' }).isEnabled(), { timeout: 10_000 }).toBe(true)
    await cashier.keyboard.press('Enter')
    await form.getByRole('alert').getByText('This discount is more than you may give alone; ask for it first, then take the payment').waitFor()
    await form.getByRole('textbox', { name: 'Discount', exact: true }).fill('40')
    await form.getByLabel('Amount').fill('800')
    await form.getByText('Owes afterwards').locator('xpath=..').getByText('৳0.00').waitFor()
    await expectAccessible(cashier)
    await picture(cashier, 'cashier-discount')
    await form.getByLabel('Amount').press('Enter')
    const receipt = cashier.getByRole('dialog', { name: /^Receipt/ })
    await receipt.getByText('৳800.00').waitFor()
    await close(receipt)
    expect((await drawer(cashier)).balance_minor).toBe(214_000)
  }, 120_000)

  test('a slip of the keys is reversed by one who may; the cashier is told that he may not', async () => {
    const receipt = await take('fatema', '8400')
    await receipt.getByText('Became credit for the next bill').waitFor()
    await close(receipt)
    await cashier.goto(`${given().url}/payments`)
    await cashier
      .getByRole('row', { name: /Fatema Begum/ })
      .getByRole('link')
      .first()
      .click()
    const reverse = cashier.getByRole('button', { name: 'Undo the payment' })
    await reverse.waitFor()
    await expect.poll(async () => await reverse.getAttribute('aria-disabled')).toBe('true')
    await reverse.hover()
    await cashier.getByRole('tooltip', { name: /Reverse payments/ }).waitFor()
    await picture(cashier, 'cashier-may-not-reverse')

    accountant = await given().openAs('accountant')
    await accountant.goto(cashier.url())
    await accountant.getByRole('button', { name: 'Undo the payment' }).click()
    const form = accountant.getByRole('dialog', { name: 'Undo the payment' })
    await form.getByLabel('Reason').fill('8,400 typed for 840')
    await expectAccessible(accountant)
    await picture(accountant, 'accountant-reverses')
    await form.getByRole('button', { name: 'Undo the payment' }).click()
    await accountant.getByRole('status').or(accountant.getByText('The payment is reversed.')).first().waitFor()
    await accountant.getByText('8,400 typed for 840').waitFor()

    await close(await take('fatema', '840'))
    expect((await drawer(cashier)).balance_minor).toBe(298_000)
  }, 120_000)

  test('in the evening the cash is counted, compared with the books, and handed over', async () => {
    await cashier.keyboard.press('Control+k')
    await hasCursor(box())
    await cashier.keyboard.type('hand over')
    await cashier.getByRole('option', { name: 'Open my drawer' }).waitFor()
    await cashier.keyboard.press('Enter')
    await cashier.getByRole('heading', { name: 'Drawer of Jahangir' }).waitFor()
    await cashier.getByRole('button', { name: 'Hand over' }).click()
    const form = cashier.getByRole('dialog', { name: 'Hand over Drawer of Jahangir' })
    await form.getByLabel('Cash counted').fill('2,960')
    await form.getByText('৳20.00 short').waitFor()
    await form.getByRole('button', { name: 'Hand over' }).click()
    await form.getByText('The cash differs from the books; say why').waitFor()
    await form.getByLabel('Why it differs').fill('A note of twenty is missing')
    await expectAccessible(cashier)
    await picture(cashier, 'cashier-hands-over')
    await form.getByRole('button', { name: 'Hand over' }).click()
    await cashier.waitForURL(/\/wallets\/transfers\/\d+$/)
    await cashier.getByText('On its way').first().waitFor()
    made.transfer = (await cashier.getByRole('heading', { level: 1 }).textContent()) ?? ''
    await expect.poll(async () => await cashier.getByRole('button', { name: 'Accept' }).getAttribute('aria-disabled')).toBe('true')
    expect((await drawer(cashier)).balance_minor).toBe(0)
  }, 120_000)

  test('the accountant finds it waiting, counts again, and the difference is posted to short and over', async () => {
    await accountant.goto(`${given().url}/`)
    await accountant.getByRole('navigation', { name: 'Waiting for you' }).getByRole('link', { name: '1 transfer to accept' }).click()
    await accountant.getByRole('heading', { name: made.transfer }).waitFor()
    await accountant.getByRole('button', { name: 'Accept' }).click()
    const form = accountant.getByRole('dialog', { name: `Accept ${made.transfer}` })
    await expect.poll(async () => await form.getByLabel('What arrived').inputValue()).toBe('2,960.00')
    await form.getByText('৳20.00 short').waitFor()
    await expectAccessible(accountant)
    await picture(accountant, 'accountant-accepts')
    await form.getByRole('button', { name: 'Accept' }).click()
    await accountant.getByText('Accepted', { exact: true }).first().waitFor()
    expect((await call<{ balance_minor: number }>(accountant, 'GET', `/wallets/${made.office}`)).balance_minor).toBe(296_000)
    await accountant.goto(`${given().url}/ledger/trial-balance`)
    const row = accountant.getByRole('row', { name: /Cash short or over/ })
    await row.waitFor()
    await expect.poll(async () => await row.textContent()).toContain('20.00')
  }, 120_000)

  test('the day sheet adds up, on the screen and on paper', async () => {
    await accountant.goto(`${given().url}/wallets/days`)
    await accountant
      .getByRole('row', { name: /Drawer of Jahangir/ })
      .getByRole('link')
      .click()
    await accountant.getByRole('heading', { name: 'Day sheet: Drawer of Jahangir' }).waitFor()
    const lines = accountant.getByRole('region', { name: 'Every movement' }).getByRole('table')
    await lines.getByRole('row', { name: /Closing/ }).waitFor()
    const amount = (text: string): number => Math.round(Number(text.replaceAll(',', '').replace('−', '-')) * 100)
    const rows = (await lines.getByRole('row').allInnerTexts()).map((row) => row.split('\t').map((cell) => cell.trim()))
    const [opening, ...rest] = rows.slice(1)
    const closing = rest.pop() ?? []
    // Four kept payments, one that was reversed with its reversal, and the hand-over.
    expect(rest).toHaveLength(7)
    let held = amount(opening?.at(-1) ?? '')
    let [into, out] = [0, 0]
    for (const row of rest) {
      const [came = '', went = '', balance = ''] = row.slice(-3)
      into += amount(came === '' ? '0' : came)
      out += amount(went === '' ? '0' : went)
      held += amount(came === '' ? '0' : came) - amount(went === '' ? '0' : went)
      expect(amount(balance), row.join(' ')).toBe(held)
    }
    expect(closing.slice(-3).map(amount)).toEqual([into, out, held])
    expect([into, out, held]).toEqual([1_138_000, 1_138_000, 0])
    const handed = accountant.getByRole('region', { name: 'Handed over and sent' }).getByRole('row', { name: new RegExp(made.transfer) })
    await expect.poll(async () => await handed.textContent()).toContain('৳20.00 short')
    await expectAccessible(accountant)
    await picture(accountant, 'day-sheet')

    await accountant.emulateMedia({ media: 'print' })
    await expect.poll(async () => await accountant.getByRole('navigation', { name: 'Main menu' }).isVisible()).toBe(false)
    await expect.poll(async () => await accountant.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
    await accountant.getByText('Checked by').waitFor()
    await picture(accountant, 'day-sheet-on-paper')
    await accountant.emulateMedia({ media: null })
  }, 120_000)

  test('the books agree', async () => {
    await given().work()
    const page = await given().openAs('admin')
    await page.goto(`${given().url}/doctor`)
    await page.getByRole('button', { name: 'Check now' }).first().click()
    await page.getByText('Everything adds up').first().waitFor()
    for (const each of [page, cashier, accountant]) expectNoTrouble(each)
  }, 120_000)
})
