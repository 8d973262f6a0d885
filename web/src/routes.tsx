import { Notifications } from '@mantine/notifications'
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { i18n } from '@lingui/core'
import { queryClient } from './api/query-client.ts'
import { showIn } from './i18n/i18n.ts'
import { sessionQuery, setupQuery } from './lib/session.ts'
import type { Permission } from './lib/session.ts'
import { PageFailed, PageNotFound } from './ui/page-states.tsx'

/** Addresses hold plain text, so that they can be read, shared and typed: ?state=active&sort=-balance */
const anyText = (search: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(search).map(([key, value]) => [key, String(value)]))

/** What is said in the corner may lead to a page, so it stands inside the router. */
const Root = () => (
  <>
    <Notifications position="bottom-right" limit={4} autoClose={5000} />
    <Outlet />
  </>
)

const root = createRootRoute({ component: Root, errorComponent: PageFailed, notFoundComponent: PageNotFound, validateSearch: anyText })

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('./staff/setup/setup-page.tsx'), 'SetupPage'),
})

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  beforeLoad: async () => {
    if ((await queryClient.fetchQuery(setupQuery)).needed) throw redirect({ to: '/setup' })
  },
  component: lazyRouteComponent(() => import('./staff/auth/login-page.tsx'), 'LoginPage'),
})

const setPassword = createRoute({
  getParentRoute: () => root,
  path: '/set-password',
  component: lazyRouteComponent(() => import('./staff/auth/set-password-page.tsx'), 'SetPasswordPage'),
})

const choosePassword = createRoute({
  getParentRoute: () => root,
  path: '/choose-password',
  component: lazyRouteComponent(() => import('./staff/auth/choose-password-page.tsx'), 'ChoosePasswordPage'),
})

/** Everything behind the log-in. */
const staff = createRoute({
  getParentRoute: () => root,
  id: 'staff',
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(sessionQuery)
    if (me === null) {
      const { needed } = await queryClient.fetchQuery(setupQuery)
      throw needed ? redirect({ to: '/setup' }) : redirect({ to: '/login', search: location.pathname === '/' ? {} : { next: location.href } })
    }
    if (me.user.must_change_password) throw redirect({ to: '/choose-password' })
    if (me.user.locale !== i18n.locale) await showIn(me.user.locale)
  },
  component: lazyRouteComponent(() => import('./staff/shell/shell.tsx'), 'Shell'),
})

type Load = Parameters<typeof lazyRouteComponent>[0]

/** A page of the console: its address, its file, and the permission without which it says so instead of failing. */
const page = <const Path extends string>(path: Path, load: Load, name: string, permission?: Permission) =>
  createRoute({
    getParentRoute: () => staff,
    path,
    component: lazyRouteComponent(load, name),
    errorComponent: PageFailed,
    staticData: permission === undefined ? {} : { permission },
  })

const pages = [
  page('/', () => import('./staff/home/home-page.tsx'), 'HomePage'),
  page('/clients', () => import('./staff/clients/clients-page.tsx'), 'ClientsPage', 'client.view'),
  page('/clients/new', () => import('./staff/clients/register-page.tsx'), 'RegisterPage', 'client.create'),
  page('/signups', () => import('./staff/signups/signups-page.tsx'), 'SignupsPage', 'client.create'),
  page('/signups/places', () => import('./staff/signups/places-page.tsx'), 'PlacesPage', 'client.create'),
  page('/bulk', () => import('./staff/bulk/bulk-jobs-page.tsx'), 'BulkJobsPage', 'client.view'),
  page('/bulk/$id', () => import('./staff/bulk/bulk-page.tsx'), 'BulkPage', 'client.view'),
  page('/messages', () => import('./staff/messages/messages-page.tsx'), 'MessagesPage', 'client.view'),
  page('/messages/$id', () => import('./staff/messages/message-page.tsx'), 'MessagePage', 'client.view'),
  page('/clients/$id', () => import('./staff/clients/client-page.tsx'), 'ClientPage', 'client.view'),
  page('/clients/$id/statement', () => import('./staff/clients/statement-page.tsx'), 'StatementPage', 'invoice.view'),
  page('/sessions', () => import('./staff/sessions/sessions-page.tsx'), 'SessionsPage', 'router.view'),
  page('/sessions/traces', () => import('./staff/sessions/traces-page.tsx'), 'TracesPage', 'session.trace'),
  page('/sessions/traces/$id', () => import('./staff/sessions/trace-page.tsx'), 'TracePage', 'session.trace'),
  page('/imports', () => import('./staff/imports/imports-page.tsx'), 'ImportsPage', 'client.import'),
  page('/imports/$id', () => import('./staff/imports/import-page.tsx'), 'ImportPage', 'client.import'),
  page('/exports', () => import('./staff/exports/exports-page.tsx'), 'ExportsPage', 'client.export'),
  page('/packages', () => import('./staff/packages/packages-page.tsx'), 'PackagesPage', 'package.view'),
  page('/packages/prices', () => import('./staff/packages/prices-page.tsx'), 'PricesPage', 'package.edit'),
  page('/packages/vat-rates', () => import('./staff/packages/vat-rates-page.tsx'), 'VatRatesPage', 'package.view'),
  page('/packages/policies', () => import('./staff/packages/policies-page.tsx'), 'PoliciesPage', 'package.view'),
  page('/packages/$id', () => import('./staff/packages/package-page.tsx'), 'PackagePage', 'package.view'),
  page('/invoices', () => import('./staff/billing/invoices-page.tsx'), 'InvoicesPage', 'invoice.view'),
  page('/invoices/drafts', () => import('./staff/billing/drafts-page.tsx'), 'DraftsPage', 'invoice.view'),
  page('/invoices/drafts/new', () => import('./staff/billing/draft-page.tsx'), 'NewDraftPage', 'invoice.issue'),
  page('/invoices/drafts/$id', () => import('./staff/billing/draft-page.tsx'), 'DraftPage', 'invoice.issue'),
  page('/invoices/credit-notes', () => import('./staff/billing/credit-notes-page.tsx'), 'CreditNotesPage', 'invoice.view'),
  page('/invoices/credit-notes/$id', () => import('./staff/billing/credit-note-page.tsx'), 'CreditNotePage', 'invoice.view'),
  page('/invoices/$id', () => import('./staff/billing/invoice-page.tsx'), 'InvoicePage', 'invoice.view'),
  page('/billing', () => import('./staff/billing/months-page.tsx'), 'MonthsPage', 'invoice.view'),
  page('/billing/runs', () => import('./staff/billing/runs-page.tsx'), 'RunsPage', 'invoice.view'),
  page('/billing/unbilled', () => import('./staff/billing/unbilled-page.tsx'), 'UnbilledPage', 'invoice.view'),
  page('/billing/$id', () => import('./staff/billing/run-page.tsx'), 'RunPage', 'invoice.view'),
  page('/suspensions', () => import('./staff/suspensions/preview-page.tsx'), 'PreviewPage', 'invoice.view'),
  page('/suspensions/runs', () => import('./staff/suspensions/runs-page.tsx'), 'CutRunsPage', 'invoice.view'),
  page('/suspensions/promises', () => import('./staff/suspensions/promises-page.tsx'), 'PromisesPage', 'client.view'),
  page('/suspensions/exemptions', () => import('./staff/suspensions/exemptions-page.tsx'), 'ExemptionsPage', 'client.view'),
  page('/suspensions/$id', () => import('./staff/suspensions/run-page.tsx'), 'CutRunPage', 'invoice.view'),
  page('/payments', () => import('./staff/payments/payments-page.tsx'), 'PaymentsPage', 'payment.view'),
  page('/payments/unknown', () => import('./staff/payments/suspense-page.tsx'), 'SuspensePage', 'suspense.match'),
  page('/payments/refunds', () => import('./staff/payments/refunds-page.tsx'), 'RefundsPage', 'payment.view'),
  page('/payments/discounts', () => import('./staff/payments/discounts-page.tsx'), 'DiscountsPage', 'discount.give'),
  page('/payments/$id', () => import('./staff/payments/payment-page.tsx'), 'PaymentPage', 'payment.view'),
  page('/wallets', () => import('./staff/ledger/wallets-page.tsx'), 'WalletsPage', 'wallet.view_own'),
  page('/wallets/days', () => import('./staff/ledger/day-sheets-page.tsx'), 'DaySheetsPage', 'wallet.view_own'),
  page('/wallets/transfers', () => import('./staff/ledger/transfers-page.tsx'), 'TransfersPage', 'wallet.view_own'),
  page('/wallets/transfers/$id', () => import('./staff/ledger/transfer-page.tsx'), 'TransferPage', 'wallet.view_own'),
  page('/wallets/$id', () => import('./staff/ledger/wallet-page.tsx'), 'WalletPage', 'wallet.view_own'),
  page('/wallets/$id/day', () => import('./staff/ledger/day-sheet-page.tsx'), 'DaySheetPage', 'wallet.view_own'),
  page('/ledger', () => import('./staff/ledger/entries-page.tsx'), 'EntriesPage', 'ledger.view'),
  page('/ledger/post', () => import('./staff/ledger/post-entry-page.tsx'), 'PostEntryPage', 'ledger.post_manual'),
  page('/ledger/entries/$id', () => import('./staff/ledger/entry-page.tsx'), 'EntryPage', 'ledger.view'),
  page('/ledger/accounts', () => import('./staff/ledger/accounts-page.tsx'), 'AccountsPage', 'ledger.view'),
  page('/ledger/accounts/$id', () => import('./staff/ledger/account-page.tsx'), 'AccountPage', 'ledger.view'),
  page('/ledger/months', () => import('./staff/ledger/ledger-months-page.tsx'), 'LedgerMonthsPage', 'ledger.view'),
  page('/ledger/trial-balance', () => import('./staff/ledger/trial-balance-page.tsx'), 'TrialBalancePage', 'ledger.view'),
  page('/routers', () => import('./staff/routers/routers-page.tsx'), 'RoutersPage', 'router.view'),
  page('/routers/waiting', () => import('./staff/routers/waiting-page.tsx'), 'WaitingPage', 'router.view'),
  page('/routers/macs', () => import('./staff/routers/macs-page.tsx'), 'MacsPage', 'router.view'),
  page('/routers/$id/import', () => import('./staff/routers/import-page.tsx'), 'RouterImportPage', 'router.view'),
  page('/routers/$id', () => import('./staff/routers/router-page.tsx'), 'RouterPage', 'router.view'),
  page('/olts', () => import('./staff/olts/olts-page.tsx'), 'OltsPage', 'olt.view'),
  page('/olts/waiting', () => import('./staff/onus/waiting-page.tsx'), 'WaitingOnusPage', 'olt.view'),
  page('/olts/$id', () => import('./staff/olts/olt-page.tsx'), 'OltPage', 'olt.view'),
  page('/onus', () => import('./staff/onus/onus-page.tsx'), 'OnusPage', 'olt.view'),
  page('/onus/links', () => import('./staff/onus/links-page.tsx'), 'LinksPage', 'olt.view'),
  page('/onus/forecast', () => import('./staff/onus/forecast-page.tsx'), 'ForecastPage', 'olt.view'),
  page('/onus/boxes', () => import('./staff/onus/boxes-page.tsx'), 'BoxesPage', 'olt.view'),
  page('/onus/$id', () => import('./staff/onus/onu-page.tsx'), 'OnuPage', 'olt.view'),
  page('/incidents', () => import('./staff/incidents/incidents-page.tsx'), 'IncidentsPage', 'incident.view'),
  page('/incidents/$id', () => import('./staff/incidents/incident-page.tsx'), 'IncidentPage', 'incident.view'),
  page('/map', () => import('./staff/map/map-page.tsx'), 'MapPage', 'client.view'),
  page('/doctor', () => import('./staff/doctor/doctor-page.tsx'), 'DoctorPage', 'job.view'),
  page('/audit', () => import('./staff/audit/audit-page.tsx'), 'AuditPage', 'audit.view'),
  page('/users', () => import('./staff/users/users-page.tsx'), 'UsersPage', 'user.view'),
  page('/users/roles', () => import('./staff/roles/roles-page.tsx'), 'RolesPage', 'user.view'),
  page('/users/$id', () => import('./staff/users/user-page.tsx'), 'UserPage', 'user.view'),
  page('/settings', () => import('./staff/settings/settings-page.tsx'), 'SettingsPage', 'settings.view'),
  page('/settings/company', () => import('./staff/settings/company-page.tsx'), 'CompanyPage', 'settings.view'),
  page('/settings/branches', () => import('./staff/branches/branches-page.tsx'), 'BranchesPage', 'settings.view'),
  page('/settings/areas', () => import('./staff/branches/areas-page.tsx'), 'AreasPage', 'settings.view'),
  page('/settings/resellers', () => import('./staff/branches/resellers-page.tsx'), 'ResellersPage', 'reseller.view'),
  page('/settings/fields', () => import('./staff/settings/fields-page.tsx'), 'FieldsPage', 'settings.view'),
  page('/settings/tags', () => import('./staff/settings/tags-page.tsx'), 'TagsPage', 'settings.view'),
  page('/settings/holidays', () => import('./staff/settings/holidays-page.tsx'), 'HolidaysPage', 'settings.view'),
  page('/settings/districts', () => import('./staff/settings/districts-page.tsx'), 'DistrictsPage', 'settings.view'),
  page('/parts', () => import('./staff/parts/parts-page.tsx'), 'PartsPage', 'role.edit'),
  page('/profile', () => import('./staff/profile/profile-page.tsx'), 'ProfilePage'),
] as const

export const router = createRouter({
  routeTree: root.addChildren([setup, login, setPassword, choosePassword, staff.addChildren(pages)]),
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(Object.entries(search).filter(([, value]) => value !== undefined && value !== '') as [string, string][]).toString()
    return text === '' ? '' : `?${text}`
  },
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    permission?: Permission
  }
}
