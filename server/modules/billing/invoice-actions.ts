import type { InvoiceDetail } from './invoice-list-store.ts'

interface Allowed {
  readonly ok: boolean
  readonly reason: string | null
}

const yes: Allowed = { ok: true, reason: null }
const no = (reason: string): Allowed => ({ ok: false, reason })

/** What may be done with an invoice; the same conditions the use cases refuse by, stated once for every screen. */
export function allowedActions(
  invoice: Pick<InvoiceDetail, 'voided_minor' | 'allocated_minor' | 'credited_minor' | 'written_off_minor' | 'open_minor' | 'total_minor'>,
): Record<'pay' | 'credit' | 'void' | 'write_off', Allowed> {
  if (invoice.voided_minor > 0n) {
    const void_ = no('invoice_is_void')
    return { pay: void_, credit: void_, void: void_, write_off: void_ }
  }
  return {
    pay: invoice.open_minor > 0n ? yes : no('nothing_open'),
    credit: invoice.credited_minor + invoice.written_off_minor < invoice.total_minor ? yes : no('nothing_left_to_credit'),
    void: invoice.allocated_minor > 0n ? no('has_payments') : invoice.credited_minor > 0n || invoice.written_off_minor > 0n ? no('already_corrected') : yes,
    write_off: invoice.open_minor > 0n ? yes : no('nothing_open'),
  }
}
