import { z } from 'zod'
import { defineSetting } from '../../settings/index.ts'

export const pollMinutes = defineSetting({
  key: 'traffic.poll_minutes',
  schema: z.int().min(1).max(60),
  default: 5,
  unit: 'minutes',
  help: {
    en: 'How often each router is asked who is online and what each line has moved; routers that report by RADIUS are not asked.',
    bn: 'প্রতিটি রাউটারকে কত মিনিট পরপর জিজ্ঞেস করা হবে কে অনলাইন আছে ও কোন লাইনে কত ডেটা গেছে; যে রাউটার RADIUS দিয়ে জানায় তাকে জিজ্ঞেস করা হয় না।',
  },
})

export const keepSamplesDays = defineSetting({
  key: 'traffic.keep_samples_days',
  schema: z.int().min(3).max(400),
  default: 14,
  unit: 'days',
  help: {
    en: 'Days for which the speed of each line is kept as it was measured every few minutes; by the hour it is kept longer.',
    bn: 'প্রতিটি লাইনের কয়েক মিনিট পরপর মাপা গতি কত দিন রাখা হবে; ঘণ্টার হিসাব আরও বেশি দিন থাকে।',
  },
})

export const keepHoursMonths = defineSetting({
  key: 'traffic.keep_hours_months',
  schema: z.int().min(2).max(120),
  default: 13,
  help: {
    en: 'Months for which the speed of each line is kept by the hour.',
    bn: 'প্রতিটি লাইনের ঘণ্টাভিত্তিক গতি কত মাস রাখা হবে।',
  },
})

export const settings = [pollMinutes, keepSamplesDays, keepHoursMonths] as const
