import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describedApp } from '#app.ts'

const LATER = ['console', 'network', 'fibre', 'later']
const rows = readFileSync(join(import.meta.dirname, '..', 'docs', 'LEGACY.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !line.startsWith('| old') && !line.startsWith('|---'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, old = '', , now = '']) => ({ old, now }))

const app = await describedApp()
const routes = new Set(app.routeFacts.map(({ method, url }) => `${method} ${url.replace(/^\/api\/v1/, '').replace(/:(\w+)/g, '{$1}')}`))
await app.close()

describe('docs/LEGACY.md', () => {
  test('has a row for every page, endpoint and scheduled task of the guide', () => {
    expect(rows.length).toBeGreaterThan(50)
  })

  test.each(rows)('$old is $now', ({ now }) => {
    const route = /^`([A-Z]+ [^`]+)`$/.exec(now)?.[1]
    if (route === undefined) expect(LATER).toContain(now)
    else expect(routes, `${route} is in no module`).toContain(route)
  })
})
