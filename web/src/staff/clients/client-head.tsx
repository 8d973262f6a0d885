import { Trans, useLingui } from '@lingui/react/macro'
import { Badge, UnstyledButton } from '@mantine/core'
import { IconBuildingStore, IconMail, IconMap2, IconMapPin, IconPhone } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { PersonPhoto } from '../../ui/person-photo.tsx'
import { useUrlState } from '../../lib/use-url-state.ts'
import type { Client } from './client.ts'
import { ClientPhoto, photoAddress } from './client-photo.tsx'
import styles from './client.module.css'

/** Who it is and how to reach him, in one line under the name. */
export function ClientHead({ client }: { client: Client }) {
  const { t } = useLingui()
  const format = useFormat()
  const [, setState] = useUrlState()
  const [isPhotoOpen, setPhotoOpen] = useState(false)
  const choices = { params: { query: { limit: 200 } } }
  const areas = api.useQuery('get', '/api/v1/areas', choices, { staleTime: 60_000 }).data?.items ?? []
  const branches = api.useQuery('get', '/api/v1/branches', choices, { staleTime: 60_000 }).data?.items ?? []
  const area = areas.find(({ id }) => id === client.area_id)?.name
  const branch = branches.length > 1 ? branches.find(({ id }) => id === client.branch_id)?.name : undefined
  const place = [client.address, area, client.upazila, client.district].filter(Boolean).join(', ')
  const phones = [client.phone, client.phone_alternative].filter(Boolean)
  return (
    <div className={styles.contact}>
      <UnstyledButton className={styles.photo ?? ''} aria-label={t`Photo of ${client.name}`} onClick={() => setPhotoOpen(true)}>
        <PersonPhoto name={client.name} src={photoAddress(client)} size={30} />
      </UnstyledButton>
      {phones.map((phone) => (
        <a key={phone} href={`tel:${phone}`}>
          <IconPhone size={15} aria-hidden />
          {phone}
        </a>
      ))}
      {client.email !== '' && (
        <a href={`mailto:${client.email}`}>
          <IconMail size={15} aria-hidden />
          {client.email}
        </a>
      )}
      {place !== '' && (
        <span>
          <IconMapPin size={15} aria-hidden />
          {place}
        </span>
      )}
      {client.latitude !== null && client.longitude !== null && (
        <Link to="/map" search={{ at: `${client.latitude},${client.longitude}`, z: '17', show: `client-${client.id}` } as never}>
          <IconMap2 size={15} aria-hidden />
          <Trans>on the map</Trans>
        </Link>
      )}
      {branch !== undefined && (
        <span title={t`Branch`}>
          <IconBuildingStore size={15} aria-hidden />
          {branch}
        </span>
      )}
      {client.is_vip && (
        <Badge color="violet" title={client.vip_reason}>
          VIP {client.vip_until !== null && t`until ${format.date(client.vip_until)}`}
        </Badge>
      )}
      {client.is_whitelisted && (
        <Badge color="teal" title={client.whitelist_reason}>
          <Trans>Never suspended</Trans> {client.whitelist_until !== null && t`until ${format.date(client.whitelist_until)}`}
        </Badge>
      )}
      {client.tags.map((tag) => (
        <Badge key={tag} color="gray">
          {tag}
        </Badge>
      ))}
      <button type="button" className={styles.quiet} onClick={() => setState({ tab: 'about' })}>
        <Trans>All details</Trans>
      </button>
      {isPhotoOpen && <ClientPhoto client={client} onClose={() => setPhotoOpen(false)} />}
    </div>
  )
}
