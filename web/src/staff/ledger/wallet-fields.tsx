import { useLingui } from '@lingui/react/macro'
import { Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { api } from '../../api/client.ts'
import { MoneyField } from '../../ui/form.tsx'
import type { WALLET_KINDS } from './wallet-kinds.ts'

export interface WalletValues {
  name: string
  owner_user_id: string | null
  branch_id: string | null
  limit_minor: number | null
}

/** What may be said of a wallet later, too: its name, whose it is, where, and how much may lie in it. */
export function WalletFields<Values extends WalletValues>({ form, kind }: { form: UseFormReturnType<Values>; kind: (typeof WALLET_KINDS)[number] }) {
  const { t } = useLingui()
  const owners = api.useQuery('get', '/api/v1/wallet-owners', { params: { query: { limit: 200 } } }, { enabled: kind === 'drawer' }).data?.items ?? []
  const branches = api.useQuery('get', '/api/v1/branches', { params: { query: { limit: 200 } } }).data?.items ?? []
  return (
    <>
      {kind === 'drawer' && (
        <Select
          label={t`Owner`}
          description={t`A drawer belongs to one person.`}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          data={owners.map(({ id, full_name }) => ({ value: String(id), label: full_name }))}
          searchable
          required
          {...form.getInputProps('owner_user_id')}
        />
      )}
      {branches.length > 0 && (
        <Select
          label={t`Branch`}
          placeholder={t`The whole company`}
          data={branches.map(({ id, name }) => ({ value: String(id), label: name }))}
          searchable
          clearable
          {...form.getInputProps('branch_id')}
        />
      )}
      <MoneyField
        label={t`At most in it`}
        description={t`Empty: no limit.`}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        {...form.getInputProps('limit_minor')}
      />
    </>
  )
}

export const walletBody = ({ owner_user_id, branch_id, limit_minor }: WalletValues) => ({
  owner_user_id: owner_user_id === null ? null : Number(owner_user_id),
  branch_id: branch_id === null ? null : Number(branch_id),
  limit_minor,
})

export function WalletNameField<Values extends WalletValues>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useLingui()
  return <TextInput label={t`Name`} required data-autofocus {...form.getInputProps('name')} />
}
