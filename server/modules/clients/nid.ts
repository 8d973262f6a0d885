import { asciiDigits } from './phone.ts'

/**
 * A national identity number in the form that is compared: digits only. Bangladesh has 10 digits (smart card), 13, and 17 (the year of
 * birth before the 13), so the last two name the same person. Null where it is none of them.
 */
export function normaliseNid(text: string): string | null {
  const digits = asciiDigits(text).replace(/[\s-]/g, '')
  if (!/^\d+$/.test(digits)) return null
  if (digits.length === 17 && /^(19|20)/.test(digits)) return digits.slice(4)
  return digits.length === 10 || digits.length === 13 ? digits : null
}

/** What may be shown to everybody: the last four digits. */
export const maskedNid = (last4: string): string | null => (last4 === '' ? null : `••••••${last4}`)
