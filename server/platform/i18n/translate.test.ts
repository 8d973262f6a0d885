import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bn } from './bn.ts'
import { en } from './en.ts'
import type { MessageKey } from './en.ts'
import { errorTitles } from './error-titles.ts'
import { explanations } from './explanations.ts'
import { fieldMessages } from './field-messages.ts'
import { translate, translateCode, translateMessage } from './translate.ts'

const variables = (text: string) => [...new Set([...text.matchAll(/\{\s*(\w+)[,}]/g)].map(([, name]) => name))].sort()

/** A code of an error class, of a Conflict, or of a problem beside its status. */
const CODE = /(?:readonly code(?:: string)? = |new Conflict\(\s*)'([a-z_]+)'|\bcode: '([a-z_]+)', (?:status|detail)|status: \d+, code: '([a-z_]+)'/g

/** Where a sentence about a field stands in the source; one beside the code of a refusal is known by the code. */
const FIELD_MESSAGES = [
  /field: ?[^,\n]+, message: (['`])((?:(?!\1).)+)\1/g,
  /field, message: (['`])((?:(?!\1).)+)\1/g,
  /code: 'invalid', status: 422, message: (['`])((?:(?!\1).)+)\1/g,
  /\.(?:refine|regex|min|max)\(.*?, (['`])((?:(?!\1).)+)\1\)/g,
  /\b(?:wrong|complain|refuse)\('[^']*', (['`])((?:(?!\1).)+)\1\)/g,
  /\bread\('.*, (['`])((?:(?!\1).)+)\1\)/g,
]

describe('the catalogues', () => {
  test('have the same keys in English and Bangla, in the same order', () => {
    expect(Object.keys(bn)).toEqual(Object.keys(en))
  })

  test('use the same variables in both, and no text is left in the other language', () => {
    const messages = (Object.keys(en) as MessageKey[]).map((key) => [key, en[key], bn[key]] as const)
    const titles = Object.entries(errorTitles).map(([code, [english, bangla]]) => [code, english, bangla] as const)
    const sentences = Object.entries(explanations).map(([key, [english, bangla]]) => [key, english, bangla] as const)
    for (const [key, english, bangla] of [...messages, ...titles, ...sentences]) {
      expect(variables(bangla), key).toEqual(variables(english))
      expect(bangla, key).toMatch(/[ঀ-৿]/)
      expect(english, key).not.toMatch(/[ঀ-৿]/)
    }
  })

  test('have a title for every error code of the program', () => {
    const codes = sources(join(import.meta.dirname, '..', '..')).flatMap((text) =>
      [...text.matchAll(CODE)].map((match) => match[1] ?? match[2] ?? match[3] ?? ''),
    )
    expect(codes.length).toBeGreaterThan(30)
    expect([...new Set(codes)].filter((code) => translateCode('bn', code) === null).sort(), 'add their lines to error-titles.ts').toEqual([])
  })
})

describe('what is said of a field', () => {
  test('has the same places in both languages', () => {
    for (const [english, bangla] of Object.entries(fieldMessages)) {
      expect(variables(bangla), english).toEqual(variables(english))
      expect(bangla, english).toMatch(/[ঀ-৿]/)
    }
  })

  test('has its Bangla wherever a source says something of a field', () => {
    const found = (texts: readonly string[], patterns: readonly RegExp[]) =>
      texts.flatMap((text) => patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => (match[2] ?? '').replaceAll(/\$\{[^}]*\}/g, '7'))))
    const said = [
      ...found(
        ['modules', join('platform', 'http')].flatMap((folder) => sources(join(import.meta.dirname, '..', '..', folder))),
        FIELD_MESSAGES,
      ),
      ...found([readFileSync(join(import.meta.dirname, 'issue-message.ts'), 'utf8')], [/(?:return|[?:]|=>) (['`])([A-Z](?:(?!\1).)+ (?:(?!\1).)+)\1/g]),
    ]
    expect(said.length).toBeGreaterThan(100)
    expect([...new Set(said)].filter((text) => translateMessage('bn', text) === null).sort(), 'add their lines to field-messages.ts').toEqual([])
  })

  test('keeps the names and numbers that stand in it, with digits of the language', () => {
    expect(translateMessage('bn', 'At most 40 characters')).toBe('সর্বোচ্চ ৪০টি অক্ষর দেওয়া যায়')
    expect(translateMessage('bn', 'There is no column Home-20')).toBe('Home-20 নামে কোনো কলাম নেই')
    expect(translateMessage('bn', 'Phone is missing')).toBe('Phone দেওয়া হয়নি')
    expect(translateMessage('bn', 'Expected a pattern such as C-{n:6} or {branch}-{n:5}')).toContain('{branch}-{n:5}')
    expect(translateMessage('bn', 'Nobody has written this sentence')).toBeNull()
  })
})

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}

test('a message counts in the digits of its language', () => {
  expect(translate('en', 'password.too_short', { min: 12 })).toBe('A password needs at least 12 characters')
  expect(translate('bn', 'password.too_short', { min: 12 })).toBe('পাসওয়ার্ডে অন্তত ১২টি অক্ষর লাগবে')
  expect(translateCode('bn', 'too_many_requests', { seconds: 30 })).toBe('অনেকবার চেষ্টা হয়েছে; ৩০ সেকেন্ড অপেক্ষা করুন')
  expect(translateCode('en', 'no_such_code')).toBeNull()
})
