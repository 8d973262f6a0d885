import { z } from 'zod'
import { LOCALES } from '../../kernel/actor.ts'
import { companySettings as keys, defaultCompany } from '../../platform/db/company.ts'
import { defineSetting } from './setting.ts'

const isZone = (zone: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return /^[A-Za-z]/.test(zone)
  } catch {
    return false
  }
}
const text = (max: number) => z.string().trim().max(max)

/** The facts of the company itself; platform/db/company.ts reads them into every transaction. */
export const companyName = defineSetting({
  key: keys.name,
  schema: text(200),
  default: defaultCompany.name,
  help: { en: 'Name of the company as it is printed on invoices and receipts.', bn: 'কোম্পানির নাম, যেভাবে বিল ও রসিদে ছাপা হবে।' },
})
export const companyZone = defineSetting({
  key: keys.zone,
  schema: z.string().max(60).refine(isZone, 'Expected an IANA time zone such as Asia/Dhaka'),
  default: defaultCompany.zone,
  help: { en: 'IANA time zone in which the business day begins and ends.', bn: 'যে সময় অঞ্চলে ব্যবসার দিন শুরু ও শেষ হয় (IANA নাম)।' },
})
export const companyCurrency = defineSetting({
  key: keys.currency,
  schema: z.string().regex(/^[A-Z]{3}$/, 'Expected an ISO 4217 code such as BDT'),
  default: defaultCompany.currency,
  help: {
    en: 'ISO 4217 code of the one currency of the books. Do not change it once there are documents.',
    bn: 'হিসাবের একমাত্র মুদ্রার ISO 4217 কোড। বিল হওয়ার পর বদলাবেন না।',
  },
})
export const companyLocale = defineSetting({
  key: keys.locale,
  schema: z.enum(LOCALES),
  default: defaultCompany.locale,
  help: { en: 'Language of documents and messages where a client has not chosen one.', bn: 'গ্রাহক নিজে ভাষা না বাছলে বিল ও বার্তার ভাষা।' },
  choices: { en: { en: 'English', bn: 'ইংরেজি' }, bn: { en: 'Bangla', bn: 'বাংলা' } },
})
export const fiscalYearStartMonth = defineSetting({
  key: keys.fiscalYearStartMonth,
  schema: z.int().min(1).max(12),
  default: defaultCompany.fiscalYearStartMonth,
  help: { en: 'First month of the fiscal year, 1 to 12; July (7) in Bangladesh.', bn: 'অর্থবছরের প্রথম মাস, ১ থেকে ১২; বাংলাদেশে জুলাই (৭)।' },
})
export const companyAddress = defineSetting({
  key: keys.address,
  schema: text(500),
  default: defaultCompany.address,
  help: { en: 'Postal address printed on documents.', bn: 'বিল ও রসিদে ছাপানোর ঠিকানা।' },
})
export const companyPhone = defineSetting({
  key: keys.phone,
  schema: text(60),
  default: defaultCompany.phone,
  help: { en: 'Telephone number printed on documents.', bn: 'বিল ও রসিদে ছাপানোর ফোন নম্বর।' },
})
export const companyEmail = defineSetting({
  key: keys.email,
  schema: z.union([z.literal(''), z.email().max(200)]),
  default: defaultCompany.email,
  help: { en: 'E-mail address printed on documents.', bn: 'বিল ও রসিদে ছাপানোর ই-মেইল ঠিকানা।' },
})
export const vatRegistration = defineSetting({
  key: keys.vatRegistration,
  schema: text(60),
  default: defaultCompany.vatRegistration,
  help: { en: 'VAT registration number (BIN); empty where the company has none.', bn: 'ভ্যাট নিবন্ধন নম্বর (বিআইএন); না থাকলে খালি।' },
})
export const vatRounding = defineSetting({
  key: keys.vatRounding,
  schema: z.enum(['line', 'invoice']),
  default: defaultCompany.vatRounding,
  help: { en: 'Where VAT is rounded: on each line, or once per rate of an invoice.', bn: 'ভ্যাট কোথায় পূর্ণ করা হবে: প্রতি লাইনে, না বিলে হার প্রতি একবার।' },
  choices: { line: { en: 'on each line', bn: 'প্রতি লাইনে' }, invoice: { en: 'once per rate of an invoice', bn: 'বিলে হার প্রতি একবার' } },
})

export const companySettings = [
  companyName,
  companyZone,
  companyCurrency,
  companyLocale,
  fiscalYearStartMonth,
  companyAddress,
  companyPhone,
  companyEmail,
  vatRegistration,
  vatRounding,
] as const
