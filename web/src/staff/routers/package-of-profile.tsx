import { Trans, useLingui } from '@lingui/react/macro'
import { Group, NumberInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { MoneyField, sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'

/** A package made of a profile of a router: its speeds and its name on the router are known, only the price is asked. */
export function PackageOfProfile({
  profile,
  onClose,
  onMade,
}: {
  profile: { readonly name: string; readonly upload_kbps: number | null; readonly download_kbps: number | null }
  onClose: () => void
  onMade: (packageId: number) => void
}) {
  const { t } = useLingui()
  const client = useQueryClient()
  const mbps = (kbps: number | null): number | '' => (kbps === null ? '' : kbps / 1000)
  const form = useForm({
    initialValues: {
      name: profile.name,
      code: profile.name.replaceAll(/[^\p{L}\p{N}._/-]+/gu, '-').toUpperCase(),
      price_minor: null as number | null,
      download: mbps(profile.download_kbps),
      upload: mbps(profile.upload_kbps),
    },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async ({ name, code, price_minor, download, upload }) => {
    const kbps = (value: number | ''): number => Math.round(Number(value) * 1000)
    const { data, error } = await http.POST('/api/v1/packages', {
      body: { name, code, price_minor: price_minor ?? 0, download_kbps: kbps(download), upload_kbps: kbps(upload), router_profile: profile.name },
    })
    if (data === undefined) throw error
    await client.invalidateQueries()
    sayDone(t`The package is added.`)
    onMade(data.id)
  })
  return (
    <FormDialog
      title={t`A package for ${profile.name}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Add the package</Trans>}
    >
      <Group grow align="start">
        <TextInput label={t`Name`} required {...form.getInputProps('name')} />
        <TextInput label={t`Code`} required {...form.getInputProps('code')} />
      </Group>
      <MoneyField label={t`Price`} required data-autofocus {...form.getInputProps('price_minor')} />
      <Group grow align="start">
        <NumberInput label={t`Download, Mbps`} required min={0.001} {...form.getInputProps('download')} />
        <NumberInput label={t`Upload, Mbps`} required min={0.001} {...form.getInputProps('upload')} />
      </Group>
    </FormDialog>
  )
}
