import { useLingui } from '@lingui/react/macro'

export const CREDIT_NOTE_KINDS = ['correction', 'discount', 'waiver', 'outage', 'package_change', 'pause', 'left'] as const

/** Why a credit note was issued. */
export function useCreditNoteKindText(): (kind: string) => string {
  const { t } = useLingui()
  const texts: Record<string, string> = {
    correction: t`Correction`,
    discount: t`Discount`,
    waiver: t`Waiver`,
    outage: t`Outage`,
    package_change: t`Package change`,
    pause: t`Pause`,
    left: t`Left`,
  }
  return (kind) => texts[kind] ?? kind
}
