import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, Select, Stack, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { api, http } from '../../api/client.ts'
import { LOCALE_NAMES, LOCALES } from '../../i18n/i18n.ts'
import { FormFailure, sayDone, useSubmit } from '../../ui/form.tsx'
import type { Client } from './client-page.tsx'

/** Changes what is known of a client; somebody else's change in between is refused, not overwritten. */
export function EditClient({ client: edited, onClose }: { client: Client; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const areas = api.useQuery('get', '/api/v1/areas', { params: { query: { limit: 200 } } }).data?.items ?? []
  const { name, phone, phone_alternative, email, address, district, upazila, locale, tags } = edited
  const form = useForm({
    initialValues: {
      name,
      phone,
      phone_alternative,
      email,
      address,
      district,
      upazila,
      locale,
      tags,
      area_id: edited.area_id === null ? null : String(edited.area_id),
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ area_id, ...values }) => {
    const { data, error } = await http.PATCH('/api/v1/clients/{id}', {
      params: { path: { id: edited.id } },
      body: { ...values, area_id: area_id === null ? null : Number(area_id), version: edited.version },
    })
    if (data === undefined) throw error
    await client.invalidateQueries()
    sayDone(t`Saved.`)
    onClose()
  })
  return (
    <Modal opened onClose={onClose} title={edited.code} size="lg">
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <TextInput label={t`Name`} required data-autofocus {...form.getInputProps('name')} />
          <Group grow align="start">
            <TextInput label={t`Phone`} required {...form.getInputProps('phone')} />
            <TextInput label={t`Second phone`} {...form.getInputProps('phone_alternative')} />
          </Group>
          <Group grow align="start">
            <TextInput label={t`E-mail`} type="email" {...form.getInputProps('email')} />
            <Select
              label={t`Language of bills and messages`}
              data={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
              {...form.getInputProps('locale')}
            />
          </Group>
          <Textarea label={t`Address`} autosize minRows={1} {...form.getInputProps('address')} />
          <Group grow align="start">
            <TextInput label={t`District`} {...form.getInputProps('district')} />
            <TextInput label={t`Upazila`} {...form.getInputProps('upazila')} />
            {areas.length > 0 && (
              <Select
                label={t`Area`}
                data={areas.map((area) => ({ value: String(area.id), label: area.name }))}
                searchable
                clearable
                {...form.getInputProps('area_id')}
              />
            )}
          </Group>
          <TagsInput label={t`Tags`} {...form.getInputProps('tags')} />
          <FormFailure text={failure} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={isSending}>
              <Trans>Save</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
