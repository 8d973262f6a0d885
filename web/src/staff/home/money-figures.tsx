import { Trans, useLingui } from '@lingui/react/macro'
import { api } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Figures } from '../../ui/figures.tsx'
import type { Figure } from '../../ui/figures.tsx'
import styles from './home.module.css'

/** What is owed to the company, what it owes its clients, and what lies where. */
export function MoneyFigures() {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const books = api.useQuery('get', '/api/v1/ledger/trial-balance', {}, { enabled: may('ledger.view') }).data
  const wallets = api.useQuery('get', '/api/v1/wallets', { params: { query: { limit: 200, is_active: true } } }, { enabled: may('wallet.view_own') }).data
  const of = (code: string) => books?.items.find((account) => account.code === code)?.balance_minor
  const figures: Figure[] = []
  const receivable = of('1100')
  const credit = of('2000')
  if (receivable !== undefined)
    figures.push({ label: t`Owed by clients`, value: format.money(receivable), note: t`open invoices`, to: '/clients?owes=true&sort=-balance' })
  if (credit !== undefined) figures.push({ label: t`Paid in advance`, value: format.money(credit), note: t`credit of clients`, to: '/clients' })
  if (wallets !== undefined) {
    for (const wallet of wallets.items.toSorted((a, b) => b.balance_minor - a.balance_minor).slice(0, 4))
      figures.push({ label: wallet.name, value: format.money(wallet.balance_minor), note: wallet.owner_name ?? wallet.code, to: `/wallets/${wallet.id}` })
  }
  if (figures.length === 0) return null
  return (
    <section className={styles.block} aria-label={t`Money`}>
      <h2 className={styles.heading}>
        <Trans>Money</Trans>
      </h2>
      <Figures figures={figures} />
    </section>
  )
}
