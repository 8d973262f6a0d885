import { Invalid, NotFound } from '../../../kernel/errors.ts'
import { toMinor } from '../../../kernel/money.ts'
import type { Minor } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { isBefore } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { setDesiredAccess } from '../../access/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { readVersion, versionOn } from '../../packages/index.ts'
import { PackageNotOnSale, WrongState } from './errors.ts'
import type { Terms } from './line.ts'
import { spliceTerms } from './splice-terms.ts'
import { lockLine, updateAnchorDay, updateExpiry, updatePackagesInForce } from './store.ts'
import { replaceTerms, selectTerms } from './terms-store.ts'

export interface ChangeTerms {
  readonly startsOn: PlainDate
  /** The first day the terms before hold again; absent = for good, and what was agreed for later is void. */
  readonly endsOn?: PlainDate | null
  /** Absent: the package stays, in the version the line has. */
  readonly packageId?: bigint
  /** Of that package; the one on sale that day where absent. */
  readonly packageVersionId?: bigint
  readonly priceOverride?: Minor | null
  readonly discountBp?: number
  readonly discount?: Minor
  readonly reason?: string
  readonly approvedBy?: bigint | null
}

/**
 * Gives a line other terms from a day on: what it had is closed there, and the same day again replaces it. Days already billed are
 * not billed anew by this; billing does what is due. Repeatable.
 * @throws NotFound 404, WrongState 409 for a line that was left, PackageNotOnSale 409, Invalid 422.
 */
export async function changeTerms(tx: Tx, subscriptionId: bigint, change: ChangeTerms): Promise<Terms> {
  const line = await lockLine(tx, tx.actor.scope, subscriptionId)
  if (line === undefined) throw NotFound.of('subscription', subscriptionId)
  if (line.state === 'left') throw WrongState.of(line.state, 'it has no terms to change')
  const endsOn = change.endsOn ?? null
  if (endsOn !== null && !isBefore(change.startsOn, endsOn))
    throw new Invalid('Terms end after they start', { errors: [{ field: 'ends_on', message: 'Expected a later day' }] })
  const before = await selectTerms(tx, subscriptionId)
  const next: Terms = {
    starts_on: change.startsOn,
    ends_on: endsOn,
    package_version_id: await versionFor(tx, before, change),
    price_override_minor: change.priceOverride ?? null,
    discount_bp: change.discountBp ?? 0,
    discount_minor: change.discount ?? toMinor(0),
    reason: change.reason ?? '',
    approved_by: change.approvedBy ?? null,
  }
  const after = spliceTerms(before, next)
  await replaceTerms(tx, subscriptionId, before, after)
  await updatePackagesInForce(tx, [subscriptionId])
  await setDesiredAccess(tx, subscriptionId)
  await recordEvent(tx, 'subscription.terms_changed', {
    subjectType: 'subscription',
    subjectId: subscriptionId,
    clientId: line.client_id,
    before: { terms: before },
    after: { terms: after },
  })
  return next
}

async function versionFor(tx: Tx, before: readonly Terms[], { packageId, packageVersionId, startsOn }: ChangeTerms): Promise<bigint> {
  if (packageVersionId !== undefined) {
    const version = await readVersion(tx, packageVersionId)
    if (version === undefined || version.package_id !== packageId) throw NotFound.of('version of this package', packageVersionId)
    return version.id
  }
  if (packageId !== undefined) {
    const version = await versionOn(tx, packageId, startsOn)
    if (version === undefined) throw new PackageNotOnSale(`This package has no price on ${startsOn}; publish a version first`)
    return version.id
  }
  const covering = before.findLast((term) => !isBefore(startsOn, term.starts_on)) ?? before[0]
  const version = covering === undefined ? undefined : await readVersion(tx, covering.package_version_id)
  if (version === undefined) throw new Invalid('This line has no terms yet; name a package', { errors: [{ field: 'package_id', message: 'Name a package' }] })
  return version.id
}

/** Moves the day on which the billing cycle of a line begins; billing calls it with a change to a full new cycle. Repeatable. */
export async function setAnchorDay(tx: Tx, subscriptionId: bigint, anchorDay: number): Promise<void> {
  await updateAnchorDay(tx, subscriptionId, anchorDay)
}

/** Stores the end of prepaid cover that billing derived from paid lines. Repeatable. */
export async function setExpiry(tx: Tx, subscriptionId: bigint, expiresOn: PlainDate | null): Promise<void> {
  await updateExpiry(tx, subscriptionId, expiresOn)
}
