import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { DateText, Money, TimeText } from '../../ui/values.tsx'
import { useCreditNoteKindText } from './credit-note-kinds.ts'
import { lastDay, Sums } from './invoice-paper.tsx'
import styles from './invoice.module.css'
import { useItemText } from './item-text.ts'
import { PaperMenu } from './paper-menu.tsx'

type CreditNote = paths['/api/v1/credit-notes/{id}']['get']['responses']['200']['content']['application/json']

/** A credit note as the document it is: what it gives back of which line, why, and who allowed it. */
export function CreditNotePage() {
  const { t } = useLingui()
  const may = useMay()
  const { id } = useParams({ strict: false }) as { id: string }
  const kindText = useCreditNoteKindText()
  const { data: note, error, refetch } = api.useQuery('get', '/api/v1/credit-notes/{id}', { params: { path: { id: Number(id) } } })
  if (error !== null)
    return (
      <Page title={t`Credit note`}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    )
  if (note === undefined)
    return (
      <Page title={t`Credit note`}>
        <Skeleton h={420} radius="md" />
      </Page>
    )
  return (
    <Page
      title={note.code}
      note={kindText(note.kind)}
      actions={
        <>
          <PaperMenu path={`/api/v1/credit-notes/${note.id}/pdf`} />
          <Button component={Link} to={`/invoices/${note.invoice_id}`} variant="default">
            <Trans>Invoice</Trans>
          </Button>
          {may('client.view') && (
            <Button component={Link} to={`/clients/${note.client_id}`} variant="default">
              <Trans>Client</Trans>
            </Button>
          )}
        </>
      }
    >
      <div className={styles.columns}>
        <NotePaper note={note} />
        <div className={styles.side}>
          <Card title={t`Why and by whom`}>
            <p style={{ margin: 0 }}>{note.reason}</p>
            <dl className={styles.facts} style={{ marginTop: 12 }}>
              <div>
                <dt>
                  <Trans>Issued</Trans>
                </dt>
                <dd>
                  <TimeText at={note.issued_at} />
                </dd>
              </div>
              <div>
                <dt>
                  <Trans>By</Trans>
                </dt>
                <dd>{note.issued_by_name ?? t`The program`}</dd>
              </div>
              {note.approved_by_name !== null && (
                <div>
                  <dt>
                    <Trans>Approved by</Trans>
                  </dt>
                  <dd>{note.approved_by_name}</dd>
                </div>
              )}
            </dl>
          </Card>
        </div>
      </div>
    </Page>
  )
}

function NotePaper({ note }: { note: CreditNote }) {
  const format = useFormat()
  const itemText = useItemText()
  const hasVat = note.vat_minor > 0
  const hasDays = note.lines.some(({ starts_on }) => starts_on !== null)
  return (
    <Card flush>
      <div className={styles.paper}>
        <div className={styles.seller}>
          <b>{note.seller.name}</b>
          <span>{[note.seller.address, note.seller.phone].filter(Boolean).join(' · ')}</span>
          {note.seller.vat_registration !== '' && <span>BIN {note.seller.vat_registration}</span>}
        </div>
        <div className={styles.head}>
          <div className={styles.party}>
            <small>
              <Trans>Credited to</Trans>
            </small>
            <p>{note.buyer.name}</p>
            <p>{[note.buyer.code, note.buyer.phone, note.buyer.address].filter(Boolean).join('\n')}</p>
          </div>
          <dl className={styles.dates}>
            <dt>
              <Trans>Number</Trans>
            </dt>
            <dd>{note.code}</dd>
            <dt>
              <Trans>Issued</Trans>
            </dt>
            <dd>
              <DateText day={note.issued_on} />
            </dd>
            <dt>
              <Trans>Of invoice</Trans>
            </dt>
            <dd>
              <Link className="lm-link" to="/invoices/$id" params={{ id: String(note.invoice_id) }}>
                {note.invoice_code}
              </Link>
            </dd>
          </dl>
        </div>
        <TableScroll>
          <table className={tables.table}>
            <thead>
              <tr>
                <th className={tables.wide}>
                  <Trans>What</Trans>
                </th>
                {hasDays && (
                  <th className={styles.wideOnly}>
                    <Trans>Days given back</Trans>
                  </th>
                )}
                <th className={`${tables.end} ${styles.wideOnly}`}>
                  <Trans>Net</Trans>
                </th>
                {hasVat && (
                  <th className={tables.end}>
                    <Trans>VAT</Trans>
                  </th>
                )}
                <th className={tables.end}>
                  <Trans>Total</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {note.lines.map((line) => (
                <tr key={line.line_no}>
                  <td className={tables.wide}>{line.description || itemText(line.item)}</td>
                  {hasDays && (
                    <td className={styles.wideOnly}>
                      {line.starts_on !== null && line.ends_on !== null && (
                        <>
                          <DateText day={line.starts_on} /> – <DateText day={lastDay(line.ends_on)} />
                        </>
                      )}
                    </td>
                  )}
                  <td className={`${tables.end} ${styles.wideOnly}`}>
                    <Money minor={line.net_minor - line.discount_minor} />
                  </td>
                  {hasVat && (
                    <td className={tables.end}>
                      <Money minor={line.vat_minor} />
                      <span className={tables.small}>{format.percent(line.vat_bp)}</span>
                    </td>
                  )}
                  <td className={tables.end}>
                    <Money minor={line.total_minor} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
        <Sums net={note.net_minor - note.discount_minor} vat={hasVat ? note.vat_minor : null} total={note.total_minor} />
      </div>
    </Card>
  )
}
