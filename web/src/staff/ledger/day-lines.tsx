import { Trans } from '@lingui/react/macro'
import { Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useList } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Money } from '../../ui/values.tsx'
import type { DaySheet } from './day-kinds.tsx'
import { useMovementText } from './movement-text.ts'
import { SubjectLink } from './subject-link.tsx'

/** Every movement of the day in its order, from what the drawer began with to what it ended with. All of them are loaded: the sheet is a paper. */
export function DayLines({ walletId, sheet }: { walletId: number; sheet: DaySheet }) {
  const format = useFormat()
  const movementText = useMovementText()
  const source = useList('/api/v1/wallets/{id}/movements', { params: { id: walletId }, query: { from: sheet.day, to: sheet.day }, pageSize: 200 })
  const { hasMore, isLoadingMore, loadMore, error } = source
  useEffect(() => {
    if (hasMore && !isLoadingMore && error === null) loadMore()
  }, [hasMore, isLoadingMore, loadMore, error])
  if (error !== null) return <ErrorState error={error} retry={source.retry} />
  if (source.isPending || hasMore) return <Skeleton h={240} />
  return (
    <TableScroll>
      <table className={tables.table}>
        <thead>
          <tr>
            <th className={tables.spare}>
              <Trans>At</Trans>
            </th>
            <th className={tables.spare}>
              <Trans>Document</Trans>
            </th>
            <th className={tables.spare}>
              <Trans>What</Trans>
            </th>
            <th className={tables.wide}>
              <Trans>From or to</Trans>
            </th>
            <th className={tables.end}>
              <Trans>In</Trans>
            </th>
            <th className={tables.end}>
              <Trans>Out</Trans>
            </th>
            <th className={tables.end}>
              <Trans>Balance</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td className={tables.spare} colSpan={3}>
              <Trans>Opening</Trans>
            </td>
            <td className={tables.wide} colSpan={3}>
              <span className={tables.narrow}>
                <Trans>Opening</Trans>
              </span>
            </td>
            <td className={tables.end}>
              <Money minor={sheet.opening_minor} />
            </td>
          </tr>
          {source.rows.toReversed().map((row) => {
            const { what, whom } = movementText(row)
            return (
              <tr key={`${row.entry_id}/${row.line_no}`}>
                <td className={`lm-number ${tables.spare}`}>{format.time(row.recorded_at)}</td>
                <td className={tables.spare}>
                  <SubjectLink subject={row.subject} />
                </td>
                <td className={tables.spare}>{what}</td>
                <td className={tables.wide}>
                  {row.client === null ? (
                    whom
                  ) : (
                    <Link className="lm-link" to="/clients/$id" params={{ id: String(row.client.id) }}>
                      {whom}
                    </Link>
                  )}
                  <span className={tables.narrow}>
                    {format.time(row.recorded_at)} · {row.subject === null ? what : <SubjectLink subject={row.subject} />}
                  </span>
                </td>
                <td className={tables.end}>{row.amount_minor > 0 && <Money minor={row.amount_minor} />}</td>
                <td className={tables.end}>{row.amount_minor < 0 && <Money minor={-row.amount_minor} />}</td>
                <td className={tables.end}>
                  <Money minor={row.balance_minor} />
                </td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr className={tables.total}>
            <td className={tables.spare} colSpan={3}>
              <Trans>Closing</Trans>
            </td>
            <td className={tables.wide}>
              <span className={tables.narrow}>
                <Trans>Closing</Trans>
              </span>
            </td>
            <td className={tables.end}>
              <Money minor={sheet.in_minor} />
            </td>
            <td className={tables.end}>
              <Money minor={sheet.out_minor} />
            </td>
            <td className={tables.end}>
              <Money minor={sheet.closing_minor} />
            </td>
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  )
}
