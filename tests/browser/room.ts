import type { Page } from 'playwright-core'

/** Tables whose figures may lie outside of a phone's screen, and why. */
const WIDE_ON_A_PHONE: Readonly<Record<string, string>> = {
  'billing-policies': 'The rules stand side by side to be compared; the first of them is seen whole.',
  roles: 'A matrix: every role is a column.',
}

/** What a page has no room for: buttons without their word, lists wider than their place on a desk, figures and choices to be scrolled to on a phone. */
export async function withoutRoom(page: Page, name: string, size: 'desk' | 'phone'): Promise<string[]> {
  const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  const buttons = await page.evaluate<string[]>(CUT_BUTTONS)
  const chosen = await page.evaluate<string[]>(CHOSEN_OUTSIDE)
  const lists = size === 'desk' ? await page.evaluate<[string, number][]>(WIDE_LISTS) : []
  const figures = size === 'phone' && WIDE_ON_A_PHONE[name] === undefined ? await page.evaluate<string[]>(FIGURES_OUTSIDE) : []
  return [
    ...(over > 0 ? [`is ${over} px wider than the window`] : []),
    ...buttons.map((text) => `shows only a part of the button "${text}"`),
    ...chosen.map((text) => `hides that "${text}" is chosen`),
    ...lists.map(([label, px]) => `the list "${label}" is ${px} px wider than its room`),
    ...(figures.length > 0 ? [`${figures.length} figures lie outside of what is seen: ${figures.slice(0, 8).join(' | ')}`] : []),
  ]
}

/** Buttons without room for their word, and those of a list that stick out of it. */
const CUT_BUTTONS = `[...document.querySelectorAll('button')].filter((button) => {
  const label = button.querySelector('.mantine-Button-label')
  const table = button.closest('[role=table]')
  const isCut = label !== null && label.scrollWidth > label.clientWidth + 1
  return isCut || (table !== null && button.getBoundingClientRect().right > table.getBoundingClientRect().right + table.scrollWidth - table.clientWidth + 1)
}).map((button) => button.innerText || button.ariaLabel || '')`

/** What is chosen in a strip (of tabs, counts, views) that is scrolled so that it is not whole in sight. */
const CHOSEN_OUTSIDE = `[...document.querySelectorAll(':is(a, button):is([aria-current], [aria-pressed=true], [aria-selected=true])')].filter((choice) => {
  const { left, right, width } = choice.getBoundingClientRect()
  for (let box = choice.parentElement; box !== null && width > 0 && !box.matches('table, [role=table]'); box = box.parentElement) {
    if (getComputedStyle(box).overflowX === 'visible' || box.scrollWidth <= box.clientWidth) continue
    const seen = box.getBoundingClientRect()
    if (left < seen.left - 1 || right > seen.right + 1) return true
  }
  return false
}).map((choice) => choice.innerText)`

/** Lists that would have to be scrolled sideways. The bar of a long one takes 15 px of most desks, though this browser draws none. */
const WIDE_LISTS = `[...document.querySelectorAll('[role=table]')].flatMap((list) => {
  const head = list.querySelector('[role=columnheader]')?.parentElement
  if (head === undefined) return []
  const { paddingLeft, paddingRight } = getComputedStyle(head)
  const least = [paddingLeft, paddingRight, ...head.style.gridTemplateColumns.match(/[0-9.]+(?=px)/g)].reduce((sum, px) => sum + parseFloat(px), 0)
  const over = Math.ceil(least) + 15 - list.offsetWidth
  return over > 0 ? [[list.ariaLabel ?? '', over]] : []
})`

/** Amounts anywhere, and whatever stands at the end of a table's cell, of which something lies beside the box that they scroll or are cut in. */
const FIGURES_OUTSIDE = `[...document.querySelectorAll('span.lm-number, table :is(td, th)')].filter((figure) => {
  if (!figure.matches('.lm-number') && getComputedStyle(figure).textAlign !== 'end') return false
  const words = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT)
  const place = document.createRange()
  while (words.nextNode()) {
    if (words.currentNode.parentElement.closest('.lm-hidden') !== null) continue
    place.selectNode(words.currentNode)
    const { left, right, width } = place.getBoundingClientRect()
    for (let box = figure.parentElement; box !== null && width > 0; box = box.parentElement) {
      if (getComputedStyle(box).overflowX === 'visible') continue
      const seen = box.getBoundingClientRect()
      if (left < seen.left - 1 || right > seen.right + 1) return true
    }
  }
  return false
}).map((figure) => figure.innerText.trim())`
