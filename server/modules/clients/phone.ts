/** Digits of the scripts people type numbers in, as 0-9. */
export const asciiDigits = (text: string): string => text.replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - 0x09e6))

export interface PhonePlan {
  /** The country's calling code without +, e.g. 880. */
  readonly callingCode: string
  /** What is dialled before a number inside the country, e.g. 0. */
  readonly trunkPrefix: string
}

/**
 * One spelling for each number: `+880 1712-345678`, `8801712345678` and `০১৭১২ ৩৪৫৬৭৮` all become `01712345678`; a foreign number keeps its +.
 * Null where it is no telephone number.
 */
export function normalisePhone(text: string, { callingCode, trunkPrefix }: PhonePlan): string | null {
  const bare = asciiDigits(text)
    .replace(/[\s().\-–/]/g, '')
    .replace(/^00/, '+')
  if (!/^\+?\d{5,15}$/.test(bare)) return null
  if (bare.startsWith(`+${callingCode}`)) return `${trunkPrefix}${bare.slice(callingCode.length + 1)}`
  // Typed with the calling code and no plus: longer than any number inside the country.
  if (callingCode !== '' && bare.startsWith(callingCode) && bare.length >= callingCode.length + 9) return `${trunkPrefix}${bare.slice(callingCode.length)}`
  return bare
}
