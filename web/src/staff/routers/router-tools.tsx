import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { sayFailed } from '../../ui/form.tsx'
import { Status } from '../../ui/values.tsx'
import type { Router } from './router.ts'
import styles from './routers.module.css'

/** Two looks of now: what the router reaches, and whether this server reaches the router. */
export function RouterTools({ router }: { router: Router }) {
  return (
    <div className={styles.panel}>
      <div className={styles.tools}>
        <Ping router={router} />
        <Knock router={router} />
      </div>
    </div>
  )
}

function Ping({ router }: { router: Router }) {
  const { t } = useLingui()
  const format = useFormat()
  const [address, setAddress] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<{ of: string; sent: number; received: number; average_ms: number | null } | null>(null)
  const send = async () => {
    setBusy(true)
    const of = address.trim()
    const { data, error } = await http
      .POST('/api/v1/routers/{id}/ping', { params: { path: { id: router.id } }, body: { address: of, count: 4 } })
      .catch(() => ({ data: undefined, error: undefined }))
    setBusy(false)
    if (data === undefined) return sayFailed(error, t`The server cannot be reached.`)
    setOutcome({ of, ...data })
  }
  const { allowed } = router
  return (
    <form
      className={styles.tool}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Text fw={600} size="sm">
        <Trans>Ping from the router</Trans>
      </Text>
      <Group align="end" gap={8}>
        <TextInput
          label={t`IP address`}
          placeholder="8.8.8.8"
          value={address}
          disabled={!allowed.test.ok}
          onChange={({ currentTarget }) => setAddress(currentTarget.value)}
        />
        {allowed.test.ok ? (
          <Button type="submit" loading={isBusy} disabled={address.trim() === ''}>
            <Trans>Ping</Trans>
          </Button>
        ) : (
          <AllowedButton allowed={allowed.test} onClick={() => {}}>
            <Trans>Ping</Trans>
          </AllowedButton>
        )}
      </Group>
      {outcome !== null && (
        <div role="status">
          <Status
            tone={outcome.received === outcome.sent ? 'green' : outcome.received > 0 ? 'amber' : 'red'}
            label={t`${outcome.of}: ${format.number(outcome.received)} of ${format.number(outcome.sent)} came back`}
          />
          {outcome.average_ms !== null && <Text size="sm">{t`${format.number(outcome.average_ms)} ms on average`}</Text>}
        </div>
      )}
    </form>
  )
}

function Knock({ router }: { router: Router }) {
  const { t } = useLingui()
  const format = useFormat()
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<{ outcome: 'open' | 'refused' | 'silent' | 'no_way'; milliseconds: number } | null>(null)
  const send = async () => {
    setBusy(true)
    const { data, error } = await http
      .POST('/api/v1/routers/{id}/knock', { params: { path: { id: router.id } } })
      .catch(() => ({ data: undefined, error: undefined }))
    setBusy(false)
    if (data === undefined) return sayFailed(error, t`The server cannot be reached.`)
    setOutcome(data)
  }
  const texts = {
    open: t`Somebody answers at the port`,
    refused: t`The address is there, but nothing listens at the port`,
    silent: t`Nothing answers`,
    no_way: t`There is no way to this address from here`,
  }
  return (
    <div className={styles.tool}>
      <Text fw={600} size="sm">
        <Trans>Reach the router from this server</Trans>
      </Text>
      <Text size="sm" c="dimmed">
        <Trans>
          Tries a TCP connection to {router.host}:{router.port}; nothing is sent.
        </Trans>
      </Text>
      <AllowedButton variant="default" loading={isBusy} allowed={router.allowed.test} onClick={() => void send()}>
        <Trans>Try it</Trans>
      </AllowedButton>
      {outcome !== null && (
        <div role="status">
          <Status tone={outcome.outcome === 'open' ? 'green' : 'red'} label={texts[outcome.outcome]} />
          <Text size="sm">{t`after ${format.number(outcome.milliseconds)} ms`}</Text>
        </div>
      )}
    </div>
  )
}
