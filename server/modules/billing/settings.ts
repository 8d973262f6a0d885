import { z } from 'zod'
import { defineSetting } from '#modules/settings/index.ts'
import type { Setting } from '#modules/settings/index.ts'
import { numbersPerBranch } from './series.ts'
import { suspensionSettings } from './suspensions/settings.ts'

export const runDifferenceLimit = defineSetting({
  key: 'billing.run_difference_limit_percent',
  schema: z.int().min(1).max(1000),
  default: 20,
  unit: 'percent',
  help: {
    en: 'A month run whose total differs from the last cycle by more than this share (in percent) waits for a second person.',
    bn: 'মাসিক বিলের মোট গত চক্রের চেয়ে এই শতাংশের বেশি ভিন্ন হলে দ্বিতীয় একজনের অনুমোদন লাগবে।',
  },
})

export const selfReleaseDelay = defineSetting({
  key: 'billing.self_release_delay_minutes',
  schema: z.int().min(1).max(1440),
  default: 15,
  unit: 'minutes',
  help: {
    en: 'In a company of one: how many minutes the owner waits before releasing his own run.',
    bn: 'একজনের প্রতিষ্ঠানে মালিক নিজের বিলিং নিজে ছাড় দেওয়ার আগে কত মিনিট অপেক্ষা করবেন।',
  },
})

export const autoRun = defineSetting({
  key: 'billing.month_run_automatic',
  schema: z.boolean(),
  default: true,
  help: {
    en: 'Bill the month by itself on its first day at half past midnight.',
    bn: 'মাসের প্রথম দিন রাত সাড়ে বারোটায় নিজে নিজে বিল তৈরি করুন।',
  },
})

export const settings = [runDifferenceLimit, selfReleaseDelay, autoRun, numbersPerBranch, ...suspensionSettings] as readonly Setting[]
