import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriers, describeInBrowser, picture, takeTroubles } from './console.ts'
import { addressOf, fillCompany } from './fill-company.ts'
import type { Ids } from './fill-company.ts'
import { pagesWanted } from './pages.ts'

/** Opens every page as an administrator, light and dark, in English and Bangla. One file for each size, so that they run side by side. */
export function describeEveryPage(size: 'desk' | 'phone'): void {
  describeInBrowser(`every page on a ${size}`, (given) => {
    let ids: Ids | undefined
    for (const theme of ['light', 'dark'] as const)
      for (const locale of ['en', 'bn'] as const) {
        const look = `${size}-${theme}-${locale}`
        test(`${look}: nothing goes wrong, nothing shuts anybody out, nothing runs over the edge`, async () => {
          const page = await given().openAs('admin', { size, theme, locale })
          ids ??= await fillCompany(given(), page)
          const wrong: string[] = []
          for (const [name, path] of pagesWanted()) {
            await page.goto(given().url + addressOf(path, ids))
            await page.waitForLoadState('networkidle')
            await page
              .getByRole('heading', { level: 1 })
              .or(page.getByText(/There is no page|কোনো পাতা নেই/))
              .first()
              .waitFor()
            wrong.push(...(await wrongWith(page, locale)).map((what) => `${name}: ${what}`))
            await picture(page, `${name}-${look}`)
          }
          expect(wrong).toEqual([])
        }, 300_000)
      }
  })
}

async function wrongWith(page: Page, locale: string): Promise<string[]> {
  const wrong = [...takeTroubles(page), ...(await barriers(page))]
  const spoken = await page.locator('html').getAttribute('lang')
  if (spoken !== locale) wrong.push(`is in ${spoken}`)
  const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  if (over > 0) wrong.push(`is ${over} px wider than the window`)
  const cut = await page.evaluate<string[]>(CUT_BUTTONS)
  return [...wrong, ...cut.map((text) => `shows only a part of the button "${text}"`)]
}

/** Buttons without room for their word, and those of a list that stick out of it. */
const CUT_BUTTONS = `[...document.querySelectorAll('button')].filter((button) => {
  const label = button.querySelector('.mantine-Button-label')
  const table = button.closest('[role=table]')
  const isCut = label !== null && label.scrollWidth > label.clientWidth + 1
  return isCut || (table !== null && button.getBoundingClientRect().right > table.getBoundingClientRect().right + table.scrollWidth - table.clientWidth + 1)
}).map((button) => button.innerText || button.ariaLabel || '')`
