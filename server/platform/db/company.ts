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
} as const satisfies Record<keyof Company, string>

/** Reads the company's facts from the settings; a fact nobody has set keeps its default. */
export async function loadCompany(db: Kysely<DB>): Promise<Company> {
  const keys = Object.values(companySettings)
  const { rows } = await sql<{ key: string; value: unknown }>`select key, value from settings where key = any(${keys})`.execute(db)
  const values = new Map(rows.map(({ key, value }) => [key, value]))
  const facts = Object.entries(companySettings).flatMap(([fact, key]) => (values.has(key) ? [[fact, values.get(key)]] : []))
  return { ...defaultCompany, ...Object.fromEntries(facts) }
}

/** Called before a listener is heard, or where LISTEN is broken, no process keeps an old fact longer than this. */
const MAX_AGE_MS = 5000

/** The cached facts of one process. A change is seen at once by NOTIFY, and after five seconds at the latest. */
export function companyReader(db: Kysely<DB>, notifications: Notifications): () => Promise<Company> {
  let cached: { company: Company; readAt: number } | null = null
  let reading: Promise<Company> | null = null
  let isListening = false
  let changes = 0

  async function read(): Promise<Company> {
    const changesBefore = changes
    const readAt = performance.now()
    const company = await loadCompany(db)
    // A change that arrived during the read may or may not be in it, so such an answer is used once and not kept.
    if (changes === changesBefore) cached = { company, readAt }
    return company
  }

  return async () => {
    if (!isListening) {
      isListening = true
      notifications.on(SETTINGS_CHANNEL, () => {
        changes += 1
        cached = null
      })
    }
    if (cached !== null && performance.now() - cached.readAt < MAX_AGE_MS) return cached.company
    reading ??= read().finally(() => {
      reading = null
    })
    return await reading
  }
}
