import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Checkbox, Group } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { IconBox } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http, isProblem } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useList } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import { FormFailure, sayDone, useSubmit } from '../../ui/form.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState } from '../../ui/page-states.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { PriceChangeFields, priceChange, priceValues } from './price-change-fields.tsx'
import { PriceTable } from './price-table.tsx'

type Body = NonNullable<paths['/api/v1/packages/bulk-edits']['post']['requestBody']>['content']['application/json']
export type PriceEdits = paths['/api/v1/packages/bulk-edits']['post']['responses']['200']['content']['application/json']

/** The prices of many packages from a day on: every new price is seen before anything is published, and each row says what came of it. */
export function PricesPage() {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const [showsAll, setShowsAll] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [result, setResult] = useState<PriceEdits | null>(null)
  const source = useList('/api/v1/packages', { query: { is_active: showsAll ? undefined : 'true' }, pageSize: 200 })
  const form = useForm({ initialValues: priceValues(format.today()) })
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: (field) => (field.startsWith('change') ? 'amount' : field) })

  const values = form.getValues()
  const change = priceChange(values)
  const ids = [...chosen].sort((a, b) => a - b)
  const body: Body | null =
    change === null || ids.length === 0 || values.starts_on === null
      ? null
      : {
          package_ids: ids,
          change,
          starts_on: values.starts_on,
          round_to_minor: Number(values.round_to_minor),
          ...(values.approval_no === '' ? {} : { approval_no: values.approval_no, approved_on: values.approved_on }),
          ...(values.moves ? { applies_to_existing_from: values.moves_on ?? values.starts_on } : {}),
          preview: true,
        }
  const [asked] = useDebouncedValue(body, 250)
  const preview = useQuery({
    queryKey: ['price-preview', asked],
    enabled: asked !== null && result === null,
    retry: false,
    placeholderData: (before) => before,
    queryFn: async () => {
      const { data, error } = await http.POST('/api/v1/packages/bulk-edits', { body: asked as Body })
      if (data === undefined) throw error
      return data
    },
  })
  const shown = result ?? (body === null || preview.isError ? null : (preview.data ?? null))
  const changing = shown?.items.filter(({ before_minor, after_minor }) => before_minor !== after_minor).length ?? 0

  const send = submit(async () => {
    if (body === null) return
    const { data, error } = await http.POST('/api/v1/packages/bulk-edits', { body: { ...body, preview: false } })
    if (data === undefined) throw error
    setResult(data)
    await client.invalidateQueries()
    sayDone(t`The new prices are published.`)
  })
  const startAgain = () => {
    setResult(null)
    setChosen(new Set())
    form.setValues(priceValues(format.today()))
  }

  if (source.error !== null && source.rows.length === 0) return <ErrorState error={source.error} retry={source.retry} />
  return (
    <Page title={t`Change prices`}>
      <SectionTabs of="/packages" />
      {!source.isPending && source.rows.length === 0 && !showsAll ? (
        <EmptyState icon={<IconBox size={24} />} title={<Trans>No packages yet</Trans>}>
          <Trans>Add packages first; their prices can then be changed together.</Trans>
        </EmptyState>
      ) : (
        <form onSubmit={send} noValidate style={{ display: 'contents' }}>
          {result === null ? (
            <Card title={t`What changes`}>
              <PriceChangeFields form={form} />
            </Card>
          ) : (
            <Alert color="green" title={t`Published`}>
              <Trans>
                New versions: {format.number(changing)}. Lines that move to them: {format.number(result.lines)}. Earlier bills stay as they are.
              </Trans>
            </Alert>
          )}
          <Card
            title={t`Packages`}
            flush
            actions={
              result === null && (
                <Checkbox label={t`With those not on sale`} checked={showsAll} onChange={({ currentTarget }) => setShowsAll(currentTarget.checked)} />
              )
            }
          >
            <PriceTable source={source} chosen={chosen} onChoose={setChosen} shown={shown} isResult={result !== null} />
          </Card>
          <FormFailure text={failure ?? (result === null && body !== null && isProblem(preview.error) ? preview.error.detail : null)} />
          <Group justify="space-between">
            <span aria-live="polite">
              {result === null && shown !== null && (
                <Trans>
                  Prices that change: {format.number(changing)} of {format.number(shown.items.length)}.
                </Trans>
              )}{' '}
              {result === null && shown !== null && values.moves && <Trans>Lines that move: {format.number(shown.lines)}.</Trans>}
            </span>
            {result === null ? (
              <Button type="submit" loading={isSending} disabled={changing === 0 || body === null}>
                <Trans>Publish the new prices</Trans>
              </Button>
            ) : (
              <Button variant="default" onClick={startAgain}>
                <Trans>Change more prices</Trans>
              </Button>
            )}
          </Group>
        </form>
      )}
    </Page>
  )
}
