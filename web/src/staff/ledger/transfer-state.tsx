import { useLingui } from '@lingui/react/macro'
import type { RowOf } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Status } from '../../ui/values.tsx'

export type Transfer = RowOf<'/api/v1/wallet-transfers'>
export const TRANSFER_STATES = ['waiting', 'accepted', 'rejected', 'cancelled'] as const

export function useTransferStateText(): (state: Transfer['state']) => string {
  const { t } = useLingui()
  const texts: Record<Transfer['state'], string> = {
    waiting: t`On its way`,
    accepted: t`Accepted`,
    rejected: t`Sent back`,
    cancelled: t`Taken back`,
  }
  return (state) => texts[state]
}

const TONES = { waiting: 'amber', accepted: 'green', rejected: 'red', cancelled: 'grey' } as const

export function TransferState({ state }: { state: Transfer['state'] }) {
  const text = useTransferStateText()
  return <Status tone={TONES[state]} label={text(state)} isHollow={state === 'cancelled'} />
}

/** What the count differs by: of the sender while it is on its way, of the receiver once it is accepted. */
export const differenceOf = ({ state, difference_minor, counted_minor, amount_minor }: Transfer): number =>
  difference_minor ?? (state === 'waiting' && counted_minor !== null ? counted_minor - amount_minor : 0)

/** "৳50.00 short": never by colour alone. */
export function ShortOver({ minor }: { minor: number }) {
  const { t } = useLingui()
  const format = useFormat()
  if (minor === 0) return <Status tone="green" label={t`As it should be`} />
  const amount = format.money(Math.abs(minor))
  return minor < 0 ? <Status tone="red" label={t`${amount} short`} /> : <Status tone="amber" label={t`${amount} over`} />
}
