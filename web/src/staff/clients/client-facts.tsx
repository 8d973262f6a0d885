import { Trans, useLingui } from '@lingui/react/macro'
import { api } from '../../api/client.ts'
import { LOCALE_NAMES } from '../../i18n/i18n.ts'
import { DateText } from '../../ui/values.tsx'
import type { Client } from './client-page.tsx'
import styles from './client.module.css'

/** What is known of a person; what is not known takes no room. */
export function ClientFacts({ client }: { client: Client }) {
  const { t } = useLingui()
  const choices = { params: { query: { limit: 200 } } }
  const branches = api.useQuery('get', '/api/v1/branches', choices, { staleTime: 60_000 }).data?.items ?? []
  const areas = api.useQuery('get', '/api/v1/areas', choices, { staleTime: 60_000 }).data?.items ?? []
  const facts: [string, string | null | undefined][] = [
    [t`Second phone`, client.phone_alternative],
    [t`Branch`, branches.find(({ id }) => id === client.branch_id)?.name],
    [t`Area`, areas.find(({ id }) => id === client.area_id)?.name],
    [t`District`, [client.upazila, client.district].filter(Boolean).join(', ')],
    [t`NID`, client.nid_masked],
    [t`VAT registration`, client.vat_registration],
    [t`Language`, LOCALE_NAMES[client.locale]],
    ...Object.entries(client.custom).map(([key, value]): [string, string] => [key.replaceAll('_', ' '), String(value)]),
  ]
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== undefined && value !== null && value !== '')
        .map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      <dt>
        <Trans>Client since</Trans>
      </dt>
      <dd>
        <DateText day={client.joined_on} />
      </dd>
    </dl>
  )
}
