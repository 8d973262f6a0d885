import { Trans, useLingui } from '@lingui/react/macro'
import { Button, FileInput, Group, Modal, Select, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { http } from '../../api/client.ts'
import { FormFailure, useSubmit } from '../../ui/form.tsx'
import type { Import } from './import-state.tsx'

/** `kind` = what another page wants imported. */
export function Upload({ kind: wanted, onClose }: { kind?: string | undefined; onClose: () => void }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const form = useForm({
    initialValues: {
      kind: (wanted === 'packages' || wanted === 'payments' || wanted === 'places' ? wanted : 'clients') as Import['kind'],
      file: null as File | null,
    },
    validate: { file: (file) => (file === null ? t`Choose a file` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ kind, file }) => {
    const parts = new FormData()
    if (file !== null) parts.append('file', file)
    const { data, error } = await http.POST('/api/v1/imports', { params: { query: { kind } }, body: parts as never, bodySerializer: (body) => body as never })
    if (data === undefined) throw error
    await navigate({ to: '/imports/$id', params: { id: String(data.id) } })
  })
  return (
    <Modal opened onClose={onClose} title={t`Import a file`}>
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <Select
            label={t`What is in it`}
            data={[
              { value: 'clients', label: t`Clients` },
              { value: 'packages', label: t`Packages` },
              { value: 'payments', label: t`Payments` },
              { value: 'places', label: t`Places of clients, boxes and OLTs` },
            ]}
            {...form.getInputProps('kind')}
          />
          <FileInput
            size="sm"
            label={t`File`}
            description={t`CSV in UTF-8, or XLSX.`}
            accept=".csv,.xlsx,text/csv"
            placeholder={t`Choose a file`}
            required
            {...form.getInputProps('file')}
          />
          <FormFailure text={failure} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={isSending}>
              <Trans>Send</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
