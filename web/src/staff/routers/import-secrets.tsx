import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { sayFailed } from '../../ui/form.tsx'
import { Card } from '../../ui/page.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import client from '../clients/client.module.css'
import { speedText } from '../packages/speed.ts'
import { PackageOfProfile } from './package-of-profile.tsx'
import type { Router } from './router.ts'
import styles from './routers.module.css'

type Profile = NonNullable<paths['/api/v1/routers/{id}/reading']['get']['responses']['200']['content']['application/json']['reading']>['profiles'][number]

/** Says which package each profile stands for, and makes an import of the secrets that are nobody's line; that is looked through and started like a file. */
export function ImportSecrets({ router, profiles }: { router: Router; profiles: readonly Profile[] }) {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const counted = useCounted()
  const navigate = useNavigate()
  const packages = useWholeList('/api/v1/packages', { isAsked: may('package.view') }).rows.filter(({ is_active }) => is_active)
  const used = profiles.filter(({ new_secrets }) => new_secrets > 0)
  const [chosen, setChosen] = useState<Readonly<Record<string, string | null>>>(() =>
    Object.fromEntries(used.map(({ name, package_id }) => [name, package_id?.toString() ?? null])),
  )
  const [billing, setBilling] = useState<'postpaid' | 'prepaid'>('postpaid')
  const [isSending, setSending] = useState(false)
  const [making, setMaking] = useState<Profile | null>(null)
  const stands = used.flatMap(({ name }) => {
    const id = chosen[name]
    return id === null || id === undefined ? [] : [{ profile: name, package_id: Number(id) }]
  })
  const count = used.filter(({ name }) => stands.some(({ profile }) => profile === name)).reduce((sum, { new_secrets }) => sum + new_secrets, 0)
  const speed = ({ download_kbps, is_speed_read }: Profile) =>
    download_kbps !== null ? speedText(download_kbps, format) : is_speed_read ? t`no limit` : t`not read`
  const send = async () => {
    setSending(true)
    const { data, error } = await http
      .POST('/api/v1/routers/{id}/imports', { params: { path: { id: router.id } }, body: { packages: stands, billing_mode: billing } })
      .catch(() => ({ data: undefined, error: undefined }))
    setSending(false)
    if (data === undefined) return sayFailed(error, t`The server cannot be reached.`)
    await navigate({ to: `/imports/${data.import_id}` })
  }
  const allowed = !may('client.import')
    ? { ok: false as const, reason: t`Your role may not import clients` }
    : count === 0
      ? { ok: false as const, reason: t`Say first which package a profile stands for` }
      : { ok: true as const }
  return (
    <Card title={t`Which package is which profile?`} flush>
      <TableScroll>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Profile</Trans>
              </th>
              <th scope="col" className={client.deskCell}>
                <Trans>Speed</Trans>
              </th>
              <th scope="col" className={`${tables.end} ${client.deskCell}`}>
                <Trans>Nobody’s secrets</Trans>
              </th>
              <th scope="col" className={tables.wide}>
                <Trans>Package</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {used.map((profile) => (
              <tr key={profile.name}>
                <td>
                  {profile.name}
                  <span className={client.phoneLine}>
                    {speed(profile)} <span>{counted.secrets(profile.new_secrets)}</span>
                  </span>
                </td>
                <td className={client.deskCell}>{speed(profile)}</td>
                <td className={`${tables.end} ${client.deskCell}`}>{format.number(profile.new_secrets)}</td>
                <td className={tables.wide}>
                  <Group gap={8} wrap="nowrap">
                    <Select
                      size="xs"
                      className={styles.packageField ?? ''}
                      aria-label={t`Package for ${profile.name}`}
                      placeholder={t`stays where it is`}
                      clearable
                      searchable
                      data={packages.map(({ id, name }) => ({ value: String(id), label: name }))}
                      value={chosen[profile.name] ?? null}
                      onChange={(value) => setChosen({ ...chosen, [profile.name]: value })}
                    />
                    {may('package.edit') && (
                      <Button size="compact-sm" variant="subtle" onClick={() => setMaking(profile)}>
                        <Trans>Make one</Trans>
                      </Button>
                    )}
                  </Group>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <div className={styles.panel}>
        <div className={styles.bar}>
          <Text size="sm">
            <Trans>
              Names and telephone numbers are taken from the comments; where there is none, it is the login and 11111. What you look through next is a list like
              that of a file; nothing is imported before you start it, and reading the same router again adds nobody twice.
            </Trans>
          </Text>
          <SegmentedControl
            size="xs"
            aria-label={t`How he pays`}
            data={[
              { value: 'postpaid', label: t`Pays after` },
              { value: 'prepaid', label: t`Pays before` },
            ]}
            value={billing}
            onChange={(value) => setBilling(value as 'postpaid' | 'prepaid')}
          />
          <AllowedButton allowed={allowed} loading={isSending} onClick={() => void send()}>
            <Trans>Look through {counted.clients(count)}</Trans>
          </AllowedButton>
        </div>
      </div>
      {making !== null && (
        <PackageOfProfile
          profile={making}
          onClose={() => setMaking(null)}
          onMade={(packageId) => {
            setChosen({ ...chosen, [making.name]: String(packageId) })
            setMaking(null)
          }}
        />
      )}
    </Card>
  )
}
