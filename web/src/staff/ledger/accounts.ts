import { useLingui } from '@lingui/react'
import { api } from '../../api/client.ts'

/** The chart of accounts in the person's language. */
export function useAccounts() {
  const { i18n } = useLingui()
  const accounts = api.useQuery('get', '/api/v1/ledger/accounts', {}, { staleTime: 300_000 }).data?.items ?? []
  return accounts.map((account) => ({ ...account, name: i18n.locale === 'bn' ? account.name_bn : account.name_en }))
}
