import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { api } from '../../api/client.ts'
import { useMay, useMe } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Figures } from '../../ui/figures.tsx'
import type { Figure } from '../../ui/figures.tsx'
import { Trend } from '../../ui/values.tsx'
import { useOwnDrawer } from '../shell/use-found.ts'
import styles from './home.module.css'
import { listPath } from './links.ts'
import { useCollections } from './use-collections.ts'

/** Money that came in, what is owed, and what lies in one's own drawer; each number leads to what it counts. */
export function MoneyIn() {
  const { t } = useLingui()
  const format = useFormat()
  const may = useMay()
  const { user } = useMe()
  const { whose, data } = useCollections()
  const dues = api.useQuery('get', '/api/v1/reports/dues', {}, { enabled: may('report.financial'), refetchInterval: 60_000 }).data
  const drawer = useOwnDrawer()
  const own = whose === 'own' ? user.id : undefined
  const paid = (span: { from: string; to: string } | undefined) =>
    span === undefined ? undefined : listPath('/payments', { value_from: span.from, value_to: span.to, received_by: own })
  const figures: Figure[] = []
  if (whose !== null) {
    const before = data?.last_month_to_day
    figures.push(
      {
        label: own === undefined ? t`Money in today` : t`Taken by me today`,
        value: data && format.roundMoney(data.today.amount_minor),
        note: data && t`yesterday ${format.roundMoney(data.yesterday.amount_minor)}`,
        to: paid(data?.today),
      },
      {
        label: own === undefined ? t`Money in this month` : t`Taken by me this month`,
        value: data && format.roundMoney(data.this_month.amount_minor),
        note:
          data &&
          before &&
          (before.amount_minor === 0 ? (
            t`nothing by ${format.shortDate(before.to)}`
          ) : (
            <>
              <Trend now={data.this_month.amount_minor} before={before.amount_minor} />{' '}
              <Trans>
                against {format.roundMoney(before.amount_minor)} by {format.shortDate(before.to)}
              </Trans>
            </>
          )),
        to: paid(data?.this_month),
      },
    )
  }
  if (may('report.financial')) {
    const bills = dues?.items.reduce((sum, { invoices }) => sum + invoices, 0) ?? 0
    const late = dues?.items.filter(({ from_days }) => from_days !== null).reduce((sum, { invoices }) => sum + invoices, 0) ?? 0
    figures.push(
      {
        label: t`Owed by clients`,
        value: dues && format.roundMoney(dues.open_minor),
        note: dues && t`${plural(bills, { one: `${format.number(bills)} open bill`, other: `${format.number(bills)} open bills` })}`,
        to: '/clients?owes=true&sort=-balance',
      },
      {
        label: t`Of it overdue`,
        value: dues && format.roundMoney(dues.overdue_minor),
        note: dues && t`${plural(late, { one: `${format.number(late)} bill past its day`, other: `${format.number(late)} bills past their day` })}`,
        to: '/invoices?status=overdue',
      },
    )
  }
  if (drawer !== undefined)
    figures.push({
      label: t`In my drawer`,
      value: format.roundMoney(drawer.balance_minor),
      note: drawer.limit_minor === null ? drawer.name : t`may hold ${format.roundMoney(drawer.limit_minor)}`,
      to: `/wallets/${drawer.id}`,
    })
  if (figures.length === 0) return null
  return (
    <section className={styles.block} aria-label={t`Money`}>
      <Figures figures={figures} />
    </section>
  )
}
