import type { MessageKey } from './en.ts'

/** What the server says, in Bangla; the same keys as en.ts. */
export const bn: Readonly<Record<MessageKey, string>> = {
  'password.too_short': 'পাসওয়ার্ডে অন্তত {min, plural, one {#টি অক্ষর} other {#টি অক্ষর}} লাগবে',
  'password.too_long': 'পাসওয়ার্ডে সর্বোচ্চ {max, plural, one {#টি অক্ষর} other {#টি অক্ষর}} হতে পারে',
  'password.too_common': 'এই পাসওয়ার্ড সবার জানা তালিকায় আছে',
  'password.too_personal': 'নিজের বা কোম্পানির নাম দিয়ে পাসওয়ার্ড করা যাবে না',
  'role.admin': 'অ্যাডমিন',
  'role.manager': 'ম্যানেজার',
  'role.branch_manager': 'শাখা ম্যানেজার',
  'role.accountant': 'হিসাবরক্ষক',
  'role.support': 'সাপোর্ট',
  'role.collector': 'কালেক্টর',
  'role.technician': 'টেকনিশিয়ান',
  'role.viewer': 'দর্শক',
}
