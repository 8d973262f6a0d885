import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { createPackage } from './create-package.ts'
import type { PackageWithVersion } from './create-package.ts'
import { editPackage } from './edit-package.ts'
import { termsOf } from './package.ts'
import type { VersionTerms } from './package.ts'
import { publishVersion } from './publish-version.ts'
import { lockPackageByCode, selectVersionOn } from './store.ts'

/** One line of a package file. What is not said stays as it is, or takes the default of a new package. */
export interface PackageRow {
  readonly code: string
  readonly name: string
  readonly description?: string
  /** From when the price and speed of this row hold. */
  readonly startsOn: PlainDate
  readonly terms: Pick<VersionTerms, 'price' | 'downloadKbps' | 'uploadKbps'> & Partial<VersionTerms>
}

export type Upserted = { readonly id: bigint; readonly outcome: 'created' | 'changed' | 'unchanged'; readonly warnings: PackageWithVersion['warnings'] }

const NEW_TERMS = {
  vatRateId: null,
  vatInclusive: false,
  routerProfile: '',
  validityCount: 1,
  validityUnit: 'month',
  approvalNo: '',
  approvedOn: null,
} as const

/**
 * Makes the catalogue say what the row says: creates the package, or renames it and publishes a version where its terms differ.
 * Repeatable: the same row again changes nothing.
 */
export async function upsertPackage(tx: Tx, row: PackageRow): Promise<Upserted> {
  const found = await lockPackageByCode(tx, row.code)
  if (found === undefined) {
    const created = await createPackage(tx, {
      code: row.code,
      name: row.name,
      description: row.description ?? '',
      startsOn: row.startsOn,
      terms: { ...NEW_TERMS, ...row.terms },
    })
    return { id: created.package.id, outcome: 'created', warnings: created.warnings }
  }
  const edited = await editPackage(tx, {
    packageId: found.id,
    changes: { name: row.name, ...(row.description === undefined ? {} : { description: row.description }) },
  })
  const current = await selectVersionOn(tx, found.id, row.startsOn)
  if (current !== undefined && isSame({ ...termsOf(current), ...row.terms }, termsOf(current))) {
    return { id: found.id, outcome: edited.version === found.version ? 'unchanged' : 'changed', warnings: [] }
  }
  const { warnings } = await publishVersion(tx, { packageId: found.id, startsOn: row.startsOn, changes: row.terms })
  return { id: found.id, outcome: 'changed', warnings }
}

const isSame = (a: VersionTerms, b: VersionTerms): boolean =>
  (Object.keys(b) as (keyof VersionTerms)[]).every((key) => String(a[key] ?? '') === String(b[key] ?? ''))
