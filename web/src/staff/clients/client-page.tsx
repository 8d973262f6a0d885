import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Skeleton } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { Connection } from '../sessions/connection.tsx'
import { Lines } from '../subscriptions/lines.tsx'
import { ClientActions } from './client-actions.tsx'
import { ClientHead } from './client-head.tsx'
import styles from './client.module.css'
import { ClientTabs } from './client-tabs.tsx'
import { OpenInvoices } from './open-invoices.tsx'
import { PinnedNotes } from './pinned-notes.tsx'
import { RecentPayments } from './recent-payments.tsx'
import { Standing } from './standing.tsx'
import { StateMark } from './state.tsx'

/** Everything about one client on one screen: who, what he owes and why, his lines, open bills and last payments; the rest as tabs. */
export function ClientPage() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: client, error, refetch } = api.useQuery('get', '/api/v1/clients/{id}', { params: { path: { id: Number(id) } } })
  if (error !== null)
    return (
      <Page title={t`Client`}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    )
  if (client === undefined)
    return (
      <Page title={t`Client`}>
        <Skeleton h={24} radius="md" />
        <Skeleton h={72} radius="md" />
        <Skeleton h={150} radius="md" />
        <Skeleton h={240} radius="md" />
      </Page>
    )
  return (
    <Page
      title={client.name}
      note={
        <>
          <span className="lm-number">{client.code}</span> <StateMark state={client.state} />
        </>
      }
      actions={<ClientActions key={client.id} client={client} />}
    >
      <ClientHead client={client} />
      {client.deleted_at !== null && (
        <Alert color="red">
          <Trans>This client was deleted on {format.dateTime(client.deleted_at)}.</Trans>
        </Alert>
      )}
      <PinnedNotes client={client} />
      <Standing client={client} />
      <Card title={t`Lines`} flush>
        <Lines key={client.id} client={client} />
      </Card>
      <Connection key={`connection-${client.id}`} client={client} />
      {(may('invoice.view') || may('payment.view')) && (
        <div className={styles.halves}>
          {may('invoice.view') && <OpenInvoices key={`open-${client.id}`} client={client} />}
          {may('payment.view') && <RecentPayments key={`paid-${client.id}`} client={client} />}
        </div>
      )}
      <ClientTabs key={`tabs-${client.id}`} client={client} />
    </Page>
  )
}
