import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { Card } from '../../ui/page.tsx'
import { Money } from '../../ui/values.tsx'
import styles from './home.module.css'

const SHOWN = 7

/** Where the company's money lies, the fullest first. */
export function WalletsCard() {
  const { t } = useLingui()
  const { data } = api.useQuery('get', '/api/v1/wallets', { params: { query: { limit: 200, is_active: true } } }, { staleTime: 60_000 })
  if (data === undefined || data.items.length === 0) return null
  const wallets = data.items.toSorted((a, b) => b.balance_minor - a.balance_minor)
  return (
    <Card
      title={t`Where the money lies`}
      actions={
        <Link className="lm-link" to="/wallets">
          <Trans>All</Trans>
        </Link>
      }
      flush
    >
      <ul className={styles.list}>
        {wallets.slice(0, SHOWN).map((wallet) => (
          <li key={wallet.id}>
            <span>
              <Link className="lm-link" to="/wallets/$id" params={{ id: String(wallet.id) }}>
                {wallet.name}
              </Link>{' '}
              {!wallet.name.includes(wallet.owner_name ?? wallet.code) && <small>{wallet.owner_name ?? wallet.code}</small>}
            </span>
            <Money minor={wallet.balance_minor} symbol />
          </li>
        ))}
      </ul>
    </Card>
  )
}
