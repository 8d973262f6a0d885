import { useLingui } from '@lingui/react/macro'
import { useChargeItemText } from '../clients/words.ts'

type ChargeItem = Parameters<ReturnType<typeof useChargeItemText>>[0]

/** What a line or a charge is for; the code where nobody has named it. */
export function useItemText(): (item: string) => string {
  const { t } = useLingui()
  const known = useChargeItemText()
  return (item) => (item === 'opening' ? t`Opening balance` : (known(item as ChargeItem) ?? item))
}
