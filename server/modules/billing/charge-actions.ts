import type { Actor } from '../../kernel/actor.ts'
import { isBefore } from '../../kernel/time.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { allow } from '../../platform/http/allowed.ts'
import type { Allowed, Refusal } from '../../platform/http/allowed.ts'
import type { Charge } from '#modules/charges/index.ts'

type Standing = Pick<Charge, 'item' | 'kind' | 'starts_on' | 'ends_on' | 'billed_until'>

function refusalToEnd({ item, kind, starts_on, ends_on, billed_until }: Standing, today: PlainDate): Refusal | null {
  if (item === 'package') return 'of_the_line'
  if (kind === 'one_time') return isBefore(starts_on, billed_until) ? 'is_billed' : null
  return ends_on !== null && !isBefore(today, ends_on) ? 'has_ended' : null
}

/** Whether a charge may be ended; the use case refuses the same. */
export const allowedOnCharge = (actor: Actor, charge: Standing, today: PlainDate): { end: Allowed } => ({
  end: allow(actor, 'invoice.issue', refusalToEnd(charge, today)),
})
