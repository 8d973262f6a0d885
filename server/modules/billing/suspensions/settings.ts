import { z } from 'zod'
import { defineSetting } from '#modules/settings/index.ts'
import type { Setting } from '#modules/settings/index.ts'

export const automaticCut = defineSetting({
  key: 'suspension.automatic',
  schema: z.boolean(),
  default: true,
  help: {
    en: 'Cut the service of clients with overdue bills by itself, every hour. Prepaid cover that ends is always followed.',
    bn: 'বকেয়া বিলের গ্রাহকের সেবা প্রতি ঘণ্টায় নিজে নিজে বন্ধ করুন। প্রিপেইড মেয়াদ শেষ হলে সব সময়ই বন্ধ হয়।',
  },
})

export const minDue = defineSetting({
  key: 'suspension.min_due_minor',
  schema: z.int().min(0).max(1_000_000_000),
  default: 0,
  unit: 'minor',
  help: {
    en: 'Nobody is cut for less than this; who pays until less is late has service again. 0: for any debt.',
    bn: 'এর চেয়ে কম বকেয়ায় কারও সেবা বন্ধ হয় না; পরিশোধের পর এর চেয়ে কম বাকি থাকলে সেবা ফেরে। ০ হলে যেকোনো বকেয়ায়।',
  },
})

export const ignoreFutureMonths = defineSetting({
  key: 'suspension.ignore_future_months',
  schema: z.boolean(),
  default: false,
  help: {
    en: 'Bills of months that have not begun do not count, though they are due.',
    bn: 'যে মাস এখনও শুরু হয়নি তার বিল পরিশোধের তারিখ পেরোলেও ধরা হবে না।',
  },
})

export const spareVip = defineSetting({
  key: 'suspension.spare_vip',
  schema: z.boolean(),
  default: true,
  help: {
    en: 'VIP clients are not cut for money, as whitelisted ones are not.',
    bn: 'হোয়াইটলিস্টের মতো ভিআইপি গ্রাহকের সেবাও বাকির জন্য বন্ধ হবে না।',
  },
})

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

export const restDays = defineSetting({
  key: 'suspension.rest_weekdays',
  schema: z.array(z.enum(WEEKDAYS)).max(6),
  default: [],
  help: {
    en: 'On these days of the week, and on holidays, nobody is cut by itself.',
    bn: 'সপ্তাহের এই দিনগুলোতে এবং ছুটির দিনে নিজে নিজে কারও সেবা বন্ধ হয় না।',
  },
  choices: {
    monday: { en: 'Monday', bn: 'সোমবার' },
    tuesday: { en: 'Tuesday', bn: 'মঙ্গলবার' },
    wednesday: { en: 'Wednesday', bn: 'বুধবার' },
    thursday: { en: 'Thursday', bn: 'বৃহস্পতিবার' },
    friday: { en: 'Friday', bn: 'শুক্রবার' },
    saturday: { en: 'Saturday', bn: 'শনিবার' },
    sunday: { en: 'Sunday', bn: 'রবিবার' },
  },
})

/** The setting's name of a day of the week. */
export const weekdayOf = ({ dayOfWeek }: Temporal.PlainDate): (typeof WEEKDAYS)[number] => WEEKDAYS[dayOfWeek - 1] ?? 'sunday'

/** The share of a day's cutting beyond which a second person is asked. */
const share = (key: string, percent: number, help: Setting['help']) =>
  defineSetting({ key, schema: z.int().min(1).max(100), default: percent, unit: 'percent', help })

export const shareLimit = share('suspension.breaker_share_percent', 20, {
  en: 'Cutting more than this share of all clients in service in one day waits for a second person.',
  bn: 'এক দিনে চালু গ্রাহকদের এই শতাংশের বেশি বন্ধ করতে হলে দ্বিতীয় একজনের অনুমোদন লাগবে।',
})

export const routerShareLimit = share('suspension.breaker_router_share_percent', 50, {
  en: 'Cutting more than this share of the lines of one router in one day waits for a second person.',
  bn: 'এক দিনে একটি রাউটারের এই শতাংশের বেশি লাইন বন্ধ করতে হলে দ্বিতীয় একজনের অনুমোদন লাগবে।',
})

export const leastToHold = defineSetting({
  key: 'suspension.breaker_least_clients',
  schema: z.int().min(1).max(100_000),
  default: 20,
  help: {
    en: 'Cutting fewer clients than this never waits because of its share.',
    bn: 'এর চেয়ে কম গ্রাহক বন্ধ করতে শতাংশের কারণে অনুমোদন লাগে না।',
  },
})

export const outageAfter = defineSetting({
  key: 'suspension.breaker_outage_hours',
  schema: z.int().min(2).max(720),
  default: 6,
  unit: 'hours',
  help: {
    en: 'When the program did not work for so long, nobody is cut before a person has looked: payments may be missing.',
    bn: 'প্রোগ্রাম এত ঘণ্টা বন্ধ থাকলে কেউ না দেখা পর্যন্ত কারও সেবা বন্ধ হয় না: কিছু পেমেন্ট বাদ পড়ে থাকতে পারে।',
  },
})

export const promiseDays = defineSetting({
  key: 'suspension.promise_days',
  schema: z.int().min(1).max(60),
  default: 7,
  unit: 'days',
  help: { en: 'A promise to pay may reach so many days ahead.', bn: 'পরিশোধের প্রতিশ্রুতি সর্বোচ্চ এত দিন পরের হতে পারে।' },
})

export const promisesAllowed = defineSetting({
  key: 'suspension.promises_allowed',
  schema: z.int().min(0).max(100),
  default: 2,
  help: {
    en: 'So many promises to pay are taken of one client in 90 days; 0: none.',
    bn: '৯০ দিনে একজন গ্রাহকের এতগুলো প্রতিশ্রুতি নেওয়া হয়; ০ হলে নেওয়া হয় না।',
  },
})

/** How many days ahead clients are told of something; 0: never. */
const warnDays = (what: string, days: number, help: Setting['help']) =>
  defineSetting({ key: `suspension.warn_days_before_${what}`, schema: z.int().min(0).max(30), default: days, unit: 'days', help })

export const warnBeforeDue = warnDays('due', 3, {
  en: 'So many days before a bill is due the client is reminded; 0: never.',
  bn: 'বিলের শেষ তারিখের এত দিন আগে গ্রাহককে মনে করানো হয়; ০ হলে কখনও না।',
})

export const warnBeforeCut = warnDays('cut', 2, {
  en: 'So many days before a line is cut the client is warned; 0: never.',
  bn: 'লাইন বন্ধ হওয়ার এত দিন আগে গ্রাহককে সতর্ক করা হয়; ০ হলে কখনও না।',
})

export const warnBeforeExpiry = warnDays('expiry', 3, {
  en: 'So many days before prepaid cover ends the client is warned; 0: never.',
  bn: 'প্রিপেইড মেয়াদ শেষের এত দিন আগে গ্রাহককে সতর্ক করা হয়; ০ হলে কখনও না।',
})

export const suspensionSettings = [
  automaticCut,
  minDue,
  ignoreFutureMonths,
  spareVip,
  restDays,
  shareLimit,
  routerShareLimit,
  leastToHold,
  outageAfter,
  promiseDays,
  promisesAllowed,
  warnBeforeDue,
  warnBeforeCut,
  warnBeforeExpiry,
] as readonly Setting[]
