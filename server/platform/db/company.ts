import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Company } from '../../kernel/company.ts'
import type { Notifications } from './listen.ts'
import type { DB } from './schema.gen.ts'

/** The channel every writer of settings notifies in its transaction: `select pg_notify('settings_changed', key)`. */
export const SETTINGS_CHANNEL = 'settings_changed'

/** Before the set-up page is filled in: the first users are in Bangladesh, whose fiscal year starts in July. */
export const defaultCompany: Company = {
  name: '',
  zone: 'Asia/Dhaka',
  currency: 'BDT',
  locale: 'en',
  fiscalYearStartMonth: 7,
  address: '',
  phone: '',
  email: '',
  vatRegistration: '',
  vatRounding: 'line',
  mapTileUrl: '',
}

/** Which setting carries which fact. */
export const companySettings = {
  name: 'company.name',
  zone: 'company.zone',
  currency: 'company.currency',
  locale: 'company.locale',
  fiscalYearStartMonth: 'company.fiscal_year_start_month',
  address: 'company.address',
  phone: 'company.phone',
  email: 'company.email',
  vatRegistration: 'company.vat_registration',
  vatRounding: 'billing.vat_rounding',
  mapTileUrl: 'map.tile_url',
} as const satisfies Record<keyof Company, string>

/** Reads the company's facts from the settings; a fact nobody has set keeps its default. */
export async function loadCompany(db: Kysely<DB>): Promise<Company> {
  const keys = Object.values(companySettings)
  const { rows } = await sql<{ key: string; value: unknown }>`select key, value from settings where key = any(${keys})`.execute(db)
  const values = new Map(rows.map(({ key, value }) => [key, value]))
  const facts = Object.entries(companySettings).flatMap(([fact, key]) => (values.has(key) ? [[fact, values.get(key)]] : []))
  return { ...defaultCompany, ...Object.fromEntries(facts) }
}

/** Where a connection is dead and neither side has noticed, no process keeps an old fact longer than this. */
const MAX_AGE_MS = 5000

export interface CompanyReader {
  readonly company: () => Promise<Company>
  /** Forgets at once what this process itself has changed; the others hear of it by NOTIFY. */
  readonly companyChanged: () => void
}

/** The cached facts of one process; kept only while a change of them would be heard. */
export function companyReader(db: Kysely<DB>, notifications: Notifications): CompanyReader {
  let cached: { company: Company; readAt: number } | null = null
  let reading: Promise<Company> | null = null
  let isListening = false
  let changes = 0

  const forget = (): void => {
    changes += 1
    cached = null
    // Whoever asks from now on reads anew: the read under way may have begun before the change.
    reading = null
  }

  async function read(): Promise<Company> {
    const changesBefore = changes
    const readAt = performance.now()
    const company = await loadCompany(db)
    if (changes === changesBefore) cached = { company, readAt }
    return company
  }

  async function company(): Promise<Company> {
    if (!isListening) {
      isListening = true
      notifications.on(SETTINGS_CHANNEL, forget)
    }
    if (!notifications.hears(SETTINGS_CHANNEL)) return await loadCompany(db)
    if (cached !== null && performance.now() - cached.readAt < MAX_AGE_MS) return cached.company
    if (reading === null) {
      const mine = read().finally(() => {
        if (reading === mine) reading = null
      })
      reading = mine
    }
    return await reading
  }

  return { company, companyChanged: forget }
}
