import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import type { paths } from '../../api/schema.d.ts'
import { TimeText } from '../../ui/values.tsx'
import { browserName } from '../profile/browser-name.ts'
import styles from '../profile/profile.module.css'

export type Session = paths['/api/v1/auth/sessions']['get']['responses']['200']['content']['application/json']['items'][number]

/** Where somebody is logged in; with `onEnd`, each but the present one can be ended. */
export function SessionList({ sessions, onEnd }: { sessions: readonly Session[]; onEnd?: (session: Session) => void }) {
  const { t } = useLingui()
  if (sessions.length === 0)
    return (
      <Text size="sm" c="dimmed" p="md">
        <Trans>Not logged in anywhere.</Trans>
      </Text>
    )
  return (
    <ul className={styles.sessions}>
      {sessions.map((session) => (
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
              {session.ip === null ? '' : `${session.ip} · `}
              <Trans>last seen</Trans> <TimeText at={session.last_seen_at} />
            </small>
          </div>
          {onEnd !== undefined && !session.is_current && (
            <Button size="compact-sm" variant="default" aria-label={t`End the session in ${browserName(session.user_agent)}`} onClick={() => onEnd(session)}>
              <Trans>End it</Trans>
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
