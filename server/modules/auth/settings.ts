import { z } from 'zod'
import { defineSetting } from '../settings/index.ts'

export const sessionIdleMinutes = defineSetting({
  key: 'auth.session_idle_minutes',
  schema: z.int().min(5).max(10_080),
  default: 480,
  unit: 'minutes',
  help: { en: 'Minutes without a request after which a staff session ends.', bn: 'কত মিনিট কাজ না করলে কর্মীর সেশন শেষ হবে।' },
})
export const sessionHours = defineSetting({
  key: 'auth.session_hours',
  schema: z.int().min(1).max(720),
  default: 72,
  unit: 'hours',
  help: { en: 'Hours after log-in when a staff session ends in any case.', bn: 'লগ ইনের কত ঘণ্টা পর সেশন অবশ্যই শেষ হবে।' },
})
export const reauthenticationMinutes = defineSetting({
  key: 'auth.reauthentication_minutes',
  schema: z.int().min(1).max(240),
  default: 15,
  unit: 'minutes',
  help: {
    en: 'Minutes for which a password entered again counts, for tokens, secrets and changes of the own account.',
    bn: 'টোকেন, গোপন তথ্য ও নিজের অ্যাকাউন্ট বদলাতে আবার দেওয়া পাসওয়ার্ড কত মিনিট চলবে।',
  },
})
export const resetLinkHours = defineSetting({
  key: 'auth.reset_link_hours',
  schema: z.int().min(1).max(168),
  default: 24,
  unit: 'hours',
  help: { en: 'Hours for which a link to set a password works; it works once.', bn: 'পাসওয়ার্ড দেওয়ার লিংক কত ঘণ্টা চলবে; একবারই চলে।' },
})

export const settings = [sessionIdleMinutes, sessionHours, reauthenticationMinutes, resetLinkHours] as const
