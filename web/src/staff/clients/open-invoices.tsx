import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDiscount2, IconDots, IconFileInvoice, IconPrinter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { AllowedItem } from '../../ui/allowed-item.tsx'
import { Card } from '../../ui/page.tsx'
import { ErrorState, RowsPending } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { InvoiceStatusMark } from '../billing/status.tsx'
import { TakePayment } from '../payments/take-payment.tsx'
import type { Client } from './client.ts'
import styles from './client.module.css'
import { GiveDiscount } from './give-discount.tsx'

type Invoice = RowOf<'/api/v1/invoices'>
const SHOWN = 6

/** What is still open, the newest first, and what is done about it. */
export function OpenInvoices({ client }: { client: Client }) {
  const { t } = useLingui()
  const [, setState] = useUrlState()
  const source = useList('/api/v1/invoices', { query: { client_id: String(client.id), open: 'true' }, pageSize: SHOWN })
  const [opened, setOpened] = useState<{ invoice: Invoice; action: 'pay' | 'discount' } | null>(null)
  const close = () => setOpened(null)
  return (
    <Card
      title={t`Open invoices`}
      flush
      actions={
        <Button variant="subtle" size="compact-sm" onClick={() => setState({ tab: 'invoices' })}>
          <Trans>All invoices</Trans>
        </Button>
      }
    >
      {source.error !== null && <ErrorState error={source.error} retry={source.retry} />}
      {source.isPending && <RowsPending rows={2} />}
      {!source.isPending && source.error === null && source.rows.length === 0 && (
        <div className={styles.empty}>
          <Trans>Nothing is open.</Trans>
        </div>
      )}
      {source.rows.length > 0 && (
        <TableScroll>
          <table className={tables.table}>
            <thead>
              <tr>
                <th>
                  <Trans>Number</Trans>
                </th>
                <th className={styles.deskCell}>
                  <Trans>Due</Trans>
                </th>
                <th className={styles.deskCell}>
                  <Trans>State</Trans>
                </th>
                <th className={tables.end}>
                  <Trans>Still open</Trans>
                </th>
                <th>
                  <span className="lm-hidden">
                    <Trans>Actions</Trans>
                  </span>
                </th>
              </tr>
            </thead>
            <tbody>
              {source.rows.map((invoice) => (
                <tr key={invoice.id}>
                  <td>
                    <Link className="lm-link" to="/invoices/$id" params={{ id: String(invoice.id) }}>
                      {invoice.code}
                    </Link>
                    <span className={styles.phoneLine}>
                      <InvoiceStatusMark status={invoice.status} /> <DateText day={invoice.due_on} />
                    </span>
                  </td>
                  <td className={styles.deskCell}>
                    <DateText day={invoice.due_on} />
                  </td>
                  <td className={styles.deskCell}>
                    <InvoiceStatusMark status={invoice.status} />
                  </td>
                  <td className={tables.end}>
                    <Money minor={invoice.open_minor} tone="owed" />
                  </td>
                  <td className={styles.rowActions}>
                    <div>
                      {client.allowed.take_payment.ok && (
                        <Button size="compact-xs" variant="default" aria-label={t`Pay ${invoice.code}`} onClick={() => setOpened({ invoice, action: 'pay' })}>
                          <Trans>Pay</Trans>
                        </Button>
                      )}
                      <Menu position="bottom-end" width={250}>
                        <Menu.Target>
                          <ActionIcon size={24} variant="subtle" color="gray" aria-label={t`More for ${invoice.code}`}>
                            <IconDots size={16} />
                          </ActionIcon>
                        </Menu.Target>
                        <Menu.Dropdown>
                          <AllowedItem
                            allowed={client.allowed.give_discount}
                            icon={<IconDiscount2 size={16} stroke={1.8} />}
                            onClick={() => setOpened({ invoice, action: 'discount' })}
                          >
                            <Trans>Give a discount</Trans>
                          </AllowedItem>
                          <Menu.Item
                            component={Link}
                            to="/invoices/$id"
                            params={{ id: String(invoice.id) } as never}
                            leftSection={<IconFileInvoice size={16} stroke={1.8} />}
                          >
                            <Trans>Credit note, void, write off</Trans>
                          </Menu.Item>
                          <Menu.Item
                            component="a"
                            href={`/api/v1/invoices/${invoice.id}/pdf`}
                            target="_blank"
                            leftSection={<IconPrinter size={16} stroke={1.8} />}
                          >
                            PDF
                          </Menu.Item>
                        </Menu.Dropdown>
                      </Menu>
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {source.hasMore && (
        <div className={styles.more}>
          <Button variant="subtle" size="compact-sm" loading={source.isLoadingMore} onClick={source.loadMore}>
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
      {opened?.action === 'pay' && (
        <TakePayment
          client={{ id: client.id, title: client.name, subtitle: `${client.code} · ${client.phone}` }}
          invoice={{ id: opened.invoice.id, code: opened.invoice.code, open_minor: opened.invoice.open_minor }}
          onClose={close}
        />
      )}
      {opened?.action === 'discount' && <GiveDiscount client={client} invoiceId={opened.invoice.id} onClose={close} />}
    </Card>
  )
}
