import { Conflict, NotFound } from '../../kernel/errors.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { recordEvent } from '../audit/index.ts'
import type { Package } from './package.ts'
import { lockPackage, updatePackage } from './store.ts'

export interface EditPackage {
  readonly packageId: bigint
  /** The version of the row the person saw. */
  readonly seenVersion?: number | undefined
  readonly changes: { readonly code?: string; readonly name?: string; readonly description?: string; readonly is_active?: boolean }
}

/**
 * Changes what a package is called and whether it is on sale; prices and speeds change by a new version only.
 * Repeatable: no difference writes nothing. @throws NotFound 404, Conflict 409 `changed_meanwhile` or `package_code_taken`.
 */
export async function editPackage(tx: Tx, { packageId, seenVersion, changes }: EditPackage): Promise<Package> {
  const before = await lockPackage(tx, packageId)
  if (before === undefined) throw NotFound.of('package', packageId)
  if (seenVersion !== undefined && seenVersion !== before.version)
    throw new Conflict('changed_meanwhile', 'Somebody else has changed this package; load it again')
  const wanted = { ...before, ...changes }
  if (wanted.code === before.code && wanted.name === before.name && wanted.description === before.description && wanted.is_active === before.is_active)
    return before
  const after = await updatePackage(tx, wanted)
  await recordEvent(tx, 'package.edited', { subjectType: 'package', subjectId: packageId, before: { ...before }, after: { ...after } })
  return after
}
