import { Trans, useLingui } from '@lingui/react/macro'
import { Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCounted } from '../../lib/use-counted.ts'
import { useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'

/** Secrets that are known and stay: who said so, when and why is kept. */
export function IgnoreSecrets({ names, onClose, onSend }: { names: readonly string[]; onClose: () => void; onSend: (reason: string) => Promise<void> }) {
  const { t } = useLingui()
  const counted = useCounted()
  const form = useForm({ initialValues: { reason: '' } })
  const { submit, isSending, failure } = useSubmit(form)
  const title = t`Leave ${counted.secrets(names.length)} as they are`
  return (
    <FormDialog
      title={title}
      onClose={onClose}
      onSubmit={submit(async ({ reason }) => await onSend(reason))}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Leave as it is</Trans>}
    >
      <Text size="sm">{names.join(', ')}</Text>
      <TextInput label={t`Why`} placeholder={t`Camera of the office`} required data-autofocus {...form.getInputProps('reason')} />
    </FormDialog>
  )
}
