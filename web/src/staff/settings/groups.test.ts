import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

test('every group of settings has a name that can be translated', () => {
  const source = read('groups.ts')
  const same = new Map([...(/const SAME[^\n]*/.exec(source)?.[0] ?? '').matchAll(/(\w+): '(\w+)'/g)].map(([, noun = '', group = '']) => [noun, group]))
  const named = new Set([...source.matchAll(/^ {2}(\w+): msg/gm)].map(([, group]) => group))
  const used = new Set([...read('../../../../docs/SETTINGS.md').matchAll(/^\| `(\w+)\./gm)].map(([, noun = '']) => same.get(noun) ?? noun))
  expect(used.size).toBeGreaterThan(10)
  expect([...used].filter((group) => !named.has(group))).toEqual([])
})
