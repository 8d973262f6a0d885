import { AppError, Invalid } from '../../../kernel/errors.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { isBefore } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import type { ClientFacts } from '../client.ts'
import { checkContact } from '../client-facts.ts'
import { applyCustom } from '../custom-values.ts'
import { DEFAULTS as LINE_DEFAULTS, ownPrice } from '../lines/add-subscription.ts'
import { PackageNotOnSale } from '../lines/errors.ts'
import { checkedLine } from '../lines/line-facts.ts'
import type { LineFacts, Subscription } from '../lines/line.ts'
import { normaliseNid } from '../nid.ts'
import { checkPlace } from '../place.ts'
import { DEFAULTS } from '../register-client.ts'
import type { RegisterClient } from '../register-client.ts'
import type { RegistrationFacts } from './registration-facts.ts'

export interface CheckedLine {
  readonly facts: LineFacts
  readonly packageId: bigint
  readonly versionId: bigint
  readonly password: string | null
  readonly billingMode: Subscription['billing_mode']
  readonly anchorDay: number
  readonly startsOn: PlainDate
  readonly joinedOn: PlainDate
  readonly activatedOn: PlainDate | null
  readonly price: ReturnType<typeof ownPrice>
}

export interface CheckedRegistration {
  readonly facts: Omit<ClientFacts, 'code'>
  /** Null: made by the pattern. */
  readonly code: string | null
  readonly branchCode: string
  readonly nid: string | null
  readonly line: CheckedLine | null
}

export interface FieldError {
  readonly field: string
  readonly message: string
}

/**
 * What `registerClient` checks of one client, without asking the database: all that does not fit, not only the first of it.
 * Whether code, login, address and national identity are free is for the caller. @throws Invalid 422 naming every field.
 */
export function checkRegistration(tx: Tx, known: RegistrationFacts, input: RegisterClient): CheckedRegistration {
  const errors: FieldError[] = []
  const { code, nid, custom, subscription, isWelcomed: _, ...given } = input
  const joinedOn = given.joined_on ?? tx.today
  const place = { branchId: given.branch_id, resellerId: given.reseller_id ?? null }
  const branchCode = attempt(errors, () => checkPlace(tx.actor.scope, place, known.place(place.branchId, place.resellerId))) ?? ''
  const contact = attempt(errors, () => checkContact(given, known.contact)) ?? given
  const customValues = attempt(errors, () => applyCustom(known.clientFields, {}, custom ?? {})) ?? {}
  const hasNid = nid != null && nid.trim() !== ''
  if (hasNid && normaliseNid(nid) === null) errors.push({ field: 'nid', message: 'Expected 10, 13 or 17 digits' })
  const line = subscription === undefined ? null : attempt(errors, () => checkLine(tx, known, { joinedOn, ...subscription }))
  if (errors.length > 0) throw new Invalid('Some fields do not fit', { errors })
  const facts = { ...DEFAULTS, locale: tx.company.locale, ...contact, tags: [...new Set(contact.tags ?? [])], custom: customValues, joined_on: joinedOn }
  return { facts, code: code ?? null, branchCode, nid: hasNid ? nid : null, line: line ?? null }
}

function checkLine(tx: Tx, known: RegistrationFacts, input: NonNullable<RegisterClient['subscription']> & { joinedOn: PlainDate }): CheckedLine {
  const {
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
    activatedOn = null,
    ...facts
  } = input
  const errors: FieldError[] = []
  const startsOn = activatedOn ?? joinedOn
  const version = known.onSale(packageId, startsOn)
  if (version === undefined || !version.is_active)
    errors.push({ field: 'package_id', message: new PackageNotOnSale(`This package is not on sale on ${startsOn}`).message })
  const policyId = facts.billing_policy_id ?? known.defaultPolicyId
  if (policyId === undefined) errors.push({ field: 'billing_policy_id', message: 'Name a billing policy' })
  if (activatedOn !== null && isBefore(tx.today, activatedOn))
    errors.push({ field: 'activated_on', message: 'A line is activated today or, belatedly, on an earlier day' })
  const values = attempt(errors, () => applyCustom(known.lineFields, {}, custom ?? {})) ?? {}
  const line = attempt(errors, () => checkedLine({ ...LINE_DEFAULTS, ...facts, billing_policy_id: policyId ?? 0n, custom: values }))
  const price = attempt(errors, () => ownPrice(tx, { priceOverride, discountBp, discount, discountReason }))
  if (errors.length > 0 || line === undefined || price === undefined || version === undefined)
    throw new Invalid('Some fields of the line do not fit', { errors })
  return {
    facts: line,
    packageId,
    versionId: version.version_id,
    password: pppoePassword == null || pppoePassword === '' ? null : pppoePassword,
    billingMode: billingMode ?? 'postpaid',
    anchorDay: anchorDay ?? 1,
    startsOn,
    joinedOn,
    activatedOn,
    price,
  }
}

/** Runs a check; what it says of fields joins the list. */
function attempt<T>(errors: FieldError[], check: () => T): T | undefined {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const named = error.details['errors'] as FieldError[] | undefined
    errors.push(...(named ?? [{ field: '', message: error.message }]))
    return undefined
  }
}
