import { toMinor } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { ImportOptions } from './options.ts'

/** Digits of Bangla as 0-9, and no characters one cannot see. */
export const plain = (text: string): string =>
  text
    .replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - 0x09e6))
    .replace(/[\u200b-\u200f\ufeff\u00a0]/g, ' ')
    .trim()

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A day as people type it: 2026-03-01, 01/03/2026, 1-Mar-26, ০১.০৩.২০২৬, with or without a time after it. Null where it is none. */
export function readDate(text: string, order: ImportOptions['date_format']): PlainDate | null {
  const day = plain(text).replace(/[T ]\d{1,2}:\d\d.*$/, '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(day)
  if (iso) return dateOf(iso[1], iso[2], iso[3])
  const named = /^(\d{1,2})[-/. ]([A-Za-z]{3})[A-Za-z]*[-/., ]+(\d{4}|\d\d)$/.exec(day)
  if (named) return dateOf(named[3], String(MONTHS.indexOf((named[2] as string).toLowerCase()) + 1), named[1])
  const parts = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)$/.exec(day)
  if (!parts) return null
  return order === 'mdy' ? dateOf(parts[3], parts[1], parts[2]) : dateOf(parts[3], parts[2], parts[1])
}

function dateOf(year: string | undefined, month: string | undefined, day: string | undefined): PlainDate | null {
  const full = Number(year) < 100 ? 2000 + Number(year) : Number(year)
  if (full < 1900) return null
  try {
    return Temporal.PlainDate.from({ year: full, month: Number(month), day: Number(day) }, { overflow: 'reject' })
  } catch {
    return null // Such a day does not exist; the row says so.
  }
}

/** An amount as people type it: 1,200.50, ৳ ১,২০০, 1200/-, (500) for minus 500. Null where it is none or finer than a minor unit. */
export function readAmount(text: string): Minor | null {
  const bare = plain(text)
    .replace(/^\((.*)\)$/, '-$1')
    .replace(/(৳|tk\.?|bdt|taka|টাকা|\/[-=]$)/gi, '')
    .replace(/[,\s]/g, '')
  const match = /^(-?)(\d{1,13})(?:\.(\d{1,2})0*)?$/.exec(bare)
  if (!match) return null
  const minor = BigInt(match[2] as string) * 100n + BigInt((match[3] ?? '').padEnd(2, '0'))
  return toMinor(match[1] === '-' ? -minor : minor)
}

const YES = new Set(['1', 'y', 'yes', 'true', 'হ্যাঁ'])

export const readFlag = (text: string): boolean => YES.has(plain(text).toLowerCase())

/** A word as it is compared: small letters, without spaces and signs. */
export const fold = (text: string): string =>
  plain(text)
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
