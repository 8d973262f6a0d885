import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Group, Radio, Select, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { api, http, isProblem } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useQuote } from '../../api/use-quote.ts'
import { useMay } from '../../lib/session.ts'
import { firstDayOf, monthAfter } from '../../lib/months.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { BalanceAfter, Effect, EffectRow } from '../../ui/effect.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Money } from '../../ui/values.tsx'
import { hasOwnPrice, lineName, monthlyPrice } from '../clients/client.ts'
import type { Line } from '../clients/client.ts'
import { ownPriceOf, PACKAGE_PRICE, priceField, PriceFields, usePriceRules } from './price-fields.tsx'

type When = 'now' | 'next_month' | 'full_new_cycle' | 'cycle_end' | 'date'

/** Changes the package of a line; the exact effect on the money is shown before anything is done. */
export function ChangePackage({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const queries = useQueryClient()
  const intent = useIntent()
  const packages = api.useQuery('get', '/api/v1/packages', { params: { query: { limit: 200, is_active: true } } }).data?.items ?? []
  const policies = api.useQuery('get', '/api/v1/billing-policies', {}, { enabled: may('package.view'), staleTime: 60_000 }).data?.items
  const usual = policies?.find(({ id }) => id === line.billing_policy_id)?.package_change ?? 'now'
  // A change that is agreed for later can be taken back: then the package of today is a choice, too.
  const coming = line.terms.find(({ starts_on }) => starts_on > format.today())
  const isComing = coming !== undefined
  const form = useForm({
    initialValues: {
      package_id: null as string | null,
      when: (coming === undefined ? null : 'date') as When | null,
      on: (coming?.starts_on ?? null) as string | null,
      reason: '',
      ...PACKAGE_PRICE,
    },
    validate: { package_id: (value) => (value === null ? t`Choose a package` : null), ...usePriceRules() },
  })
  const { submit, isSending, failure } = useSubmit(form, { fieldOf: priceField })
  const values = form.getValues()
  const when = values.when ?? usual
  const nextMonth = firstDayOf(monthAfter(format.today()))
  const body = {
    package_id: Number(values.package_id),
    on: when === 'next_month' ? nextMonth : when === 'date' ? (values.on ?? format.today()) : format.today(),
    how: when === 'next_month' || when === 'date' ? ('now' as const) : when,
    reason: values.price_kind === 'package' ? values.reason : values.price_reason,
    ...ownPriceOf(values),
  }
  const path = { path: { id: line.id } }
  const question = values.package_id === null || (when === 'date' && values.on === null) ? null : [line.id, { ...body, reason: '' }]
  const effect = useQuote(question, () => http.POST('/api/v1/subscriptions/{id}/package-changes/quote', { params: path, body: { ...body, reason: '' } }))
  const chosen = packages.find(({ id }) => String(id) === values.package_id)

  const send = submit(async () => {
    const { data, error } = await http.POST('/api/v1/subscriptions/{id}/package-changes', { params: { ...path, header: intent.header }, body })
    if (data === undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`The package changes on ${format.date(data.starts_on)}.`)
    onClose()
  })

  return (
    <FormDialog
      title={t`Change the package of ${lineName(line)}`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure ?? (isProblem(effect.error) ? effect.error.detail : null)}
      submitLabel={<Trans>Change the package</Trans>}
      isDisabled={!effect.isFresh}
      hint={question === null && <Trans>Choose first; what the change costs is shown before anything is done.</Trans>}
    >
      <Select
        label={t`New package`}
        required
        searchable
        data-autofocus
        data={packages
          .filter(({ id }) => isComing || id !== line.current_terms?.package_id)
          .map((each) => ({ value: String(each.id), label: each.current === null ? each.name : `${each.name} · ${format.money(each.current.price_minor)}` }))}
        {...form.getInputProps('package_id')}
      />
      <Radio.Group label={t`When`} {...form.getInputProps('when')} value={when}>
        <Group gap="xs" mt={2} style={{ display: 'grid' }}>
          <Radio value="now" label={t`Today, by the day`} />
          <Radio value="next_month" label={t`From the first of next month, ${format.date(nextMonth)}`} />
          <Radio value="cycle_end" label={t`When what is billed ends`} />
          <Radio value="full_new_cycle" label={t`Today, with a full new cycle`} />
          <Radio value="date" label={t`From another day`} />
        </Group>
      </Radio.Group>
      {coming !== undefined && (
        <Text size="sm" c="dimmed">
          <Trans>
            From {format.date(coming.starts_on)} on {coming.package_name} is agreed. To take that back, choose the package of today from that day.
          </Trans>
        </Text>
      )}
      {when === 'date' && <DayField label={t`First day of the new package`} required {...form.getInputProps('on')} />}
      {may('discount.give') && <PriceFields form={form} />}
      {values.price_kind === 'package' && <TextInput label={t`Reason`} {...form.getInputProps('reason')} />}
      {hasOwnPrice(line.current_terms) && values.price_kind === 'package' && (
        <Alert color="yellow" py="xs">
          <Trans>What was agreed on the price of this line ends with the change. Give it again here if it is to stay.</Trans>
        </Alert>
      )}
      {effect.data !== undefined && (
        <Effect isStale={!effect.isFresh}>
          <EffectRow label={<Trans>The new package begins</Trans>}>{format.date(effect.data.starts_on)}</EffectRow>
          <EffectRow label={<Trans>Given back for unused days</Trans>}>
            <Money minor={effect.data.credited_minor} symbol tone="good" />
          </EffectRow>
          <EffectRow label={<Trans>Billed at once</Trans>}>
            <Money minor={effect.data.invoiced_minor} symbol />
          </EffectRow>
          {chosen?.current != null && values.price_kind === 'package' && (
            <EffectRow label={<Trans>Each cycle, before VAT</Trans>}>
              {format.money(monthlyPrice(line))} → {format.money(chosen.current.price_minor)}
            </EffectRow>
          )}
          <BalanceAfter balance={effect.data.balance_after} />
        </Effect>
      )}
    </FormDialog>
  )
}
