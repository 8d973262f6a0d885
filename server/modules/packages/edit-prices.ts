import { Invalid, NotFound } from '../../kernel/errors.ts'
import { divideRound, percentage, toMinor } from '../../kernel/money.ts'
import type { Minor } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Conn, Tx } from '../../platform/db/tx.ts'
import { getSetting } from '../settings/index.ts'
import { tariffWarnings } from './package.ts'
import type { PackageVersion, TariffWarning } from './package.ts'
import { publishVersion } from './publish-version.ts'
import { tariffCeilings } from './settings.ts'
import { lockPackages, selectPackage, selectPricesOn } from './store.ts'

export type PriceChange =
  | { readonly kind: 'percent'; readonly percentBp: number }
  | { readonly kind: 'amount'; readonly amount: Minor }
  | { readonly kind: 'set'; readonly price: Minor }

export interface EditPrices {
  readonly packageIds: readonly bigint[]
  readonly change: PriceChange
  readonly startsOn: PlainDate
  /** New prices are rounded to a multiple of this; 100 = whole taka. */
  readonly roundTo: Minor
  readonly approvalNo?: string | undefined
  readonly approvedOn?: PlainDate | null | undefined
}

export interface PriceEdit {
  readonly package_id: bigint
  readonly code: string
  readonly name: string
  readonly before_minor: Minor
  readonly after_minor: Minor
  readonly warnings: readonly TariffWarning[]
}

/** The new price of one package: changed, rounded half up to the step, never below zero. */
export function newPrice(before: Minor, change: PriceChange, roundTo: Minor): Minor {
  const changed = change.kind === 'set' ? change.price : change.kind === 'amount' ? before + change.amount : before + percentage(before, change.percentBp)
  if (changed < 0n) throw new Invalid('A price cannot fall below zero')
  return toMinor(divideRound(changed, roundTo, 'half-up') * roundTo)
}

/** What a change of many prices would do. Writes nothing. @throws NotFound 404 for a package that is not there or has no price yet. */
export async function previewPrices(conn: Conn, { packageIds, change, startsOn, roundTo }: EditPrices): Promise<PriceEdit[]> {
  const ids = [...new Set(packageIds)].sort((a, b) => (a < b ? -1 : 1))
  const prices = await selectPricesOn(conn, ids, startsOn)
  const ceilings = await getSetting(conn, tariffCeilings)
  const edits: PriceEdit[] = []
  for (const id of ids) {
    const found = await selectPackage(conn, startsOn, id)
    const version = prices.get(id)
    if (found === undefined || version === undefined) throw NotFound.of('package with a price on that day', id)
    const after = newPrice(version.price_minor, change, roundTo)
    edits.push({
      package_id: id,
      code: found.code,
      name: found.name,
      before_minor: version.price_minor,
      after_minor: after,
      warnings: tariffWarnings({ downloadKbps: version.download_kbps, price: after }, ceilings),
    })
  }
  return edits
}

/**
 * Publishes a version with the new price for each package whose price changes; all or none.
 * A package whose price stays the same gets no version. Not repeatable where the change is relative.
 */
export async function editPrices(tx: Tx, input: EditPrices): Promise<{ edits: PriceEdit[]; versions: PackageVersion[] }> {
  await lockPackages(tx, input.packageIds)
  const edits = await previewPrices(tx, input)
  const versions: PackageVersion[] = []
  for (const edit of edits) {
    if (edit.after_minor === edit.before_minor) continue
    const { version } = await publishVersion(tx, {
      packageId: edit.package_id,
      startsOn: input.startsOn,
      changes: {
        price: edit.after_minor,
        ...(input.approvalNo === undefined ? {} : { approvalNo: input.approvalNo }),
        ...(input.approvedOn === undefined ? {} : { approvedOn: input.approvedOn }),
      },
    })
    versions.push(version)
  }
  return { edits, versions }
}
