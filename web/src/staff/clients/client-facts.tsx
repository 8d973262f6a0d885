import { Trans, useLingui } from '@lingui/react/macro'
import { Badge } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { api } from '../../api/client.ts'
import { LOCALE_NAMES } from '../../i18n/i18n.ts'
import { useMay } from '../../lib/session.ts'
import { typedCoordinates } from '../../lib/coordinates.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { TermsHistory } from '../subscriptions/terms-history.tsx'
import { lineName } from './client.ts'
import type { Client } from './client.ts'
import styles from './client.module.css'
import { useCustomFields } from './custom-fields.tsx'
import { EditClient } from './edit-client.tsx'
import { Nid } from './nid.tsx'
import { useClientTypeText, useGenderText } from './words.ts'

/** All that is known of a client; what is not known takes no room. */
export function ClientFacts({ client }: { client: Client }) {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const genderText = useGenderText()
  const typeText = useClientTypeText()
  const custom = useCustomFields('client')
  const [isEditing, setEditing] = useState(false)
  const choices = { params: { query: { limit: 200 } } }
  const branches = api.useQuery('get', '/api/v1/branches', choices, { staleTime: 60_000 }).data?.items ?? []
  const areas = api.useQuery('get', '/api/v1/areas', choices, { staleTime: 60_000 }).data?.items ?? []
  const resellers = api.useQuery('get', '/api/v1/resellers', choices, { enabled: may('reseller.view'), staleTime: 60_000 }).data?.items ?? []
  const rates = api.useQuery('get', '/api/v1/vat-rates', {}, { enabled: may('package.view'), staleTime: 60_000 }).data?.items ?? []
  const flag = (isSet: boolean, until: string | null, reason: string) =>
    isSet ? [until === null ? t`yes` : t`until ${format.date(until)}`, reason].filter(Boolean).join(' · ') : ''
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t`Name`, client.name],
    [t`Person or company`, client.kind === 'company' ? t`Company` : t`Person`],
    [t`Type`, typeText(client.client_type)],
    [t`Gender`, client.gender === null ? '' : genderText(client.gender)],
    [t`Phone`, client.phone],
    [t`Second phone`, client.phone_alternative],
    [t`E-mail`, client.email],
    [t`NID`, client.nid_masked === null ? '' : <Nid key="nid" client={client} />],
    [t`Address`, client.address],
    [t`District`, [client.upazila, client.district].filter(Boolean).join(', ')],
    [t`Place`, typedCoordinates(client)],
    [t`Area`, areas.find(({ id }) => id === client.area_id)?.name],
    [t`Branch`, branches.find(({ id }) => id === client.branch_id)?.name],
    [t`Reseller`, resellers.find(({ id }) => id === client.reseller_id)?.name],
    [t`Language`, LOCALE_NAMES[client.locale]],
    [t`VAT registration`, client.vat_registration],
    [t`VAT`, client.is_vat_exempt ? t`pays none` : rates.find(({ id }) => id === client.vat_rate_id)?.name],
    ['VIP', flag(client.is_vip, client.vip_until, client.vip_reason)],
    [t`Never suspended`, flag(client.is_whitelisted, client.whitelist_until, client.whitelist_reason)],
    [
      t`Tags`,
      client.tags.length === 0
        ? ''
        : client.tags.map((tag) => (
            <Badge key={tag} color="gray" mr={4}>
              {tag}
            </Badge>
          )),
    ],
    ...Object.entries(client.custom).map(([key, value]) => [custom.label(key), typeof value === 'boolean' ? (value ? t`yes` : t`no`) : String(value)] as const),
    [t`Client since`, format.date(client.joined_on)],
  ]
  return (
    <>
      <div className={styles.bar}>
        <AllowedButton allowed={client.allowed.edit} size="compact-sm" variant="default" onClick={() => setEditing(true)}>
          <Trans>Edit</Trans>
        </AllowedButton>
      </div>
      <dl className={styles.details}>
        {facts
          .filter(([, value]) => value !== undefined && value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {client.subscriptions.map((line) => (
        <section key={line.id} className={styles.terms} aria-label={t`Terms of ${lineName(line)}`}>
          <h3>
            <Trans>Terms of {lineName(line)}</Trans>
          </h3>
          <TermsHistory line={line} />
        </section>
      ))}
      {isEditing && <EditClient client={client} onClose={() => setEditing(false)} />}
    </>
  )
}
