import { Trans, useLingui } from '@lingui/react/macro'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { http, isProblem } from '../../api/client.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useQuote } from '../../api/use-quote.ts'
import { useFormat } from '../../lib/use-format.ts'
import { MonthField } from '../../ui/day-field.tsx'
import { BalanceAfter, Effect, EffectRow } from '../../ui/effect.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Money } from '../../ui/values.tsx'
import { lastDay } from '../billing/invoice-paper.tsx'
import type { Client } from './client.ts'

/** Bills one client for everything that is due up to the end of a month; the bill is shown first, and nothing is ever billed twice. */
export function BillNow({ client: billed, onClose }: { client: Client; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const intent = useIntent()
  const form = useForm({ initialValues: { month: `${format.today().slice(0, 7)}-01` as string | null } })
  const { submit, isSending, failure } = useSubmit(form)
  const month = (form.getValues().month ?? format.today()).slice(0, 7)
  const body = { client_id: billed.id, month }
  const effect = useQuote([billed.id, 'bill', month], () => http.POST('/api/v1/invoices/quote', { body }))
  const send = submit(async () => {
    const { data, error } = await http.POST('/api/v1/invoices', { params: { header: intent.header }, body })
    if (data === undefined) throw error
    await queries.invalidateQueries()
    sayDone(t`${data.code} over ${format.money(data.total_minor)} is issued.`)
    await navigate({ to: '/invoices/$id', params: { id: String(data.id) } })
  })
  return (
    <FormDialog
      title={t`Bill ${billed.name} now`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure ?? (isProblem(effect.error) ? effect.error.detail : null)}
      submitLabel={<Trans>Issue the invoice</Trans>}
      isDisabled={!effect.isFresh}
    >
      <MonthField label={t`Up to the end of`} data-autofocus {...form.getInputProps('month')} />
      {effect.data !== undefined && (
        <Effect isStale={!effect.isFresh}>
          {effect.data.lines.map((line, at) => (
            <EffectRow
              key={at}
              label={
                <>
                  {line.description || line.item}{' '}
                  <small>
                    {format.date(line.starts_on)} – {format.date(lastDay(line.ends_on))}
                  </small>
                </>
              }
            >
              <Money minor={line.net_minor - line.discount_minor} />
            </EffectRow>
          ))}
          {effect.data.vat_minor > 0 && (
            <EffectRow label={<Trans>VAT</Trans>}>
              <Money minor={effect.data.vat_minor} />
            </EffectRow>
          )}
          <EffectRow label={<Trans>Total</Trans>} isSum>
            <Money minor={effect.data.total_minor} symbol />
          </EffectRow>
          <BalanceAfter balance={effect.data.balance_after} />
        </Effect>
      )}
    </FormDialog>
  )
}
