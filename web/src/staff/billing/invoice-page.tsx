import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useMay } from '../../lib/session.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { Why } from '../why/why.tsx'
import { CorrectInvoice } from './correct-invoice.tsx'
import type { Correction } from './correct-invoice.tsx'
import { InvoicePaper } from './invoice-paper.tsx'
import styles from './invoice.module.css'
import { InvoiceStatusMark } from './status.tsx'

export type Invoice = paths['/api/v1/invoices/{id}']['get']['responses']['200']['content']['application/json']

/** An invoice as the document it is: its lines, what paid it, and how it can still be corrected. Nothing here can be edited. */
export function InvoicePage() {
  const { t } = useLingui()
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

  return (
    <Page title={invoice.code} note={<InvoiceStatusMark status={invoice.status} />} actions={<Actions invoice={invoice} onCorrect={setCorrection} />}>
      <div className={styles.columns}>
        <InvoicePaper invoice={invoice} />
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
          <Card title={t`What paid it`} flush>
            <Items none={t`Nothing was paid of it yet.`}>
              {invoice.paid_by.map((paid) => (
                <Item key={paid.payment_id} main={paid.receipt_code ?? paid.method} note={<DateText day={paid.booked_on} />} minor={paid.amount_minor} />
              ))}
            </Items>
          </Card>
          {(invoice.credit_notes.length > 0 || invoice.write_offs.length > 0 || invoice.void !== null) && (
            <Card title={t`Corrections`} flush>
              <Items none="">
                {invoice.credit_notes.map((note) => (
                  <Item
                    key={note.code}
                    main={
                      <a className="lm-link" href={`/api/v1/credit-notes/${note.id}/pdf`} target="_blank" rel="noreferrer">
                        {note.code}
                      </a>
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

function Items({ children, none }: { children: ReactNode[] | ReactNode; none: string }) {
  return Array.isArray(children) && children.flat().filter(Boolean).length === 0 ? (
    <div className={styles.none}>{none}</div>
  ) : (
    <ul className={styles.items}>{children}</ul>
  )
}

function Item({ main, note, minor }: { main: ReactNode; note: ReactNode; minor: number }) {
  return (
    <li>
      <span>
        {main}
        <small>{note}</small>
      </span>
      <Money minor={minor} />
    </li>
  )
}

/** What may be done, as the server says it; a button that may not be used tells why. */
function Actions({ invoice, onCorrect }: { invoice: Invoice; onCorrect: (correction: Correction) => void }) {
  const { t } = useLingui()
  const may = useMay()
  const button = (action: Correction, label: string) => (
    <AllowedButton variant="default" allowed={invoice.allowed[action]} onClick={() => onCorrect(action)}>
      {label}
    </AllowedButton>
  )
  return (
    <>
      <Button component="a" href={`/api/v1/invoices/${invoice.id}/pdf`} target="_blank" variant="default" leftSection={<IconPrinter size={16} />}>
        PDF
      </Button>
      {may('credit_note.issue') && button('credit', t`Credit note`)}
      {may('invoice.void') && button('void', t`Void`)}
      {may('writeoff.approve') && button('write_off', t`Write off`)}
      {may('client.view') && <Button component={Link} to={`/clients/${invoice.client_id}`} variant="default">{t`Client`}</Button>}
    </>
  )
}
