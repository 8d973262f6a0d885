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
  /** Pages that lie inside it, its own first; shown as tabs and found by the search box. */
  readonly inside?: readonly InnerPlace[]
}

export type InnerPlace = Pick<Place, 'to' | 'label' | 'permissions'>

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
      {
        to: '/packages',
        label: msg`Packages`,
        icon: IconBox,
        permissions: ['package.view'],
        inside: [
          { to: '/packages', label: msg`Packages`, permissions: ['package.view'] },
          { to: '/packages/prices', label: msg`Change prices`, permissions: ['package.edit'] },
          { to: '/packages/vat-rates', label: msg`VAT rates`, permissions: ['package.view'] },
          { to: '/packages/policies', label: msg`Billing policies`, permissions: ['package.view'] },
        ],
      },
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
      {
        to: '/users',
        label: msg`Staff`,
        icon: IconUserCog,
        permissions: ['user.view'],
        inside: [
          { to: '/users', label: msg`Accounts`, permissions: ['user.view'] },
          { to: '/users/roles', label: msg`Roles and permissions`, permissions: ['user.view'] },
        ],
      },
      {
        to: '/settings',
        label: msg`Settings`,
        icon: IconSettings,
        permissions: ['settings.view', 'reseller.view'],
        inside: [
          { to: '/settings', label: msg`Settings`, permissions: ['settings.view'] },
          { to: '/settings/company', label: msg`Company`, permissions: ['settings.view'] },
          { to: '/settings/branches', label: msg`Branches`, permissions: ['settings.view'] },
          { to: '/settings/areas', label: msg`Areas`, permissions: ['settings.view'] },
          { to: '/settings/resellers', label: msg`Resellers`, permissions: ['reseller.view'] },
          { to: '/settings/fields', label: msg`Own fields`, permissions: ['settings.view'] },
          { to: '/settings/tags', label: msg`Tags`, permissions: ['settings.view'] },
          { to: '/settings/districts', label: msg`Districts`, permissions: ['settings.view'] },
        ],
      },
      { to: '/audit', label: msg`Audit`, icon: IconShieldCheck, permissions: ['audit.view'] },
    ],
  },
]

/** A place as one person has it; `section` stays its address, `to` leads to the first page inside that he may open. */
export interface OpenPlace extends Place {
  readonly section: string
}

export function placesFor(permissions: readonly Permission[]): readonly (Omit<PlaceGroup, 'places'> & { readonly places: readonly OpenPlace[] })[] {
  const isOpen = (place: InnerPlace) => place.permissions === undefined || place.permissions.some((each) => permissions.includes(each))
  const opened = (place: Place): OpenPlace => {
    if (place.inside === undefined) return { ...place, section: place.to }
    const inside = place.inside.filter(isOpen)
    return { ...place, section: place.to, to: inside[0]?.to ?? place.to, inside }
  }
  return NAVIGATION.map((group) => ({ ...group, places: group.places.filter(isOpen).map(opened) })).filter(({ places }) => places.length > 0)
}
