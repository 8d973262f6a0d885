import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useFormat } from '../../lib/use-format.ts'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { ConfirmDialog } from '../../ui/form-dialog.tsx'
import { Card } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { Status, TimeText } from '../../ui/values.tsx'
import { NewToken } from './new-token.tsx'
import styles from './profile.module.css'

type Token = paths['/api/v1/auth/tokens']['get']['responses']['200']['content']['application/json']['items'][number]

/** The keys with which own programs work in one's name, with as little as they need. */
export function Tokens() {
  const { t } = useLingui()
  const format = useFormat()
  const [isAdding, setAdding] = useState(false)
  const [revoked, setRevoked] = useState<Token | null>(null)
  const { data, error, refetch } = api.useQuery('get', '/api/v1/auth/tokens')
  const expiry = (token: Token) => {
    if (token.expires_at === null) return <Trans>never expires</Trans>
    if (Date.parse(token.expires_at) < Date.now()) return <Status tone="grey" label={t`expired`} isHollow />
    return <Trans>until {format.dateTime(token.expires_at)}</Trans>
  }
  return (
    <Card
      title={t`API tokens`}
      flush
      actions={
        <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
          <Trans>New token</Trans>
        </Button>
      }
    >
      {error !== null ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton h={56} m={14} />
      ) : data.items.length === 0 ? (
        <Text size="sm" c="dimmed" p="md">
          <Trans>A token lets a program of yours use the API in your name: give it a name, what it may do, and how long. Most people need none.</Trans>
        </Text>
      ) : (
        <ul className={styles.sessions}>
          {data.items.map((token) => (
            <li key={token.id}>
              <div>
                <div>
                  {token.name} <code className={styles.code}>{token.prefix}…</code>
                </div>
                <small>
                  <Trans>may do: {format.number(token.scopes.length)}</Trans> · {expiry(token)} ·{' '}
                  {token.last_used_at === null ? (
                    <Trans>never used</Trans>
                  ) : (
                    <>
                      <Trans>last used</Trans> <TimeText at={token.last_used_at} />
                    </>
                  )}
                </small>
              </div>
              <Button size="compact-sm" variant="default" aria-label={t`Revoke ${token.name}`} onClick={() => setRevoked(token)}>
                <Trans>Revoke</Trans>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {isAdding && <NewToken onClose={() => setAdding(false)} />}
      {revoked !== null && <RevokeToken token={revoked} onClose={() => setRevoked(null)} />}
    </Card>
  )
}

function RevokeToken({ token, onClose }: { token: Token; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({ initialValues: {} })
  const { submit, isSending, failure } = useSubmit(form)
  const send = submit(async () => {
    const { error } = await http.DELETE('/api/v1/auth/tokens/{id}', { params: { path: { id: token.id } } })
    if (error !== undefined) throw error
    await client.invalidateQueries({ queryKey: api.queryOptions('get', '/api/v1/auth/tokens').queryKey })
    sayDone(t`The token is revoked.`)
    onClose()
  })
  return (
    <ConfirmDialog
      title={t`Revoke ${token.name}?`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={<Trans>Revoke</Trans>}
      isDanger
    >
      <Trans>Programs that use it are refused from this moment on. It cannot be brought back.</Trans>
    </ConfirmDialog>
  )
}
