import { Trans, useLingui } from '@lingui/react/macro'
import { api } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/page.tsx'
import { Money } from '../../ui/values.tsx'
import { lastDay } from '../billing/invoice-paper.tsx'
import styles from './register.module.css'

/** What a new line is billed first and each cycle after, by the code that will bill it. */
export function FirstBill({ packageId, startsOn, anchorDay }: { packageId: number | null; startsOn: string; anchorDay: number }) {
  const { t } = useLingui()
  const format = useFormat()
  const { data, error } = api.useQuery(
    'get',
    '/api/v1/packages/{id}/quote',
    { params: { path: { id: packageId ?? 0 }, query: { starts_on: startsOn, anchor_day: anchorDay } } },
    { enabled: packageId !== null, placeholderData: (before) => before, retry: false },
  )
  if (packageId === null || error !== null || data === undefined) {
    return (
      <Card title={t`The first bill`}>
        <span style={{ color: 'var(--lm-dim)' }}>{error === null ? <Trans>Choose a package to see what will be billed.</Trans> : error.detail}</span>
      </Card>
    )
  }
  return (
    <Card title={t`The first bill`}>
      <dl className={styles.quote}>
        {data.first.lines.map((line) => (
          <div key={line.starts_on}>
            <dt>
              {format.date(line.starts_on)} – {format.date(lastDay(line.ends_on))}
            </dt>
            <dd>
              <Money minor={line.net_minor - line.discount_minor} />
            </dd>
          </div>
        ))}
        <div>
          <dt>
            <Trans>VAT</Trans>
          </dt>
          <dd>
            <Money minor={data.first.lines.reduce((sum, line) => sum + line.vat_minor, 0)} />
          </dd>
        </div>
        <div className={styles.big}>
          <dt />
          <dd>
            <Money minor={data.first.total_minor} symbol />
          </dd>
        </div>
      </dl>
      <p className={styles.note}>
        <Trans>After that, {format.money(data.cycle.total_minor)} each cycle, with VAT.</Trans>
      </p>
    </Card>
  )
}
