import { useLingui } from '@lingui/react/macro'
import {
  IconArrowBackUp,
  IconArrowsExchange,
  IconDiscount2,
  IconDoorExit,
  IconKey,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlugConnected,
  IconPower,
  IconRefresh,
} from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import type { Client, Line } from '../clients/client.ts'
import { ActivateLine } from './activate-line.tsx'
import { ChangePackage } from './change-package.tsx'
import { ChangeTerms } from './change-terms.tsx'
import { EditLine } from './edit-line.tsx'
import { EndLine } from './end-line.tsx'
import { PauseLine } from './pause-line.tsx'
import { ChangePassword } from './pppoe-password.tsx'
import { RenewLine } from './renew-line.tsx'
import { ReopenLine } from './reopen-line.tsx'
import { RestoreLine } from './restore-line.tsx'
import { ResumeLine } from './resume-line.tsx'
import { SuspendLine } from './suspend-line.tsx'

/** What is done to a line in a dialog; the names are the server's. */
export type LineAction = Exclude<keyof Line['allowed'], 'reveal_password'>

/** In the order of the menu. */
const LINE_ACTIONS: readonly LineAction[] = [
  'activate',
  'change_package',
  'change_terms',
  'renew',
  'pause',
  'resume',
  'suspend',
  'restore',
  'edit',
  'set_password',
  'mark_left',
  'reopen',
]

/** Of two that undo one another only what can be done is offered; of two that cannot, the first with its reason. */
const OPPOSITES: readonly (readonly [LineAction, LineAction])[] = [
  ['pause', 'resume'],
  ['suspend', 'restore'],
  ['mark_left', 'reopen'],
]

/** The menu of a line as it stands. */
export function menuActions({ state, allowed }: Line): readonly LineAction[] {
  const left = OPPOSITES.flatMap(([one, other]) => (allowed[other].ok ? (allowed[one].ok ? [] : [one]) : [other]))
  return LINE_ACTIONS.filter((action) => !left.includes(action) && (action !== 'activate' || state === 'pending'))
}

/** Which of them are buttons of a line as it stands; the rest is in the menu. */
export function mainActions({ state, billing_mode, allowed }: Line): readonly LineAction[] {
  const wanted: readonly LineAction[] =
    state === 'pending'
      ? ['activate', 'change_package']
      : state === 'left'
        ? ['reopen']
        : [
            ...(billing_mode === 'prepaid' ? (['renew'] as const) : []),
            ...(allowed.restore.ok ? (['restore'] as const) : []),
            'change_package',
            allowed.resume.ok ? 'resume' : 'pause',
          ]
  return wanted.filter((action) => allowed[action].ok)
}

export function useLineActionTexts(): Record<LineAction, string> {
  const { t } = useLingui()
  return {
    activate: t`Activate`,
    change_package: t`Change the package`,
    change_terms: t`Own price or discount`,
    renew: t`Renew`,
    pause: t`Pause`,
    resume: t`End the pause`,
    suspend: t`Suspend`,
    restore: t`Lift the suspension`,
    edit: t`Technical facts`,
    set_password: t`Change the PPPoE password`,
    mark_left: t`Mark as left`,
    reopen: t`Reopen`,
  }
}

export const LINE_ACTION_ICONS: Readonly<Record<LineAction, Icon>> = {
  activate: IconPower,
  change_package: IconArrowsExchange,
  change_terms: IconDiscount2,
  renew: IconRefresh,
  pause: IconPlayerPause,
  resume: IconPlayerPlay,
  suspend: IconPower,
  restore: IconPlugConnected,
  edit: IconPencil,
  set_password: IconKey,
  mark_left: IconDoorExit,
  reopen: IconArrowBackUp,
}

/** The dialog of an action. */
export function LineDialog({ action, client, line, onClose }: { action: LineAction; client: Client; line: Line; onClose: () => void }) {
  switch (action) {
    case 'activate':
      return <ActivateLine line={line} onClose={onClose} />
    case 'change_package':
      return <ChangePackage line={line} onClose={onClose} />
    case 'change_terms':
      return <ChangeTerms line={line} onClose={onClose} />
    case 'renew':
      return <RenewLine client={client} line={line} onClose={onClose} />
    case 'pause':
      return <PauseLine line={line} onClose={onClose} />
    case 'resume':
      return <ResumeLine line={line} onClose={onClose} />
    case 'suspend':
      return <SuspendLine line={line} onClose={onClose} />
    case 'restore':
      return <RestoreLine client={client} line={line} onClose={onClose} />
    case 'edit':
      return <EditLine line={line} onClose={onClose} />
    case 'set_password':
      return <ChangePassword line={line} onClose={onClose} />
    case 'mark_left':
      return <EndLine line={line} onClose={onClose} />
    case 'reopen':
      return <ReopenLine line={line} onClose={onClose} />
  }
}
