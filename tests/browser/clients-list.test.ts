import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeInBrowser, expectAccessible, expectNoTrouble, picture } from './console.ts'

const SOON = { timeout: 20_000 }

describeInBrowser('the list of clients', (given) => {
  let page: Page
  const ids = { plan: 0 }
  const at = () => new URL(page.url()).search
  const shown = async (): Promise<string[]> => {
    await expect.poll(async () => await page.getByText('Loading…').count(), SOON).toBe(0)
    return await page.locator('[data-index] [data-row-link]').allTextContents()
  }

  test('the built-in views are there, and each is an address that can be shared', async () => {
    page = await given().openAs('admin')
    await given().work()
    const post = async (path: string, data: unknown): Promise<{ id: number; subscriptions?: { id: number }[] }> => {
      const answer = await page.request.post(`${given().url}/api/v1${path}`, { data, headers: { 'idempotency-key': crypto.randomUUID() } })
      expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
      return (await answer.json()) as { id: number; subscriptions?: { id: number }[] }
    }
    const branch = await post('/branches', { code: 'DHK', name: 'Dhaka' })
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Dhaka' }).format(Temporal.Now.instant().epochMilliseconds)
    const plan = async (code: string) =>
      await post('/packages', { code, name: code, starts_on: '2020-01-01', price_minor: 60_000, download_kbps: 1000, upload_kbps: 1000 })
    ids.plan = (await plan('HOME-10')).id
    const other = await plan('HOME-20')
    for (const [n, name] of ['Alim', 'Babul', 'Chandan', 'Dipu'].entries()) {
      const line = { package_id: n < 3 ? ids.plan : other.id, pppoe_login: name.toLowerCase(), joined_on: day, activated_on: day }
      const client = await post('/clients', { name, phone: `0171100000${n}`, branch_id: branch.id, joined_on: day, subscription: line })
      if (n === 1) await post(`/subscriptions/${client.subscriptions?.[0]?.id}/suspension`, { reason: 'manual', note: '' })
      if (n !== 3) await post(`/clients/${client.id}/opening-balance`, { amount_minor: 10_000 * (n + 1), reason: 'Before' })
    }
    await page.goto(`${given().url}/clients`)
    const views = page.getByRole('group', { name: 'Views' })
    for (const name of [
      'All clients',
      'Active',
      'Expired',
      'Suspended',
      'Not yet connected',
      'Owing',
      'Left',
      'Deleted',
      'Whitelist',
      'VIP',
      'Without a router',
    ])
      await views.getByRole('button', { name, exact: true }).waitFor()
    await views.getByRole('button', { name: 'Suspended' }).click()
    await expect.poll(shown, SOON).toEqual(['Babul'])
    expect(at()).toBe('?state=suspended')
    await views.getByRole('button', { name: 'Owing' }).click()
    // Who owes most stands first.
    await expect.poll(shown, SOON).toEqual(['Chandan', 'Babul', 'Alim'])
    await page.goBack()
    await expect.poll(shown, SOON).toEqual(['Babul'])
    expectNoTrouble(page)
  }, 120_000)

  test('what one has filtered and sorted is kept under a name, for oneself or for everybody, and forgotten again', async () => {
    await page.goto(`${given().url}/clients?package_id=${ids.plan}&sort=-name`)
    await expect.poll(shown, SOON).toEqual(['Chandan', 'Babul', 'Alim'])
    const keep = async (name: string, isShared: boolean) => {
      await page.getByRole('button', { name: 'Keep this view' }).click()
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
      if (isShared) await page.getByRole('switch', { name: 'For everybody' }).check()
      await expectAccessible(page)
      await picture(page, 'view-keep')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByRole('group', { name: 'Views' }).getByRole('button', { name, pressed: true }).waitFor()
    }
    await keep('Tens, backwards', false)
    await page.goto(`${given().url}/clients?q=alim`)
    await expect.poll(shown, SOON).toEqual(['Alim'])
    await keep('Called Alim', true)

    await page.goto(`${given().url}/clients`)
    await page.getByRole('button', { name: 'Tens, backwards' }).click()
    await expect.poll(shown, SOON).toEqual(['Chandan', 'Babul', 'Alim'])
    expect(at()).toBe(`?package_id=${ids.plan}&sort=-name`)
    await picture(page, 'view-own')

    const viewer = await given().openAs('viewer')
    await viewer.goto(`${given().url}/clients`)
    await viewer.getByRole('button', { name: /Called Alim/ }).click()
    await viewer.getByRole('link', { name: 'Alim' }).waitFor()
    expect(await viewer.getByRole('button', { name: 'Tens, backwards' }).count()).toBe(0)
    expect(await viewer.getByRole('button', { name: /Forget the view/ }).count()).toBe(0)

    await page.getByRole('button', { name: 'Forget the view Tens, backwards' }).click()
    await page.getByRole('button', { name: 'Tens, backwards', exact: true }).waitFor({ state: 'detached' })
    expectNoTrouble(page)
    expectNoTrouble(viewer)
  }, 120_000)

  test('columns are chosen and stay, and the export has exactly these rows in this order with these columns', async () => {
    await page.goto(`${given().url}/clients?owes=true&sort=-balance`)
    await page.getByRole('button', { name: 'Columns' }).click()
    for (const name of ['Package', 'Area', 'Expires', 'State', 'PPPoE']) await page.getByRole('checkbox', { name, exact: true }).uncheck()
    await page.getByRole('checkbox', { name: 'Joined', exact: true }).check()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.reload()
    await expect.poll(shown, SOON).toEqual(['Chandan', 'Babul', 'Alim'])
    await expect.poll(async () => await page.getByRole('columnheader').allTextContents()).toEqual(['', 'Name', 'Code', 'Phone', 'Owes', 'Joined'])
    await picture(page, 'clients-columns')

    await page.getByRole('button', { name: 'Export this list' }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'CSV' }).click()])
    const [head = '', ...rows] = readFileSync(await download.path(), 'utf8')
      .replace('\uFEFF', '')
      .trim()
      .split(/\r?\n/)
    expect(head.split(',').length).toBe(5)
    expect(rows.map((line) => line.split(',')[0])).toEqual(['Chandan', 'Babul', 'Alim'])
    expect(rows[0]).toContain('300')

    await page.goto(`${given().url}/exports`)
    const row = page.getByRole('row', { name: /Clients \(CSV\)/ })
    await row.getByText('Ready').waitFor()
    const [again] = await Promise.all([page.waitForEvent('download'), row.getByRole('link').click()])
    expect(readFileSync(await again.path(), 'utf8')).toContain('Chandan')
    await picture(page, 'exports-one')
    expectNoTrouble(page)
  }, 120_000)

  test('filters are chips that are set and taken away one by one, and a search that finds nothing says so', async () => {
    await page.goto(`${given().url}/clients`)
    await page.getByRole('button', { name: 'State', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Active' }).click()
    await page.getByRole('button', { name: 'More filters' }).click()
    await page.getByRole('menuitem', { name: 'Owes at least' }).click()
    await page.getByRole('textbox', { name: 'Owes at least' }).fill('150')
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect.poll(shown, SOON).toEqual(['Chandan'])
    expect(at()).toBe('?state=active&owes_from=15000')
    await expectAccessible(page)
    await picture(page, 'clients-chips')
    await page.getByRole('button', { name: 'Remove the filter Owes at least' }).click()
    await expect.poll(async () => (await shown()).length, SOON).toBe(3)
    await page.getByRole('searchbox').fill('zzz')
    await page.getByText('No client fits').waitFor()
    expectNoTrouble(page)
  }, 120_000)

  test('whoever walks the rows by keyboard stays in the list when other rows come', async () => {
    await page.goto(`${given().url}/clients?state=active&sort=name`)
    await expect.poll(async () => await shown()).toEqual(['Alim', 'Chandan', 'Dipu'])
    await page.getByRole('table', { name: 'Clients' }).focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(async () => await page.locator(':focus').textContent(), SOON).toBe('Alim')
    await page.evaluate(`history.pushState(null, '', '/clients?state=suspended'), dispatchEvent(new PopStateEvent('popstate'))`)
    await expect.poll(shown, SOON).toEqual(['Babul'])
    await page.keyboard.press('ArrowDown')
    await expect.poll(async () => await page.locator(':focus').textContent(), SOON).toBe('Babul')
    expectNoTrouble(page)
  }, 60_000)
})
