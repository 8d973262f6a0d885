import { PERMISSIONS } from '../../kernel/permissions.ts'
import type { Permission } from '../../kernel/permissions.ts'

/** The roles every installation has. What a company changes about them is kept beside, in roles.granted and roles.denied. */
export interface BuiltinRole {
  readonly key: string
  readonly name: string
  readonly permissions: readonly Permission[]
}

const without = (...left: readonly Permission[]): Permission[] => PERMISSIONS.filter((permission) => !left.includes(permission))

const LOOK: readonly Permission[] = [
  'client.view',
  'package.view',
  'invoice.view',
  'payment.view',
  'router.view',
  'olt.view',
  'incident.view',
  'ticket.view',
  'report.view',
]

export const BUILTIN_ROLES: readonly BuiltinRole[] = [
  { key: 'admin', name: 'Administrator', permissions: PERMISSIONS },
  {
    key: 'manager',
    name: 'Manager',
    // Everything of the business; the keys of the house (staff, roles, settings, backups, reopened books) stay with the administrator.
    permissions: without('user.edit', 'role.edit', 'settings.edit', 'backup.run', 'ledger.reopen_month', 'olt.console', 'metrics.view', 'client.reveal_secret'),
  },
  {
    key: 'branch_manager',
    name: 'Branch manager',
    permissions: [
      ...LOOK,
      'client.create',
      'client.edit',
      'client.export',
      'client.reveal_secret',
      'subscription.change_package',
      'subscription.suspend',
      'subscription.restore',
      'subscription.pause',
      'subscription.mark_left',
      'invoice.issue',
      'credit_note.issue',
      'discount.give',
      'payment.take',
      'suspense.match',
      'wallet.view_own',
      'wallet.view',
      'wallet.transfer',
      'wallet.accept',
      'expense.edit',
      'router.control',
      'olt.act',
      'onu.edit',
      'onu.authorise',
      'incident.edit',
      'ticket.answer',
      'ticket.assign',
      'message.send',
      'message.send_bulk',
      'report.financial',
      'hr.view',
      'reseller.view',
      'user.view',
      'user.edit',
      'settings.view',
      'audit.view',
    ],
  },
  {
    key: 'accountant',
    name: 'Accountant',
    permissions: [
      'client.view',
      'client.export',
      'package.view',
      'invoice.view',
      'invoice.issue',
      'invoice.run',
      'invoice.void',
      'credit_note.issue',
      'discount.give',
      'payment.view',
      'payment.take',
      'payment.reverse',
      'payment.refund',
      'suspense.match',
      'wallet.view_own',
      'wallet.view',
      'wallet.transfer',
      'wallet.accept',
      'wallet.edit',
      'ledger.view',
      'ledger.post_manual',
      'ledger.close_month',
      'expense.edit',
      'report.view',
      'report.financial',
      'hr.view',
      'hr.pay',
      'reseller.view',
      'reseller.topup',
      'message.send',
      'settings.view',
      'audit.view',
      'job.view',
    ],
  },
  {
    key: 'support',
    name: 'Support',
    permissions: [
      ...LOOK,
      'client.create',
      'client.edit',
      'client.reveal_secret',
      'subscription.change_package',
      'subscription.suspend',
      'subscription.restore',
      'subscription.pause',
      'router.control',
      'olt.act',
      'onu.edit',
      'onu.authorise',
      'incident.edit',
      'ticket.answer',
      'ticket.assign',
      'message.send',
    ],
  },
  {
    key: 'collector',
    name: 'Collector',
    permissions: ['client.view', 'package.view', 'invoice.view', 'payment.view', 'payment.take', 'wallet.view_own', 'wallet.transfer', 'ticket.view'],
  },
  {
    key: 'technician',
    name: 'Technician',
    permissions: [
      'client.view',
      'client.reveal_secret',
      'package.view',
      'router.view',
      'router.control',
      'olt.view',
      'olt.act',
      'onu.edit',
      'onu.authorise',
      'incident.view',
      'ticket.view',
      'ticket.answer',
    ],
  },
  { key: 'viewer', name: 'Viewer', permissions: LOOK },
]

/** The sets that make up what a person may do. */
export interface PermissionParts {
  readonly permissions: readonly string[]
  readonly granted: readonly string[]
  readonly denied: readonly string[]
  readonly userGrants?: readonly string[]
  readonly userDenials?: readonly string[]
}

/** Role + grants - denials; a denial wins wherever it stands. Permissions this version does not know drop out. */
export function effectivePermissions({ permissions, granted, denied, userGrants = [], userDenials = [] }: PermissionParts): Set<Permission> {
  const role = new Set([...permissions, ...granted].filter((permission) => !denied.includes(permission)))
  const all = new Set([...role, ...userGrants].filter((permission) => !userDenials.includes(permission)))
  return new Set(PERMISSIONS.filter((permission) => all.has(permission)))
}
