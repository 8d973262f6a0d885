import { Invalid } from '../../../kernel/errors.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { isBefore } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { setDesiredAccess } from '../../access/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { publishVersion } from '../../packages/index.ts'
import type { PackageVersion, PackageWithVersion, PublishVersion } from '../../packages/index.ts'
import { applyVersion } from './terms-store.ts'

/**
 * Moves the lines already sold to a version of their package from a day on; own prices and discounts stay. Days already billed keep
 * what they were billed by. Set-based and repeatable: lines that have the version are not touched. Returns how many lines it moved.
 * @throws Invalid 422 where the day lies before the version's.
 */
export async function applyVersionToExisting(tx: Tx, { version, from }: { version: PackageVersion; from: PlainDate }): Promise<number> {
  if (isBefore(from, version.starts_on))
    throw new Invalid(`This version starts on ${version.starts_on}; it cannot reach lines earlier`, {
      errors: [{ field: 'applies_to_existing_from', message: 'Expected a day on or after the start' }],
    })
  const moved = await applyVersion(tx, { packageId: version.package_id, versionId: version.id, from })
  if (moved.length > 0 && !isBefore(tx.today, from)) await setDesiredAccess(tx, moved)
  await recordEvent(tx, 'package.version_applied', {
    subjectType: 'package',
    subjectId: version.package_id,
    after: { version_no: version.version_no, from, lines: moved.length },
  })
  return moved.length
}

export interface PublishAndApply extends PublishVersion {
  /** Absent: only new sales use the version. */
  readonly appliesToExistingFrom?: PlainDate | undefined
}

/** Publishes a version and, where asked, moves the lines already sold to it: both or nothing. */
export async function publishAndApply(tx: Tx, { appliesToExistingFrom, ...publish }: PublishAndApply): Promise<PackageWithVersion & { moved: number }> {
  const published = await publishVersion(tx, publish)
  const moved = appliesToExistingFrom === undefined ? 0 : await applyVersionToExisting(tx, { version: published.version, from: appliesToExistingFrom })
  return { ...published, moved }
}
