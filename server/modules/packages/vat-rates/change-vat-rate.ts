import { Conflict, NotFound } from '../../../kernel/errors.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { recordEvent } from '../../audit/index.ts'
import { hasInvoicesSince, lockVatRate, selectVatRates, updateVatRateName, upsertVatRateVersion } from './store.ts'
import type { VatRateWithVersions } from './store.ts'

/**
 * Sets the percentage of a VAT rate from a day on. Documents keep the rate they were issued with, so a day from which documents
 * have been issued is refused. Repeatable. @throws NotFound 404, Conflict 409 `vat_rate_in_use`.
 */
export async function changeVatRate(
  tx: Tx,
  { vatRateId, startsOn, rateBp }: { vatRateId: bigint; startsOn: PlainDate; rateBp: number },
): Promise<VatRateWithVersions> {
  if ((await lockVatRate(tx, vatRateId)) === undefined) throw NotFound.of('VAT rate', vatRateId)
  const before = await readOne(tx, vatRateId)
  const same = before.versions.find(({ starts_on }) => starts_on.equals(startsOn))
  if (same?.rate_bp === rateBp) return before
  if (await hasInvoicesSince(tx, startsOn))
    throw new Conflict('vat_rate_in_use', `Invoices have been issued on or after ${startsOn}; let the new rate start later`)
  await upsertVatRateVersion(tx, vatRateId, { starts_on: startsOn, rate_bp: rateBp })
  const after = await readOne(tx, vatRateId)
  await recordEvent(tx, 'vat_rate.changed', {
    subjectType: 'vat_rate',
    subjectId: vatRateId,
    before: { versions: before.versions },
    after: { versions: after.versions },
  })
  return after
}

/** Renames a VAT rate. Repeatable. @throws NotFound 404. */
export async function renameVatRate(tx: Tx, vatRateId: bigint, name: string): Promise<VatRateWithVersions> {
  const before = await lockVatRate(tx, vatRateId)
  if (before === undefined) throw NotFound.of('VAT rate', vatRateId)
  if (before.name !== name) {
    await updateVatRateName(tx, vatRateId, name)
    await recordEvent(tx, 'vat_rate.edited', { subjectType: 'vat_rate', subjectId: vatRateId, before: { name: before.name }, after: { name } })
  }
  return readOne(tx, vatRateId)
}

async function readOne(tx: Tx, vatRateId: bigint): Promise<VatRateWithVersions> {
  const [rate] = await selectVatRates(tx, vatRateId)
  if (rate === undefined) throw NotFound.of('VAT rate', vatRateId)
  return rate
}
