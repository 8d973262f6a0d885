import type { PlainDate } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '../../audit/index.ts'
import { insertVatRate, upsertVatRateVersion } from './store.ts'
import type { VatRateWithVersions } from './store.ts'

export interface CreateVatRate {
  readonly code: string
  readonly name: string
  readonly startsOn: PlainDate
  readonly rateBp: number
}

/** Adds a VAT rate with its first percentage. Not repeatable: the same code again is refused by the constraint. */
export async function createVatRate(tx: Tx, { code, name, startsOn, rateBp }: CreateVatRate): Promise<VatRateWithVersions> {
  const rate = await insertVatRate(tx, { code, name })
  const version = { starts_on: startsOn, rate_bp: rateBp }
  await upsertVatRateVersion(tx, rate.id, version)
  await recordEvent(tx, 'vat_rate.created', { subjectType: 'vat_rate', subjectId: rate.id, after: { ...rate, ...version } })
  return { ...rate, versions: [version] }
}
