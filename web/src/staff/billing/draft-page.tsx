import { useLingui } from '@lingui/react/macro'
import { Skeleton } from '@mantine/core'
import { Navigate, useParams } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { DraftForm } from './draft-form.tsx'

/** The rate a fresh line gets: the company's, where it has only one. Undefined until it is known. */
function useOnlyRate(): string | null | undefined {
  const rates = api.useQuery('get', '/api/v1/vat-rates', {}).data?.items
  return rates === undefined ? undefined : rates.length === 1 ? String(rates[0]?.id) : null
}

/** A bill written by hand, until it is an invoice. */
export function DraftPage() {
  const { t } = useLingui()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error, refetch } = api.useQuery('get', '/api/v1/invoice-drafts/{id}', { params: { path: { id: Number(id) } } })
  const vatRateId = useOnlyRate()
  if (error !== null)
    return (
      <Page title={t`Draft`}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    )
  if (data === undefined || vatRateId === undefined)
    return (
      <Page title={t`Draft`}>
        <Skeleton h={320} radius="md" />
      </Page>
    )
  if (data.invoice_id !== null) return <Navigate to="/invoices/$id" params={{ id: String(data.invoice_id) }} replace />
  return <DraftForm key={data.id} draft={data} vatRateId={vatRateId} client={{ id: data.client_id, title: data.client_name, subtitle: data.client_code }} />
}

/** A new one; `client_id` in the address says for whom. */
export function NewDraftPage() {
  const { t } = useLingui()
  const [state] = useUrlState()
  const id = Number(state['client_id'] ?? 0)
  const { data, isLoading } = api.useQuery('get', '/api/v1/clients/{id}', { params: { path: { id } } }, { enabled: id > 0 })
  const vatRateId = useOnlyRate()
  if (isLoading || vatRateId === undefined)
    return (
      <Page title={t`Write a bill`}>
        <Skeleton h={320} radius="md" />
      </Page>
    )
  return <DraftForm draft={null} vatRateId={vatRateId} client={data === undefined ? null : { id: data.id, title: data.name, subtitle: data.code }} />
}
