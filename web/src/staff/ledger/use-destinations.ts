import { api } from '../../api/client.ts'
import { useWalletKindText } from './wallet-kinds.ts'

/** The wallets money may be sent to from this one, as choices; the shared ones first, where cash is handed over to. */
export function useDestinations(walletId: number) {
  const kindText = useWalletKindText()
  const { data, isPending } = api.useQuery('get', '/api/v1/wallets/{id}/destinations', { params: { path: { id: walletId }, query: { limit: 200 } } })
  const items = (data?.items ?? []).toSorted((a, b) => Number(a.kind === 'drawer') - Number(b.kind === 'drawer'))
  return {
    isPending,
    first: items[0] === undefined ? null : String(items[0].id),
    choices: items.map(({ id, name, kind, owner_name }) => ({ value: String(id), label: `${name} · ${owner_name ?? kindText(kind)}` })),
  }
}
