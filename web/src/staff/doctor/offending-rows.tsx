import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../lib/use-format.ts'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Money } from '../../ui/values.tsx'

/** Where the thing with this id is looked at. */
const PLACES: Readonly<Record<string, string>> = {
  client_id: '/clients/',
  invoice_id: '/invoices/',
  payment_id: '/payments/',
  entry_id: '/ledger/entries/',
  wallet_id: '/wallets/',
  account_id: '/ledger/accounts/',
  credit_note_id: '/invoices/credit-notes/',
}

/** The rows that break a rule, the first of them; ids lead to the thing itself. */
export function OffendingRows({ rows }: { rows: readonly Readonly<Record<string, unknown>>[] }) {
  const keys = Object.keys(rows[0] ?? {})
  return (
    <TableScroll>
      <table className={tables.table}>
        <thead>
          <tr>
            {keys.map((key) => (
              <th key={key} className={isFigure(key) ? tables.end : undefined}>
                {key.replace(/_minor$/, '').replaceAll('_', ' ')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {keys.map((key) => (
                <td key={key} className={isFigure(key) ? tables.end : undefined}>
                  <Value name={key} value={row[key]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

const isFigure = (key: string): boolean => key.endsWith('_minor')

function Value({ name, value }: { name: string; value: unknown }) {
  const format = useFormat()
  const place = PLACES[name]
  if (value === null || value === undefined)
    return (
      <span>
        <Trans>none</Trans>
      </span>
    )
  const to: string = `${place ?? ''}${String(value)}`
  if (place !== undefined && typeof value === 'number' && value > 0)
    return (
      <Link className="lm-link" to={to}>
        {format.number(value)}
      </Link>
    )
  if (typeof value === 'number') return isFigure(name) ? <Money minor={value} /> : format.number(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
