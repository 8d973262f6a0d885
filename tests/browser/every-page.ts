import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { barriers, describeInBrowser, picture, takeTroubles } from './console.ts'
import { addressOf, fillCompany } from './fill-company.ts'
import type { Ids } from './fill-company.ts'
import { pagesWanted } from './pages.ts'
import { withoutRoom } from './room.ts'

interface Look {
  readonly size: 'desk' | 'phone'
  readonly theme: 'light' | 'dark'
  readonly locale: 'en' | 'bn'
}

/** Two of the eight looks: both sizes, both themes and both languages are seen. */
export const USUAL_LOOKS: readonly Look[] = [
  { size: 'desk', theme: 'dark', locale: 'bn' },
  { size: 'phone', theme: 'light', locale: 'en' },
]

/** The other six, which take their time in `npm run test:long`. */
export const OTHER_LOOKS: readonly Look[] = [
  { size: 'desk', theme: 'light', locale: 'en' },
  { size: 'desk', theme: 'light', locale: 'bn' },
  { size: 'desk', theme: 'dark', locale: 'en' },
  { size: 'phone', theme: 'light', locale: 'bn' },
  { size: 'phone', theme: 'dark', locale: 'en' },
  { size: 'phone', theme: 'dark', locale: 'bn' },
]

/** Opens every page as an administrator in the looks of one size. One file for each size, so that they run side by side. */
export function describeEveryPage(size: Look['size'], looks: readonly Look[]): void {
  describeInBrowser(`every page on a ${size}`, (given) => {
    let ids: Ids | undefined
    for (const { theme, locale } of looks.filter((look) => look.size === size)) {
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
          const found = [...(await wrongWith(page, locale)), ...(await withoutRoom(page, name, size))]
          wrong.push(...found.map((what) => `${name}: ${what}`))
          await picture(page, `${name}-${look}`)
        }
        expect(wrong).toEqual([])
      }, 600_000)
    }
  })
}

async function wrongWith(page: Page, locale: string): Promise<string[]> {
  const wrong = [...takeTroubles(page), ...(await barriers(page))]
  const spoken = await page.locator('html').getAttribute('lang')
  if (spoken !== locale) wrong.push(`is in ${spoken}`)
  return wrong
}
