import { z } from 'zod'
import { defineSetting } from '../../settings/index.ts'

/** Read by `radius_log_in` in SQL. */
export const sessionHours = defineSetting({
  key: 'radius.session_hours',
  schema: z.int().min(0).max(720),
  default: 0,
  unit: 'hours',
  help: {
    en: 'Hours after which a router with RADIUS has a subscriber dial again; 0 = never.',
    bn: 'কত ঘণ্টা পর RADIUS-যুক্ত রাউটার গ্রাহককে আবার ডায়াল করাবে; ০ = কখনও না।',
  },
})

export const settings = [sessionHours] as const
