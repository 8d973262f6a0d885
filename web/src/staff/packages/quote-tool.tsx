import { Trans, useLingui } from '@lingui/react/macro'
import { NumberInput, Select, Skeleton, Text } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useFormat } from '../../lib/use-format.ts'
import { DayField } from '../../ui/day-field.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { Money } from '../../ui/values.tsx'
import styles from './package.module.css'

type Quote = paths['/api/v1/packages/{id}/quote']['get']['responses']['200']['content']['application/json']['first']

/** The bill of a client who would start on a day, worked out by the code that bills: for the telephone and the counter. */
export function QuoteTool({ packageId }: { packageId: number }) {
  const { t } = useLingui()
  const format = useFormat()
  const [startsOn, setStartsOn] = useState<string | null>(format.today())
  const [anchorDay, setAnchorDay] = useState<number | string>(1)
  const [policyId, setPolicyId] = useState<string | null>(null)
  const policies = api.useQuery('get', '/api/v1/billing-policies', {}, { staleTime: 60_000 }).data?.items ?? []
  const chosen = policyId ?? policies.find(({ is_default }) => is_default)?.id.toString() ?? null
  const query = {
    starts_on: startsOn ?? format.today(),
    anchor_day: Number(anchorDay) || 1,
    ...(chosen === null ? {} : { billing_policy_id: Number(chosen) }),
  }
  const { data, error, refetch } = api.useQuery(
    'get',
    '/api/v1/packages/{id}/quote',
    { params: { path: { id: packageId }, query } },
    { placeholderData: (before) => before, retry: false },
  )
  return (
    <div className={styles.quote}>
      <div className={styles.choose}>
        <DayField label={t`Starts on`} value={startsOn} onChange={setStartsOn} />
        <NumberInput label={t`Billed on day`} min={1} max={31} clampBehavior="strict" value={anchorDay} onChange={setAnchorDay} />
        {policies.length > 1 && (
          <Select label={t`Policy`} data={policies.map(({ id, name }) => ({ value: String(id), label: name }))} value={chosen} onChange={setPolicyId} />
        )}
      </div>
      {error !== null ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton h={120} />
      ) : (
        <div aria-live="polite">
          <Bill title={t`The first bill`} quote={data.first} />
          <Bill title={t`Then each cycle`} quote={data.cycle} />
        </div>
      )}
    </div>
  )
}

function Bill({ title, quote }: { title: string; quote: Quote }) {
  const { t } = useLingui()
  const format = useFormat()
  const parts = (line: Quote['lines'][number]) =>
    [
      t`net ${format.money(line.net_minor)}`,
      line.discount_minor === 0 ? '' : t`discount ${format.money(line.discount_minor)}`,
      line.vat_minor === 0 ? '' : t`VAT ${format.money(line.vat_minor)}`,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <section className={styles.part}>
      <h3 className={styles.partTitle}>{title}</h3>
      {quote.lines.length === 0 ? (
        <Text size="sm" c="dimmed">
          <Trans>Nothing is billed.</Trans>
        </Text>
      ) : (
        <ul className={styles.lines}>
          {quote.lines.map((line) => (
            <li key={line.starts_on} className={styles.line}>
              <span>
                {format.date(line.starts_on)} – {format.date(lastDay(line.ends_on))}
              </span>
              <Money minor={line.total_minor} />
              <small>{parts(line)}</small>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.sum}>
        <span>
          <Trans>Total</Trans>
        </span>
        <Money minor={quote.total_minor} symbol />
      </div>
    </section>
  )
}

/** Periods end before their `ends_on`; people say the last day. */
const lastDay = (endsOn: string): string => new Date(Date.parse(`${endsOn}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
