import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { api } from '../../api/client.ts'
import type { Permission } from '../../lib/session.ts'

const GROUPS = {
  clients: msg`Clients`,
  lines: msg`Lines`,
  packages: msg`Packages`,
  invoices: msg`Invoices`,
  discounts: msg`Discounts`,
  payments: msg`Payments`,
  wallets: msg`Wallets`,
  ledger: msg`Ledger`,
  expenses: msg`Expenses`,
  network: msg`Network`,
  tickets: msg`Tickets`,
  messages: msg`Messages`,
  reports: msg`Reports`,
  employees: msg`Employees`,
  resellers: msg`Resellers`,
  staff: msg`Staff`,
  company: msg`Company`,
} as const satisfies Record<string, MessageDescriptor>

type Noun<P> = P extends `${infer N}.${string}` ? N : never

const GROUP_OF: Readonly<Record<Noun<Permission>, keyof typeof GROUPS>> = {
  client: 'clients',
  subscription: 'lines',
  package: 'packages',
  invoice: 'invoices',
  credit_note: 'invoices',
  writeoff: 'invoices',
  discount: 'discounts',
  payment: 'payments',
  suspense: 'payments',
  wallet: 'wallets',
  ledger: 'ledger',
  expense: 'expenses',
  router: 'network',
  access: 'network',
  session: 'network',
  olt: 'network',
  onu: 'network',
  incident: 'network',
  ticket: 'tickets',
  message: 'messages',
  report: 'reports',
  hr: 'employees',
  reseller: 'resellers',
  branch: 'company',
  user: 'staff',
  role: 'staff',
  settings: 'company',
  audit: 'company',
  job: 'company',
  backup: 'company',
  metrics: 'company',
}

export interface PermissionGroup {
  readonly key: string
  readonly label: MessageDescriptor
  readonly permissions: readonly NamedPermission[]
}

export interface NamedPermission {
  readonly key: Permission
  /** What it lets a person do, in the person's language. */
  readonly name: string
}

/** The permissions by what they are about; none until the server has named them. */
export function usePermissionGroups(): readonly PermissionGroup[] {
  const permissions = api.useQuery('get', '/api/v1/permissions').data?.items ?? []
  return Object.entries(GROUPS).map(([key, label]) => ({
    key,
    label,
    permissions: permissions.filter((permission) => GROUP_OF[permission.key.split('.')[0] as Noun<Permission>] === key),
  }))
}
