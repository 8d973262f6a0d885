import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Menu, Skeleton } from '@mantine/core'
import { IconAlertTriangle, IconDots, IconPlugConnected, IconRefresh } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useDurationText } from '../../lib/use-duration.ts'
import { useMay } from '../../lib/session.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { AllowedItem } from '../../ui/allowed-item.tsx'
import { Figures } from '../../ui/figures.tsx'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { awayOf, useAwayText } from '../onus/onu.ts'
import { OltCheck } from './olt-check.tsx'
import { OltForm } from './olt-form.tsx'
import { useOltTroubleText, useProfiles } from './olt.ts'
import type { Checked, Olt, Polls } from './olt.ts'
import { OltStateMark } from './olt-state.tsx'
import { OltTabs } from './olt-tabs.tsx'

/** One OLT: how it is and what hangs on it. */
export function OltPage() {
  const { t } = useLingui()
  const id = Number((useParams({ strict: false }) as { id: string }).id)
  const poll = useFallbackPoll()
  const path = { params: { path: { id } } }
  const { data: olt, error, refetch } = api.useQuery('get', '/api/v1/olts/{id}', path, { refetchInterval: poll })
  const polls = api.useQuery('get', '/api/v1/olts/{id}/polls', path, { refetchInterval: poll, enabled: olt !== undefined }).data
  if (error !== null)
    return (
      <Page title={t`OLT`}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    )
  if (olt === undefined)
    return (
      <Page title={t`OLT`}>
        <Skeleton h={84} radius="md" />
        <Skeleton h={320} radius="md" />
      </Page>
    )
  return <Shown key={olt.id} olt={olt} polls={polls} />
}

function Shown({ olt, polls }: { olt: Olt; polls: Polls | undefined }) {
  const { t } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const { titleOf } = useProfiles()
  const [isEditing, setEditing] = useState(false)
  const [checked, setChecked] = useState<Checked | null>(null)
  const [busy, setBusy] = useState<'test' | 'scan' | null>(null)
  const path = { params: { path: { id: olt.id } } }

  const test = async () => {
    setBusy('test')
    const { data, error } = await http.POST('/api/v1/olts/{id}/test', path).catch(() => ({ data: undefined, error: undefined }))
    setBusy(null)
    if (data === undefined) return sayFailed(error, t`The server cannot be reached.`)
    setChecked(data)
    await client.invalidateQueries()
  }
  const scan = async () => {
    setBusy('scan')
    const { error } = await http.POST('/api/v1/olts/{id}/scan', path).catch((thrown: unknown) => ({ error: thrown }))
    setBusy(null)
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    sayDone(t`The OLT is being asked for everything; what it tells shows up here as it comes.`)
  }
  const change = async (body: { ssh_host_key: string } | { profile: string }, done: string) => {
    const { error } = await http
      .PATCH('/api/v1/olts/{id}', { ...path, body: { ...body, version: olt.version } })
      .catch((thrown: unknown) => ({ error: thrown }))
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    setChecked(null)
    await client.invalidateQueries()
    sayDone(done)
  }
  const mayEdit = olt.allowed.edit.ok
  const address = olt.host === '' ? '' : [titleOf(olt.profile), olt.host].filter(Boolean).join(' · ')

  return (
    <Page
      title={olt.name}
      note={
        <>
          <span>{address}</span> <OltStateMark olt={olt} />
        </>
      }
      actions={
        <>
          <AllowedButton
            variant="default"
            leftSection={<IconPlugConnected size={16} />}
            allowed={olt.allowed.test}
            loading={busy === 'test'}
            onClick={() => void test()}
          >
            <Trans>Test the connection</Trans>
          </AllowedButton>
          <AllowedButton leftSection={<IconRefresh size={16} />} allowed={olt.allowed.scan} loading={busy === 'scan'} onClick={() => void scan()}>
            <Trans>Ask it now</Trans>
          </AllowedButton>
          <Menu position="bottom-end" width={260}>
            <Menu.Target>
              <Button variant="default" px={8} aria-label={t`More for this OLT`}>
                <IconDots size={16} />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <AllowedItem allowed={olt.allowed.edit} onClick={() => setEditing(true)}>
                <Trans>Change the OLT</Trans>
              </AllowedItem>
              {may('audit.view') && (
                <Menu.Item component={Link} to="/audit" search={{ subject_type: 'olt', subject_id: String(olt.id) } as never}>
                  <Trans>History of changes</Trans>
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      <Trouble olt={olt} />
      {checked !== null && (
        <OltCheck
          checked={checked}
          profile={olt.profile}
          onPin={mayEdit ? (ssh_host_key) => void change({ ssh_host_key }, t`This host key is trusted now.`) : undefined}
          onProfile={mayEdit ? (profile) => void change({ profile }, t`The family is set.`) : undefined}
        />
      )}
      <Standing olt={olt} polls={polls} />
      <OltTabs olt={olt} polls={polls} />
      {isEditing && <OltForm olt={olt} onClose={() => setEditing(false)} />}
    </Page>
  )
}

/** Why it cannot be asked, and when it is tried again. */
function Trouble({ olt: { health, profile, is_active } }: { olt: Olt }) {
  const { t } = useLingui()
  const format = useFormat()
  const troubleText = useOltTroubleText()
  if (!is_active) return null
  if (profile === null)
    return (
      <Alert color="yellow" icon={<IconAlertTriangle size={18} />} title={t`Its family is not set`}>
        <Trans>Test the connection: it suggests what the OLT is. Until then nothing is read from it.</Trans>
      </Alert>
    )
  if (health.error_kind === null) return null
  return (
    <Alert color="red" icon={<IconAlertTriangle size={18} />} role="alert" title={troubleText(health.error_kind)}>
      {[
        health.error,
        health.failed_at === null ? '' : t`last tried ${format.dateTime(health.failed_at)}`,
        health.retry_at === null ? '' : t`tried again by itself after ${format.time(health.retry_at)}`,
      ]
        .filter(Boolean)
        .join(' · ')}
    </Alert>
  )
}

function Standing({ olt: { id, health }, polls }: { olt: Olt; polls: Polls | undefined }) {
  const { t } = useLingui()
  const format = useFormat()
  const awayText = useAwayText()
  const duration = useDurationText()
  const counts = polls?.counts
  const status = polls?.items.find(({ kind }) => kind === 'status')
  const list = (filter: string) => `/onus?olt_id=${id}&${filter}`
  const count = (value: number | undefined) => (value === undefined ? undefined : format.number(value))
  return (
    <Figures
      figures={[
        { label: t`Model`, value: health.model === '' ? '–' : health.model, isName: true, note: health.firmware },
        {
          label: t`ONUs online`,
          value: count(counts?.online),
          note: counts === undefined ? '' : t`of ${format.number(counts.total)}`,
          to: list('state=online'),
        },
        {
          label: t`Away`,
          value: counts === undefined ? undefined : format.number(awayOf(counts)),
          note: counts === undefined ? '' : awayText(counts),
          to: list('state=away'),
        },
        {
          label: t`Weak light`,
          value: count(counts?.weak),
          note: counts === undefined || counts.critical === 0 ? '' : t`and ${format.number(counts.critical)} critical`,
          to: list('light=weak'),
        },
        { label: t`Without a line`, value: count(counts?.unlinked), note: t`nobody’s ONU yet`, to: list('is_linked=false') },
        {
          label: t`Up for`,
          value: health.uptime_seconds === null ? '–' : duration(health.uptime_seconds),
          note: health.seen_at === null ? '' : t`at ${format.time(health.seen_at)}`,
        },
        {
          label: t`Last look`,
          value: polls === undefined ? undefined : status?.began_at == null ? t`never` : status.is_complete === true ? t`whole` : t`not whole`,
          note: status?.began_at == null ? '' : format.dateTime(status.began_at),
          to: `/olts/${id}?tab=health`,
        },
      ]}
    />
  )
}
