import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '../audit/index.ts'
import { getSetting } from '../settings/index.ts'
import { checkTerms, tariffWarnings } from './package.ts'
import type { Package, PackageVersion, TariffWarning, VersionTerms } from './package.ts'
import { tariffCeilings } from './settings.ts'
import { insertPackage, insertVersion } from './store.ts'

export interface CreatePackage {
  readonly code: string
  readonly name: string
  readonly description: string
  readonly startsOn: PlainDate
  readonly terms: VersionTerms
}

export interface PackageWithVersion {
  readonly package: Package
  readonly version: PackageVersion
  readonly warnings: readonly TariffWarning[]
}

/**
 * Adds a package to the catalogue together with its first version. A price above the regulator's ceiling is a warning, not a refusal.
 * Not repeatable: the same code again is refused. @throws Conflict 409 `package_code_taken` (by the constraint), Invalid 422.
 */
export async function createPackage(tx: Tx, { code, name, description, startsOn, terms }: CreatePackage): Promise<PackageWithVersion> {
  checkTerms(terms)
  const created = await insertPackage(tx, { code, name, description })
  const version = await insertVersion(tx, created.id, startsOn, terms)
  await recordEvent(tx, 'package.created', { subjectType: 'package', subjectId: created.id, after: { ...created, first_version: version } })
  return { package: created, version, warnings: tariffWarnings(terms, await getSetting(tx, tariffCeilings)) }
}
