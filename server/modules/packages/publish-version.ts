import { NotFound } from '../../kernel/errors.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '../audit/index.ts'
import { getSetting } from '../settings/index.ts'
import type { PackageWithVersion } from './create-package.ts'
import { checkTerms, tariffWarnings, termsOf } from './package.ts'
import type { VersionTerms } from './package.ts'
import { tariffCeilings } from './settings.ts'
import { insertVersion, lockPackage, selectVersionOn } from './store.ts'

export interface PublishVersion {
  readonly packageId: bigint
  readonly startsOn: PlainDate
  /** What differs from the version in force on that day. */
  readonly changes: Partial<VersionTerms>
}

/**
 * Publishes a version of a package from a day on; new sales use it from then. Lines sold before keep theirs until somebody applies
 * it to them. A second version for the same day corrects the first. Not repeatable: each call publishes one.
 * @throws NotFound 404, Invalid 422 where the package has no earlier version to start from and the terms are incomplete.
 */
export async function publishVersion(tx: Tx, { packageId, startsOn, changes }: PublishVersion): Promise<PackageWithVersion> {
  const found = await lockPackage(tx, packageId)
  if (found === undefined) throw NotFound.of('package', packageId)
  const before = (await selectVersionOn(tx, packageId, startsOn)) ?? (await selectVersionOn(tx, packageId, LAST_DAY))
  if (before === undefined) throw NotFound.of('version of package', packageId)
  const terms: VersionTerms = { ...termsOf(before), ...changes }
  checkTerms(terms)
  const version = await insertVersion(tx, packageId, startsOn, terms)
  await recordEvent(tx, 'package.version_published', { subjectType: 'package', subjectId: packageId, before: { ...before }, after: { ...version } })
  return { package: found, version, warnings: tariffWarnings(terms, await getSetting(tx, tariffCeilings)) }
}

const LAST_DAY = Temporal.PlainDate.from('9999-12-31')
