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
import { AddCharge } from './add-charge.tsx'
import { lineName, priceOf } from './client.ts'
import type { Client } from './client.ts'
import styles from './client.module.css'
import { EndCharge } from './end-charge.tsx'
import { useChargeItemText } from './words.ts'

const later = (one: string, other: string): string => (one > other ? one : other)

export type Charge = RowOf<'/api/v1/clients/{id}/charges'>

/** What the client is charged for: the packages of his lines, add-ons, and what was charged once. */
export function Charges({ client }: { client: Client }) {
  const { t } = useLingui()
  const format = useFormat()
  const itemText = useChargeItemText()
  const source = useList('/api/v1/clients/{id}/charges', { params: { id: client.id }, pageSize: 50 })
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Charge | null>(null)
  const lineOf = (charge: Charge) => client.subscriptions.find(({ id }) => id === charge.subscription_id)
  /** A package is charged by what was agreed while it was charged, whatever the line has today. */
  const termsOf = (charge: Charge) =>
    lineOf(charge)?.terms.findLast(({ starts_on }) =>
      charge.ends_on === null ? starts_on <= later(charge.starts_on, format.today()) : starts_on < charge.ends_on,
    )
  const name = (charge: Charge) => charge.description || termsOf(charge)?.package_name || itemText(charge.item)
  const priceNow = (charge: Charge): number => {
    const terms = termsOf(charge)
    return charge.unit_price_minor ?? (terms === undefined ? 0 : priceOf(terms))
  }
  /** A charge that ended is billed up to its end, wherever its cursor stood. */
  const billedUntil = ({ billed_until, ends_on }: Charge) => (ends_on !== null && ends_on < billed_until ? ends_on : billed_until)
  if (source.error !== null) return <ErrorState error={source.error} retry={source.retry} />
  return (
    <>
      <div className={styles.bar}>
        <AllowedButton allowed={client.allowed.add_charge} size="compact-sm" variant="default" onClick={() => setAdding(true)}>
          <Trans>Add a charge</Trans>
        </AllowedButton>
      </div>
      {source.isPending ? (
        <RowsPending rows={3} />
      ) : source.rows.length === 0 ? (
        <div className={styles.empty}>
          <Trans>Nothing is charged yet.</Trans>
        </div>
      ) : (
        <TableScroll>
          <table className={tables.table}>
            <thead>
              <tr>
                <th className={tables.wide}>
                  <Trans>What</Trans>
                </th>
                <th className={styles.deskCell}>
                  <Trans>Line</Trans>
                </th>
                <th className={styles.deskCell}>
                  <Trans>From</Trans>
                </th>
                <th className={styles.deskCell}>
                  <Trans>Until before</Trans>
                </th>
                <th className={styles.deskCell}>
                  <Trans>Billed until before</Trans>
                </th>
                <th className={tables.end}>
                  <Trans>Price</Trans>
                </th>
                <th>
                  <span className="lm-hidden">
                    <Trans>Actions</Trans>
                  </span>
                </th>
              </tr>
            </thead>
            <tbody>
              {source.rows.map((charge) => {
                const line = lineOf(charge)
                return (
                  <tr key={charge.id}>
                    <td className={tables.wide}>
                      {name(charge)}
                      {charge.quantity_milli !== 1000 && ` × ${format.number(charge.quantity_milli / 1000)}`}
                      <span className={tables.small}>
                        {itemText(charge.item)} · {charge.kind === 'one_time' ? t`once` : t`each cycle`}
                      </span>
                      <span className={styles.phoneLine}>
                        {line !== undefined && lineName(line)} <DateText day={charge.starts_on} /> –{' '}
                        {charge.ends_on !== null && <DateText day={charge.ends_on} />}
                      </span>
                    </td>
                    <td className={styles.deskCell}>{line === undefined ? '–' : lineName(line)}</td>
                    <td className={styles.deskCell}>
                      <DateText day={charge.starts_on} />
                    </td>
                    <td className={styles.deskCell}>{charge.kind === 'one_time' ? '' : <DateText day={charge.ends_on} />}</td>
                    <td className={styles.deskCell}>{charge.billed_until === charge.starts_on ? t`not yet` : <DateText day={billedUntil(charge)} />}</td>
                    <td className={tables.end}>
                      <Money minor={priceNow(charge)} />
                    </td>
                    <td className={tables.end}>
                      {charge.item !== 'package' && (
                        <AllowedButton allowed={charge.allowed.end} size="compact-xs" variant="default" onClick={() => setEnding(charge)}>
                          {charge.kind === 'one_time' ? t`Take away` : t`End`}
                        </AllowedButton>
                      )}
                    </td>
                  </tr>
                )
              })}
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
      {isAdding && <AddCharge client={client} onClose={() => setAdding(false)} />}
      {ending !== null && <EndCharge charge={ending} name={name(ending)} onClose={() => setEnding(null)} />}
    </>
  )
}
