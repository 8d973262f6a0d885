import { Trans } from '@lingui/react/macro'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/page.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import type { Invoice } from './invoice-page.tsx'
import styles from './invoice.module.css'
import { useItemText } from './item-text.ts'
import { WhyLine } from './why-line.tsx'

/** The paper: who sold what to whom, at which price, with which tax. */
export function InvoicePaper({
  invoice,
  onCreditLine,
}: {
  invoice: Invoice /** Absent where no line may be credited. */
  onCreditLine?: ((lineNo: number) => void) | undefined
}) {
  const format = useFormat()
  const itemText = useItemText()
  const hasVat = invoice.lines.some((line) => line.vat_bp > 0)
  const hasDiscount = invoice.discount_minor > 0
  return (
    <Card flush>
      <div className={styles.paper}>
        <div className={styles.seller}>
          <b>{invoice.seller.name}</b>
          <span>{[invoice.seller.address, invoice.seller.phone, invoice.seller.email].filter(Boolean).join(' · ')}</span>
          {invoice.seller.vat_registration !== '' && <span>BIN {invoice.seller.vat_registration}</span>}
        </div>
        {invoice.status === 'void' && (
          <p className={styles.stamp}>
            <Trans>Void</Trans>
          </p>
        )}
        <div className={styles.head}>
          <div className={styles.party}>
            <small>
              <Trans>Billed to</Trans>
            </small>
            <p>{invoice.buyer.name}</p>
            <p>{[invoice.buyer.code, invoice.buyer.phone, invoice.buyer.address].filter(Boolean).join('\n')}</p>
            {invoice.buyer.vat_registration !== '' && <p>BIN {invoice.buyer.vat_registration}</p>}
          </div>
          <dl className={styles.dates}>
            <dt>
              <Trans>Number</Trans>
            </dt>
            <dd>{invoice.code}</dd>
            <dt>
              <Trans>Issued</Trans>
            </dt>
            <dd>
              <DateText day={invoice.issued_on} />
            </dd>
            <dt>
              <Trans>Due</Trans>
            </dt>
            <dd>
              <DateText day={invoice.due_on} />
            </dd>
            <dt>
              <Trans>Month</Trans>
            </dt>
            <dd>{format.month(invoice.month)}</dd>
          </dl>
        </div>
        <TableScroll>
          <table className={tables.table}>
            <caption className="lm-hidden">
              <Trans>Lines of the invoice</Trans>
            </caption>
            <thead>
              <tr>
                <th className={tables.wide}>
                  <Trans>What</Trans>
                </th>
                <th className={styles.wideOnly}>
                  <Trans>Period</Trans>
                </th>
                <th className={`${tables.end} ${styles.wideOnly}`}>
                  <Trans>Net</Trans>
                </th>
                {hasDiscount && (
                  <th className={tables.end}>
                    <Trans>Discount</Trans>
                  </th>
                )}
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
              {invoice.lines.map((line) => (
                <tr key={line.line_no}>
                  <td className={tables.wide}>
                    {line.description || itemText(line.item)}
                    {line.quantity_milli !== 1000 && ` × ${format.number(line.quantity_milli / 1000)}`}
                    <span className={`${tables.small} ${styles.days}`}>
                      <DateText day={line.starts_on} /> – <DateText day={lastDay(line.ends_on)} />
                    </span>
                    <span className={tables.small}>
                      <WhyLine line={line} />
                      {onCreditLine !== undefined && line.left_minor > 0 && (invoice.lines.length > 1 || line.item === 'late_fee') && (
                        <button type="button" className={styles.inline} onClick={() => onCreditLine(line.line_no)}>
                          {line.item === 'late_fee' ? <Trans>Waive this fee</Trans> : <Trans>Credit this line</Trans>}
                        </button>
                      )}
                    </span>
                    {line.left_minor < line.total_minor && (
                      <span className={tables.small}>
                        <Trans>
                          <Money minor={line.total_minor - line.left_minor} /> of it is credited
                        </Trans>
                      </span>
                    )}
                  </td>
                  <td className={styles.wideOnly}>
                    <DateText day={line.starts_on} /> – <DateText day={lastDay(line.ends_on)} />
                  </td>
                  <td className={`${tables.end} ${styles.wideOnly}`}>
                    <Money minor={line.net_minor} />
                  </td>
                  {hasDiscount && (
                    <td className={tables.end}>
                      <Money minor={-line.discount_minor} />
                    </td>
                  )}
                  {hasVat && (
                    <td className={tables.end}>
                      <Money minor={line.vat_minor} />
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
        <Sums net={invoice.net_minor - invoice.discount_minor} vat={hasVat ? invoice.vat_minor : null} total={invoice.total_minor} />
      </div>
    </Card>
  )
}

/** What the lines of a paper come to; below the table, so that it is whole on a phone too. */
export function Sums({ net, vat, total }: { net: number; vat: number | null /** Null where no line carries VAT. */; total: number }) {
  return (
    <dl className={styles.sums}>
      {vat !== null && (
        <>
          <dt>
            <Trans>Net</Trans>
          </dt>
          <dd>
            <Money minor={net} />
          </dd>
          <dt>
            <Trans>VAT</Trans>
          </dt>
          <dd>
            <Money minor={vat} />
          </dd>
        </>
      )}
      <dt data-sum>
        <Trans>Total</Trans>
      </dt>
      <dd data-sum>
        <Money minor={total} symbol />
      </dd>
    </dl>
  )
}

/** Periods are half-open in the books; people read the last day. */
export function lastDay(endsOn: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC', year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    Date.parse(`${endsOn}T00:00:00Z`) - 86_400_000,
  )
}
