/**
 * What the server says beside its errors (error-titles.ts), in English; ICU message format.
 * bn.ts has the same keys: the compiler refuses it otherwise.
 */
export const en = {
  'password.too_short': 'A password needs at least {min, plural, one {# character} other {# characters}}',
  'password.too_long': 'A password has at most {max, plural, one {# character} other {# characters}}',
  'password.too_common': 'This password is on every list of well-known passwords',
  'password.too_personal': 'A password must not be made of your name or the company’s',
  'role.admin': 'Administrator',
  'role.manager': 'Manager',
  'role.branch_manager': 'Branch manager',
  'role.accountant': 'Accountant',
  'role.support': 'Support',
  'role.collector': 'Collector',
  'role.technician': 'Technician',
  'role.viewer': 'Viewer',
  'refusal.permission': 'You need the permission {permission}',
  'refusal.is_pending': 'The line is not connected yet',
  'refusal.is_left': 'The line has left; reopen it first',
  'refusal.not_left': 'The line has not left',
  'refusal.not_pending': 'The line is already in use',
  'refusal.not_suspended': 'The line is not suspended',
  'refusal.suspended_otherwise': 'Service is off for another reason; a payment, a renewal or the end of the pause brings it back',
  'refusal.is_paused': 'The line is already paused',
  'refusal.not_paused': 'The line is not paused',
  'refusal.not_prepaid': 'Only a prepaid line is renewed',
  'refusal.has_documents': 'There are invoices or payments; mark the lines as left instead',
  'refusal.is_deleted': 'The client is deleted; restore him first',
  'refusal.not_deleted': 'The client is not deleted',
  'refusal.nothing_sealed': 'Nothing is stored',
} as const satisfies Record<string, string>

export type MessageKey = keyof typeof en
