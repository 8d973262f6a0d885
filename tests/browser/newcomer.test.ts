import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeInBrowser, expectAccessible, expectNoTrouble, picture } from './console.ts'
import type { Console } from './console.ts'

const LATE = 'Rahim Sheikh'

/** Three clients billed for this month by two packages; the last of them owes most. */
async function fill(page: Page, { url }: Console): Promise<void> {
  const send = async (path: string, data: object): Promise<{ id: number }> => {
    const answer = await page.request.post(`${url}/api/v1${path}`, { data, headers: { 'idempotency-key': crypto.randomUUID() } })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return (await answer.json()) as { id: number }
  }
  const month = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Dhaka' }).format(Temporal.Now.instant().epochMilliseconds).slice(0, 7)
  const branch = await send('/branches', { code: 'dhk', name: 'Dhaka' })
  await send('/wallets', { code: 'OFFICE', name: 'Office cash', kind: 'office' })
  const sold = async (code: string, name: string, price_minor: number) =>
    await send('/packages', { code, name, starts_on: '2020-01-01', price_minor, download_kbps: 20_000, upload_kbps: 20_000 })
  const home = await sold('HOME-20', 'Home 20', 100_000)
  const business = await sold('BUSINESS-50', 'Business 50', 450_000)
  for (const [at, [name, plan]] of (
    [
      ['Karim Miah', home],
      ['মোছাঃ ফাতেমা বেগম', home],
      [LATE, business],
    ] as const
  ).entries()) {
    const subscription = { package_id: plan.id, pppoe_login: `user${at}`, joined_on: `${month}-01`, activated_on: `${month}-01` }
    const client = await send('/clients', { name, phone: `0171100000${at}`, branch_id: branch.id, joined_on: `${month}-01`, subscription })
    await send('/invoices', { client_id: client.id })
  }
}

/** The first of the month after this one, as the console writes it. */
function firstOfNextMonth(): string {
  const next = Temporal.Now.plainDateISO('Asia/Dhaka').add({ months: 1 }).with({ day: 1 })
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(
    next.toZonedDateTime('UTC').epochMilliseconds,
  )
}

describeInBrowser('a newcomer, by the route one would guess', (given) => {
  test('finds who owes most and why, takes a part, prints it, changes the package from next month, and undoes the payment', async () => {
    const page = await given().openAs('admin')
    await fill(page, given())

    // Who owes most: the figure on the first page leads to the clients, the largest debt on top.
    await page.goto(given().url)
    await page.getByRole('link', { name: /^Owed by clients/ }).click()
    await page.getByRole('row', { name: /Karim Miah/ }).waitFor()
    const first = page.getByRole('row').nth(1)
    await expect.poll(async () => await first.textContent()).toContain(LATE)
    await first.getByRole('link', { name: LATE }).click()
    await page.getByRole('heading', { level: 1, name: LATE }).waitFor()

    // Why: a sentence for each bill, and each bill a click away.
    await page.getByRole('button', { name: `Why: Why ${LATE} owes this` }).click()
    const why = page.getByRole('dialog', { name: `Why ${LATE} owes this` })
    await why.getByText('The client owes ৳4,500.00.').waitFor()
    const invoice = (await why.getByRole('link').first().textContent()) ?? ''
    expect(invoice).toMatch(/^INV-/)
    await expectAccessible(page)
    await picture(page, 'newcomer-1-why')
    await page.keyboard.press('Escape')
    await why.waitFor({ state: 'detached' })

    // A part of it: the amount and Enter.
    await page.getByRole('button', { name: 'Take a payment' }).click()
    await page.getByRole('dialog', { name: 'Take a payment' }).getByLabel('Amount').fill('1,000')
    await page.keyboard.press('Enter')
    const receipt = page.getByRole('dialog', { name: /^Receipt/ })
    await receipt.getByText('Still owes').waitFor()
    await receipt.getByText('৳3,500.00').waitFor()
    const code = ((await receipt.getByRole('heading').textContent()) ?? '').replace('Receipt ', '')

    // On paper: the till roll of this counter, or a sheet, which the counter keeps for the next one.
    await expect.poll(async () => await receipt.getByRole('link', { name: 'Print the receipt' }).getAttribute('href')).toMatch(/\?paper=80mm$/)
    await receipt.getByRole('button', { name: 'On which paper' }).click()
    await page.getByRole('menuitem', { name: 'A4 sheet' }).waitFor()
    await expectAccessible(page)
    await picture(page, 'newcomer-2-receipt')
    for (const paper of ['Till roll, 80 mm', 'A4 sheet']) {
      const answer = await page.request.get(`${given().url}${await page.getByRole('menuitem', { name: paper }).getAttribute('href')}`)
      expect([answer.status(), answer.headers()['content-type'], (await answer.body()).subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-'])
    }
    const opened = page.context().waitForEvent('page')
    await page.getByRole('menuitem', { name: 'A4 sheet' }).click()
    await (await opened).close()
    await expect.poll(async () => await receipt.getByRole('link', { name: 'Print the receipt' }).getAttribute('href')).toMatch(/\?paper=a4$/)
    await receipt.getByRole('button', { name: 'Done' }).click()

    // Another package from the first of next month: what it costs is shown before it is done.
    const line = page.getByRole('group', { name: 'Line user2' })
    await line.getByRole('button', { name: 'Change the package' }).click()
    const change = page.getByRole('dialog', { name: 'Change the package of user2' })
    const confirm = change.getByRole('button', { name: 'Change the package' })
    await expect.poll(async () => await confirm.isDisabled()).toBe(true)
    await change.getByText('Choose first; what the change costs is shown before anything is done.').waitFor()
    await page.getByRole('option', { name: /^Home 20/ }).click()
    await change.getByRole('radio', { name: `From the first of next month, ${firstOfNextMonth()}` }).check()
    // The figures are those of this choice only when it can be confirmed.
    await change.getByRole('button', { name: 'Change the package', disabled: false }).waitFor()
    await change.getByText('৳4,500.00 → ৳1,000.00').waitFor()
    const effect = (await change.locator('dl').textContent()) ?? ''
    expect(effect).toContain(`The new package begins${firstOfNextMonth()}`)
    expect(effect).toContain('Billed at once৳0.00')
    expect(effect).toContain('Owes afterwards৳3,500.00')
    await expectAccessible(page)
    await picture(page, 'newcomer-3-change')
    await confirm.click()
    await line.getByText(`From ${firstOfNextMonth()}: Home 20 · ৳1,000.00`).waitFor()

    // The payment was a mistake: beside it, what undoing it does, and why; nothing vanishes.
    await page.getByRole('button', { name: `More for ${code}` }).click()
    await page.getByRole('menuitem', { name: 'Undo the payment' }).click()
    const undo = page.getByRole('dialog', { name: 'Undo the payment' })
    await undo.getByText(`Open again of ${invoice}`).waitFor()
    await undo.getByLabel('Reason').fill('It was for another client')
    await expectAccessible(page)
    await picture(page, 'newcomer-4-undo')
    await undo.getByRole('button', { name: 'Undo the payment' }).click()
    await page.getByRole('row', { name: new RegExp(`${code}.*Reversed`) }).waitFor()
    await page.getByRole('link', { name: /^Owes ৳4,500\.00/ }).waitFor()
    await expectAccessible(page)
    await picture(page, 'newcomer-5-client')
    expectNoTrouble(page)
  }, 180_000)
})
