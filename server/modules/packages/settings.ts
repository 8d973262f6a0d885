import { z } from 'zod'
import { defineSetting } from '../settings/index.ts'

/** BTRC letter of 18 May 2025, in force from 1 July 2025; another country sets its own or none. */
export const tariffCeilings = defineSetting({
  key: 'packages.tariff_ceilings',
  schema: z.array(z.strictObject({ download_kbps: z.int().positive().max(100_000_000), price_minor: z.int().positive().max(1_000_000_000_000) })).max(50),
  default: [
    { download_kbps: 5_000, price_minor: 40_000 },
    { download_kbps: 10_000, price_minor: 70_000 },
    { download_kbps: 20_000, price_minor: 110_000 },
  ],
  help: {
    en: 'Highest price the regulator allows up to a speed; a package above it is saved with a warning. Empty: no ceilings.',
    bn: 'নিয়ন্ত্রকের নির্ধারিত গতি অনুযায়ী সর্বোচ্চ মূল্য; এর বেশি হলে প্যাকেজ সতর্কতাসহ সংরক্ষিত হয়। খালি: কোনো সীমা নেই।',
  },
})

export const settings = [tariffCeilings] as const
