import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import { Card } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { SessionList } from '../users/session-list.tsx'
import type { Session } from '../users/session-list.tsx'

/** Where one is logged in oneself; a forgotten computer is logged out from here. */
export function OwnSessions() {
  const { t } = useLingui()
  const client = useQueryClient()
  const [isEnding, setEnding] = useState(false)
  const { data, error, refetch } = api.useQuery('get', '/api/v1/auth/sessions')
  const others = data?.items.filter(({ is_current }) => !is_current) ?? []
  const end = async (sessions: readonly Session[]) => {
    setEnding(true)
    let refusal: unknown
    for (const { id } of sessions) {
      const answer = await http.DELETE('/api/v1/auth/sessions/{id}', { params: { path: { id } } }).catch((thrown: unknown) => ({ error: thrown }))
      refusal ??= answer.error
    }
    setEnding(false)
    await client.invalidateQueries({ queryKey: api.queryOptions('get', '/api/v1/auth/sessions').queryKey })
    if (refusal !== undefined) return sayFailed(refusal, t`The server cannot be reached.`)
    sayDone(sessions.length === 1 ? t`That session has ended.` : t`The other sessions have ended.`)
  }
  return (
    <Card
      title={t`Where you are logged in`}
      flush
      actions={
        others.length > 1 && (
          <Button size="compact-sm" variant="default" loading={isEnding} onClick={() => void end(others)}>
            <Trans>End all others</Trans>
          </Button>
        )
      }
    >
      {error !== null ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton h={56} m={14} />
      ) : (
        <SessionList sessions={data.items} onEnd={(session) => void end([session])} />
      )}
    </Card>
  )
}
