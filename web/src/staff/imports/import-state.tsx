import { useLingui } from '@lingui/react/macro'
import type { RowOf } from '../../api/use-list.ts'
import { Status } from '../../ui/values.tsx'

export type Import = RowOf<'/api/v1/imports'>

const TONES = {
  uploaded: 'violet',
  previewing: 'blue',
  previewed: 'amber',
  queued: 'blue',
  running: 'blue',
  done: 'green',
  failed: 'red',
  cancelled: 'grey',
} as const

export function ImportState({ state }: { state: Import['state'] }) {
  const { t } = useLingui()
  const text = {
    uploaded: t`Say what the columns are`,
    previewing: t`Being checked`,
    previewed: t`Checked, not imported`,
    queued: t`Waits its turn`,
    running: t`Running`,
    done: t`Done`,
    failed: t`Failed`,
    cancelled: t`Stopped`,
  }[state]
  return <Status tone={TONES[state]} label={text} isHollow={state === 'cancelled' || state === 'queued'} />
}

export const isMoving = (state: Import['state']): boolean => state === 'previewing' || state === 'queued' || state === 'running'

export function useImportKindText(): (kind: Import['kind']) => string {
  const { t } = useLingui()
  return (kind) => ({ clients: t`Clients`, packages: t`Packages`, payments: t`Payments`, places: t`Places` })[kind]
}
