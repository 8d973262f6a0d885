import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, NumberInput, Skeleton, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconReceiptTax } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Status } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'

type Rate = paths['/api/v1/vat-rates']['get']['responses']['200']['content']['application/json']['items'][number]
type Opened = { readonly what: 'new' } | { readonly what: 'change' | 'rename'; readonly rate: Rate } | null

/** VAT rates with what they were, are and will be. Documents keep the rate they were issued with. */
export function VatRatesPage() {
  const { t } = useLingui()
  const may = useMay()
  const [opened, setOpened] = useState<Opened>(null)
  const { data, error, refetch } = api.useQuery('get', '/api/v1/vat-rates')
  const add = may('package.edit') && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened({ what: 'new' })}>
      <Trans>New VAT rate</Trans>
    </Button>
  )
  return (
    <Page title={t`VAT rates`} actions={add}>
      <SectionTabs of="/packages" />
      {error !== null ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton h={220} radius="md" />
      ) : data.items.length === 0 ? (
        <EmptyState icon={<IconReceiptTax size={24} />} title={<Trans>No VAT rate yet</Trans>} action={add}>
          <Trans>Where your bills carry VAT, add the rate here and choose it in your packages. Without one, bills carry no VAT.</Trans>
        </EmptyState>
      ) : (
        data.items.map((rate) => <RateCard key={rate.id} rate={rate} onOpen={setOpened} />)
      )}
      {opened?.what === 'new' && <NewRate onClose={() => setOpened(null)} />}
      {opened?.what === 'change' && <ChangeRate rate={opened.rate} onClose={() => setOpened(null)} />}
      {opened?.what === 'rename' && <RenameRate rate={opened.rate} onClose={() => setOpened(null)} />}
    </Page>
  )
}

function RateCard({ rate, onOpen }: { rate: Rate; onOpen: (opened: Opened) => void }) {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const today = format.today()
  const inForce = rate.versions.findLast(({ starts_on }) => starts_on <= today)
  return (
    <Card
      title={`${rate.name} · ${rate.code}`}
      flush
      actions={
        may('package.edit') && (
          <Group gap="xs" wrap="nowrap">
            <Button size="compact-sm" variant="subtle" onClick={() => onOpen({ what: 'rename', rate })}>
              <Trans>Rename</Trans>
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => onOpen({ what: 'change', rate })}>
              <Trans>Change the rate</Trans>
            </Button>
          </Group>
        )
      }
    >
      <TableScroll>
        <table className={tables.table}>
          <caption className="lm-hidden">{rate.name}</caption>
          <thead>
            <tr>
              <th scope="col">
                <Trans>From</Trans>
              </th>
              <th scope="col">
                <Trans>Rate</Trans>
              </th>
              <th scope="col" className={tables.wide}>
                <Trans>State</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {rate.versions.toReversed().map((version) => (
              <tr key={version.starts_on}>
                <td>{format.date(version.starts_on)}</td>
                <td>
                  <b className="lm-number">{format.percent(version.rate_bp)}</b>
                </td>
                <td>
                  {version === inForce ? (
                    <Status tone="green" label={t`In force`} />
                  ) : version.starts_on > today ? (
                    <Status tone="blue" label={t`Announced`} isHollow />
                  ) : (
                    <Status tone="grey" label={t`Past`} isHollow />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </Card>
  )
}

const toBp = (percent: number | string): number => Math.round(Number(percent) * 100)

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: api.queryOptions('get', '/api/v1/vat-rates').queryKey })
}

function NewRate({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const refresh = useRefresh()
  const form = useForm({
    initialValues: { code: '', name: '', percent: '' as number | string, starts_on: format.today() as string | null },
    validate: { percent: (value) => (value === '' ? t`Enter the rate` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: (field) => (field === 'rate_bp' ? 'percent' : field) })
  const send = submit(async ({ percent, starts_on, ...names }) => {
    const { error } = await http.POST('/api/v1/vat-rates', { body: { ...names, starts_on: starts_on ?? format.today(), rate_bp: toBp(percent) } })
    if (error !== undefined) throw error
    await refresh()
    sayDone(t`The VAT rate can be chosen in packages now.`)
    onClose()
  })
  return (
    <FormDialog title={t`New VAT rate`} onClose={onClose} onSubmit={send} isSending={isSending} failure={failure} submitLabel={<Trans>Add the rate</Trans>}>
      <Group grow align="start">
        <TextInput label={t`Name`} placeholder={t`Internet service`} required data-autofocus {...form.getInputProps('name')} />
        <TextInput label={t`Code`} placeholder="internet" required {...form.getInputProps('code')} />
      </Group>
      <Group grow align="start">
        <NumberInput label={t`Rate`} suffix="%" min={0} max={100} decimalScale={2} required {...form.getInputProps('percent')} />
        <DayField label={t`From`} required {...form.getInputProps('starts_on')} />
      </Group>
    </FormDialog>
  )
}

function ChangeRate({ rate, onClose }: { rate: Rate; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const refresh = useRefresh()
  const form = useForm({
    initialValues: { percent: '' as number | string, starts_on: null as string | null },
    validate: { percent: (value) => (value === '' ? t`Enter the rate` : null), starts_on: (value) => (value === null ? t`Choose a day` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: (field) => (field === 'rate_bp' ? 'percent' : field) })
  const send = submit(async ({ percent, starts_on }) => {
    const { error } = await http.POST('/api/v1/vat-rates/{id}/versions', {
      params: { path: { id: rate.id } },
      body: { starts_on: starts_on ?? format.today(), rate_bp: toBp(percent) },
    })
    if (error !== undefined) throw error
    await refresh()
    sayDone(t`The rate changes on ${format.date(starts_on ?? format.today())}.`)
    onClose()
  })
  return (
    <FormDialog
      title={t`Change the rate of ${rate.name}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Change the rate</Trans>}
    >
      <Group grow align="start">
        <NumberInput label={t`New rate`} suffix="%" min={0} max={100} decimalScale={2} required data-autofocus {...form.getInputProps('percent')} />
        <DayField
          label={t`From`}
          description={t`A day after the last invoice; issued bills keep their rate.`}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          required
          {...form.getInputProps('starts_on')}
        />
      </Group>
    </FormDialog>
  )
}

function RenameRate({ rate, onClose }: { rate: Rate; onClose: () => void }) {
  const { t } = useLingui()
  const refresh = useRefresh()
  const form = useForm({ initialValues: { name: rate.name } })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async (body) => {
    const { error } = await http.PATCH('/api/v1/vat-rates/{id}', { params: { path: { id: rate.id } }, body })
    if (error !== undefined) throw error
    await refresh()
    sayDone(t`Renamed.`)
    onClose()
  })
  return (
    <FormDialog title={t`Rename ${rate.name}`} onClose={onClose} onSubmit={send} isSending={isSending} failure={failure} submitLabel={<Trans>Save</Trans>}>
      <TextInput label={t`Name`} required data-autofocus {...form.getInputProps('name')} />
    </FormDialog>
  )
}
