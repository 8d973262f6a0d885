import { Trans, useLingui } from '@lingui/react/macro'
import { Group, Stack, Switch, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { FormFailure, sayDone, useSubmit } from '../../ui/form.tsx'
import { Card } from '../../ui/page.tsx'
import type { Incident } from './incident.ts'

/** What clients are told, in both languages, whether they are told, and a note for ourselves. */
export function PublicText({ incident }: { incident: Incident }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const { text_en, text_bn, is_public, note } = incident
  const form = useForm({ initialValues: { text_en, text_bn, is_public, note } })
  const { submit, isSending, failure } = useSubmit(form)
  const isLocked = !incident.allowed.edit.ok
  const send = submit(async (values) => {
    const changed = Object.fromEntries(Object.entries(values).filter(([key, value]) => incident[key as keyof typeof values] !== value))
    const { error } = await http.PATCH('/api/v1/incidents/{id}', {
      params: { path: { id: incident.id } },
      body: { ...changed, version: incident.version },
    })
    if (error !== undefined) throw error
    await client.invalidateQueries()
    sayDone(t`What clients are told is kept.`)
  })
  return (
    <Card title={t`What clients are told`}>
      <form onSubmit={send} noValidate>
        <Stack gap="sm">
          <Switch
            label={t`Clients see it`}
            description={t`On their portal, as long as it goes on.`}
            disabled={isLocked}
            {...form.getInputProps('is_public', { type: 'checkbox' })}
          />
          <Group grow align="start" preventGrowOverflow={false} wrap="wrap">
            <Textarea label={t`In English`} autosize minRows={2} miw={260} readOnly={isLocked} {...form.getInputProps('text_en')} />
            <Textarea label={t`In Bangla`} lang="bn" autosize minRows={2} miw={260} readOnly={isLocked} {...form.getInputProps('text_bn')} />
          </Group>
          <Textarea label={t`Note for ourselves`} autosize minRows={1} readOnly={isLocked} {...form.getInputProps('note')} />
          {!incident.is_text_edited && (
            <Text size="sm" c="dimmed">
              <Trans>The text follows what is known of the incident until somebody writes it.</Trans>
            </Text>
          )}
          <FormFailure text={failure} />
          <Group justify="end">
            <AllowedButton allowed={incident.allowed.edit} loading={isSending} onClick={() => send()}>
              <Trans>Save</Trans>
            </AllowedButton>
          </Group>
        </Stack>
      </form>
    </Card>
  )
}
