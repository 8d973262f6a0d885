/** What the program tells clients of; each has its words (texts.ts) and its look at whether it is still true (truth.sql.ts). */
export const KINDS = [
  'client-registered',
  'invoice-issued',
  'credit-note-issued',
  'payment-due-soon',
  'payment-received',
  'payment-reversed',
  'payment-refunded',
  'deposit-taken',
  'deposit-returned',
  'suspension-warning',
  'service-suspended',
  'service-restored',
  'expiry-warning',
  'subscription-expired',
  'package-changed',
  'subscription-left',
] as const
export type Kind = (typeof KINDS)[number]

export const isKind = (kind: string): kind is Kind => (KINDS as readonly string[]).includes(kind)

/** Answers to what the client has just done or waits for; they do not wait for the morning. */
export const AT_ANY_HOUR: ReadonlySet<Kind> = new Set<Kind>(['client-registered', 'payment-received', 'service-restored'])

/** Why a message is not sent though it was queued. */
export const UNTRUE = [
  'paid',
  'covered',
  'not_late',
  'void',
  'reversed',
  'exempt',
  'below_minimum',
  'promise',
  'cut_already',
  'restored',
  'cut_again',
  'renewed',
  'line_left',
  'line_back',
  'superseded',
  'too_late',
  'client_gone',
  'no_address',
  'kind_off',
  'kind_unknown',
] as const
export type Untrue = (typeof UNTRUE)[number]

/** What `outbox_messages.why` may hold: why it was not sent, or why it waits or stopped. */
export const WHYS = [...UNTRUE, 'facts_missing', 'taken_back', 'quiet_hours', 'not_taken', 'cut_off'] as const
export type Why = (typeof WHYS)[number]
