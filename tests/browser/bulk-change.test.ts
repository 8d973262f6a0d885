import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeInBrowser, expectAccessible, expectNoTrouble, picture } from './console.ts'

describeInBrowser('a change of many clients', (given) => {
  let page: Page
  let leaver = 0
  const post = async (path: string, data: unknown): Promise<{ id: number; subscriptions?: { id: number }[] }> => {
    const answer = await page.request.post(`${given().url}/api/v1${path}`, { data, headers: { 'idempotency-key': crypto.randomUUID() } })
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
    return (await answer.json()) as { id: number; subscriptions?: { id: number }[] }
  }
  const choose = async (label: string, option: RegExp) => {
    await page.getByRole('dialog').getByRole('combobox', { name: label }).click()
    await page.getByRole('option', { name: option }).click()
  }
  const figure = async (label: string) => (await page.locator('main').getByText(label, { exact: true }).first().locator('xpath=..').textContent())?.trim()

  test('clients are ticked by hand and by filter, and every action is in the menu, those not allowed with the reason', async () => {
    page = await given().openAs('admin')
    await given().work()
    const branch = await post('/branches', { code: 'DHK', name: 'Dhaka' })
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Dhaka' }).format(Temporal.Now.instant().epochMilliseconds)
    const plan = async (code: string, mbps: number, price_minor: number) =>
      await post('/packages', {
        code,
        name: `Home ${mbps}`,
        starts_on: '2020-01-01',
        price_minor,
        download_kbps: mbps * 1000,
        upload_kbps: mbps * 1000,
      })
    const small = await plan('HOME-10', 10, 60_000)
    await plan('HOME-20', 20, 80_000)
    for (let n = 1; n <= 6; n += 1) {
      const line = { package_id: small.id, pppoe_login: `line${n}`, joined_on: day, activated_on: day }
      const client = await post('/clients', { name: `Client ${n}`, phone: `0171100000${n}`, branch_id: branch.id, joined_on: day, subscription: line })
      if (n === 6) {
        leaver = client.id
        await post(`/subscriptions/${client.subscriptions?.[0]?.id}/leaving`, { reason: 'Moved away' })
      }
    }
    await page.goto(`${given().url}/clients?package_id=${small.id}`)
    await page.getByRole('row', { name: /Client 1/ }).waitFor()
    // By keyboard: down to the first row, x ticks it.
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByText('1 client selected').waitFor()
    await page.getByRole('checkbox', { name: 'Select Client 3' }).click({ modifiers: ['Shift'] })
    await page.getByText('3 clients selected').waitFor()
    await page.getByRole('button', { name: /^Select all \d of this filter/ }).click()
    await page.keyboard.press('b')
    await page.getByRole('menuitem', { name: 'Change the package' }).waitFor()
    await expect.poll(async () => await page.getByRole('menuitem').count()).toBeGreaterThanOrEqual(16)
    await expectAccessible(page)
    await picture(page, 'bulk-menu')
    expectNoTrouble(page)
  }, 120_000)

  test('the preview says what would happen to each, and nothing has happened yet', async () => {
    await page.getByRole('menuitem', { name: 'Change the package' }).click()
    await choose('New package', /Home 20/)
    await choose('How', /At once, unused days/)
    await expectAccessible(page)
    await picture(page, 'bulk-ask')
    await page.getByRole('button', { name: 'See what will happen' }).click()
    await page.getByRole('heading', { name: 'Change the package' }).waitFor()
    await page.getByRole('row', { name: /Client 1.*Will change.*Home 10 → Home 20/ }).waitFor({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Do it for 5' }).waitFor()
    await expect.poll(async () => await figure('Will change')).toContain('5')
    await expectAccessible(page)
    await picture(page, 'bulk-preview')
    const lines = (await (await page.request.get(`${given().url}/api/v1/clients?q=line1`)).json()) as { items: { lines: { package_name: string }[] }[] }
    expect(lines.items[0]?.lines[0]?.package_name).toBe('Home 10')
    expectNoTrouble(page)
  }, 120_000)

  test('who cannot be changed is listed with the reason', async () => {
    const row = page.getByRole('row', { name: /Client 6/ })
    if ((await row.count()) > 0) await expect.poll(async () => await row.textContent()).toMatch(/Cannot/)
    const job = await post('/bulk-jobs', { change: { action: 'suspend', reason: 'manual', note: 'Test' }, selection: { client_ids: [leaver] } })
    await page.goto(`${given().url}/bulk/${job.id}`)
    const refused = page.getByRole('row', { name: /Client 6.*Cannot/ })
    await refused.waitFor({ timeout: 30_000 })
    expect((await refused.textContent())?.length).toBeGreaterThan(30)
    await picture(page, 'bulk-refused')
    await page.goBack()
    await page.getByRole('button', { name: 'Do it for 5' }).waitFor()
    expectNoTrouble(page)
  }, 120_000)

  test('it is done row by row, the list shows it, and the job stands among the bulk changes', async () => {
    await page.getByRole('button', { name: 'Do it for 5' }).click()
    await page.getByRole('row', { name: /Client 5.*Done/ }).waitFor({ timeout: 60_000 })
    await expect.poll(async () => await figure('Done')).toContain('5')
    await expectAccessible(page)
    await picture(page, 'bulk-done')
    const job = page.url()
    await page
      .getByRole('row', { name: /Client 1/ })
      .getByRole('link')
      .click()
    await page.getByRole('heading', { name: 'Client 1' }).waitFor()
    await page.getByText('Home 20').first().waitFor()
    await page.goto(`${given().url}/bulk`)
    await page.getByRole('row', { name: /Change the package.*done.*5/ }).waitFor()
    await page.goto(job)
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    expectNoTrouble(page)
  }, 120_000)

  test('undoing has a preview of its own, takes back what was done, and each job names the other', async () => {
    const done = page.url()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('heading', { name: 'Undo: Change the package' }).waitFor()
    await page.getByRole('row', { name: /Client 1.*Will change.*Home 20 → Home 10/ }).waitFor({ timeout: 30_000 })
    await picture(page, 'bulk-undo-preview')
    await page.getByRole('button', { name: 'Do it for 5' }).click()
    await page.getByRole('row', { name: /Client 5.*Done/ }).waitFor({ timeout: 60_000 })
    await expectAccessible(page)
    await picture(page, 'bulk-undone')
    await page.getByRole('link', { name: /Takes back what job \d+ did/ }).click()
    await page.waitForURL(done)
    await page.getByRole('link', { name: /This was taken back by job \d+/ }).waitFor()
    await page.goto(`${given().url}/clients?q=line1`)
    await page.getByRole('row', { name: /Client 1.*Home 10/ }).waitFor()
    // The same day there and back costs nothing.
    const { items } = (await (await page.request.get(`${given().url}/api/v1/clients?q=line1`)).json()) as { items: { receivable_minor: number }[] }
    expect(items[0]?.receivable_minor).toBe(0)
    expectNoTrouble(page)
  }, 120_000)

  test('whoever may only look has the boxes, and each action says that it is not for him', async () => {
    const viewer = await given().openAs('viewer')
    await viewer.goto(`${given().url}/clients`)
    await viewer.getByRole('checkbox', { name: 'Select Client 1' }).click()
    await viewer.getByRole('button', { name: 'Do with them' }).click()
    const item = viewer.getByRole('menuitem', { name: /Change the package/ })
    await item.waitFor()
    await expect.poll(async () => await item.getAttribute('aria-disabled')).toBe('true')
    await expect.poll(async () => await item.textContent()).toMatch(/permission/i)
    await expectAccessible(viewer)
    expectNoTrouble(viewer)
  }, 120_000)
})
