import { expect, test } from 'vitest'
import { describeInBrowser, expectAccessible, expectNoTrouble } from './console.ts'

describeInBrowser('the page of the shared parts', (given) => {
  test('whoever edits roles finds it by the search box, and every part shows its states', async () => {
    const page = await given().openAs('admin')
    await page.goto(given().url)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Find anything or do something' }).fill('components')
    await page.getByRole('option', { name: /Parts of the pages/ }).click()
    await page.getByRole('heading', { name: 'Parts of the pages' }).waitFor()
    const index = page.getByRole('navigation', { name: 'Parts of the pages' }).getByRole('link')
    const names = await index.allTextContents()
    expect(names.length).toBeGreaterThan(10)
    // Each link leads to a part that is there.
    for (const name of names) await page.getByRole('heading', { level: 2, name, exact: true }).waitFor()

    // The parts are the real ones: a list sorts and ticks, a filter clears, a form keeps what was typed and says what is missing.
    const list = page.getByRole('table', { name: 'With rows' })
    await list.getByRole('button', { name: 'Balance' }).click()
    await list.getByRole('button', { name: 'Balance' }).click()
    await expect.poll(async () => await list.getByRole('row').nth(1).textContent()).toContain('Padma Garments Limited')
    await list.getByRole('checkbox', { name: 'Select Nusrat Jahan' }).check()
    await page.getByRole('button', { name: 'Remove the filter Owes at least' }).click()
    expect(await page.getByRole('button', { name: /Owes at least: / }).count()).toBe(0)
    await page.getByRole('button', { name: 'Open the form' }).click()
    const form = page.getByRole('dialog', { name: 'A form' })
    await form.getByLabel('Amount').fill('1,250.50')
    await form.getByRole('button', { name: 'Keep' }).click()
    await form.getByText('This is needed').waitFor()
    await expect.poll(async () => await form.getByLabel('Amount').inputValue()).toBe('1,250.50')
    await expectAccessible(page)
    await form.getByLabel('Name').fill('Rahim')
    await form.getByRole('button', { name: 'Keep' }).click()
    await page.getByText('Kept: Rahim').waitFor()
    expectNoTrouble(page)
  }, 120_000)

  test('it is not in the way of others: the search box does not offer it, and its address says why', async () => {
    const page = await given().openAs('support')
    await page.goto(`${given().url}/parts`)
    await page.getByText('This page is not for your role').waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Find anything or do something' }).fill('components')
    await page.getByText('Nothing is called “components”').waitFor()
    expect(await page.getByRole('option').count()).toBe(0)
    expectNoTrouble(page)
  }, 120_000)
})
