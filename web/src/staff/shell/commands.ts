import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import {
  IconCash,
  IconDeviceDesktop,
  IconFileImport,
  IconKeyboard,
  IconKey,
  IconLanguage,
  IconLogout,
  IconMoonStars,
  IconPlayerPlay,
  IconPrinter,
  IconStethoscope,
  IconUserCircle,
  IconUserPlus,
  IconWallet,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import type { Permission } from '../../lib/session.ts'

/** What the shell itself can do, from wherever one is. */
export type ShellAction = 'take_payment' | 'help' | 'theme' | 'language' | 'log_out' | 'print'

export interface Command {
  readonly key: string
  readonly label: MessageDescriptor
  /** Other words people look for it by. */
  readonly words: MessageDescriptor
  readonly icon: Icon
  readonly permission?: Permission
  readonly does: { readonly to: string } | { readonly action: ShellAction } | { readonly own: 'drawer' }
  /** Its shortcut, shown beside it. */
  readonly keys?: string
}

/** Things to do, those done most often first. Words help whoever calls a thing by another name. */
export const COMMANDS: readonly Command[] = [
  {
    key: 'take',
    label: msg`Take a payment`,
    words: msg`record payment, receive money, cash, collect, bill paid, receipt`,
    icon: IconCash,
    permission: 'payment.take',
    does: { action: 'take_payment' },
    keys: 'P',
  },
  {
    key: 'register',
    label: msg`Register a client`,
    words: msg`new client, add customer, subscriber, connection`,
    icon: IconUserPlus,
    permission: 'client.create',
    does: { to: '/clients/new' },
  },
  {
    key: 'drawer',
    label: msg`Open my drawer`,
    words: msg`cash, wallet, day sheet, hand over`,
    icon: IconWallet,
    permission: 'wallet.view_own',
    does: { own: 'drawer' },
  },
  {
    key: 'bill',
    label: msg`Bill the month`,
    words: msg`run month, invoices, preview, billing run`,
    icon: IconPlayerPlay,
    permission: 'invoice.run',
    does: { to: '/billing' },
  },
  {
    key: 'import',
    label: msg`Import clients from a file`,
    words: msg`upload, Excel, CSV, migrate`,
    icon: IconFileImport,
    permission: 'client.import',
    does: { to: '/imports?new=clients' },
  },
  {
    key: 'check',
    label: msg`Check the books`,
    words: msg`doctor, self-check, invariants, audit`,
    icon: IconStethoscope,
    permission: 'job.view',
    does: { to: '/doctor' },
  },
  { key: 'profile', label: msg`My profile`, words: msg`photo, sessions, tokens, account`, icon: IconUserCircle, does: { to: '/profile' } },
  { key: 'password', label: msg`Change my password`, words: msg`security, secret`, icon: IconKey, does: { to: '/choose-password' } },
  { key: 'theme', label: msg`Switch between light and dark`, words: msg`theme, look, night`, icon: IconMoonStars, does: { action: 'theme' } },
  { key: 'language', label: msg`Switch the language`, words: msg`English, Bangla`, icon: IconLanguage, does: { action: 'language' } },
  { key: 'print', label: msg`Print this page`, words: msg`paper, PDF`, icon: IconPrinter, does: { action: 'print' } },
  { key: 'help', label: msg`Keyboard shortcuts`, words: msg`help, keys`, icon: IconKeyboard, does: { action: 'help' }, keys: '?' },
  {
    key: 'parts',
    label: msg`Parts of the pages`,
    words: msg`components, design, states`,
    icon: IconDeviceDesktop,
    permission: 'role.edit',
    does: { to: '/parts' },
  },
  { key: 'log-out', label: msg`Log out`, words: msg`leave, sign out, exit`, icon: IconLogout, does: { action: 'log_out' } },
]

export const commandsFor = (permissions: readonly Permission[]): readonly Command[] =>
  COMMANDS.filter(({ permission }) => permission === undefined || permissions.includes(permission))
