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
} as const satisfies Record<string, string>

export type MessageKey = keyof typeof en
