/** What is usual where a time zone lies, to fill the form with; everything can be changed. Months are 1-12. */
const USUAL: Readonly<Record<string, { currency: string; fiscalMonth: number; vatPercent: number }>> = {
  'Asia/Dhaka': { currency: 'BDT', fiscalMonth: 7, vatPercent: 5 },
  'Asia/Kolkata': { currency: 'INR', fiscalMonth: 4, vatPercent: 18 },
  'Asia/Kathmandu': { currency: 'NPR', fiscalMonth: 7, vatPercent: 13 },
  'Asia/Karachi': { currency: 'PKR', fiscalMonth: 7, vatPercent: 0 },
  'Asia/Colombo': { currency: 'LKR', fiscalMonth: 4, vatPercent: 18 },
}

export const usualIn = (zone: string) => USUAL[zone] ?? { currency: 'USD', fiscalMonth: 1, vatPercent: 0 }

/** The zone of this computer; a server's "UTC" says nothing about where the company is, so Dhaka is as good a guess. */
export function guessedZone(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return zone === undefined || zone === 'UTC' || zone.startsWith('Etc/') ? 'Asia/Dhaka' : zone === 'Asia/Calcutta' ? 'Asia/Kolkata' : zone
}

/** Zones with the old names some browsers still list turned into those of today. */
export const zoneNames = (): string[] => [...new Set(['Asia/Dhaka', 'Asia/Kolkata', 'Asia/Kathmandu', ...Intl.supportedValuesOf('timeZone')])].sort()

/** `BDT` -> "BDT · Bangladeshi Taka", in the person's language. */
export function currencyNames(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  return Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }))
}

export function monthNames(locale: string): { value: string; label: string }[] {
  const name = new Intl.DateTimeFormat(locale === 'bn' ? 'bn-BD' : 'en-GB', { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => ({ value: String(month + 1), label: name.format(Date.UTC(2026, month, 1)) }))
}
