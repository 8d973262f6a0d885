import type { Locale } from './actor.ts'

/** The facts of the one company of an installation that arithmetic and documents need; read from settings. */
export interface Company {
  readonly name: string
  /** IANA zone, e.g. Asia/Dhaka: the business day is taken here and nowhere else. */
  readonly zone: string
  /** ISO 4217, e.g. BDT. */
  readonly currency: string
  readonly locale: Locale
  /** First month of the fiscal year, 1-12: 7 in Bangladesh. */
  readonly fiscalYearStartMonth: number
  readonly address: string
  readonly phone: string
  readonly email: string
  /** VAT registration (BIN); empty where the company has none. */
  readonly vatRegistration: string
  /** `line` or `invoice`: where VAT is rounded (billing rule 32). */
  readonly vatRounding: 'line' | 'invoice'
  /** Where the map fetches its pictures, with {z}, {x} and {y}; empty: nowhere. */
  readonly mapTileUrl: string
}
