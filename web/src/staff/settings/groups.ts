import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'

const GROUPS: Readonly<Record<string, MessageDescriptor>> = {
  access: msg`Access to the network`,
  auth: msg`Log-in and sessions`,
  backups: msg`Backups`,
  billing: msg`Billing`,
  clients: msg`Clients`,
  client: msg`Clients`,
  company: msg`Company`,
  exports: msg`Exports`,
  imports: msg`Imports`,
  ledger: msg`Ledger`,
  packages: msg`Packages`,
  package: msg`Packages`,
  payments: msg`Payments`,
  payment: msg`Payments`,
}

export const groupText = (group: string): MessageDescriptor => GROUPS[group] ?? { id: group, message: group.replaceAll('_', ' ') }
