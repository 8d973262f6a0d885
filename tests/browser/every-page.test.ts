import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { describeInBrowser, expectAccessible, expectNoTrouble, picture } from './console.ts'
import type { OpenOptions } from './console.ts'
import { fillSetUp } from './fill-set-up.ts'
import type { Post } from './fill-set-up.ts'

const PAGES: readonly (readonly [string, string])[] = [
  ['home', '/'],
  ['clients', '/clients'],
  ['clients-filtered', '/clients?state=active&sort=-balance'],
  ['client', '/clients/CLIENT'],
  ['client-statement', '/clients/CLIENT/statement'],
  ['client-new', '/clients/new'],
  ['packages', '/packages'],
  ['package', '/packages/PACKAGE'],
  ['package-prices', '/packages/prices'],
  ['vat-rates', '/packages/vat-rates'],
  ['billing-policies', '/packages/policies'],
  ['invoices', '/invoices'],
  ['invoice', '/invoices/INVOICE'],
  ['billing', '/billing'],
  ['payments', '/payments'],
  ['payment', '/payments/PAYMENT'],
  ['wallets', '/wallets'],
  ['wallet', '/wallets/WALLET'],
  ['ledger', '/ledger'],
  ['trial-balance', '/ledger/trial-balance'],
  ['doctor', '/doctor'],
  ['imports', '/imports'],
  ['exports', '/exports'],
  ['users', '/users'],
  ['user', '/users/USER'],
  ['roles', '/users/roles'],
  ['settings', '/settings'],
  ['company', '/settings/company'],
  ['branches', '/settings/branches'],
  ['areas', '/settings/areas'],
  ['resellers', '/settings/resellers'],
  ['own-fields', '/settings/fields'],
  ['tags', '/settings/tags'],
  ['districts', '/settings/districts'],
  ['audit', '/audit'],
  ['profile', '/profile'],
  ['no-page', '/no-such-page'],
]

const LOOKS: readonly (readonly [string, Required<OpenOptions>])[] = [
  ['desk-light-en', { size: 'desk', theme: 'light', locale: 'en' }],
  ['desk-dark-bn', { size: 'desk', theme: 'dark', locale: 'bn' }],
  ['phone-light-bn', { size: 'phone', theme: 'light', locale: 'bn' }],
  ['phone-dark-en', { size: 'phone', theme: 'dark', locale: 'en' }],
]

describeInBrowser('every page', (given) => {
  /** A company with something on each page, made by the API as its people would. */
  let ids: Record<string, number> | undefined
  const fill = async (page: Page): Promise<Record<string, number>> => {
    const send: Post = async (path, data, method = 'POST') => {
      const answer = await page.request.fetch(`${given().url}/api/v1${path}`, { method, data, headers: { 'idempotency-key': crypto.randomUUID() } })
      expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
      return (await answer.json()) as { id: number }
    }
    const branch = await send('/branches', { code: 'dhk', name: 'Dhaka' })
    const area = await send('/areas', { name: 'মিরপুর-১০' })
    const wallet = await send('/wallets', { code: 'OFFICE', name: 'Office cash', kind: 'office' })
    const plan = await send('/packages', {
      code: 'HOME-20',
      name: 'Home 20 Mbps',
      starts_on: '2020-01-01',
      price_minor: 80_000,
      download_kbps: 20_000,
      upload_kbps: 20_000,
    })
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Dhaka' }).format(Temporal.Now.instant().epochMilliseconds)
    const clients: number[] = []
    for (const [at, name] of ['Rahim Uddin', 'করিম শেখ', 'Nusrat Jahan', 'মোছাঃ ফাতেমা বেগম'].entries()) {
      const line = { package_id: plan.id, pppoe_login: `user${at}`, joined_on: `${today.slice(0, 7)}-01`, activated_on: `${today.slice(0, 7)}-01` }
      clients.push(
        (
          await send('/clients', {
            name,
            phone: `0171100000${at}`,
            branch_id: branch.id,
            area_id: area.id,
            joined_on: `${today.slice(0, 7)}-01`,
            subscription: line,
          })
        ).id,
      )
    }
    const [client = 0, other = 0] = clients
    const invoice = await send('/invoices', { client_id: client })
    await send('/invoices', { client_id: other })
    const payment = await send('/payments', { client_id: client, amount_minor: 30_000, method: 'cash' })
    await send(`/clients/${client}/notes`, { body: 'Calls only after 18:00.' })
    return { CLIENT: client, INVOICE: invoice.id, PAYMENT: payment.id, WALLET: wallet.id, ...(await fillSetUp(send, today)) }
  }

  for (const [look, options] of LOOKS) {
    test(`${look}: nothing goes wrong, nothing shuts anybody out, nothing runs over the edge`, async () => {
      const page = await given().openAs('admin', options)
      ids ??= await fill(page)
      for (const [name, path] of PAGES) {
        await page.goto(given().url + path.replace(/[A-Z]{3,}/, (key) => String(ids?.[key])))
        await page.waitForLoadState('networkidle')
        await page
          .getByRole('heading', { level: 1 })
          .or(page.getByText(/There is no page|কোনো পাতা নেই/))
          .first()
          .waitFor()
        expect(await page.locator('html').getAttribute('lang')).toBe(options.locale)
        expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'), `${path} is wider than the window`).toBeLessThanOrEqual(0)
        await expectAccessible(page)
        await picture(page, `${name}-${look}`)
      }
      expectNoTrouble(page)
    }, 300_000)
  }
})
