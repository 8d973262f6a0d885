import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { api, http } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { FormFailure, MoneyField, sayDone, useSubmit } from '../../ui/form.tsx'
import { useWalletKindText, WALLET_KINDS } from './wallet-kinds.ts'

export function NewWallet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const kindText = useWalletKindText()
  const users = api.useQuery('get', '/api/v1/users', { params: { query: { limit: 200, status: 'active' } } }, { enabled: may('user.view') }).data?.items ?? []
  const form = useForm({
    initialValues: {
      name: '',
      code: '',
      kind: 'drawer' as (typeof WALLET_KINDS)[number],
      owner_user_id: null as string | null,
      limit_minor: null as number | null,
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const { kind } = form.getValues()
  const send = submit(async ({ owner_user_id, ...values }) => {
    const { data, error } = await http.POST('/api/v1/wallets', {
      body: { ...values, branch_id: null, owner_user_id: owner_user_id === null ? null : Number(owner_user_id) },
    })
    if (data === undefined) throw error
    await client.invalidateQueries()
    sayDone(t`${data.name} is open.`)
    onClose()
  })
  return (
    <Modal opened onClose={onClose} title={t`New wallet`}>
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <Select label={t`Kind`} data={WALLET_KINDS.map((value) => ({ value, label: kindText(value) }))} {...form.getInputProps('kind')} />
          <Group grow align="start">
            <TextInput label={t`Name`} required data-autofocus {...form.getInputProps('name')} />
            <TextInput label={t`Code`} required {...form.getInputProps('code')} />
          </Group>
          {kind === 'drawer' && (
            <Select
              label={t`Owner`}
              data={users.map(({ id, full_name }) => ({ value: String(id), label: full_name }))}
              searchable
              clearable
              {...form.getInputProps('owner_user_id')}
            />
          )}
          <MoneyField
            label={t`At most in it`}
            description={t`Empty: no limit.`}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            {...form.getInputProps('limit_minor')}
          />
          <FormFailure text={failure} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={isSending}>
              <Trans>Open the wallet</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
