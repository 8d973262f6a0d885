import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import {
  IconAlertTriangle,
  IconBook2,
  IconBox,
  IconCalendarDollar,
  IconCoins,
  IconFileDownload,
  IconFileInvoice,
  IconHome,
  IconMap2,
  IconPlugConnectedX,
  IconRouter,
  IconSettings,
  IconShieldCheck,
  IconStethoscope,
  IconTableImport,
  IconTopologyStar3,
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
  /** After `g` it leads there. */
  readonly letter: string
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
      { to: '/', label: msg`Home`, icon: IconHome, letter: 'h' },
      {
        to: '/clients',
        label: msg`Clients`,
        icon: IconUsers,
        letter: 'c',
        permissions: ['client.view'],
        inside: [
          { to: '/clients', label: msg`Clients`, permissions: ['client.view'] },
          { to: '/signups', label: msg`Sign-ups`, permissions: ['client.create'] },
          { to: '/signups/places', label: msg`Where we connect`, permissions: ['client.create'] },
          { to: '/bulk', label: msg`Bulk changes`, permissions: ['client.view'] },
          { to: '/messages', label: msg`Messages`, permissions: ['client.view'] },
        ],
      },
    ],
  },
  {
    label: msg`Billing`,
    places: [
      {
        to: '/invoices',
        label: msg`Invoices`,
        icon: IconFileInvoice,
        letter: 'i',
        permissions: ['invoice.view'],
        inside: [
          { to: '/invoices', label: msg`Invoices`, permissions: ['invoice.view'] },
          { to: '/invoices/drafts', label: msg`Drafts`, permissions: ['invoice.view'] },
          { to: '/invoices/credit-notes', label: msg`Credit notes`, permissions: ['invoice.view'] },
        ],
      },
      {
        to: '/billing',
        label: msg`Billing month`,
        icon: IconCalendarDollar,
        letter: 'b',
        permissions: ['invoice.run', 'invoice.approve_run', 'report.financial'],
        inside: [
          { to: '/billing', label: msg`Month`, permissions: ['invoice.view'] },
          { to: '/billing/runs', label: msg`Runs`, permissions: ['invoice.view'] },
          { to: '/billing/unbilled', label: msg`Not billed yet`, permissions: ['invoice.view'] },
        ],
      },
      {
        to: '/suspensions',
        label: msg`Suspension`,
        icon: IconPlugConnectedX,
        letter: 'x',
        permissions: ['subscription.suspend', 'access.release_breaker'],
        inside: [
          { to: '/suspensions', label: msg`Who owes`, permissions: ['invoice.view'] },
          { to: '/suspensions/runs', label: msg`Runs`, permissions: ['invoice.view'] },
          { to: '/suspensions/promises', label: msg`Promises to pay`, permissions: ['client.view'] },
          { to: '/suspensions/exemptions', label: msg`Exemptions`, permissions: ['client.view'] },
        ],
      },
      {
        to: '/packages',
        label: msg`Packages`,
        icon: IconBox,
        letter: 'k',
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
      {
        to: '/payments',
        label: msg`Payments`,
        icon: IconCoins,
        letter: 'p',
        permissions: ['payment.view'],
        inside: [
          { to: '/payments', label: msg`Payments`, permissions: ['payment.view'] },
          { to: '/payments/refunds', label: msg`Refunds`, permissions: ['payment.view'] },
          { to: '/payments/unknown', label: msg`Unknown money`, permissions: ['suspense.match'] },
          { to: '/payments/discounts', label: msg`Discount requests`, permissions: ['discount.give'] },
        ],
      },
      {
        to: '/wallets',
        label: msg`Wallets`,
        icon: IconWallet,
        letter: 'w',
        permissions: ['wallet.view_own'],
        inside: [
          { to: '/wallets', label: msg`Wallets`, permissions: ['wallet.view_own'] },
          { to: '/wallets/days', label: msg`Day sheets`, permissions: ['wallet.view_own'] },
          { to: '/wallets/transfers', label: msg`Transfers`, permissions: ['wallet.view_own'] },
        ],
      },
      {
        to: '/ledger',
        label: msg`Ledger`,
        icon: IconBook2,
        letter: 'l',
        permissions: ['ledger.view'],
        inside: [
          { to: '/ledger', label: msg`Journal`, permissions: ['ledger.view'] },
          { to: '/ledger/trial-balance', label: msg`Trial balance`, permissions: ['ledger.view'] },
          { to: '/ledger/accounts', label: msg`Chart of accounts`, permissions: ['ledger.view'] },
          { to: '/ledger/months', label: msg`Accounting months`, permissions: ['ledger.view'] },
          { to: '/ledger/post', label: msg`Post an entry`, permissions: ['ledger.post_manual'] },
        ],
      },
      { to: '/doctor', label: msg`Self-check`, icon: IconStethoscope, letter: 'd', permissions: ['job.view'] },
    ],
  },
  {
    label: msg`Network`,
    places: [
      {
        to: '/routers',
        label: msg`Routers`,
        icon: IconRouter,
        letter: 'o',
        permissions: ['router.view'],
        inside: [
          { to: '/routers', label: msg`Routers`, permissions: ['router.view'] },
          { to: '/sessions', label: msg`Live sessions`, permissions: ['router.view'] },
          { to: '/routers/waiting', label: msg`Not in sync`, permissions: ['router.view'] },
          { to: '/routers/macs', label: msg`MAC addresses`, permissions: ['router.view'] },
          { to: '/sessions/traces', label: msg`Who had an address`, permissions: ['session.trace'] },
        ],
      },
      {
        to: '/olts',
        label: msg`OLTs and ONUs`,
        icon: IconTopologyStar3,
        letter: 'f',
        permissions: ['olt.view'],
        inside: [
          { to: '/olts', label: msg`OLTs`, permissions: ['olt.view'] },
          { to: '/onus', label: msg`ONUs`, permissions: ['olt.view'] },
          { to: '/olts/waiting', label: msg`ONUs that wait`, permissions: ['olt.view'] },
          { to: '/onus/links', label: msg`Whose ONU is it?`, permissions: ['olt.view'] },
          { to: '/onus/forecast', label: msg`Light that fades`, permissions: ['olt.view'] },
          { to: '/onus/boxes', label: msg`Boxes`, permissions: ['olt.view'] },
        ],
      },
      { to: '/incidents', label: msg`Incidents`, icon: IconAlertTriangle, letter: 'n', permissions: ['incident.view'] },
      { to: '/map', label: msg`Map`, icon: IconMap2, letter: 'v', permissions: ['client.view'] },
    ],
  },
  {
    label: msg`Company`,
    places: [
      { to: '/imports', label: msg`Imports`, icon: IconTableImport, letter: 'm', permissions: ['client.import'] },
      { to: '/exports', label: msg`Exports`, icon: IconFileDownload, letter: 'e', permissions: ['client.export'] },
      {
        to: '/users',
        label: msg`Staff`,
        icon: IconUserCog,
        letter: 'u',
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
        letter: 's',
        permissions: ['settings.view', 'reseller.view'],
        inside: [
          { to: '/settings', label: msg`Settings`, permissions: ['settings.view'] },
          { to: '/settings/company', label: msg`Company`, permissions: ['settings.view'] },
          { to: '/settings/branches', label: msg`Branches`, permissions: ['settings.view'] },
          { to: '/settings/areas', label: msg`Areas`, permissions: ['settings.view'] },
          { to: '/settings/resellers', label: msg`Resellers`, permissions: ['reseller.view'] },
          { to: '/settings/fields', label: msg`Own fields`, permissions: ['settings.view'] },
          { to: '/settings/tags', label: msg`Tags`, permissions: ['settings.view'] },
          { to: '/settings/holidays', label: msg`Holidays`, permissions: ['settings.view'] },
          { to: '/settings/districts', label: msg`Districts`, permissions: ['settings.view'] },
        ],
      },
      { to: '/audit', label: msg`Audit`, icon: IconShieldCheck, letter: 'a', permissions: ['audit.view'] },
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
