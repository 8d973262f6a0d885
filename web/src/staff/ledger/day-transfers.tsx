import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Card } from '../../ui/page.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Money } from '../../ui/values.tsx'
import type { DaySheet } from './day-kinds.tsx'
import { differenceOf, ShortOver, TransferState } from './transfer-state.tsx'

/** What was handed over or sent on the day: by the books, counted, arrived, and what is short or over. */
export function DayTransfers({ sheet }: { sheet: DaySheet }) {
  const { t } = useLingui()
  return (
    <Card title={t`Handed over and sent`} flush>
      <TableScroll>
        <table className={tables.table}>
          <thead>
            <tr>
              <th>
                <Trans>Number</Trans>
              </th>
              <th className={tables.wide}>
                <Trans>From or to</Trans>
              </th>
              <th>
                <Trans>State</Trans>
              </th>
              <th className={tables.end}>
                <Trans>By the books</Trans>
              </th>
              <th className={tables.end}>
                <Trans>Counted</Trans>
              </th>
              <th className={tables.end}>
                <Trans>Arrived</Trans>
              </th>
              <th className={tables.end}>
                <Trans>Short or over</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {sheet.transfers.map((transfer) => {
              const isOut = transfer.from_wallet_id === sheet.wallet.id
              return (
                <tr key={transfer.id}>
                  <td>
                    <Link className="lm-link" to="/wallets/transfers/$id" params={{ id: String(transfer.id) }}>
                      {transfer.code}
                    </Link>
                  </td>
                  <td className={tables.wide}>
                    {isOut ? t`To ${transfer.to_wallet_name}` : t`From ${transfer.from_wallet_name}`}
                    {transfer.reason !== '' && <span className={tables.small}>{transfer.reason}</span>}
                    {transfer.end_reason !== null && transfer.end_reason !== '' && <span className={tables.small}>{transfer.end_reason}</span>}
                  </td>
                  <td>
                    <TransferState state={transfer.state} />
                  </td>
                  <td className={tables.end}>
                    <Money minor={transfer.amount_minor} />
                  </td>
                  <td className={tables.end}>{transfer.counted_minor !== null && <Money minor={transfer.counted_minor} />}</td>
                  <td className={tables.end}>{transfer.received_minor !== null && <Money minor={transfer.received_minor} />}</td>
                  <td className={tables.end}>
                    {(transfer.counted_minor !== null || transfer.received_minor !== null) && <ShortOver minor={differenceOf(transfer)} />}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </TableScroll>
    </Card>
  )
}
