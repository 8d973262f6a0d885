import { useLingui } from '@lingui/react/macro'

export const STAFF_METHODS = ['cash', 'bkash', 'nagad', 'bank', 'card', 'online'] as const
export type StaffMethod = (typeof STAFF_METHODS)[number]

export function useMethodText(): (method: string) => string {
  const { t } = useLingui()
  const texts: Record<string, string> = {
    cash: t`Cash`,
    bank: t`Bank`,
    bkash: 'bKash',
    nagad: 'Nagad',
    card: t`Card`,
    online: t`Online`,
    opening: t`Opening balance`,
    deposit: t`From the deposit`,
  }
  return (method) => texts[method] ?? method
}
