import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'

const KINDS: Readonly<Record<string, MessageDescriptor>> = {
  allocation: msg`Payment set against an invoice`,
  credit_note: msg`Credit note`,
  deposit: msg`Deposit`,
  invoice: msg`Invoice`,
  manual: msg`Posted by hand`,
  opening_balance: msg`Opening balance`,
  payment: msg`Payment`,
  payment_reversal: msg`Payment reversed`,
  refund: msg`Refund`,
  suspense_match: msg`Unknown money matched`,
  transfer: msg`Transfer sent`,
  transfer_accepted: msg`Transfer accepted`,
  transfer_returned: msg`Transfer returned`,
  void: msg`Void`,
  write_off: msg`Write-off`,
}

/** The kinds the journal can be narrowed to. */
export const entryKinds: readonly { readonly value: string; readonly label: MessageDescriptor }[] = Object.entries(KINDS).map(([value, label]) => ({
  value,
  label,
}))

/** What an entry of the journal came from; the code where nobody has named it here. */
export const entryKindText = (kind: string): MessageDescriptor => KINDS[kind] ?? { id: kind, message: kind.replaceAll('_', ' ') }
