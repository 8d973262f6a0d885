import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { ErrorState, RowsPending } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Money, Status, TimeText } from '../../ui/values.tsx'
import type { Client } from './client.ts'
import styles from './client.module.css'
import { DecideDiscount } from './decide-discount.tsx'
import { GiveDiscount } from './give-discount.tsx'

export type DiscountRequest = RowOf<'/api/v1/discount-requests'>

/** Discounts that waited or wait for another person. Those given at once stand among the corrections of their bills. */
export function Discounts({ client }: { client: Client }) {
  const { t } = useLingui()
  const source = useList('/api/v1/discount-requests', { query: { client_id: String(client.id) }, pageSize: 50 })
  const [isGiving, setGiving] = useState(false)
  const [deciding, setDeciding] = useState<{ request: DiscountRequest; isApproved: boolean } | null>(null)
  if (source.error !== null) return <ErrorState error={source.error} retry={source.retry} />
  return (
    <>
      <div className={styles.bar}>
        <AllowedButton allowed={client.allowed.give_discount} size="compact-sm" variant="default" onClick={() => setGiving(true)}>
          <Trans>Give a discount</Trans>
        </AllowedButton>
      </div>
      {source.isPending ? (
        <RowsPending rows={2} />
      ) : source.rows.length === 0 ? (
        <div className={styles.empty}>
          <Trans>No discount waits, and none did. What is given at once stands on its bill.</Trans>
        </div>
      ) : (
        <TableScroll>
          <table className={tables.table}>
            <thead>
              <tr>
                <th>
                  <Trans>Invoice</Trans>
                </th>
                <th className={tables.wide}>
                  <Trans>Reason</Trans>
                </th>
                <th>
                  <Trans>Asked by</Trans>
                </th>
                <th>
                  <Trans>State</Trans>
                </th>
                <th className={tables.end}>
                  <Trans>Amount</Trans>
                </th>
                <th>
                  <span className="lm-hidden">
                    <Trans>Actions</Trans>
                  </span>
                </th>
              </tr>
            </thead>
            <tbody>
              {source.rows.map((request) => (
                <tr key={request.id}>
                  <td>
                    <Link className="lm-link" to="/invoices/$id" params={{ id: String(request.invoice_id) }}>
                      {request.invoice_code}
                    </Link>
                  </td>
                  <td className={tables.wide}>
                    {request.reason}
                    {request.decision_note !== '' && <span className={tables.small}>{request.decision_note}</span>}
                  </td>
                  <td>
                    {request.requested_by_name}
                    <span className={tables.small}>
                      <TimeText at={request.requested_at} />
                    </span>
                  </td>
                  <td>
                    <RequestState request={request} />
                    {request.decided_by_name !== null && <span className={tables.small}>{request.decided_by_name}</span>}
                  </td>
                  <td className={tables.end}>
                    <Money minor={request.amount_minor} />
                  </td>
                  <td>
                    {request.state === 'waiting' && (
                      <Group gap={6} wrap="nowrap">
                        <AllowedButton allowed={request.allowed.decide} size="compact-xs" onClick={() => setDeciding({ request, isApproved: true })}>
                          <Trans>Approve</Trans>
                        </AllowedButton>
                        <AllowedButton
                          allowed={request.allowed.decide}
                          size="compact-xs"
                          variant="default"
                          onClick={() => setDeciding({ request, isApproved: false })}
                        >
                          <Trans>Reject</Trans>
                        </AllowedButton>
                      </Group>
                    )}
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
            {t`Show more`}
          </Button>
        </div>
      )}
      {isGiving && <GiveDiscount client={client} onClose={() => setGiving(false)} />}
      {deciding !== null && <DecideDiscount {...deciding} onClose={() => setDeciding(null)} />}
    </>
  )
}

export function useRequestStateText(): (state: DiscountRequest['state']) => string {
  const { t } = useLingui()
  const texts: Record<DiscountRequest['state'], string> = { waiting: t`waits`, approved: t`approved`, rejected: t`rejected` }
  return (state) => texts[state]
}

const TONES = { waiting: 'amber', approved: 'green', rejected: 'grey' } as const

export function RequestState({ request: { state } }: { request: DiscountRequest }) {
  const text = useRequestStateText()
  return <Status tone={TONES[state]} label={text(state)} isHollow={state === 'rejected'} />
}
