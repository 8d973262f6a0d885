import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { FormFailure, sayDone, useSubmit } from '../../ui/form.tsx'
import type { Signup } from './signup.ts'

/** Turns a request down; the reason is kept with it. */
export function RejectSignup({ signup, onBack, onDone }: { signup: Signup; onBack: () => void; onDone: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: (value) => (value.trim() === '' ? t`Say why` : null) } })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ reason }) => {
    const { error } = await http.POST('/api/v1/signup-requests/{id}/rejection', { params: { path: { id: signup.id } }, body: { reason } })
    if (error !== undefined) throw error
    sayDone(t`The request of ${signup.name} is turned down.`)
    onDone()
    await queries.invalidateQueries()
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        <Text size="sm">
          <Trans>{signup.name} stays in the list of those turned down, with the reason. This is not taken back; who asks again is a new request.</Trans>
        </Text>
        <Stack gap={6}>
          <TextInput label={t`Reason`} required data-autofocus autoFocus maxLength={300} {...form.getInputProps('reason')} />
          <Group gap={6} role="group" aria-label={t`Usual reasons`}>
            {[t`No cable there yet`, t`Does not answer the phone`, t`Asked by mistake`, t`Has a connection already`].map((reason) => (
              <Button key={reason} size="compact-xs" variant="default" onClick={() => form.setFieldValue('reason', reason)}>
                {reason}
              </Button>
            ))}
          </Group>
        </Stack>
        <FormFailure text={failure} />
        <Group justify="end">
          <Button variant="default" onClick={onBack}>
            <Trans>Back</Trans>
          </Button>
          <Button type="submit" color="red" loading={isSending}>
            <Trans>Turn down</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
