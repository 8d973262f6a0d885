import type { Actor } from '../../kernel/actor.ts'
import { allow } from '../../platform/http/allowed.ts'
import type { Allowed, Refusal } from '../../platform/http/allowed.ts'
import type { InvoiceDetail } from './invoice-list-store.ts'

export const INVOICE_ACTIONS = ['pay', 'credit', 'void', 'write_off', 'take_back'] as const
export type InvoiceAction = (typeof INVOICE_ACTIONS)[number]

type Standing = Pick<
  InvoiceDetail,
  'voided_minor' | 'allocated_minor' | 'credited_minor' | 'written_off_minor' | 'open_minor' | 'total_minor' | 'is_month_closed'
>

function refusalToVoid(invoice: Standing): Refusal | null {
  if (invoice.allocated_minor > 0n) return 'has_payments'
  if (invoice.credited_minor > 0n || invoice.written_off_minor > 0n) return 'already_corrected'
  return invoice.is_month_closed ? 'month_is_closed' : null
}

/** What may be done with an invoice; the same conditions the use cases refuse by, stated once for every screen. */
export function allowedActions(actor: Actor, invoice: Standing): Record<InvoiceAction, Allowed> {
  const unlessVoid = (refusal: Refusal | null): Refusal | null => (invoice.voided_minor > 0n ? 'invoice_is_void' : refusal)
  return {
    pay: allow(actor, 'payment.take', unlessVoid(invoice.open_minor > 0n ? null : 'nothing_open')),
    credit: allow(
      actor,
      'credit_note.issue',
      unlessVoid(invoice.credited_minor + invoice.written_off_minor < invoice.total_minor ? null : 'nothing_left_to_credit'),
    ),
    void: allow(actor, 'invoice.void', unlessVoid(refusalToVoid(invoice))),
    write_off: allow(actor, 'writeoff.approve', unlessVoid(invoice.open_minor > 0n ? null : 'nothing_open')),
    take_back: allow(actor, 'payment.reverse', unlessVoid(invoice.allocated_minor > 0n ? null : 'nothing_paid')),
  }
}
