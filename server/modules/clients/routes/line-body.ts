import { z } from 'zod'
import { toMinor } from '../../../kernel/money.ts'
import type { AddSubscription } from '../lines/add-subscription.ts'
import { newLineInput } from './schemas.ts'

export const newLineBody = z.strictObject(newLineInput)

/** The body of a new line in the words of the use case. */
export function toNewLine(body: z.output<typeof newLineBody>): Omit<AddSubscription, 'clientId'> {
  const {
    package_id,
    pppoe_password,
    billing_mode,
    anchor_day,
    price_override_minor,
    discount_bp,
    discount_minor,
    discount_reason,
    joined_on,
    activated_on,
    billing_policy_id,
    ...facts
  } = body
  return {
    ...facts,
    ...(billing_policy_id === undefined ? {} : { billing_policy_id }),
    packageId: package_id,
    pppoePassword: pppoe_password,
    billingMode: billing_mode,
    anchorDay: anchor_day,
    priceOverride: price_override_minor,
    discountBp: discount_bp,
    discount: discount_minor ?? toMinor(0),
    discountReason: discount_reason,
    ...(joined_on === undefined ? {} : { joinedOn: joined_on }),
    activatedOn: activated_on,
  }
}
