import { useLingui } from '@lingui/react'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'

type Listed = paths['/api/v1/ledger/accounts']['get']['responses']['200']['content']['application/json']['items'][number]
export type Account = Listed & { readonly name: string }

/** The chart of accounts in the person's language. */
export function useAccounts(): readonly Account[] {
  const { i18n } = useLingui()
  const accounts = api.useQuery('get', '/api/v1/ledger/accounts', {}, { staleTime: 300_000 }).data?.items ?? []
  return accounts.map((account) => ({ ...account, name: i18n.locale === 'bn' ? account.name_bn : account.name_en }))
}
