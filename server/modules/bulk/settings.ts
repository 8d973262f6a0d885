import { z } from 'zod'
import { defineSetting } from '../settings/index.ts'

export const mostItems = defineSetting({
  key: 'bulk.most_items',
  schema: z.int().min(1).max(1_000_000),
  default: 50_000,
  help: {
    en: 'Most clients or lines that are changed in one go. More than that is refused; narrow the list.',
    bn: 'একবারে সর্বোচ্চ কতজন গ্রাহক বা লাইন বদলানো যাবে। এর বেশি হলে ফিরিয়ে দেওয়া হয়; তালিকা ছোট করুন।',
  },
})

export const settings = [mostItems] as const
