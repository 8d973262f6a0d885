/** The permission catalogue (data-model.md 10): `noun.verb`. Roles are sets of these; a denial of a user wins. */
export const PERMISSIONS = [
  'client.view', 'client.create', 'client.edit', 'client.import', 'client.export', 'client.delete', 'client.reveal_secret',
  'subscription.change_package', 'subscription.suspend', 'subscription.restore', 'subscription.pause', 'subscription.mark_left',
  'package.view', 'package.edit',
  'invoice.view', 'invoice.issue', 'invoice.run', 'invoice.approve_run', 'invoice.void',
  'credit_note.issue', 'writeoff.approve', 'discount.give', 'discount.approve',
  'payment.view', 'payment.take', 'payment.reverse', 'payment.refund',
  'suspense.match', 'suspense.approve',
  'wallet.view_own', 'wallet.view', 'wallet.transfer', 'wallet.accept', 'wallet.edit',
  'ledger.view', 'ledger.post_manual', 'ledger.close_month', 'ledger.reopen_month',
  'expense.edit', 'expense.approve',
  'router.view', 'router.edit', 'router.control', 'access.release_breaker',
  'olt.view', 'olt.act', 'olt.console', 'onu.authorise', 'onu.delete',
  'ticket.view', 'ticket.answer', 'ticket.assign', 'message.send', 'message.send_bulk',
  'report.view', 'report.financial', 'hr.view', 'hr.edit', 'hr.pay',
  'reseller.view', 'reseller.edit', 'reseller.topup',
  'branch.edit', 'user.view', 'user.edit', 'role.edit', 'settings.view', 'settings.edit',
  'audit.view', 'job.view', 'job.run', 'backup.run', 'metrics.view',
] as const

export type Permission = (typeof PERMISSIONS)[number]

export const ALL_PERMISSIONS: ReadonlySet<Permission> = new Set(PERMISSIONS)
