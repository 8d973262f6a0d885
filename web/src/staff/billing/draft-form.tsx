import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue, useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { http, isProblem } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useIntent } from '../../api/use-intent.ts'
import { useQuote } from '../../api/use-quote.ts'
import { BalanceAfter, Effect, EffectRow } from '../../ui/effect.tsx'
import { FormFailure, sayDone, sayFailed, useSubmit } from '../../ui/form.tsx'
import { ConfirmDialog } from '../../ui/form-dialog.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { Money } from '../../ui/values.tsx'
import { ClientPicker } from '../payments/client-picker.tsx'
import type { PickedClient } from '../payments/client-picker.tsx'
import { DraftLine, emptyLine, lineOf, valuesOf } from './draft-line.tsx'
import type { DraftValues } from './draft-line.tsx'
import styles from './draft.module.css'

type Draft = paths['/api/v1/invoice-drafts/{id}']['get']['responses']['200']['content']['application/json']

/** The lines of a bill written by hand, what they come to while one types, and the ways out: keep it, make it an invoice, throw it away. */
export function DraftForm({
  draft,
  client: first,
  vatRateId,
}: {
  draft: Draft | null
  client: PickedClient | null /** Of a fresh line. */
  vatRateId: string | null
}) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { header } = useIntent()
  const [client, setClient] = useState(first)
  const [isDiscarding, discarding] = useDisclosure(false)
  const [after, setAfter] = useState<'keep' | 'issue'>('issue')
  const form = useForm<DraftValues>({
    initialValues: { lines: draft === null ? [emptyLine(vatRateId)] : draft.lines.map(valuesOf) },
    validate: {
      lines: {
        description: (value) => (value.trim() === '' ? t`Say what it is` : null),
        quantity: (value) => (lineOf({ ...emptyLine(), quantity: value }).quantity_milli > 0 ? null : t`Enter a quantity`),
        unit_price_minor: (value) => (value === null ? t`Enter an amount` : null),
      },
    },
  })
  const { submit, isSending, failure } = useSubmit(form, {
    fieldOf: (field) => field.replace(/quantity_milli$/, 'quantity'),
  })
  const { lines } = form.getValues()
  const complete = lines.filter((line) => line.description.trim() !== '' && line.unit_price_minor !== null && lineOf(line).quantity_milli > 0).map(lineOf)
  const [asked] = useDebouncedValue(client === null || complete.length === 0 ? null : JSON.stringify([client.id, complete]), 250)
  const quote = useQuote(asked === null ? null : ['draft', asked], () => {
    const [client_id, quoted] = JSON.parse(asked ?? '[0, []]') as [number, typeof complete]
    return http.POST('/api/v1/invoice-drafts/quote', { body: { client_id, lines: quoted } })
  })

  const send = submit(async (values) => {
    if (client === null) return
    const body = { lines: values.lines.map(lineOf) }
    let id = draft?.id
    if (id === undefined) {
      const { data, error } = await http.POST('/api/v1/invoice-drafts', { body: { client_id: client.id, ...body } })
      if (data === undefined) throw error
      id = data.id
    } else {
      const { error } = await http.PUT('/api/v1/invoice-drafts/{id}', { params: { path: { id } }, body })
      if (error !== undefined) throw error
    }
    const path = { path: { id } }
    if (after === 'issue') {
      const { data, error } = await http.POST('/api/v1/invoice-drafts/{id}/finalization', { params: { ...path, header } })
      if (data === undefined) {
        // The draft itself is kept; what stands against the invoice is said on its page.
        await navigate({ to: `/invoices/drafts/${id}`, replace: true })
        throw error
      }
      await queries.invalidateQueries()
      sayDone(t`${data.code} is issued.`)
      return navigate({ to: `/invoices/${data.id}` })
    }
    await queries.invalidateQueries()
    sayDone(t`The draft is kept.`)
    return navigate({ to: '/invoices/drafts' })
  })
  const discard = async () => {
    if (draft === null) return navigate({ to: '/invoices/drafts' })
    const { error } = await http.DELETE('/api/v1/invoice-drafts/{id}', { params: { path: { id: draft.id } } })
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    await queries.invalidateQueries()
    sayDone(t`The draft is thrown away.`)
    return navigate({ to: '/invoices/drafts' })
  }

  return (
    <Page
      title={draft === null ? t`Write a bill` : t`Draft for ${draft.client_name}`}
      actions={
        draft !== null && (
          <Button variant="default" onClick={discarding.open}>
            <Trans>Throw away</Trans>
          </Button>
        )
      }
    >
      <form onSubmit={send} noValidate className={styles.columns}>
        <div className={styles.main}>
          {draft === null && (
            <Card>
              <div style={{ maxWidth: 420 }}>
                <ClientPicker value={client} onChange={setClient} label={t`Client`} />
              </div>
            </Card>
          )}
          <Card title={t`Lines`}>
            <div className={styles.lines}>
              {lines.map((line, at) => (
                <DraftLine key={line.key} form={form} at={at} canGo={lines.length > 1} />
              ))}
              <Group>
                <Button
                  variant="default"
                  size="compact-sm"
                  leftSection={<IconPlus size={14} />}
                  onClick={() => form.insertListItem('lines', emptyLine(vatRateId))}
                >
                  <Trans>Add a line</Trans>
                </Button>
              </Group>
            </div>
          </Card>
        </div>
        <Card title={t`What it comes to`}>
          <div className={styles.main}>
            {quote.data === undefined ? (
              <p className={styles.hint}>
                {quote.error !== null && isProblem(quote.error) ? (
                  quote.error.detail
                ) : client === null ? (
                  <Trans>Choose the client first.</Trans>
                ) : (
                  <Trans>Fill in a line to see it.</Trans>
                )}
              </p>
            ) : (
              <Effect isStale={!quote.isFresh}>
                <EffectRow label={<Trans>Net</Trans>}>
                  <Money minor={quote.data.total_minor - quote.data.vat_minor} />
                </EffectRow>
                <EffectRow label={<Trans>VAT</Trans>}>
                  <Money minor={quote.data.vat_minor} />
                </EffectRow>
                <EffectRow label={<Trans>Total</Trans>} isSum>
                  <Money minor={quote.data.total_minor} symbol />
                </EffectRow>
                <BalanceAfter balance={quote.data.balance_after} />
              </Effect>
            )}
            <FormFailure text={failure} />
            <Button type="submit" loading={isSending && after === 'issue'} disabled={client === null} onClick={() => setAfter('issue')}>
              <Trans>Make it an invoice</Trans>
            </Button>
            <Button type="submit" variant="default" loading={isSending && after === 'keep'} disabled={client === null} onClick={() => setAfter('keep')}>
              <Trans>Keep it as a draft</Trans>
            </Button>
            <p className={styles.hint}>
              <Trans>It takes its number only when it becomes an invoice; from then on it is corrected by a credit note alone.</Trans>
            </p>
          </div>
        </Card>
      </form>
      {isDiscarding && (
        <ConfirmDialog
          title={t`Throw the draft away?`}
          onClose={discarding.close}
          onSubmit={(event) => {
            event?.preventDefault()
            void discard()
          }}
          isSending={false}
          failure={null}
          submitLabel={<Trans>Throw away</Trans>}
          isDanger
        >
          <Trans>It has no number and is in no book; nothing else changes.</Trans>
        </ConfirmDialog>
      )}
    </Page>
  )
}
