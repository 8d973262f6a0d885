/**
 * P9: what the staff's list of clients loads, and the longest task of the browser over twenty actions on it; with them, how long a
 * person waits for the list and the search box (P2 as it is felt).
 *   npm run bench -- browser --clients 1000000
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { buildWebOnce } from '#processes/web-build.ts'
import { startChromium } from '../tests/browser/chromium.ts'
import { fill } from './dataset.ts'
import { serve } from './load.ts'
import { percentile, timed } from './measure.ts'
import type { Result } from './measure.ts'
import { withDatabase } from './server.ts'
import { session } from './session.ts'

export interface BrowserOptions {
  readonly clients?: number
}

const DIST = join(import.meta.dirname, '..', 'web', 'dist')
const ROWS = '[role=table] [data-index]'

export async function bench({ clients = 20_000 }: BrowserOptions = {}): Promise<Result[]> {
  await buildWebOnce(() => {})
  return await withDatabase(async (database) => {
    await fill(database, { clients, since: '2026-01-01' })
    await sql`update client_balances set receivable_minor = (client_id * 7919) % 300000 where client_id % 3 = 0`.execute(database.db)
    await sql`vacuum analyze`.execute(database.db)
    const cookie = await session(database)
    const app = await serve('serve-app.ts', [database.url])
    const browser = await startChromium()
    try {
      const url = `http://127.0.0.1:${app.port}`
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB', timezoneId: 'Asia/Dhaka' })
      const [name = '', value = ''] = cookie.split('=')
      await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }])
      await context.addInitScript(WATCH_TASKS)
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      const scripts = new Set<string>()
      page.on('response', (response) => {
        if (response.request().resourceType() === 'script') scripts.add(new URL(response.url()).pathname)
      })
      await page.goto(`${url}/clients`, { waitUntil: 'networkidle' })
      await page.locator(ROWS).first().waitFor()
      const kilobytes = [...scripts].reduce((sum, path) => sum + gzipSync(readFileSync(join(DIST, path))).length, 0) / 1000
      const shown = await perform(page, clients)
      return results(shown, { clients, kilobytes, files: scripts.size })
    } finally {
      await browser.close()
      await app.stop()
    }
  })
}

interface Performed {
  readonly what: string
  /** From the action to the rows (or the answer) it asks for. */
  readonly waited: number
  /** The longest task of the browser's main thread meanwhile; tasks below 50 ms are not reported and count as 0. */
  readonly longest: number
}

// What runs in the page is text: the compiler knows no browser here.
const WATCH_TASKS = `
  globalThis.longTasks = []
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) longTasks.push(entry.duration) }).observe({ type: 'longtask', buffered: true })`
const NEXT_FRAME = 'new Promise((resolve) => requestAnimationFrame(() => resolve()))'

/** Twenty things a clerk does on a list, by keyboard and wheel, one after the other. */
async function perform(page: Page, clients: number): Promise<Performed[]> {
  const phone = String((((clients >> 1) + 77) * 7919) % 100_000_000).padStart(8, '0')
  const code = `DHK-${String((clients >> 1) + 77).padStart(7, '0')}`
  const search = page.getByRole('search').getByRole('searchbox')
  const box = page.getByRole('dialog')
  const settled = async (): Promise<void> => {
    // No waitForFunction: what it waits for is evaluated in the page, which the page's policy forbids.
    await page.locator('[role=table][aria-busy=false]').first().waitFor()
    await page.locator(ROWS).first().waitFor()
  }
  /** The list's answer to a request that the action sets off. */
  const answered = async (act: () => Promise<unknown>): Promise<void> => {
    const answer = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/v1/clients')
    await act()
    await answer
    await settled()
  }
  const moveTo = async (path: string): Promise<void> => {
    await page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)}), dispatchEvent(new PopStateEvent('popstate'))`)
  }
  const goTo = (path: string) => answered(async () => await moveTo(path))
  const scroll = async (turns: number): Promise<void> => {
    await page.locator('[role=table]').hover()
    for (let turn = 0; turn < turns; turn += 1) await page.mouse.wheel(0, 700)
    await page.evaluate(NEXT_FRAME)
  }
  const header = (label: RegExp) => page.locator('[role=table] [role=columnheader]').filter({ hasText: label }).getByRole('button')
  /** One step after the other. */
  const inTurn =
    (...steps: readonly (() => Promise<unknown>)[]) =>
    async () => {
      for (const step of steps) await step()
    }
  const press = (keys: string) => async () => await page.keyboard.press(keys)
  const actions: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['scroll a screen', async () => await scroll(1)],
    ['scroll through the next page', async () => await answered(async () => await scroll(8))],
    ['scroll far', async () => await scroll(30)],
    ['sort by name', async () => await answered(async () => await header(/^name/i).click())],
    ['sort by name, downwards', async () => await answered(async () => await header(/^name/i).click())],
    ['the suspended', async () => await goTo('/clients?state=suspended')],
    ['the suspended by name', async () => await goTo('/clients?state=suspended&sort=name')],
    ['everybody by debt', async () => await goTo('/clients?sort=-balance')],
    ['search by a first name', async () => await answered(async () => await search.pressSequentially('rahim', { delay: 40 }))],
    [
      'search by part of a phone',
      async () =>
        await answered(
          inTurn(
            async () => await search.fill(''),
            async () => await search.pressSequentially(phone.slice(2), { delay: 40 }),
          ),
        ),
    ],
    [
      'clear the search',
      inTurn(
        async () => await search.fill(''),
        async () => await page.waitForURL((url) => !url.searchParams.has('q')),
        settled,
      ),
    ],
    ['walk twenty rows by keyboard', async () => await walkRows(page)],
    [
      'open a client',
      inTurn(
        press('Enter'),
        async () => await page.waitForURL(/clients.\d+/),
        async () => await page.getByRole('heading').first().waitFor(),
      ),
    ],
    ['back to the list', inTurn(async () => await page.goBack(), settled)],
    ['open the search box', inTurn(press('Control+k'), async () => await box.waitFor())],
    ['find by part of a phone', async () => await found(page, phone.slice(2))],
    ['find by code', inTurn(press('Control+a'), async () => await found(page, code))],
    ['find by name in Bangla', inTurn(press('Control+a'), async () => await found(page, 'করিম'))],
    ['close the search box', inTurn(press('Escape'), async () => await box.waitFor({ state: 'hidden' }))],
    ['the whole list again', inTurn(async () => await moveTo('/clients'), settled)],
  ]
  const performed: Performed[] = []
  for (const [what, act] of actions) {
    await page.evaluate('longTasks.length = 0')
    const waited = await timed(act)
    // Tasks are reported after they end; two frames later all of this action's are.
    await page.evaluate(NEXT_FRAME)
    await page.evaluate(NEXT_FRAME)
    const tasks = await page.evaluate<number[]>('[...longTasks]')
    performed.push({ what, waited, longest: Math.max(0, ...tasks) })
  }
  return performed
}

async function walkRows(page: Page): Promise<void> {
  await page.locator('[role=table]').focus()
  for (let row = 0; row < 20; row += 1) await page.keyboard.press('ArrowDown')
}

async function found(page: Page, text: string): Promise<void> {
  const answer = page.waitForResponse((response) => response.url().includes('/api/v1/search') && decodeURIComponent(response.url()).includes(text))
  await page.keyboard.type(text, { delay: 40 })
  await answer
  await page.getByRole('option').first().waitFor()
}

function results(performed: readonly Performed[], { clients, kilobytes, files }: { clients: number; kilobytes: number; files: number }): Result[] {
  const slowest = performed.toSorted((a, b) => b.longest - a.longest)[0]
  const longest = performed.toSorted((a, b) => b.waited - a.waited).slice(0, 3)
  return [
    {
      part: 'P9',
      what: 'scripts of the staff list page',
      ratio: kilobytes,
      against: 'kB gz',
      bar: 350,
      better: 'less',
      note: `${files} files`,
    },
    {
      part: 'P9',
      what: `longest task of the browser over ${performed.length} actions on a list`,
      ratio: slowest?.longest ?? Number.NaN,
      against: 'ms',
      bar: 100,
      better: 'less',
      note: `${clients} clients; ${performed.filter((action) => action.longest >= 50).length} actions with a task of 50 ms or more; worst: ${slowest?.what ?? ''}; waited longest: ${longest
        .map(({ what, waited }) => `${what} ${waited.toFixed(0)} ms`)
        .join(', ')}; p50 ${percentile(
        performed.map(({ waited }) => waited),
        50,
      ).toFixed(0)} ms`,
    },
  ]
}
