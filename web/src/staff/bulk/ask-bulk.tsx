import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { http } from '../../api/client.ts'
import { useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { BulkBody, Change, Choice } from './choices.ts'
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
      reason: choice.action === 'suspend' ? 'manual' : '',
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

/** Only what this change takes; what was left empty is left to the server. */
function changeOf({ action, preset }: Choice, values: ChangeValues): Change {
  const id = (value: string | null) => (value === null ? {} : Number(value))
  const optional = (given: Record<string, unknown>) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== ''))
  const { package_id, on, how, keeps_discount, area_id, branch_id, billing_policy_id, router_id, tags, reason, note, until, month } = values
  switch (action) {
    case 'change_package':
      return { action, ...preset, package_id: id(package_id), keeps_discount, ...optional({ on, how, reason }) } as unknown as Change
    case 'set_area':
      return { action, area_id: area_id === null || area_id === 'none' ? null : Number(area_id) } as Change
    case 'set_branch':
      return { action, branch_id: id(branch_id) } as unknown as Change
    case 'set_policy':
      return { action, billing_policy_id: id(billing_policy_id) } as unknown as Change
    case 'set_router':
      return { action, router_id: router_id === 'none' ? null : id(router_id) } as unknown as Change
    case 'change_tags':
      return { action, ...preset, tags: [...tags] } as unknown as Change
    case 'suspend':
      return { action, reason, note, until } as unknown as Change
    case 'set_flag':
    case 'set_auto_control':
      return { action, ...preset, ...optional({ until, reason }) } as unknown as Change
    case 'bill':
      return { action, ...optional({ month: month === null ? null : month.slice(0, 7) }) } as unknown as Change
    case 'mark_left':
      return { action, ...optional({ on, reason }) } as unknown as Change
    case 'delete':
      return { action, reason } as unknown as Change
    case 'end_session':
    case 'lift_suspension':
    case 'send_bill':
      return { action } as Change
  }
}
