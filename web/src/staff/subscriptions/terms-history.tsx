import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../../lib/use-format.ts'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { priceOf } from '../clients/client.ts'
import type { Line } from '../clients/client.ts'

/** Which package at which price, from when to when, and who agreed to it. */
export function TermsHistory({ line }: { line: Line }) {
  const agreed = useAgreedText()
  return (
    <TableScroll>
      <table className={tables.table}>
        <thead>
          <tr>
            <th>
              <Trans>From</Trans>
            </th>
            <th>
              <Trans>Until before</Trans>
            </th>
            <th>
              <Trans>Package</Trans>
            </th>
            <th className={tables.end}>
              <Trans>Price</Trans>
            </th>
            <th className={tables.wide}>
              <Trans>Agreed</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {line.terms.toReversed().map((terms) => (
            <tr key={terms.starts_on}>
              <td>
                <DateText day={terms.starts_on} />
              </td>
              <td>
                <DateText day={terms.ends_on} />
              </td>
              <td>{terms.package_name}</td>
              <td className={tables.end}>
                <Money minor={priceOf(terms)} />
              </td>
              <td className={tables.wide}>{[agreed(terms), terms.reason, terms.approved_by_name].filter(Boolean).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

/** "own price", "−10%", "−৳100.00": what of a price is not the package's; empty where all of it is. */
export function useAgreedText(): (terms: Line['terms'][number]) => string {
  const { t } = useLingui()
  const format = useFormat()
  return ({ price_override_minor, discount_bp, discount_minor }) =>
    [
      price_override_minor === null ? '' : t`own price`,
      discount_bp === 0 ? '' : `−${format.percent(discount_bp)}`,
      discount_minor === 0 ? '' : `−${format.money(discount_minor)}`,
    ]
      .filter(Boolean)
      .join(', ')
}
