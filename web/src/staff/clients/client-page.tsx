import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Badge, Button, Skeleton } from '@mantine/core'
import { IconCash, IconMail, IconMapPin, IconPhone } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Figures } from '../../ui/figures.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { TakePayment } from '../payments/take-payment.tsx'
import { Why } from '../why/why.tsx'
import { BillNow } from './bill-now.tsx'
import { ClientFacts } from './client-facts.tsx'
import styles from './client.module.css'
import { ClientInvoices } from './client-invoices.tsx'
import { ClientPayments } from './client-payments.tsx'
import { EditClient } from './edit-client.tsx'
import { Lines } from './lines.tsx'
import { StateMark } from './state.tsx'
import { Timeline } from './timeline.tsx'

export type Client = paths['/api/v1/clients/{id}']['get']['responses']['200']['content']['application/json']
export type Line = Client['subscriptions'][number]

/** Everything about one client on one page: who, what he owes, his lines, his papers, what happened. */
export function ClientPage() {
  const { t } = useLingui()
  const format = useFormat()
  const may = useMay()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: client, error, refetch } = api.useQuery('get', '/api/v1/clients/{id}', { params: { path: { id: Number(id) } } })
  const [isEditing, setEditing] = useState(false)
  const [isTaking, setTaking] = useState(false)
  const [isBilling, setBilling] = useState(false)
  if (error !== null)
    return (
      <Page title={t`Client`}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    )
  if (client === undefined)
    return (
      <Page title={t`Client`}>
        <Skeleton h={90} radius="md" />
        <Skeleton h={340} radius="md" />
      </Page>
    )

  const { receivable_minor: owed, credit_minor: credit } = client.balance
  const live = client.subscriptions.filter(({ state }) => state !== 'left')
  const monthly = live.reduce((sum, line) => sum + monthlyPrice(line), 0)
  const expires = live
    .map((line) => line.expires_on)
    .filter((day) => day !== null)
    .toSorted()[0]
  const shownLines = format.number(live.length)
  const linesText = plural(live.length, { one: `${shownLines} line`, other: `${shownLines} lines` })
  return (
    <Page
      title={client.name}
      note={
        <>
          <span className="lm-number">{client.code}</span> <StateMark state={client.state} />
        </>
      }
      actions={
        <>
          {may('payment.take') && (
            <Button leftSection={<IconCash size={16} />} onClick={() => setTaking(true)}>
              <Trans>Take a payment</Trans>
            </Button>
          )}
          {may('invoice.issue') && live.length > 0 && (
            <Button variant="default" onClick={() => setBilling(true)}>
              <Trans>Bill now</Trans>
            </Button>
          )}
          {may('invoice.view') && (
            <Button component={Link} to={`/clients/${client.id}/statement`} variant="default">
              <Trans>Statement</Trans>
            </Button>
          )}
          {client.allowed.edit.ok && (
            <Button variant="default" onClick={() => setEditing(true)}>
              <Trans>Edit</Trans>
            </Button>
          )}
        </>
      }
    >
      <div className={styles.contact}>
        <a href={`tel:${client.phone}`}>
          <IconPhone size={15} aria-hidden />
          {client.phone}
        </a>
        {client.email !== '' && (
          <a href={`mailto:${client.email}`}>
            <IconMail size={15} aria-hidden />
            {client.email}
          </a>
        )}
        {client.address !== '' && (
          <span>
            <IconMapPin size={15} aria-hidden />
            {client.address}
          </span>
        )}
        {client.is_vip && <Badge color="violet">VIP</Badge>}
        {client.is_whitelisted && (
          <Badge color="teal">
            <Trans>Never suspended</Trans>
          </Badge>
        )}
        {client.tags.map((tag) => (
          <Badge key={tag} color="gray">
            {tag}
          </Badge>
        ))}
      </div>
      {client.deleted_at !== null && (
        <Alert color="red">
          <Trans>This client was deleted on {format.dateTime(client.deleted_at)}.</Trans>
        </Alert>
      )}
      <Figures
        figures={[
          {
            label: t`Owes`,
            value: <span style={{ color: owed > 0 ? 'var(--lm-red)' : undefined }}>{format.money(owed)}</span>,
            note: owed > 0 ? t`open invoices below` : t`nothing is open`,
            to: `/clients/${client.id}/statement`,
            aside: may('invoice.view') ? <Why what="balance" id={client.id} label={t`Why ${client.name} owes this`} /> : undefined,
          },
          { label: t`Paid in advance`, value: format.money(credit), note: t`used for the next bill` },
          { label: t`Each month`, value: format.money(monthly), note: linesText },
          expires === undefined
            ? { label: t`Client since`, value: format.date(client.joined_on) }
            : { label: t`Expires`, value: format.date(expires), note: t`Client since ${format.date(client.joined_on)}` },
        ]}
      />
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Card title={t`Lines`} flush>
            <Lines client={client} />
          </Card>
          {may('invoice.view') && (
            <Card title={t`Invoices`} flush>
              <ClientInvoices clientId={client.id} />
            </Card>
          )}
          {may('payment.view') && (
            <Card title={t`Payments`} flush>
              <ClientPayments clientId={client.id} />
            </Card>
          )}
        </div>
        <div className={styles.stack}>
          <Card title={t`Who`}>
            <ClientFacts client={client} />
          </Card>
          <Timeline client={client} />
        </div>
      </div>
      {isEditing && <EditClient client={client} onClose={() => setEditing(false)} />}
      {isTaking && (
        <TakePayment client={{ id: client.id, title: client.name, subtitle: `${client.code} · ${client.phone}` }} onClose={() => setTaking(false)} />
      )}
      {isBilling && <BillNow client={client} onClose={() => setBilling(false)} />}
    </Page>
  )
}

/** What a line costs before VAT, discounts taken off. */
export function monthlyPrice({ current_terms: terms }: Line): number {
  if (terms === null) return 0
  const price = terms.price_override_minor ?? terms.list_price_minor
  return Math.max(0, price - Math.round((price * terms.discount_bp) / 10_000) - terms.discount_minor)
}
