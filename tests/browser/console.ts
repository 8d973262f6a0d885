import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import { allJobs, buildApp } from '../../server/app.ts'
import { issueSetupToken } from '../../server/modules/auth/index.ts'
import type { App } from '../../server/platform/http/app.ts'
import { startWorker } from '../../server/platform/jobs/index.ts'
import type { Worker } from '../../server/platform/jobs/index.ts'

import { logInAs } from '../../server/testing/app-as.ts'
import { testDatabase } from '../../server/testing/database.ts'
import type { TestDatabase } from '../../server/testing/database.ts'
import { startChromium } from './chromium.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const PICTURES = join(ROOT, 'artefacts', 'browser')

/** The program with its pages on a free port, over a fresh database, and a browser in front of it. */
export interface Console {
  readonly url: string
  readonly database: TestDatabase
  readonly app: App
  /** From now on jobs run too, until the file's last test. */
  work(): Promise<void>
  /** Closes something else that was started, after the file's last test. */
  closeLater(close: () => Promise<void>): void
  /** A one-time token of the set-up page. */
  setupToken(): Promise<string>
  /** A window without a log-in. What goes wrong inside it fails the test that closes it. */
  open(options?: OpenOptions): Promise<Page>
  /** A window of somebody who is logged in already, so that a journey about something else does not wait for a password's hash. */
  openAs(role: string, options?: OpenOptions): Promise<Page>
}

export interface OpenOptions {
  readonly size?: 'desk' | 'phone'
  readonly locale?: 'en' | 'bn'
  readonly theme?: 'light' | 'dark'
}

const SIZES = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const

const started = await startChromium().catch((error: unknown) => error as Error)

/** Journeys in a browser; where no browser starts they are left out, and the reason is said loudly. */
export function describeInBrowser(name: string, journeys: (given: () => Console) => void): void {
  if (started instanceof Error) {
    process.stderr.write(`\n*** "${name}" was NOT tested: no browser starts here (set CHROME to one that does).\n*** ${started.message.split('\n')[0]}\n\n`)
    describe.skip(name, () =>
      journeys(() => {
        throw started
      }),
    )
    return
  }
  describe(name, () => {
    let given: Console
    const contexts: BrowserContext[] = []
    const workers: Worker[] = []
    const others: (() => Promise<void>)[] = []
    beforeAll(async () => {
      buildPages()
      given = await startConsole(started, { contexts, workers, others })
    }, 180_000)
    afterEach(async ({ task }) => {
      if (task.result?.state !== 'fail') return
      const name = `failed-${task.name.replaceAll(/[^\p{L}\d]+/gu, '-').slice(0, 60)}`
      for (const [at, page] of contexts.flatMap((context) => context.pages()).entries()) await picture(page, `${name}-${at}`).catch(() => {})
    })
    afterAll(async () => {
      for (const context of contexts) await context.close()
      for (const worker of workers) await worker.stop()
      for (const close of others) await close()
      await given?.app.close()
    })
    journeys(() => given)
  })
}
afterAll(async () => {
  if (!(started instanceof Error)) await started.close()
})

async function startConsole(
  browser: Browser,
  { contexts, workers, others }: { contexts: BrowserContext[]; workers: Worker[]; others: (() => Promise<void>)[] },
): Promise<Console> {
  const database = await testDatabase()
  const app = await buildApp({
    database,
    config: { publicUrl: null, trustProxy: [], logLevel: 'silent' },
    shedsLoad: false,
    webRoot: join(ROOT, 'web', 'dist'),
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })

  const open = async ({ size = 'desk', locale = 'en', theme = 'light' }: OpenOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      viewport: SIZES[size],
      locale: locale === 'bn' ? 'bn-BD' : 'en-GB',
      timezoneId: 'Asia/Dhaka',
      colorScheme: theme,
      reducedMotion: 'reduce',
    })
    contexts.push(context)
    await context.addInitScript(
      ([kept, look]) => {
        localStorage.setItem('lastmile.locale', kept)
        localStorage.setItem('lastmile.theme', look)
      },
      [locale, theme] as const,
    )
    const page = await context.newPage()
    page.setDefaultTimeout(25_000)
    page.on('pageerror', (error) => troubles(page).push(`error in the page: ${error.message}`))
    page.on('console', (message) => {
      // A refusal that the page shows is no trouble; the browser writes each of them to its console all the same.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) troubles(page).push(`console: ${message.text()}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 500) troubles(page).push(`${response.status()} ${response.url()}`)
    })
    return page
  }

  return {
    url,
    database,
    app,
    async work() {
      if (workers.length === 0) workers.push(await startWorker({ database, jobs: allJobs(), log: pino({ level: 'silent' }) }))
    },
    closeLater: (close) => void others.push(close),
    async setupToken() {
      const token = await issueSetupToken(database)
      if (token === null) throw new Error('The set-up is done already')
      return token
    },
    open,
    async openAs(role, options = {}) {
      const { locale = 'en', theme = 'light' } = options
      const page = await open(options)
      const user = await logInAs(database, role)
      const [name = '', value = ''] = user.cookie.split('=')
      await page.context().addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }])
      await page.request.patch(`${url}/api/v1/auth/profile`, { data: { locale, theme } })
      return page
    },
  }
}

const noted = new WeakMap<Page, string[]>()
function troubles(page: Page): string[] {
  const list = noted.get(page) ?? []
  noted.set(page, list)
  return list
}

/** Fails with what went wrong inside the page: errors thrown, written to the console, or answered with 5xx. */
export function expectNoTrouble(page: Page): void {
  expect(troubles(page)).toEqual([])
}

/** The same as a list, and forgotten: for who goes on to the next page. */
export const takeTroubles = (page: Page): string[] => troubles(page).splice(0)

/** Keeps a picture in artefacts/browser for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' })
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.1 A and AA, as far as a program can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await barriers(page), page.url()).toEqual([])
}

/** What would shut somebody out of the page, by WCAG 2.1 A and AA. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  // A colour on its way from one state to the next is neither of the two; what turns for ever is not waited for.
  await page.evaluate(
    'Promise.allSettled(document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished)).then(() => null)',
  )
  return await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> }
    }
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary.slice(0, 200)})`)
          .join(' | ')}`,
    )
  })
}

/** Builds the pages once for a test run; a build newer than its sources is kept. */
function buildPages(): void {
  const result = spawnSync(process.execPath, [join(ROOT, 'tests', 'browser', 'build-pages.ts')], { cwd: ROOT, encoding: 'utf8' })
  if (result.status !== 0) throw new Error(`The pages could not be built:\n${result.stdout}${result.stderr}`)
}
