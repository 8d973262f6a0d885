import { Trans, useLingui } from '@lingui/react/macro'
import { NumberInput, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { sayFailed, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import type { CutRunDetail } from './suspension.ts'

/** What may be done with a run of cutting; what may not be done says why. */
export function CutActions({ run }: { run: CutRunDetail }) {
  const { t } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const [busy, setBusy] = useState<'cancel' | 'resume' | null>(null)
  const [isReleasing, releasing] = useDisclosure(false)
  const path = { params: { path: { id: run.id } } }
  const act = async (name: 'cancel' | 'resume') => {
    setBusy(name)
    const { error } = await (name === 'cancel'
      ? http.POST('/api/v1/suspensions/{id}/cancellation', path)
      : http.POST('/api/v1/suspensions/{id}/resumption', path)
    )
      .catch((failure: unknown) => ({ error: failure }))
      .finally(() => setBusy(null))
    if (error !== undefined) sayFailed(error, t`The server cannot be reached.`)
    await client.invalidateQueries()
  }
  const isOver = run.state === 'done' || run.state === 'cancelled'
  return (
    <>
      {may('subscription.suspend') && !isOver && (
        <AllowedButton variant="default" allowed={run.allowed.cancel} loading={busy === 'cancel'} onClick={() => void act('cancel')}>
          {run.state === 'awaiting_release' && run.origin !== 'hand' ? <Trans>Not today</Trans> : <Trans>Stop</Trans>}
        </AllowedButton>
      )}
      {may('subscription.suspend') && run.allowed.resume.ok && (
        <AllowedButton allowed={run.allowed.resume} loading={busy === 'resume'} onClick={() => void act('resume')}>
          <Trans>Go on</Trans>
        </AllowedButton>
      )}
      {run.state === 'awaiting_release' && (
        <AllowedButton color="red" allowed={run.allowed.release} onClick={releasing.open}>
          <Trans>Release</Trans>
        </AllowedButton>
      )}
      {isReleasing && <ReleaseCut run={run} onClose={releasing.close} />}
    </>
  )
}

/** Whoever releases types how many clients it is, so that nobody releases what he has not read. */
function ReleaseCut({ run, onClose }: { run: CutRunDetail; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const form = useForm({
    initialValues: { planned_clients: '' as number | string },
    validate: { planned_clients: (value) => (typeof value === 'number' ? null : t`Enter a number`) },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ planned_clients }) => {
    const { data, error } = await http.POST('/api/v1/suspensions/{id}/release', {
      params: { path: { id: run.id } },
      body: { planned_clients: Number(planned_clients) },
    })
    if (data === undefined) throw error
    await client.invalidateQueries()
    onClose()
  })
  return (
    <FormDialog
      title={t`Release the suspension`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Release</Trans>}
    >
      <Text size="sm">
        <Trans>{format.money(run.planned_minor)} is late. Type how many clients are about to lose their service; who pays meanwhile is spared.</Trans>
      </Text>
      <NumberInput
        label={t`Clients to be cut`}
        required
        data-autofocus
        allowDecimal={false}
        allowNegative={false}
        hideControls
        {...form.getInputProps('planned_clients')}
      />
    </FormDialog>
  )
}
