/**
 * Takes the pictures of docs/pictures anew, from a demo company that runs:
 *   npm run pictures -- http://127.0.0.1:8080 owner PASSWORD
 * What stands in them is asked of the API, so that any demo company will do.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { startChromium } from '../tests/browser/chromium.ts'

const FOLDER = join(import.meta.dirname, '..', 'docs', 'pictures')
const DESK: BrowserContextOptions = { viewport: { width: 1366, height: 768 } }
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 } }

interface Look {
  readonly size?: BrowserContextOptions
  readonly locale?: 'en' | 'bn'
  readonly theme?: 'light' | 'dark'
}

const [url = '', username = '', password = ''] = process.argv.slice(2)
if (password === '') {
  process.stderr.write('Usage: npm run pictures -- URL USER PASSWORD, of a demo company that runs (npm run demo)\n')
  process.exit(2)
}

const browser = await startChromium()
try {
  mkdirSync(FOLDER, { recursive: true })
  await take(browser)
} finally {
  await browser.close()
}

async function take(on: Browser): Promise<void> {
  const page = await opened(on, {})
  const listed = async (path: string): Promise<{ id: number; client_id?: number | null; balance_minor?: number }[]> => {
    const answer = await page.request.get(`${url}/api/v1${path}`)
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
    return ((await answer.json()) as { items: { id: number }[] }).items
  }
  const first = async (path: string): Promise<number> => {
    const [found] = await listed(path)
    if (found === undefined) throw new Error(`There is nothing at ${path}: the pictures want a demo company with some months behind it`)
    return found.id
  }
  // Whose page shows most: in service behind an ONU that is known, and owing more than others.
  const behind = (await listed('/onus?state=online&is_linked=true&limit=200')).map(({ client_id }) => client_id ?? 0)
  const active = await listed('/clients?state=active&sort=-balance&limit=200')
  const client = active.find(({ id }) => behind.includes(id))?.id ?? behind[0] ?? (await first('/clients?limit=1'))
  const run = await first('/invoice-runs?limit=1')
  const invoice = await first(`/invoices?client_id=${client}&limit=1`)
  const wallet = (await listed('/wallets?limit=200')).toSorted((a, b) => (b.balance_minor ?? 0) - (a.balance_minor ?? 0))[0]?.id ?? 0
  const olt = await first('/olts?limit=1')
  for (const [name, path] of [
    ['home', '/'],
    ['clients', '/clients?sort=-balance'],
    ['client', `/clients/${client}`],
    ['billing-month', '/billing'],
    ['run', `/billing/${run}`],
    ['invoice', `/invoices/${invoice}`],
    ['wallet', `/wallets/${wallet}`],
    ['trial-balance', '/ledger/trial-balance'],
    ['olt', `/olts/${olt}`],
    ['map', '/map'],
  ] as const)
    await picture(page, name, path)
  await picture(await opened(on, { locale: 'bn', theme: 'dark' }), 'client-bn-dark', `/clients/${client}`)
  await picture(await opened(on, { size: PHONE }), 'clients-phone', '/clients?sort=-balance')
  await picture(await opened(on, { size: PHONE, locale: 'bn' }), 'home-phone-bn', '/')
}

/** A window in which somebody is logged in. */
async function opened(on: Browser, { size = DESK, locale = 'en', theme = 'light' }: Look): Promise<Page> {
  const context = await on.newContext({
    ...size,
    locale: locale === 'bn' ? 'bn-BD' : 'en-GB',
    timezoneId: 'Asia/Dhaka',
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const answer = await page.request.post(`${url}/api/v1/auth/session`, { data: { username, password } })
  if (!answer.ok()) throw new Error(`${username} cannot log in at ${url}: ${await answer.text()}`)
  await page.request.patch(`${url}/api/v1/auth/profile`, { data: { locale, theme } })
  await page.goto(url)
  return page
}

async function picture(page: Page, name: string, path: string): Promise<void> {
  await page.goto(url + path)
  await page.locator('main h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  const file = join(FOLDER, `${name}.png`)
  await page.screenshot({ path: file })
  process.stdout.write(`${file}\n`)
}
