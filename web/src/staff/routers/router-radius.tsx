import { Trans, useLingui } from '@lingui/react/macro'
import { IconAccessPoint } from '@tabler/icons-react'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { ConfirmDialog } from '../../ui/form-dialog.tsx'
import { EmptyState, ErrorState, RowsPending } from '../../ui/page-states.tsx'
import { Status } from '../../ui/values.tsx'
import { RadiusEffect } from './radius-effect.tsx'
import type { Router } from './router.ts'
import styles from './routers.module.css'
import { routerCommands, SwitchToRadius } from './switch-to-radius.tsx'
import type { Radius } from './switch-to-radius.tsx'

/** Beyond this a router that has sessions has missed three reports. */
const SILENT_MS = 35 * 60_000
const AGAIN_MS = 15_000

/** How the router asks by RADIUS, whether it does, and the way there and back. */
export function RouterRadius({ router }: { router: Router }) {
  const { t } = useLingui()
  const [opened, setOpened] = useState<'switch' | 'end' | null>(null)
  const path = { params: { path: { id: router.id } } }
  const { data: radius, error, refetch } = api.useQuery('get', '/api/v1/routers/{id}/radius', path, { refetchInterval: AGAIN_MS })
  const { data: server } = api.useQuery('get', '/api/v1/radius', {}, { refetchInterval: AGAIN_MS })
  if (error !== null) return <ErrorState error={error} retry={() => void refetch()} />
  if (radius === undefined)
    return (
      <div className={styles.panel}>
        <RowsPending />
      </div>
    )
  return (
    <div className={styles.panel}>
      {radius === null ? (
        <EmptyState
          icon={<IconAccessPoint size={24} />}
          title={<Trans>This router is told by secrets</Trans>}
          action={
            <AllowedButton allowed={router.allowed.edit} onClick={() => setOpened('switch')}>
              <Trans>Switch to RADIUS</Trans>
            </AllowedButton>
          }
        >
          <Trans>With RADIUS it asks at every log-in, so nothing has to be written to it, and it reports each session by itself.</Trans>
        </EmptyState>
      ) : (
        <>
          <div className={styles.bar}>
            <Heard radius={radius} />
            <AllowedButton size="compact-sm" variant="default" allowed={router.allowed.edit} onClick={() => setOpened('switch')}>
              <Trans>Change</Trans>
            </AllowedButton>
            <AllowedButton size="compact-sm" variant="default" allowed={router.allowed.edit} onClick={() => setOpened('end')}>
              <Trans>Back to secrets</Trans>
            </AllowedButton>
          </div>
          <Facts radius={radius} />
          <pre className={styles.commands}>{routerCommands({ port: radius.coa_port })}</pre>
        </>
      )}
      <Server server={server} />
      {opened === 'switch' && <SwitchToRadius router={router} radius={radius} onClose={() => setOpened(null)} />}
      {opened === 'end' && (
        <EndRadius
          router={router}
          onClose={() => setOpened(null)}
          onDone={() => {
            setOpened(null)
            sayDone(t`The router is told by secrets again.`)
          }}
        />
      )}
    </div>
  )
}

function Heard({ radius: { heard_at } }: { radius: Radius }) {
  const { t } = useLingui()
  const format = useFormat()
  if (heard_at === null) return <Status tone="amber" label={t`FreeRADIUS has not heard this router yet`} />
  const isSilent = Date.now() - Date.parse(heard_at) > SILENT_MS
  return (
    <Status tone={isSilent ? 'amber' : 'green'} label={isSilent ? t`Not heard since ${format.dateTime(heard_at)}` : t`Heard at ${format.dateTime(heard_at)}`} />
  )
}

function Facts({ radius }: { radius: Radius }) {
  const { t } = useLingui()
  const format = useFormat()
  const facts = [
    [t`Asks from`, radius.address],
    [t`Port for changes (CoA)`, String(radius.coa_port)],
    [t`Packets`, radius.is_signed ? t`signed` : t`signed where it wants`],
    [t`Secret`, t`kept sealed`],
    [t`Last report of a session`, radius.accounted_at === null ? t`none` : format.dateTime(radius.accounted_at)],
  ] as const
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** FreeRADIUS itself: whether it was set up for this database and is there, and the command that writes its configuration. */
function Server({ server }: { server: { readonly is_set_up: boolean; readonly connections: number } | undefined }) {
  const { t } = useLingui()
  const format = useFormat()
  if (server === undefined) return null
  return (
    <>
      <div className={styles.bar}>
        {!server.is_set_up ? (
          <Status tone="amber" label={t`FreeRADIUS was not set up yet`} />
        ) : server.connections > 0 ? (
          <Status tone="green" label={t`FreeRADIUS is connected, ${format.number(server.connections)} times`} />
        ) : (
          <Status tone="grey" label={t`FreeRADIUS is not connected; it connects at the first request`} isHollow />
        )}
      </div>
      <p className={styles.hint}>
        <Trans>
          On the server of FreeRADIUS, as the user it runs as. It writes a complete configuration with a new password and the key that opens what is kept:
        </Trans>
      </p>
      <pre className={styles.commands}>{'npm run lastmile -- radius config --out /etc/lastmile/radius\nfreeradius -f -d /etc/lastmile/radius'}</pre>
    </>
  )
}

function EndRadius({ router, onClose, onDone }: { router: Router; onClose: () => void; onDone: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({ initialValues: {} })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async () => {
    const { error } = await http.DELETE('/api/v1/routers/{id}/radius', { params: { path: { id: router.id } } })
    if (error !== undefined) throw error
    await client.invalidateQueries()
    onDone()
  })
  return (
    <ConfirmDialog
      title={t`Tell ${router.name} by secrets again?`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Back to secrets</Trans>}
      isDanger
    >
      <p style={{ marginTop: 0 }}>
        <Trans>FreeRADIUS answers this router no more within a minute; the shared secret is forgotten. Whoever is online stays so.</Trans>
      </p>
      <RadiusEffect router={router} by="secrets" />
    </ConfirmDialog>
  )
}
