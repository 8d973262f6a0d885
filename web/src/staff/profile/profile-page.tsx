import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, http } from '../../api/client.ts'
import { useMe } from '../../lib/session.ts'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { TimeText } from '../../ui/values.tsx'
import { browserName } from './browser-name.ts'
import styles from './profile.module.css'

/** Oneself: who one is to the program, and where one is logged in. */
export function ProfilePage() {
  const { t } = useLingui()
  const { user } = useMe()
  return (
    <Page title={t`My profile`}>
      <div className={styles.columns}>
        <Card
          title={user.full_name}
          actions={
            <Button component={Link} to="/choose-password" variant="default" size="xs">
              <Trans>Change my password</Trans>
            </Button>
          }
        >
          <dl className={styles.facts}>
            <dt>
              <Trans>User name</Trans>
            </dt>
            <dd>{user.username}</dd>
            <dt>
              <Trans>E-mail</Trans>
            </dt>
            <dd>{user.email || '–'}</dd>
            <dt>
              <Trans>Phone</Trans>
            </dt>
            <dd>{user.phone || '–'}</dd>
            <dt>
              <Trans>Last log-in</Trans>
            </dt>
            <dd>
              <TimeText at={user.last_login_at} />
            </dd>
          </dl>
        </Card>
        <Sessions />
      </div>
    </Page>
  )
}

function Sessions() {
  const { t } = useLingui()
  const client = useQueryClient()
  const { data, error, refetch } = api.useQuery('get', '/api/v1/auth/sessions')
  const end = async (id: number) => {
    const { error: failure } = await http.DELETE('/api/v1/auth/sessions/{id}', { params: { path: { id } } })
    if (failure !== undefined) return sayFailed(failure, t`The server cannot be reached.`)
    await client.invalidateQueries({ queryKey: api.queryOptions('get', '/api/v1/auth/sessions').queryKey })
    sayDone(t`That session has ended.`)
  }
  return (
    <Card title={t`Where you are logged in`} flush>
      {error !== null && <ErrorState error={error} retry={() => void refetch()} />}
      <ul className={styles.sessions}>
        {data?.items.map((session) => (
          <li key={session.id}>
            <div>
              <div>
                {browserName(session.user_agent)}{' '}
                {session.is_current && (
                  <b>
                    · <Trans>this one</Trans>
                  </b>
                )}
              </div>
              <small>
                {session.ip} · <TimeText at={session.last_seen_at} />
              </small>
            </div>
            <Group>
              {!session.is_current && (
                <Button size="compact-sm" variant="default" onClick={() => void end(session.id)}>
                  <Trans>End it</Trans>
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
    </Card>
  )
}
