import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { paths } from '../../api/schema.d.ts'
import { useFormat } from '../../lib/use-format.ts'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Money } from '../../ui/values.tsx'

type Month = paths['/api/v1/billing-months/{month}']['get']['responses']['200']['content']['application/json']
export type MonthFigures = Omit<Month, 'month' | 'items'>
export type Unbilled = paths['/api/v1/billing-months/{month}/unbilled/count']['get']['responses']['200']['content']['application/json']

/** A month branch by branch; each figure leads to what it counts. */
export function MonthBranches({ month, unbilled }: { month: Month; unbilled: Unbilled | undefined }) {
  const format = useFormat()
  const behind = new Map(unbilled?.branches.map(({ branch_id, count }) => [branch_id, count]))
  const behindOf = (branchId: number) => (
    <Link className="lm-link" to="/billing/unbilled" search={{ month: month.month, branch_id: String(branchId) } as never}>
      {unbilled === undefined || unbilled.is_capped ? '–' : format.number(behind.get(branchId) ?? 0)}
    </Link>
  )
  const all = unbilled === undefined ? '…' : `${format.number(unbilled.count)}${unbilled.is_capped ? '+' : ''}`
  return (
    <TableScroll>
      <table className={tables.table}>
        <thead>
          <tr>
            <th className={tables.wide}>
              <Trans>Branch</Trans>
            </th>
            <th className={`${tables.end} ${tables.spare}`}>
              <Trans>Invoices</Trans>
            </th>
            <th className={`${tables.end} ${tables.spare}`}>
              <Trans>Billed</Trans>
            </th>
            <th className={tables.end}>
              <Trans>Collected</Trans>
            </th>
            <th className={tables.end}>
              <Trans>Still open</Trans>
            </th>
            <th className={`${tables.end} ${tables.spare}`}>
              <Trans>Credited</Trans>
            </th>
            <th className={`${tables.end} ${tables.spare}`}>
              <Trans>Not billed</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {month.items.map((branch) => (
            <tr key={branch.branch_id}>
              <td className={tables.wide}>
                <Link className="lm-link" to="/invoices" search={{ month: month.month, branch_id: String(branch.branch_id) } as never}>
                  {branch.branch_name}
                </Link>
                <Small of={branch} notBilled={behindOf(branch.branch_id)} />
              </td>
              <Cells of={branch} />
              <td className={`${tables.end} ${tables.spare}`}>{behindOf(branch.branch_id)}</td>
            </tr>
          ))}
        </tbody>
        {month.items.length > 1 && (
          <tfoot>
            <tr className={tables.total}>
              <td>
                <Trans>All branches</Trans>
                <Small of={month} notBilled={all} />
              </td>
              <Cells of={month} />
              <td className={`${tables.end} ${tables.spare}`}>{all}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </TableScroll>
  )
}

/** What a phone has no columns for. */
function Small({ of, notBilled }: { of: MonthFigures; notBilled: ReactNode }) {
  const format = useFormat()
  return (
    <span className={tables.narrow}>
      <Trans>Invoices</Trans>: {format.number(of.invoices)} · <Trans>Billed</Trans>: <Money minor={of.billed_minor} /> · <Trans>Credited</Trans>:{' '}
      <Money minor={of.credited_minor + of.written_off_minor} /> · <Trans>Not billed</Trans>: {notBilled}
    </span>
  )
}

function Cells({ of }: { of: MonthFigures }) {
  const format = useFormat()
  return (
    <>
      <td className={`${tables.end} ${tables.spare}`}>{format.number(of.invoices)}</td>
      <td className={`${tables.end} ${tables.spare}`}>
        <Money minor={of.billed_minor} />
      </td>
      <td className={tables.end}>
        <Money minor={of.collected_minor} />
      </td>
      <td className={tables.end}>
        <Money minor={of.open_minor} tone="owed" />
      </td>
      <td className={`${tables.end} ${tables.spare}`}>
        <Money minor={of.credited_minor + of.written_off_minor} />
      </td>
    </>
  )
}
