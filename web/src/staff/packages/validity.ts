import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import { useCounted } from '../../lib/use-counted.ts'
import { useFormat } from '../../lib/use-format.ts'

/** "1 month", "30 days"; figures in the person's digits. */
export function useValidityText() {
  useLingui()
  const counted = useCounted()
  const format = useFormat()
  return ({ validity_count: count, validity_unit: unit }: { validity_count: number; validity_unit: 'day' | 'month' }) => {
    const shown = format.number(count)
    return unit === 'month' ? plural(count, { one: `${shown} month`, other: `${shown} months` }) : counted.days(count)
  }
}
