import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useMay } from '../../lib/session.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { Money } from '../../ui/values.tsx'
import { Why } from '../why/why.tsx'
import { TakePayment } from '../payments/take-payment.tsx'
import { CorrectInvoice } from './correct-invoice.tsx'
import type { Correction } from './correct-invoice.tsx'
import { InvoicePaper } from './invoice-paper.tsx'
import styles from './invoice.module.css'
import { PaperMenu } from './paper-menu.tsx'
import { Item, Items } from './paper-items.tsx'
import { InvoiceStatusMark } from './status.tsx'
import { WhatPaid } from './what-paid.tsx'

export type Invoice = paths['/api/v1/invoices/{id}']['get']['responses']['200']['content']['application/json']

/** An invoice as the document it is: its lines, what paid it, and how it can still be corrected. Nothing here can be edited. */
export function InvoicePage() {
  const { t } = useLingui()
  const may = useMay()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: invoice, error, refetch } = api.useQuery('get', '/api/v1/invoices/{id}', { params: { path: { id: Number(id) } } })
  const [correction, setCorrection] = useState<Correction | null>(null)
  if (error !== null)
    return (
      <Page title={t`Invoice`}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    )
  if (invoice === undefined)
    return (
      <Page title={t`Invoice`}>
        <Skeleton h={480} radius="md" />
      </Page>
    )

  const mayCreditLine = may('credit_note.issue') && invoice.allowed.credit.ok
  return (
    <Page title={invoice.code} note={<InvoiceStatusMark status={invoice.status} />} actions={<Actions invoice={invoice} onCorrect={setCorrection} />}>
      <div className={styles.columns}>
        <InvoicePaper invoice={invoice} onCreditLine={mayCreditLine ? (lineNo) => setCorrection({ kind: 'credit', lineNo }) : undefined} />
        <div className={styles.side}>
          <Card title={t`Where it stands`} actions={<Why what="invoice" id={invoice.id} label={t`Why ${invoice.code} comes to this`} />}>
            <dl className={styles.facts}>
              <Fact label={t`Total`} minor={invoice.total_minor} />
              <Fact label={t`Paid`} minor={-invoice.allocated_minor} />
              {invoice.credited_minor > 0 && <Fact label={t`Credited`} minor={-invoice.credited_minor} />}
              {invoice.written_off_minor > 0 && <Fact label={t`Written off`} minor={-invoice.written_off_minor} />}
              {invoice.voided_minor > 0 && <Fact label={t`Voided`} minor={-invoice.voided_minor} />}
              <div className={styles.big}>
                <dt>
                  <Trans>Still open</Trans>
                </dt>
                <dd>
                  <Money minor={invoice.open_minor} symbol tone="owed" />
                </dd>
              </div>
            </dl>
          </Card>
          <WhatPaid invoice={invoice} />
          {(invoice.credit_notes.length > 0 || invoice.write_offs.length > 0 || invoice.void !== null) && (
            <Card title={t`Corrections`} flush>
              <Items none="">
                {invoice.credit_notes.map((note) => (
                  <Item
                    key={note.code}
                    main={
                      <Link className="lm-link" to="/invoices/credit-notes/$id" params={{ id: String(note.id) }}>
                        {note.code}
                      </Link>
                    }
                    note={note.reason}
                    minor={-note.total_minor}
                  />
                ))}
                {invoice.write_offs.map((write) => (
                  <Item key={write.code} main={write.code} note={write.reason} minor={-write.amount_minor} />
                ))}
                {invoice.void !== null && <Item main={invoice.void.code} note={invoice.void.reason} minor={-invoice.voided_minor} />}
              </Items>
            </Card>
          )}
        </div>
      </div>
      {correction !== null && <CorrectInvoice invoice={invoice} correction={correction} onClose={() => setCorrection(null)} />}
    </Page>
  )
}

function Fact({ label, minor }: { label: string; minor: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Money minor={minor} />
      </dd>
    </div>
  )
}

/** What may be done, as the server says it; a button that may not be used tells why. */
function Actions({ invoice, onCorrect }: { invoice: Invoice; onCorrect: (correction: Correction) => void }) {
  const { t } = useLingui()
  const may = useMay()
  const [isPaying, paying] = useDisclosure(false)
  const button = (kind: Correction['kind'], label: string) => (
    <AllowedButton variant="default" allowed={invoice.allowed[kind]} onClick={() => onCorrect({ kind })}>
      {label}
    </AllowedButton>
  )
  return (
    <>
      <PaperMenu path={`/api/v1/invoices/${invoice.id}/pdf`} hasSlip />
      {may('credit_note.issue') && button('credit', t`Credit note`)}
      {may('invoice.void') && button('void', t`Void`)}
      {may('writeoff.approve') && button('write_off', t`Write off`)}
      {may('client.view') && <Button component={Link} to={`/clients/${invoice.client_id}`} variant="default">{t`Client`}</Button>}
      {may('payment.take') && invoice.allowed.pay.ok && <Button onClick={paying.open}>{t`Take a payment`}</Button>}
      {isPaying && (
        <TakePayment
          client={{ id: invoice.client_id, title: invoice.client_name, subtitle: invoice.client_code }}
          invoice={{ id: invoice.id, code: invoice.code, open_minor: invoice.open_minor }}
          onClose={paying.close}
        />
      )}
    </>
  )
}
