import { z } from 'zod'
import type { Conn } from '../../../platform/db/tx.ts'
import { defineSetting, getSettings } from '../../settings/index.ts'
import type { LightLimits } from './light.ts'
import type { PollKind } from './poll/polls-store.ts'

const minutes = (most: number) => z.number().min(0.5).max(most)

export const statusMinutes = defineSetting({
  key: 'onus.status_minutes',
  schema: minutes(120),
  default: 5,
  help: { en: 'Minutes between two looks at which ONUs of an OLT are online.', bn: 'কোন ONU অনলাইন তা OLT থেকে কত মিনিট পরপর দেখা হবে।' },
})
export const opticsMinutes = defineSetting({
  key: 'onus.optics_minutes',
  schema: minutes(1440),
  default: 15,
  help: { en: 'Minutes between two measurements of the light of all ONUs.', bn: 'সব ONU-র আলোর মাত্রা কত মিনিট পরপর মাপা হবে।' },
})
export const inventoryMinutes = defineSetting({
  key: 'onus.inventory_minutes',
  schema: minutes(1440),
  default: 60,
  help: {
    en: 'Minutes between two looks at which ONU stands where, and at the addresses behind each.',
    bn: 'কোন ONU কোথায় আছে ও তার পেছনে কোন MAC, তা কত মিনিট পরপর দেখা হবে।',
  },
})
export const unregisteredMinutes = defineSetting({
  key: 'onus.unregistered_minutes',
  schema: minutes(1440),
  default: 5,
  help: { en: 'Minutes between two looks for ONUs that wait to be authorised.', bn: 'অনুমোদনের অপেক্ষায় থাকা ONU কত মিনিট পরপর খোঁজা হবে।' },
})
export const weakDbm = defineSetting({
  key: 'onus.rx_weak_dbm',
  schema: z.number().min(-40).max(0),
  default: -26,
  help: { en: 'Light at an ONU below this many dBm is weak.', bn: 'ONU-তে আলো এত dBm-এর কম হলে দুর্বল ধরা হবে।' },
})
export const criticalDbm = defineSetting({
  key: 'onus.rx_critical_dbm',
  schema: z.number().min(-40).max(0),
  default: -28,
  help: {
    en: 'Light at an ONU below this many dBm is critical: it may drop at any time.',
    bn: 'ONU-তে আলো এত dBm-এর কম হলে সংকটজনক: যেকোনো সময় লাইন যেতে পারে।',
  },
})
export const strongDbm = defineSetting({
  key: 'onus.rx_strong_dbm',
  schema: z.number().min(-30).max(10),
  default: -8,
  help: {
    en: 'Light at an ONU above this many dBm is too strong and blinds its receiver.',
    bn: 'ONU-তে আলো এত dBm-এর বেশি হলে অতিরিক্ত, রিসিভার ঠিকমতো কাজ করে না।',
  },
})
export const hysteresisDb = defineSetting({
  key: 'onus.light_hysteresis_db',
  schema: z.number().min(0).max(6),
  default: 1,
  help: { en: 'How many dB beyond a limit light has to come back before it counts as better.', bn: 'সীমা পেরিয়ে আরও কত dB ফিরলে আলো ভালো হয়েছে ধরা হবে।' },
})
export const keepSamplesDays = defineSetting({
  key: 'onus.keep_samples_days',
  schema: z.int().min(2).max(365),
  default: 30,
  help: {
    en: 'Days for which each measurement of light is kept; after that the lowest, mean and highest of each hour.',
    bn: 'আলোর প্রতিটি মাপ কত দিন রাখা হবে; এরপর প্রতি ঘণ্টার সর্বনিম্ন, গড় ও সর্বোচ্চ।',
  },
})
export const keepHoursMonths = defineSetting({
  key: 'onus.keep_hours_months',
  schema: z.int().min(1).max(120),
  default: 24,
  help: {
    en: 'Months for which light by the hour, events of ONUs and the light of uplinks are kept.',
    bn: 'ঘণ্টাভিত্তিক আলো, ONU-র ঘটনা ও আপলিংকের আলো কত মাস রাখা হবে।',
  },
})

export const keepTasksDays = defineSetting({
  key: 'onus.keep_tasks_days',
  schema: z.int().min(30).max(3650),
  default: 365,
  help: {
    en: 'Days for which it is kept what OLTs were told to do and what was typed on their command lines, with the answers; the audit has the rest for longer.',
    bn: 'OLT-কে কী করতে বলা হয়েছে ও কমান্ড লাইনে কী লেখা হয়েছে, উত্তরসহ কত দিন রাখা হবে; অডিটে মূল ঘটনা আরও বেশি দিন থাকে।',
  },
})

export const linksAutomatically = defineSetting({
  key: 'onus.link_automatically',
  schema: z.boolean(),
  default: true,
  help: {
    en: 'Link an ONU with its line without asking where it is certain: its serial or MAC is registered with the line, or the line dials in from behind it.',
    bn: 'নিশ্চিত হলে না জিজ্ঞেস করেই ONU-কে লাইনের সঙ্গে যুক্ত করা হবে: সিরিয়াল বা MAC লাইনে নিবন্ধিত, অথবা লাইনটি ওই ONU-র পেছন থেকেই সংযোগ করে।',
  },
})

export const settings = [
  statusMinutes,
  opticsMinutes,
  inventoryMinutes,
  unregisteredMinutes,
  weakDbm,
  criticalDbm,
  strongDbm,
  hysteresisDb,
  keepSamplesDays,
  keepHoursMonths,
  keepTasksDays,
  linksAutomatically,
] as const

/** Minutes between two polls of each kind. */
export async function pollMinutes(conn: Pick<Conn, 'db'>): Promise<Readonly<Record<PollKind, number>>> {
  const [status, optics, inventory, unregistered] = await getSettings(conn, [statusMinutes, opticsMinutes, inventoryMinutes, unregisteredMinutes])
  return { status, optics, inventory, macs: inventory, unregistered, system: status }
}

export async function lightLimits(conn: Pick<Conn, 'db'>): Promise<LightLimits> {
  const [weak, critical, strong, hysteresis] = await getSettings(conn, [weakDbm, criticalDbm, strongDbm, hysteresisDb])
  return { weakDbm: weak, criticalDbm: critical, strongDbm: strong, hysteresisDb: hysteresis }
}
