import { Forbidden, Invalid, NotFound } from '../../../kernel/errors.ts'
import { toMinor } from '../../../kernel/money.ts'
import type { Minor } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { seal } from '../../../platform/secrets/index.ts'
import { setDesiredAccess } from '../../access/index.ts'
import { recordEvent } from '../../audit/index.ts'
import { readPackage, versionOn } from '../../packages/index.ts'
import { applyCustom } from '../custom-values.ts'
import { selectFields } from '../fields/store.ts'
import { selectClient } from '../store.ts'
import { activateSubscription } from './activate-subscription.ts'
import { clientDeleted, PackageNotOnSale } from './errors.ts'
import { checkedLine } from './line-facts.ts'
import { passwordAad } from './line.ts'
import type { LineFacts, Subscription } from './line.ts'
import { insertLine, nextSubscriptionId, selectLine, selectPolicyId } from './store.ts'
import { insertTerms } from './terms-store.ts'

export interface AddSubscription extends Partial<Omit<LineFacts, 'custom'>> {
  readonly clientId: bigint
  readonly packageId: bigint
  readonly custom?: Readonly<Record<string, unknown>>
  readonly pppoePassword?: string | null
  readonly billingMode?: Subscription['billing_mode']
  /** Day of the month on which its billing cycle begins. */
  readonly anchorDay?: number
  /** Own price and standing discount. */
  readonly priceOverride?: Minor | null
  readonly discountBp?: number
  readonly discount?: Minor
  readonly discountReason?: string
  readonly joinedOn?: PlainDate
  /** Put into service on this day; absent or null = pending until somebody activates it. */
  readonly activatedOn?: PlainDate | null
}

export const DEFAULTS = {
  label: '',
  pppoe_login: null,
  router_id: null,
  olt_id: null,
  static_ip: null,
  mac: null,
  onu_mac: null,
  onu_model: '',
  connection_kind: 'pppoe',
  medium: 'fibre',
  auto_control: true,
  auto_renew: true,
  address: '',
} as const

/**
 * Adds a line to a client with its terms and access and, when it is activated at once, its package charge: all of it or nothing.
 * Not repeatable: a login can be taken once. @throws NotFound 404; PackageNotOnSale 409; Conflict 409 `pppoe_login_taken`,
 * `static_ip_taken`, `client_deleted`; Forbidden 403 for an own price without the permission; Invalid 422.
 */
export async function addSubscription(tx: Tx, input: AddSubscription): Promise<Subscription> {
  const {
    clientId,
    packageId,
    custom,
    pppoePassword,
    billingMode,
    anchorDay,
    priceOverride,
    discountBp,
    discount,
    discountReason,
    joinedOn,
    activatedOn,
    ...facts
  } = input
  const client = await selectClient(tx, tx.actor.scope, clientId)
  if (client === undefined) throw NotFound.of('client', clientId)
  if (client.deleted_at !== null) throw clientDeleted()
  const startsOn = activatedOn ?? joinedOn ?? tx.today
  const found = await readPackage(tx, startsOn, packageId)
  if (found === undefined) throw new Invalid('There is no such package', { errors: [{ field: 'package_id', message: 'There is no such package' }] })
  const version = await versionOn(tx, packageId, startsOn)
  if (!found.is_active || version === undefined) throw new PackageNotOnSale(`Package ${found.code} is not on sale on ${startsOn}`)
  const policyId = facts.billing_policy_id ?? (await selectPolicyId(tx))
  if (policyId === undefined)
    throw new Invalid('No billing policy is the default one; name one', { errors: [{ field: 'billing_policy_id', message: 'Name a billing policy' }] })

  const id = await nextSubscriptionId(tx)
  const line = checkedLine({
    ...DEFAULTS,
    ...facts,
    billing_policy_id: policyId,
    custom: applyCustom(await selectFields(tx, 'subscription'), {}, custom ?? {}),
  })
  await insertLine(tx, {
    ...line,
    id,
    clientId,
    passwordSealed: pppoePassword == null || pppoePassword === '' ? null : seal(pppoePassword, passwordAad(id)),
    billingMode: billingMode ?? 'postpaid',
    anchorDay: anchorDay ?? 1,
    packageId,
    joinedOn: joinedOn ?? startsOn,
  })
  const price = ownPrice(tx, { priceOverride, discountBp, discount, discountReason })
  await insertTerms(tx, id, [{ starts_on: startsOn, ends_on: null, package_version_id: version.id, ...price }])
  await setDesiredAccess(tx, id)
  const added = (await selectLine(tx, tx.actor.scope, id)) as Subscription
  await recordEvent(tx, 'subscription.added', {
    subjectType: 'subscription',
    subjectId: id,
    clientId,
    branchId: client.branch_id,
    resellerId: client.reseller_id,
    after: { ...added, package_version_id: version.id, ...price },
  })
  return activatedOn == null ? added : activateSubscription(tx, { subscriptionId: id, on: activatedOn })
}

export interface OwnPrice {
  readonly priceOverride?: Minor | null | undefined
  readonly discountBp?: number | undefined
  readonly discount?: Minor | undefined
  readonly discountReason?: string | undefined
}

/**
 * Own price and discount as a row of terms. Giving one needs a permission and a reason; who may approve has approved it by giving it.
 * @throws Forbidden 403, Invalid 422.
 */
export function ownPrice(tx: Tx, { priceOverride, discountBp, discount, discountReason }: OwnPrice) {
  const isOwn = priceOverride != null || (discountBp ?? 0) > 0 || (discount ?? 0n) > 0n
  if (isOwn && !tx.actor.permissions.has('discount.give'))
    throw new Forbidden('You need the permission discount.give for an own price or a discount', { permission: 'discount.give' })
  if (isOwn && (discountReason ?? '').trim() === '')
    throw new Invalid('An own price or a discount needs a reason', { errors: [{ field: 'discount_reason', message: 'Say why' }] })
  return {
    price_override_minor: priceOverride ?? null,
    discount_bp: discountBp ?? 0,
    discount_minor: discount ?? toMinor(0),
    reason: discountReason ?? '',
    approved_by: isOwn && tx.actor.permissions.has('discount.approve') ? tx.actor.userId : null,
  }
}
