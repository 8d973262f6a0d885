import { z } from 'zod'
import { defineSetting } from '#modules/settings/index.ts'
import type { Setting } from '#modules/settings/index.ts'

export const windowMinutes = defineSetting({
  key: 'incidents.window_minutes',
  schema: z.int().min(1).max(240),
  default: 12,
  unit: 'minutes',
  help: {
    en: 'ONUs that go away within so many minutes may have one cause. About two status polls.',
    bn: 'এত মিনিটের মধ্যে যেসব ONU বন্ধ হয় সেগুলোর কারণ একটাই হতে পারে। প্রায় দুইবার স্ট্যাটাস দেখার সময়।',
  },
})

export const leastOnus = defineSetting({
  key: 'incidents.least_onus',
  schema: z.int().min(2).max(1000),
  default: 3,
  help: {
    en: 'So many ONUs of one place have to go away together to be an incident; fewer are single homes.',
    bn: 'এক জায়গার অন্তত এতগুলো ONU একসাথে বন্ধ হলে বিভ্রাট ধরা হয়; এর কম হলে আলাদা আলাদা বাসা।',
  },
})

export const leastShare = defineSetting({
  key: 'incidents.least_share_percent',
  schema: z.int().min(10).max(100),
  default: 60,
  unit: 'percent',
  help: {
    en: 'And so large a share of those that were online there before.',
    bn: 'এবং সেখানে আগে যেগুলো অনলাইনে ছিল তার অন্তত এত শতাংশ।',
  },
})

export const creditSteps = defineSetting({
  key: 'incidents.credit_steps',
  schema: z.array(z.strictObject({ from_minutes: z.int().min(1).max(525_600), days: z.int().min(1).max(31).nullable() })).max(20),
  default: [
    { from_minutes: 240, days: 1 },
    { from_minutes: 1440, days: null },
  ],
  help: {
    en: 'How many days are given back to a line that was away for at least so many minutes in an incident; the longest step that fits counts. No days (null): as many as it was away, each begun one whole. Empty: nothing is given back.',
    bn: 'বিভ্রাটে একটি লাইন অন্তত এত মিনিট বন্ধ থাকলে কত দিনের টাকা ফেরত পাবে; যত বড় ধাপ মেলে সেটিই ধরা হয়। দিন না দিলে (null): যত দিন বন্ধ ছিল, শুরু হওয়া প্রতিটি দিন পুরো ধরা হয়। খালি: কিছুই ফেরত দেওয়া হয় না।',
  },
})

export const settings = [windowMinutes, leastOnus, leastShare, creditSteps] as readonly Setting[]
