import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../lib/session.ts'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { SyncMark, useWaitedText, useWishText } from './sync-text.tsx'
import type { LineSync } from './sync-text.tsx'

/** Lines whose router does not do what is wanted: whose, since when, why, and what differs. */
export function WaitingTable({ rows }: { rows: readonly LineSync[] }) {
  const may = useMay()
  const waited = useWaitedText()
  const { wanted, seen } = useWishText()
  return (
    <TableScroll>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Line</Trans>
            </th>
            <th scope="col">
              <Trans>Has waited</Trans>
            </th>
            <th scope="col" className={tables.wide}>
              <Trans>Why</Trans>
            </th>
            <th scope="col">
              <Trans>Should be</Trans>
            </th>
            <th scope="col">
              <Trans>Is on the router</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.subscription_id}>
              <td>
                {may('client.view') ? (
                  <Link className="lm-link" to="/clients/$id" params={{ id: String(row.client_id) } as never}>
                    {row.client_name}
                  </Link>
                ) : (
                  row.client_name
                )}
                <span className={tables.small}>{row.login}</span>
              </td>
              <td>{waited(row.since)}</td>
              <td className={tables.wide}>
                <SyncMark sync={row} />
                <span className={tables.small}>{[row.why, row.said].filter(Boolean).join(' — ')}</span>
              </td>
              <td>{wanted(row)}</td>
              <td>{seen(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
