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
              <th className={tables.spare}>
                <Trans>Number</Trans>
              </th>
              <th className={tables.wide}>
                <Trans>From or to</Trans>
              </th>
              <th className={tables.spare}>
                <Trans>State</Trans>
              </th>
              <th className={tables.end}>
                <Trans>By the books</Trans>
              </th>
              <th className={`${tables.end} ${tables.spare}`}>
                <Trans>Counted</Trans>
              </th>
              <th className={`${tables.end} ${tables.spare}`}>
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
              const link = (
                <Link className="lm-link" to="/wallets/transfers/$id" params={{ id: String(transfer.id) }}>
                  {transfer.code}
                </Link>
              )
              return (
                <tr key={transfer.id}>
                  <td className={tables.spare}>{link}</td>
                  <td className={tables.wide}>
                    {isOut ? t`To ${transfer.to_wallet_name}` : t`From ${transfer.from_wallet_name}`}
                    <span className={tables.narrow}>
                      {link} <TransferState state={transfer.state} />
                    </span>
                    {transfer.reason !== '' && <span className={tables.small}>{transfer.reason}</span>}
                    {transfer.end_reason !== null && transfer.end_reason !== '' && <span className={tables.small}>{transfer.end_reason}</span>}
                  </td>
                  <td className={tables.spare}>
                    <TransferState state={transfer.state} />
                  </td>
                  <td className={tables.end}>
                    <Money minor={transfer.amount_minor} />
                  </td>
                  <td className={`${tables.end} ${tables.spare}`}>{transfer.counted_minor !== null && <Money minor={transfer.counted_minor} />}</td>
                  <td className={`${tables.end} ${tables.spare}`}>{transfer.received_minor !== null && <Money minor={transfer.received_minor} />}</td>
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
