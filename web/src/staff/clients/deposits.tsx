import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { ErrorState, RowsPending } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import type { Client } from './client.ts'
import styles from './client.module.css'
import { OffsetDeposit, ReturnDeposit, TakeDeposit } from './deposit-dialogs.tsx'

/** What is held of the client, and how it came and went. */
export function Deposits({ client }: { client: Client }) {
  const { t } = useLingui()
  const format = useFormat()
  const source = useList('/api/v1/clients/{id}/deposits', { params: { id: client.id }, pageSize: 50 })
  const [opened, setOpened] = useState<'take' | 'offset' | 'return' | null>(null)
  const { allowed } = client
  const kindText: Record<RowOf<'/api/v1/clients/{id}/deposits'>['kind'], string> = {
    taken: t`Taken`,
    returned: t`Given back`,
    offset: t`Has paid bills`,
    restored: t`Held again`,
  }
  const close = () => setOpened(null)
  if (source.error !== null) return <ErrorState error={source.error} retry={source.retry} />
  return (
    <>
      <div className={styles.bar}>
        <span className={styles.barText}>
          <Trans>Held now: {format.money(client.balance.deposit_minor)}</Trans>
        </span>
        <AllowedButton allowed={allowed.take_deposit} size="compact-sm" variant="default" onClick={() => setOpened('take')}>
          <Trans>Take a deposit</Trans>
        </AllowedButton>
        <AllowedButton allowed={allowed.offset_deposit} size="compact-sm" variant="default" onClick={() => setOpened('offset')}>
          <Trans>Pay from the deposit</Trans>
        </AllowedButton>
        <AllowedButton allowed={allowed.return_deposit} size="compact-sm" variant="default" onClick={() => setOpened('return')}>
          <Trans>Give back</Trans>
        </AllowedButton>
      </div>
      {source.isPending ? (
        <RowsPending rows={2} />
      ) : source.rows.length === 0 ? (
        <div className={styles.empty}>
          <Trans>No deposit yet. A deposit is held for equipment or good faith; it pays nothing until it is offset.</Trans>
        </div>
      ) : (
        <TableScroll>
          <table className={tables.table}>
            <thead>
              <tr>
                <th>
                  <Trans>Day</Trans>
                </th>
                <th>
                  <Trans>What</Trans>
                </th>
                <th>
                  <Trans>Wallet</Trans>
                </th>
                <th>
                  <Trans>By</Trans>
                </th>
                <th className={tables.wide}>
                  <Trans>Reason</Trans>
                </th>
                <th className={tables.end}>
                  <Trans>Amount</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {source.rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <DateText day={row.booked_on} />
                  </td>
                  <td>{kindText[row.kind]}</td>
                  <td>{row.wallet_name ?? '–'}</td>
                  <td>{row.recorded_by_name}</td>
                  <td className={tables.wide}>{row.reason}</td>
                  <td className={tables.end}>
                    <Money minor={row.amount_minor} />
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
      {opened === 'take' && <TakeDeposit client={client} onClose={close} />}
      {opened === 'offset' && <OffsetDeposit client={client} onClose={close} />}
      {opened === 'return' && <ReturnDeposit client={client} onClose={close} />}
    </>
  )
}
