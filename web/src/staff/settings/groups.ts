import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'

const GROUPS: Readonly<Record<string, MessageDescriptor>> = {
  access: msg`Access to the network`,
  auth: msg`Log-in and sessions`,
  backups: msg`Backups`,
  billing: msg`Billing`,
  bulk: msg`Bulk changes`,
  clients: msg`Clients`,
  company: msg`Company`,
  documents: msg`Documents`,
  exports: msg`Exports`,
  imports: msg`Imports`,
  incidents: msg`Incidents`,
  ledger: msg`Ledger`,
  map: msg`Map`,
  messages: msg`Messages`,
  onus: msg`OLTs and ONUs`,
  packages: msg`Packages`,
  payments: msg`Payments`,
  radius: msg`RADIUS`,
  routers: msg`Routers`,
  sessions: msg`Live sessions`,
  traffic: msg`Traffic`,
  suspension: msg`Suspension`,
}

/** Settings whose first word is another noun of the same matter. */
const SAME: Readonly<Record<string, string>> = { discount: 'payments', client: 'clients', package: 'packages', payment: 'payments' }

/** `billing.vat_rounding` -> billing */
export function groupKey(key: string): string {
  const noun = key.split('.')[0] ?? ''
  return SAME[noun] ?? noun
}

export const groupText = (group: string): MessageDescriptor => GROUPS[group] ?? { id: group, message: group.replaceAll('_', ' ') }
