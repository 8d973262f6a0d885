import { Trans, useLingui } from '@lingui/react/macro'
import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { sayFailed, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { saveExemption } from './save-exemption.ts'
import type { Exemption } from './save-exemption.ts'

interface Props {
  readonly exemption: Exemption
  readonly label: string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** The reason and the last day of an exemption; or its end at once. */
export function ExemptionDialog({ exemption, label, onClose, onDone }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const [isEnding, setEnding] = useState(false)
  const form = useForm({
    initialValues: { until: exemption.until, reason: exemption.reason },
    validate: { reason: (value) => (value.trim() === '' ? t`Say why` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const save = async (isSet: boolean, body: { until: string | null; reason: string }) => {
    await saveExemption(exemption, isSet, body)
    await queries.invalidateQueries()
    onDone()
  }
  const end = async () => {
    setEnding(true)
    await save(false, { until: null, reason: '' })
      .catch((error: unknown) => sayFailed(error, t`The server cannot be reached.`))
      .finally(() => setEnding(false))
  }
  return (
    <FormDialog
      title={`${label}: ${exemption.client_name}`}
      onClose={onClose}
      onSubmit={submit(async (body) => await save(true, body))}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Save</Trans>}
    >
      <Link className="lm-link" to="/clients/$id" params={{ id: String(exemption.client_id) }}>
        <Trans>Open the client</Trans>
      </Link>
      <DayField
        label={t`Last day`}
        description={t`Empty: until somebody takes it away.`}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        minDate={format.today()}
        clearable
        {...form.getInputProps('until')}
      />
      <TextInput label={t`Reason`} required data-autofocus {...form.getInputProps('reason')} />
      <Button variant="default" style={{ justifySelf: 'start' }} loading={isEnding} onClick={() => void end()}>
        <Trans>End the exemption now</Trans>
      </Button>
    </FormDialog>
  )
}
