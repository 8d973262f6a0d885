import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'

const KINDS: Readonly<Record<string, MessageDescriptor>> = {
  allocation: msg`Payment set against an invoice`,
  allocation_reversal: msg`Allocation taken back`,
  credit_note: msg`Credit note`,
  deposit_offset: msg`Deposit set against an invoice`,
  deposit_returned: msg`Deposit returned`,
  deposit_taken: msg`Deposit taken`,
  invoice: msg`Invoice`,
  late_fee: msg`Late fee`,
  manual: msg`Posted by hand`,
  opening_balance: msg`Opening balance`,
  payment: msg`Payment`,
  payment_reversal: msg`Payment reversed`,
  refund: msg`Refund`,
  suspense_matched: msg`Unknown money matched`,
  transfer: msg`Transfer`,
  void: msg`Void`,
  write_off: msg`Write-off`,
}

/** What an entry of the journal came from; the code where nobody has named it here. */
export const entryKindText = (kind: string): MessageDescriptor => KINDS[kind] ?? { id: kind, message: kind.replaceAll('_', ' ') }
