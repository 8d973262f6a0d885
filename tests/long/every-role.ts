import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { barriers, describeInBrowser, picture, takeTroubles } from '../browser/console.ts'
import type { OpenOptions } from '../browser/console.ts'
import { addressOf, fillCompany } from '../browser/fill-company.ts'
import type { Ids } from '../browser/fill-company.ts'
import { pagesWanted } from '../browser/pages.ts'

const ROLES = ['admin', 'manager', 'branch_manager', 'accountant', 'support', 'collector', 'technician', 'viewer'] as const

const REFUSED = /^(This page is not for your role|এই পাতা আপনার ভূমিকার জন্য নয়)$/
const NO_PAGE = /^(There is no page at this address|এই ঠিকানায় কোনো পাতা নেই)$/

/**
 * Opens every page in the eyes of each role, in one look; an administrator sees them in all eight (every-page).
 * One file for each look, so that they run side by side.
 */
export function describeEveryRole(look: Required<OpenOptions>): void {
  describeInBrowser(`every role on a ${look.size}`, (given) => {
    let ids: Ids | undefined
    /** What of each page was looked at for barriers already, in the eyes of another role. */
    const looked = new Map<string, Set<string>>()
    const newBarriers = async (page: Page, name: string): Promise<string[]> => {
      const known = looked.get(name) ?? new Set()
      const shape = await shapeOf(page)
      if (shape.every((part) => known.has(part))) return []
      looked.set(name, new Set([...known, ...shape]))
      return await barriers(page)
    }

    for (const role of ROLES) {
      test(`${role}: each page opens or says kindly that it is not for this role, and nothing leads to one that does not open`, async () => {
        if (ids === undefined) ids = await fillCompany(given(), await given().openAs('admin'))
        const page = await given().openAs(role, look)
        const forbidden: string[] = []
        page.on('response', (response) => {
          if (response.status() === 403) forbidden.push(`was refused ${new URL(response.url()).pathname}`)
        })
        const wrong: string[] = []
        const refused: string[] = []
        /** One address of each kind that stands as a link on a page this role opens, and where. */
        const links = new Map<string, { path: string; on: string }>()
        const opened = new Set<string>()

        for (const [name, address] of pagesWanted()) {
          const path = addressOf(address, ids)
          const state = await open(page, given().url + path)
          const found = [...takeTroubles(page), ...(await newBarriers(page, state === 'refused' ? 'refused' : name))]
          if (state === 'refused') refused.push(name)
          else {
            // A page that opens asks for nothing that its reader may not have.
            found.push(...forbidden)
            if (state === 'opened') {
              opened.add(kindOf(path))
              await picture(page, `${name}-as-${role}-${look.size}`)
            }
            for (const link of await linksOf(page)) if (!links.has(kindOf(link))) links.set(kindOf(link), { path: link, on: name })
          }
          forbidden.length = 0
          wrong.push(...found.map((what) => `${name}: ${what}`))
        }

        for (const [kind, { path, on }] of links) {
          if (opened.has(kind)) continue
          const state = await open(page, given().url + path)
          if (state !== 'opened') wrong.push(`${on}: leads to ${path}, which is ${state === 'refused' ? 'not for this role' : 'not there'}`)
          wrong.push(...takeTroubles(page).map((what) => `${path}: ${what}`))
        }
        await page.goto(given().url)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForLoadState('networkidle')
        await picture(page, `role-${role}-${look.size}`)
        expect(wrong).toEqual([])
        if (role === 'admin') expect(refused).toEqual([])
        else if (pagesWanted().some(([name]) => name === 'parts')) expect(refused).toContain('parts')
      }, 600_000)
    }
  })
}

/** Without ids and searches: pages of one kind open alike. */
const kindOf = (path: string): string => (path.split(/[?#]/)[0] ?? path).replaceAll(/\d+/g, 'N')

async function open(page: Page, url: string): Promise<'opened' | 'refused' | 'missing'> {
  await page.goto(url)
  const refusal = page.getByRole('heading', { level: 1, name: REFUSED })
  const missing = page.getByRole('heading', { level: 1, name: NO_PAGE })
  await page.getByRole('heading', { level: 1 }).or(refusal).or(missing).first().waitFor()
  await page.waitForLoadState('networkidle')
  if (await refusal.isVisible()) return 'refused'
  return (await missing.isVisible()) ? 'missing' : 'opened'
}

/** The kinds of elements on a page: a role that sees fewer of them sees nothing that was not looked at. */
const shapeOf = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...new Set([...document.body.querySelectorAll('*')].map((each) => each.tagName + '.' + (each.getAttribute('class') ?? '') + [...each.attributes].filter(({ name }) => /^(role|aria-(?!controls|describedby|labelledby|label))/.test(name)).map(({ name, value }) => name + value).join()))]`,
  )

/** Where the links of the menu and of the page lead; files of the API are no pages. */
const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('a[href^="/"]')].filter((each) => each.checkVisibility()).map((each) => each.getAttribute('href')).filter((href) => !href.startsWith('/api/'))`,
  )
