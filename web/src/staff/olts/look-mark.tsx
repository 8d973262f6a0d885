import { useLingui } from '@lingui/react/macro'
import { useFormat } from '../../lib/use-format.ts'
import { Status } from '../../ui/values.tsx'
import type { OltCounts } from './olt.ts'

/** When an OLT was last asked who is there, and whether it told everything: what it did not tell changes nobody's state. */
export function LookMark({ counts }: { counts: OltCounts | undefined }) {
  const { t } = useLingui()
  const format = useFormat()
  if (counts === undefined) return null
  if (counts.looked_at === null) return <Status tone="grey" label={t`never`} isHollow />
  const at = format.time(counts.looked_at)
  return counts.is_complete === true ? <Status tone="green" label={t`whole, ${at}`} /> : <Status tone="amber" label={t`not whole, ${at}`} />
}
