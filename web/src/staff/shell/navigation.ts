import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import {
  IconBook2,
  IconBox,
  IconCalendarDollar,
  IconCoins,
  IconFileDownload,
  IconFileInvoice,
  IconHome,
  IconSettings,
  IconShieldCheck,
  IconStethoscope,
  IconTableImport,
  IconUserCog,
  IconUsers,
  IconWallet,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import type { Permission } from '../../lib/session.ts'

export interface Place {
  readonly to: string
  readonly label: MessageDescriptor
  readonly icon: Icon
  /** Any of these lets a person in; none = everybody. */
  readonly permissions?: readonly Permission[]
}

export interface PlaceGroup {
  readonly label: MessageDescriptor | null
  readonly places: readonly Place[]
}

/** Where one can go; the side bar and the search box show what the person's role allows. */
export const NAVIGATION: readonly PlaceGroup[] = [
  {
    label: null,
    places: [
      { to: '/', label: msg`Home`, icon: IconHome },
      { to: '/clients', label: msg`Clients`, icon: IconUsers, permissions: ['client.view'] },
    ],
  },
  {
    label: msg`Billing`,
    places: [
      { to: '/invoices', label: msg`Invoices`, icon: IconFileInvoice, permissions: ['invoice.view'] },
      { to: '/billing', label: msg`Billing month`, icon: IconCalendarDollar, permissions: ['invoice.run', 'invoice.approve_run'] },
      { to: '/packages', label: msg`Packages`, icon: IconBox, permissions: ['package.view'] },
    ],
  },
  {
    label: msg`Money`,
    places: [
      { to: '/payments', label: msg`Payments`, icon: IconCoins, permissions: ['payment.view'] },
      { to: '/wallets', label: msg`Wallets`, icon: IconWallet, permissions: ['wallet.view_own'] },
      { to: '/ledger', label: msg`Ledger`, icon: IconBook2, permissions: ['ledger.view'] },
      { to: '/doctor', label: msg`Self-check`, icon: IconStethoscope, permissions: ['job.view'] },
    ],
  },
  {
    label: msg`Company`,
    places: [
      { to: '/imports', label: msg`Imports`, icon: IconTableImport, permissions: ['client.import'] },
      { to: '/exports', label: msg`Exports`, icon: IconFileDownload, permissions: ['client.export'] },
      { to: '/users', label: msg`Staff`, icon: IconUserCog, permissions: ['user.view'] },
      { to: '/settings', label: msg`Settings`, icon: IconSettings, permissions: ['settings.view'] },
      { to: '/audit', label: msg`Audit`, icon: IconShieldCheck, permissions: ['audit.view'] },
    ],
  },
]

export function placesFor(permissions: readonly Permission[]): readonly PlaceGroup[] {
  const isOpen = (place: Place) => place.permissions === undefined || place.permissions.some((each) => permissions.includes(each))
  return NAVIGATION.map((group) => ({ ...group, places: group.places.filter(isOpen) })).filter(({ places }) => places.length > 0)
}
