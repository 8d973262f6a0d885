import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, http, isProblem, newIdempotencyKey } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormFailure, sayDone, useSubmit } from '../../ui/form.tsx'
import { Money } from '../../ui/values.tsx'
import type { Line } from './client-page.tsx'
import styles from './register.module.css'

type How = 'now' | 'full_new_cycle' | 'cycle_end'

/** Changes the package of a line; the exact effect on the money is shown before anything is done. */
export function ChangePackage({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const [key] = useState(newIdempotencyKey)
  const packages = api.useQuery('get', '/api/v1/packages', { params: { query: { limit: 200, is_active: true } } }).data?.items ?? []
  const form = useForm({
    initialValues: { package_id: null as string | null, on: format.today() as string | null, how: 'now' as How, reason: '' },
    validate: { package_id: (value) => (value === null ? t`Choose a package` : null) },
  })
  const { submit, isSending, failure } = useSubmit(form)
  const { package_id, on, how, reason } = form.getValues()
  const path = { params: { path: { id: line.id } } }
  const bodyOf = () => ({ package_id: Number(package_id), on: on ?? format.today(), how, reason })
  const effect = useQuery({
    queryKey: ['package-change', line.id, package_id, on, how],
    enabled: package_id !== null,
    retry: false,
    queryFn: async () => {
      const { data, error } = await http.POST('/api/v1/subscriptions/{id}/package-changes/quote', { ...path, body: { ...bodyOf(), reason: '' } })
      if (data === undefined) throw error
      return data
    },
  })

  const send = submit(async () => {
    const { data, error } = await http.POST('/api/v1/subscriptions/{id}/package-changes', {
      params: { ...path.params, header: { 'idempotency-key': key } },
      body: bodyOf(),
    })
    if (data === undefined) throw error
    await client.invalidateQueries()
    sayDone(t`The package changes on ${format.date(data.starts_on)}.`)
    onClose()
  })

  return (
    <Modal opened onClose={onClose} title={t`Change the package`}>
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <Select
            label={t`New package`}
            required
            searchable
            data={packages
              .filter(({ id }) => id !== line.current_terms?.package_id)
              .map((each) => ({
                value: String(each.id),
                label: each.current === null ? each.name : `${each.name} · ${format.money(each.current.price_minor)}`,
              }))}
            {...form.getInputProps('package_id')}
          />
          <Group grow align="start">
            <DayField label={t`From`} {...form.getInputProps('on')} />
            <Select
              label={t`How`}
              data={[
                { value: 'now', label: t`at once, by the day` },
                { value: 'full_new_cycle', label: t`a full new cycle` },
                { value: 'cycle_end', label: t`when the cycle ends` },
              ]}
              {...form.getInputProps('how')}
            />
          </Group>
          <TextInput label={t`Reason`} {...form.getInputProps('reason')} />
          {effect.data !== undefined && (
            <dl className={styles.quote} aria-live="polite">
              <div>
                <dt>
                  <Trans>The new package begins</Trans>
                </dt>
                <dd>{format.date(effect.data.starts_on)}</dd>
              </div>
              <div>
                <dt>
                  <Trans>Given back for unused days</Trans>
                </dt>
                <dd>
                  <Money minor={effect.data.credited_minor} tone="good" />
                </dd>
              </div>
              <div>
                <dt>
                  <Trans>Billed at once</Trans>
                </dt>
                <dd>
                  <Money minor={effect.data.invoiced_minor} />
                </dd>
              </div>
            </dl>
          )}
          <FormFailure text={failure ?? (isProblem(effect.error) ? effect.error.detail : null)} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={isSending} disabled={effect.data === undefined}>
              <Trans>Change the package</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
