import { useLingui } from '@lingui/react/macro'
import { ActionIcon, Select } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconX } from '@tabler/icons-react'
import { api } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { MoneyField } from '../../ui/form.tsx'
import { ACCOUNT_TYPES, useAccountTypeText } from './account-words.ts'
import type { Account } from './accounts.ts'
import styles from './ledger.module.css'

/** One line of an entry as it is typed: an amount on one of its sides. */
export interface PostingValues {
  readonly key: string
  account_id: string | null
  wallet_id: string | null
  branch_id: string | null
  debit: number | null
  credit: number | null
}

let made = 0
export const emptyPosting = (): PostingValues => {
  made += 1
  return { key: `line-${made}`, account_id: null, wallet_id: null, branch_id: null, debit: null, credit: null }
}

/** A line of an entry; an amount on one side takes it off the other. */
export function PostingRow({
  form,
  at,
  accounts,
  canGo,
}: {
  form: UseFormReturnType<{ booked_on: string | null; memo: string; postings: PostingValues[] }>
  at: number
  accounts: readonly Account[]
  canGo: boolean
}) {
  const { t } = useLingui()
  const format = useFormat()
  const typeText = useAccountTypeText()
  const few = { params: { query: { limit: 200 } } }
  const wallets = api.useQuery('get', '/api/v1/wallets', { params: { query: { limit: 200, is_active: true } } }).data?.items ?? []
  const branches = api.useQuery('get', '/api/v1/branches', few).data?.items ?? []
  const line = form.getValues().postings[at]
  const account = accounts.find(({ id }) => String(id) === line?.account_id)
  const isWallet = account?.control_of === 'wallet'
  const n = format.number(at + 1)
  const amount = (side: 'debit' | 'credit') => ({
    ...form.getInputProps(`postings.${at}.${side}`),
    onChange: (minor: number | null) => {
      form.setFieldValue(`postings.${at}.${side}`, minor)
      if (minor !== null) form.setFieldValue(`postings.${at}.${side === 'debit' ? 'credit' : 'debit'}`, null)
    },
  })
  return (
    <div className={styles.posting} role="group" aria-label={t`Line ${n}`}>
      <Select
        aria-label={t`Account of line ${n}`}
        placeholder={t`Account`}
        searchable
        data={ACCOUNT_TYPES.map((type) => ({
          group: typeText(type),
          items: accounts
            .filter((each) => each.type === type && each.is_postable)
            .map(({ id, code, name }) => ({ value: String(id), label: `${code} · ${name}` })),
        }))}
        {...form.getInputProps(`postings.${at}.account_id`)}
        onChange={(id) => {
          form.setFieldValue(`postings.${at}.account_id`, id)
          form.setFieldValue(`postings.${at}.wallet_id`, null)
        }}
      />
      <Select
        aria-label={t`Wallet of line ${n}`}
        placeholder={isWallet ? t`Wallet` : '–'}
        searchable
        disabled={!isWallet}
        data={wallets.map(({ id, name }) => ({ value: String(id), label: name }))}
        {...form.getInputProps(`postings.${at}.wallet_id`)}
      />
      <Select
        aria-label={t`Branch of line ${n}`}
        placeholder={t`Branch`}
        searchable
        clearable
        data={branches.map(({ id, name }) => ({ value: String(id), label: name }))}
        {...form.getInputProps(`postings.${at}.branch_id`)}
      />
      <MoneyField aria-label={t`Debit of line ${n}`} placeholder={t`Debit`} {...amount('debit')} />
      <MoneyField aria-label={t`Credit side of line ${n}`} placeholder={t`Credit side`} {...amount('credit')} />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={t`Take line ${n} out`}
        disabled={!canGo}
        onClick={() => form.removeListItem('postings', at)}
      >
        <IconX size={15} />
      </ActionIcon>
    </div>
  )
}
