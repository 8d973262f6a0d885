import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Menu, Skeleton } from '@mantine/core'
import { IconAlertTriangle, IconDots, IconPlugConnected, IconSnowflake } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useDurationText } from '../../lib/use-duration.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { AllowedItem } from '../../ui/allowed-item.tsx'
import { Figures } from '../../ui/figures.tsx'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { ConnectionCheck } from './connection-check.tsx'
import type { Checked } from './connection-check.tsx'
import { FreezeRouter } from './freeze-router.tsx'
import { HeldBack } from './held-back.tsx'
import { RouterForm } from './router-form.tsx'
import { RouterStateMark, stateOf } from './router-state.tsx'
import { RouterTabs } from './router-tabs.tsx'
import { useBytesText, useLineCounts } from './router.ts'
import type { Router } from './router.ts'
import styles from './routers.module.css'
import { useSuspendText } from './suspend-fields.tsx'
import { useTroubleText } from './trouble.ts'

/** One router: how it is, what its lines wait for, what stands on it that is nobody's, who is online. */
export function RouterPage() {
  const { t } = useLingui()
  const id = Number((useParams({ strict: false }) as { id: string }).id)
  const { data: router, error, refetch } = api.useQuery('get', '/api/v1/routers/{id}', { params: { path: { id } } }, { refetchInterval: 30_000 })
  if (error !== null)
    return (
      <Page title={t`Router`}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    )
  if (router === undefined)
    return (
      <Page title={t`Router`}>
        <Skeleton h={84} radius="md" />
        <Skeleton h={320} radius="md" />
      </Page>
    )
  return <Shown key={router.id} router={router} />
}

function Shown({ router }: { router: Router }) {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const client = useQueryClient()
  const suspendText = useSuspendText()
  const [opened, setOpened] = useState<'edit' | 'freeze' | null>(null)
  const [checked, setChecked] = useState<Checked | null>(null)
  const [isBusy, setBusy] = useState(false)
  const path = { params: { path: { id: router.id } } }

  const act = async (work: () => Promise<{ error?: unknown }>, done: string) => {
    setBusy(true)
    const { error } = await work().catch((thrown: unknown) => ({ error: thrown }))
    setBusy(false)
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    await client.invalidateQueries()
    sayDone(done)
  }
  const test = async () => {
    setBusy(true)
    const { data, error } = await http.POST('/api/v1/routers/{id}/test', path).catch(() => ({ data: undefined, error: undefined }))
    setBusy(false)
    if (data === undefined) return sayFailed(error, t`The server cannot be reached.`)
    setChecked(data)
    await client.invalidateQueries()
  }
  const pin = async (tls_fingerprint: string) => {
    await act(() => http.PATCH('/api/v1/routers/{id}', { ...path, body: { tls_fingerprint, version: router.version } }), t`This certificate is trusted now.`)
    setChecked(null)
  }
  const { name, meaning } = suspendText(router.suspend_by)

  return (
    <Page
      title={router.name}
      note={
        <>
          <span className="lm-number">{router.host === '' ? '' : `${router.host}:${router.port}`}</span> <RouterStateMark router={router} />
        </>
      }
      actions={
        <>
          <AllowedButton
            variant="default"
            leftSection={<IconPlugConnected size={16} />}
            allowed={router.allowed.test}
            loading={isBusy}
            onClick={() => void test()}
          >
            <Trans>Test the connection</Trans>
          </AllowedButton>
          <AllowedButton
            allowed={router.allowed.compare}
            loading={isBusy}
            onClick={() => void act(() => http.POST('/api/v1/routers/{id}/comparison', path), t`The router is being compared; what differs is put right.`)}
          >
            <Trans>Compare now</Trans>
          </AllowedButton>
          <Menu position="bottom-end" width={260}>
            <Menu.Target>
              <Button variant="default" px={8} aria-label={t`More for this router`}>
                <IconDots size={16} />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <AllowedItem allowed={router.allowed.edit} onClick={() => setOpened('edit')}>
                <Trans>Change the router</Trans>
              </AllowedItem>
              {router.is_frozen ? (
                <AllowedItem
                  allowed={router.allowed.thaw}
                  onClick={() => void act(() => http.DELETE('/api/v1/routers/{id}/freeze', path), t`The router is thawed; what waited is done now.`)}
                >
                  <Trans>Thaw it</Trans>
                </AllowedItem>
              ) : (
                <AllowedItem allowed={router.allowed.freeze} onClick={() => setOpened('freeze')}>
                  <Trans>Freeze it for maintenance</Trans>
                </AllowedItem>
              )}
              <Menu.Item component={Link} to={`/routers/${router.id}/import` as never}>
                <Trans>Import what stands on it</Trans>
              </Menu.Item>
              {may('client.view') && (
                <Menu.Item component={Link} to="/clients" search={{ router_id: String(router.id) } as never}>
                  <Trans>Its clients</Trans>
                </Menu.Item>
              )}
              {may('audit.view') && (
                <Menu.Item component={Link} to="/audit" search={{ subject_type: 'router', subject_id: String(router.id) } as never}>
                  <Trans>History of changes</Trans>
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        </>
      }
    >
      <Notices router={router} />
      {checked !== null && <ConnectionCheck checked={checked} onPin={router.is_tls && router.allowed.edit.ok ? (print) => void pin(print) : undefined} />}
      <Health router={router} />
      <dl className={styles.facts}>
        {(
          [
            [t`Branch`, router.branch_name],
            [t`Connection`, router.is_tls ? t`secure (api-ssl)` : t`plain (api)`],
            [t`User`, router.username],
            [t`Without service`, [name, router.suspend_target].filter(Boolean).join(': ')],
            [t`Compared`, router.health.reconciled_at === null ? t`never` : format.dateTime(router.health.reconciled_at)],
          ] as const
        ).map(([label, value]) => (
          <div key={label} title={label === t`Without service` ? meaning : undefined}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <RouterTabs router={router} />
      {opened === 'edit' && <RouterForm router={router} onClose={() => setOpened(null)} />}
      {opened === 'freeze' && <FreezeRouter router={router} onClose={() => setOpened(null)} />}
    </Page>
  )
}

/** What keeps the router from being told anything. */
function Notices({ router }: { router: Router }) {
  const { t } = useLingui()
  const format = useFormat()
  const troubleText = useTroubleText()
  const { health } = router
  const state = stateOf(router)
  if (state === 'frozen')
    return (
      <Alert color="blue" icon={<IconSnowflake size={18} />} title={<Trans>Nothing is written to this router</Trans>}>
        {router.frozen_reason}
        {router.frozen_at !== null && ` · ${t`since ${format.dateTime(router.frozen_at)}`}`}
      </Alert>
    )
  if (health.held !== null) return <HeldBack router={router} held={health.held} />
  if (state === 'failing' && health.error_kind !== null)
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
  return null
}

function Health({ router: { id, health } }: { router: Router }) {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const duration = useDurationText()
  const bytes = useBytesText()
  const counts = useLineCounts()?.of(id)
  const { os_version, board, cpu_percent, memory_free_bytes: free, memory_total_bytes: total, uptime_seconds, seen_at } = health
  return (
    <Figures
      figures={[
        { label: t`RouterOS`, value: os_version === '' ? '–' : os_version.replace(/ \(.*/, ''), note: board },
        { label: t`Load`, value: cpu_percent === null ? '–' : format.percent(cpu_percent * 100), note: seen_at === null ? '' : t`at ${format.time(seen_at)}` },
        {
          label: t`Memory in use`,
          value: free === null || total === null || total === 0 ? '–' : format.percent(Math.round(((total - free) / total) * 100) * 100),
          note: total === null ? '' : t`of ${bytes(total)}`,
        },
        { label: t`Up for`, value: uptime_seconds === null ? '–' : duration(uptime_seconds), note: health.identity },
        {
          label: t`Lines`,
          value: counts === undefined ? undefined : format.number(counts.lines),
          note: counts === undefined ? '' : t`${format.number(counts.with_service)} with service`,
          ...(may('client.view') ? { to: `/clients?router_id=${id}` } : {}),
        },
        { label: t`Online`, value: counts === undefined ? undefined : format.number(counts.online), note: t`as last reported` },
        {
          label: t`Not in sync`,
          value: counts === undefined ? undefined : format.number(counts.waiting),
          note: counts === undefined || counts.stuck === 0 ? '' : t`${format.number(counts.stuck)} waiting for a person`,
          to: `/routers/waiting?router_id=${id}`,
        },
      ]}
    />
  )
}
