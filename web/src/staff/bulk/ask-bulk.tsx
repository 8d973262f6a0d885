import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { http } from '../../api/client.ts'
import { useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { changeOf } from './change-of.ts'
import type { BulkBody, Choice } from './choices.ts'
import { ChangeFields } from './change-fields.tsx'
import type { ChangeValues } from './change-fields.tsx'

interface AskBulkProps {
  readonly choice: Choice
  readonly count: number
  /** The count as it is read. */
  readonly number: string
  readonly selection: BulkBody['selection']
  readonly onClose: () => void
}

/** What the change needs to know. Sending it changes nothing yet: the next page says what would happen to each. */
export function AskBulk({ choice, count, number, selection, onClose }: AskBulkProps) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const form = useForm<ChangeValues>({
    initialValues: {
      package_id: null,
      on: null,
      how: null,
      keeps_discount: false,
      area_id: null,
      branch_id: null,
      billing_policy_id: null,
      router_id: null,
      tags: [],
      reason: '',
      suspended_for: 'manual',
      note: '',
      until: null,
      month: null,
    },
  })
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: (field) => field.replace(/^change\./, '') })
  const send = submit(async (values) => {
    const { data, error } = await http.POST('/api/v1/bulk-jobs', { body: { change: changeOf(choice, values), selection } })
    if (data === undefined) throw error
    await navigate({ to: '/bulk/$id', params: { id: String(data.id) } })
  })
  const label = i18n._(choice.label)
  return (
    <FormDialog title={label} onClose={onClose} onSubmit={send} isSending={isSending} failure={failure} submitLabel={<Trans>See what will happen</Trans>}>
      <Text size="sm" c="dimmed">
        {t`${plural(count, { one: `For ${number} client. Nothing is changed before you have seen the preview.`, other: `For ${number} clients. Nothing is changed before you have seen the preview.` })}`}
      </Text>
      <ChangeFields choice={choice} form={form} />
    </FormDialog>
  )
}
