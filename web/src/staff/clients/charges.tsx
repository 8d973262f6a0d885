import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { AddCharge } from './add-charge.tsx'
import { lineName, monthlyPrice } from './client.ts'
import type { Client } from './client.ts'
import styles from './client.module.css'
import { EndCharge } from './end-charge.tsx'
import { useChargeItemText } from './words.ts'

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
  const name = (charge: Charge) => charge.description || lineOf(charge)?.current_terms?.package_name || itemText(charge.item)
  if (source.error !== null) return <ErrorState error={source.error} retry={source.retry} />
  return (
    <>
      <div className={styles.bar}>
        <AllowedButton allowed={client.allowed.add_charge} size="compact-sm" variant="default" onClick={() => setAdding(true)}>
          <Trans>Add a charge</Trans>
        </AllowedButton>
      </div>
      {!source.isPending && source.rows.length === 0 ? (
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
                <th>
                  <Trans>Line</Trans>
                </th>
                <th>
                  <Trans>From</Trans>
                </th>
                <th>
                  <Trans>Until before</Trans>
                </th>
                <th>
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
                    </td>
                    <td>{line === undefined ? '–' : lineName(line)}</td>
                    <td>
                      <DateText day={charge.starts_on} />
                    </td>
                    <td>{charge.kind === 'one_time' ? '' : <DateText day={charge.ends_on} />}</td>
                    <td>{charge.billed_until === charge.starts_on ? t`not yet` : <DateText day={charge.billed_until} />}</td>
                    <td className={tables.end}>
                      <Money minor={charge.unit_price_minor ?? (line === undefined ? 0 : monthlyPrice(line))} />
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
