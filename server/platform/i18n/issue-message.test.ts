import { expect, test } from 'vitest'
import { z } from 'zod'
import { lineOfText, minorSchema, name, positiveMinorSchema } from '../http/schemas.ts'
import { translateMessage } from './translate.ts'

const said = (schema: z.ZodType, value: unknown): string => schema.safeParse(value).error?.issues[0]?.message ?? 'fits'

test.each<[string, z.ZodType, unknown, string]>([
  ['an empty text that is needed', name(), '', 'This is missing'],
  ['spaces only', name(), '   ', 'This is missing'],
  ['a member that is absent', z.strictObject({ phone: name() }), {}, 'This is missing'],
  ['null where there must be something', z.int(), null, 'This is missing'],
  ['an absent choice', z.enum(['cash', 'bank']), undefined, 'This is missing'],
  ['an empty e-mail address', z.email(), '', 'This is missing'],
  ['a text that is too long', lineOfText(3), 'abcd', 'At most 3 characters'],
  ['a text that is too short', z.string().min(2), 'a', 'At least 2 characters'],
  ['a text of the wrong length', z.string().length(3), 'abcd', 'Exactly 3 characters'],
  ['a text where a number is due', z.number(), 'x', 'Expected a number'],
  ['a fraction where a whole number is due', z.int(), 1.5, 'Expected a whole number'],
  ['a number where a text is due', z.string(), 5, 'Expected text'],
  ['a text where yes or no is due', z.boolean(), 'yes', 'Expected true or false'],
  ['a number below its bound', z.int().min(1), 0, 'Must be 1 or more'],
  ['a number above its bound', z.int().max(31), 32, 'Must be 31 or less'],
  ['an amount of nothing', positiveMinorSchema, 0, 'Expected an amount above 0'],
  ['an amount beyond all money', minorSchema, 9.1e15, 'This number is too large'],
  ['a list that is empty', z.array(z.string()).min(1), [], 'Choose at least one'],
  ['a list that is too long', z.array(z.string()).max(1), ['a', 'b'], 'At most 1 entries'],
  ['an address that is none', z.email(), 'x@', 'Expected an e-mail address such as name@example.com'],
  ['an address or nothing', z.union([z.literal(''), z.email()]), 'x@', 'Expected an e-mail address such as name@example.com'],
  ['a choice that is none', z.enum(['cash', 'bank']), 'gold', 'Expected one of cash, bank'],
  ['a member nobody knows', z.strictObject({}), { colour: 1 }, 'There is no member colour here'],
  ['a text of another form', z.string().regex(/^x$/), 'y', 'Not in the expected form'],
  ['a schema with its own sentence', z.string().regex(/^x$/, 'Letters, digits and . _ / - only'), 'y', 'Letters, digits and . _ / - only'],
])('%s is refused in a sentence for people, in both languages', (_what, schema, value, sentence) => {
  expect(said(schema, value)).toBe(sentence)
  expect(translateMessage('bn', sentence)).toMatch(/[ঀ-৿]/)
})
