import { z } from 'zod'
import { defineSetting } from '../../settings/index.ts'

export const interimSeconds = defineSetting({
  key: 'sessions.interim_seconds',
  schema: z.int().min(60).max(3600),
  default: 600,
  help: {
    en: 'How often a router with RADIUS reports each session, in seconds; a session that misses three reports counts as ended.',
    bn: 'RADIUS-যুক্ত রাউটার কত সেকেন্ড পরপর প্রতিটি সেশনের খবর দেবে; পরপর তিনবার খবর না এলে সেশনটি শেষ ধরা হয়।',
  },
})

export const keepMonths = defineSetting({
  key: 'sessions.keep_months',
  schema: z.int().min(1).max(120),
  default: 13,
  help: {
    en: 'Months for which ended sessions are kept; the law may ask for a time.',
    bn: 'শেষ হওয়া সেশন কত মাস রাখা হবে; আইনে এর সময়সীমা থাকতে পারে।',
  },
})

export const keepUsageMonths = defineSetting({
  key: 'sessions.keep_usage_months',
  schema: z.int().min(1).max(120),
  default: 13,
  help: { en: 'Months for which the usage of each hour is kept.', bn: 'প্রতি ঘণ্টার ব্যবহারের হিসাব কত মাস রাখা হবে।' },
})

export const keepTraceMonths = defineSetting({
  key: 'sessions.keep_trace_months',
  schema: z.int().min(1).max(240),
  default: 60,
  help: {
    en: 'Months for which questions about who had an address, and their answers, are kept.',
    bn: 'কোন ঠিকানা কার ছিল—এমন প্রশ্ন ও তার উত্তর কত মাস রাখা হবে।',
  },
})

export const settings = [interimSeconds, keepMonths, keepUsageMonths, keepTraceMonths] as const
