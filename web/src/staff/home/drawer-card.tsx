import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/page.tsx'
import { Money } from '../../ui/values.tsx'
import { useOwnDrawer } from '../shell/use-found.ts'
import styles from './home.module.css'

/** The day of one's own drawer: what it began with, took in, gave out, and holds. */
export function DrawerCard() {
  const { t } = useLingui()
  const format = useFormat()
  const drawer = useOwnDrawer()
  const { data } = api.useQuery(
    'get',
    '/api/v1/wallets/{id}/day-sheet',
    { params: { path: { id: drawer?.id ?? 0 }, query: { day: format.today() } } },
    { enabled: drawer !== undefined, refetchInterval: 60_000 },
  )
  if (drawer === undefined || data === undefined) return null
  const sum = (side: 'in_minor' | 'out_minor') => data.kinds.reduce((total, kind) => total + kind[side], 0)
  return (
    <Card
      title={t`My drawer today`}
      actions={
        <Link className="lm-link" to="/wallets/$id" params={{ id: String(drawer.id) }}>
          {drawer.name}
        </Link>
      }
      flush
    >
      <dl className={styles.sums}>
        <div>
          <dt>
            <Trans>Began with</Trans>
          </dt>
          <dd>
            <Money minor={data.opening_minor} />
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Came in</Trans>
          </dt>
          <dd>
            <Money minor={sum('in_minor')} tone="good" />
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Went out</Trans>
          </dt>
          <dd>
            <Money minor={sum('out_minor')} />
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Holds now</Trans>
          </dt>
          <dd>
            <b>
              <Money minor={data.closing_minor} symbol />
            </b>
          </dd>
        </div>
      </dl>
    </Card>
  )
}
