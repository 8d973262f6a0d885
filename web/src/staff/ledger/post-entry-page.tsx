import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { http } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormFailure, sayDone, useSubmit } from '../../ui/form.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { useAccounts } from './accounts.ts'
import styles from './ledger.module.css'
import { emptyPosting, PostingRow } from './posting-row.tsx'
import type { PostingValues } from './posting-row.tsx'

interface Values {
  booked_on: string | null
  memo: string
  postings: PostingValues[]
}

/** `postings.3.amount_minor` of the server is the side of the fourth line that was typed. */
const fieldOf = (field: string, postings: readonly PostingValues[]): string => {
  const [, at = '', member = ''] = /^postings\.(\d+)\.(\w+)$/.exec(field) ?? []
  if (at === '') return field
  return `postings.${at}.${member === 'amount_minor' ? (postings[Number(at)]?.credit == null ? 'debit' : 'credit') : member}`
}

/** An entry by hand: both sides are added up while one types, and it is posted only when they are equal. */
export function PostEntryPage() {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const navigate = useNavigate()
  const accounts = useAccounts()
  const { header } = useIntent()
  const form = useForm<Values>({
    initialValues: { booked_on: format.today(), memo: '', postings: [emptyPosting(), emptyPosting()] },
    validate: {
      memo: (value) => (value.trim().length < 3 ? t`Say what it is for; it stays in the books` : null),
      postings: {
        account_id: (value) => (value === null ? t`Choose an account` : null),
        wallet_id: (value, { postings }, path) => {
          const line = postings[Number(path.split('.')[1])]
          return value === null && accounts.find(({ id }) => String(id) === line?.account_id)?.control_of === 'wallet' ? t`Choose a wallet` : null
        },
        debit: (value, { postings }, path) => (value === null && postings[Number(path.split('.')[1])]?.credit === null ? t`Enter an amount` : null),
      },
    },
  })
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: (field) => fieldOf(field, form.getValues().postings) })
  const { postings } = form.getValues()
  const debit = postings.reduce((sum, line) => sum + (line.debit ?? 0), 0)
  const credit = postings.reduce((sum, line) => sum + (line.credit ?? 0), 0)
  const isEven = debit === credit && debit > 0

  /** What is missing goes to the last line that has no amount yet. */
  const balance = () => {
    const at = postings.findLastIndex((line) => line.debit === null && line.credit === null)
    if (at < 0 || debit === credit) return
    form.setFieldValue(`postings.${at}.${debit > credit ? 'credit' : 'debit'}`, Math.abs(debit - credit))
  }

  const send = submit(async (values) => {
    const lines = values.postings.map((line) => ({
      account_id: Number(line.account_id),
      side: line.credit === null ? ('debit' as const) : ('credit' as const),
      amount_minor: line.credit ?? line.debit ?? 0,
      wallet_id: line.wallet_id === null ? null : Number(line.wallet_id),
      branch_id: line.branch_id === null ? null : Number(line.branch_id),
    }))
    const { data, error } = await http.POST('/api/v1/ledger/entries', {
      params: { header },
      body: { memo: values.memo, postings: lines, ...(values.booked_on === null ? {} : { booked_on: values.booked_on }) },
    })
    if (data === undefined) throw error
    await client.invalidateQueries()
    sayDone(t`The entry is posted.`)
    await navigate({ to: `/ledger/entries/${data.id}` })
  })

  return (
    <Page title={t`Post an entry`}>
      <SectionTabs of="/ledger" />
      <form onSubmit={send} noValidate style={{ display: 'grid', gap: 12 }}>
        <Card title={t`What for`}>
          <Group align="start" gap="md">
            <DayField label={t`Booked on`} w={180} maxDate={format.today()} {...form.getInputProps('booked_on')} />
            <Textarea label={t`Note`} required autosize minRows={1} style={{ flex: 1, minWidth: 220 }} data-autofocus {...form.getInputProps('memo')} />
          </Group>
        </Card>
        <Card title={t`Both sides`}>
          <div className={styles.lines}>
            <div className={`${styles.posting} ${styles.heads}`} aria-hidden="true">
              <span>
                <Trans>Account</Trans>
              </span>
              <span>
                <Trans>Wallet</Trans>
              </span>
              <span>
                <Trans>Branch</Trans>
              </span>
              <span>
                <Trans>Debit</Trans>
              </span>
              <span>
                <Trans>Credit side</Trans>
              </span>
            </div>
            {postings.map((line, at) => (
              <PostingRow key={line.key} form={form} at={at} accounts={accounts} canGo={postings.length > 2} />
            ))}
            <Group justify="space-between">
              <Button variant="default" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => form.insertListItem('postings', emptyPosting())}>
                <Trans>Add a line</Trans>
              </Button>
              {debit !== credit && postings.some((each) => each.debit === null && each.credit === null) && (
                <Button variant="subtle" size="compact-sm" onClick={balance}>
                  <Trans>Put the rest on the empty line</Trans>
                </Button>
              )}
            </Group>
            <output className={styles.sums} aria-live="polite">
              <span>
                <Trans>Debit</Trans> <b>{format.amount(debit)}</b>
              </span>
              <span>
                <Trans>Credit side</Trans> <b>{format.amount(credit)}</b>
              </span>
              {isEven ? (
                <b className={styles.even}>
                  <Trans>Both sides are equal</Trans>
                </b>
              ) : (
                <b className={debit === credit ? undefined : styles.odd}>
                  {debit === credit
                    ? t`Nothing is entered yet`
                    : debit > credit
                      ? t`${format.amount(debit - credit)} missing on the credit side`
                      : t`${format.amount(credit - debit)} missing on the debit side`}
                </b>
              )}
            </output>
          </div>
        </Card>
        <FormFailure text={failure} />
        <Group justify="end">
          <Button component={Link} to="/ledger" variant="default">
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={isSending} disabled={!isEven}>
            <Trans>Post the entry</Trans>
          </Button>
        </Group>
      </form>
    </Page>
  )
}
