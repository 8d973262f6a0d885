import { useLingui } from '@lingui/react'
import type { RowOf } from '../../api/use-list.ts'
import { useMethodText } from '../payments/methods.ts'
import { entryKindText } from './entry-kinds.ts'

export type Movement = RowOf<'/api/v1/wallets/{id}/movements'>

/** What a movement was, and from or to whom: a client, another wallet, or what was noted by hand. */
export function useMovementText(): (row: Movement) => { readonly what: string; readonly whom: string } {
  const { i18n } = useLingui()
  const methodText = useMethodText()
  return ({ kind, method, client, other_wallet_name: wallet, memo }) => {
    const name = i18n._(entryKindText(kind))
    return {
      what: method === null || kind === 'payment_reversal' || kind === 'refund' ? name : `${name} · ${methodText(method)}`,
      whom: client?.name ?? wallet ?? memo ?? '',
    }
  }
}
