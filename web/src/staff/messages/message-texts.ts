import { useLingui } from '@lingui/react/macro'
import type { RowOf } from '../../api/use-list.ts'

export type Message = RowOf<'/api/v1/messages'>
type Kind = Message['kind']
type State = Message['state']
type Why = NonNullable<Message['why']>

export const STATE_TONES = { queued: 'blue', sending: 'blue', sent: 'green', failed: 'red', cancelled: 'grey', unknown: 'amber' } as const satisfies Record<
  State,
  string
>

/** What messages, their states and the reasons for not sending them are called. */
export function useMessageTexts(): {
  readonly kinds: Readonly<Record<Kind, string>>
  readonly states: Readonly<Record<State, string>>
  readonly whys: Readonly<Record<Why, string>>
  readonly channel: (name: string) => string
  readonly language: (locale: 'en' | 'bn') => string
} {
  const { t } = useLingui()
  const channels: Readonly<Record<string, string>> = { log: t`Log only` }
  return {
    kinds: {
      'client-registered': t`Welcome`,
      'invoice-issued': t`New bill`,
      'credit-note-issued': t`Credit note`,
      'payment-due-soon': t`Bill due soon`,
      'payment-received': t`Payment received`,
      'payment-reversed': t`Payment taken back`,
      'payment-refunded': t`Refund`,
      'deposit-taken': t`Deposit taken`,
      'deposit-returned': t`Deposit given back`,
      'suspension-warning': t`Warning before suspension`,
      'service-suspended': t`Service suspended`,
      'service-restored': t`Service restored`,
      'expiry-warning': t`Cover ends soon`,
      'subscription-expired': t`Cover ended`,
      'package-changed': t`Package changed`,
      'subscription-left': t`Line closed`,
    },
    states: { queued: t`Waits`, sending: t`Under way`, sent: t`Sent`, failed: t`Failed`, cancelled: t`Not sent`, unknown: t`Not known` },
    whys: {
      paid: t`It was paid meanwhile`,
      covered: t`Advance money covers it`,
      not_late: t`Nothing will be late by then`,
      void: t`The bill was voided`,
      reversed: t`The payment was taken back`,
      exempt: t`The client or line is exempt`,
      below_minimum: t`Less is late than the least to be cut for`,
      promise: t`There is a promise to pay`,
      cut_already: t`The line is cut already`,
      restored: t`The line is back`,
      cut_again: t`The line is off again`,
      renewed: t`It was renewed meanwhile`,
      line_left: t`The line has left`,
      line_back: t`The line is in use again`,
      superseded: t`Something newer took its place`,
      too_late: t`It would have come too late`,
      client_gone: t`The client was deleted`,
      no_address: t`There is no phone number or e-mail address`,
      kind_off: t`Such messages are switched off in the settings`,
      kind_unknown: t`This version does not know such messages`,
      facts_missing: t`Something its text names is not known`,
      taken_back: t`It was taken back by hand`,
      quiet_hours: t`Quiet hours; it goes in the morning`,
      not_taken: t`The channel did not take it`,
      cut_off: t`The work was cut off while it was sent`,
    },
    channel: (name) => channels[name] ?? name,
    language: (locale) => (locale === 'bn' ? t`Bangla` : t`English`),
  }
}
