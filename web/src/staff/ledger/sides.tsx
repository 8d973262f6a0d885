import { Trans } from '@lingui/react/macro'
import tables from '../../ui/plain-table.module.css'
import { Money } from '../../ui/values.tsx'

/** An account's code and both its sides in the small line of a phone, where their columns have no room. */
export function NarrowSides({ code, debit, credit }: { code?: string; debit: number; credit: number }) {
  return (
    <span className={tables.narrow}>
      {code !== undefined && <>{code} · </>}
      <Trans>Debit</Trans> <Money minor={debit} /> · <Trans>Credit side</Trans> <Money minor={credit} />
    </span>
  )
}
