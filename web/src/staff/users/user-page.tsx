import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Modal, Skeleton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useMay } from '../../lib/session.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import { ConfirmDialog } from '../../ui/form-dialog.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { PersonPhoto } from '../../ui/person-photo.tsx'
import { TimeText } from '../../ui/values.tsx'
import { EditUser } from './edit-user.tsx'
import { Exceptions } from './exceptions.tsx'
import { LoginAttempts } from './login-attempts.tsx'
import { PasswordLink } from './password-link.tsx'
import { roleText } from './role-names.ts'
import { SessionList } from './session-list.tsx'
import { UserStatus } from './user-status.tsx'
import styles from './users.module.css'

export type UserPage = paths['/api/v1/users/{id}']['get']['responses']['200']['content']['application/json']

/** One account: who it is, what the person may do, where he is logged in, and who tried. */
export function UserPage() {
  const { t, i18n } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const id = Number((useParams({ strict: false }) as { id: string }).id)
  const [link, setLink] = useState<{ link: string; expires_at: string } | null>(null)
  const [asked, setAsked] = useState<'disable' | 'end' | null>(null)
  const [isActing, setActing] = useState(false)
  const path = { params: { path: { id } } }
  const { data: user, error, refetch } = api.useQuery('get', '/api/v1/users/{id}', path)
  const sessions = api.useQuery('get', '/api/v1/users/{id}/sessions', path)
  const roles = api.useQuery('get', '/api/v1/roles').data?.items ?? []
  if (error !== null) return <ErrorState error={error} retry={() => void refetch()} />
  if (user === undefined)
    return (
      <Page title={t`User account`}>
        <div className={styles.columns}>
          <Skeleton h={380} radius="md" />
          <Skeleton h={380} radius="md" />
        </div>
      </Page>
    )

  const act = async (work: () => Promise<{ error?: unknown }>, done: string) => {
    setActing(true)
    const { error: refusal } = await work().catch((thrown: unknown) => ({ error: thrown }))
    setActing(false)
    setAsked(null)
    if (refusal !== undefined) return sayFailed(refusal, t`The server cannot be reached.`)
    await client.invalidateQueries()
    sayDone(done)
  }
  const makeLink = async () => {
    const { data, error: refusal } = await http.POST('/api/v1/users/{id}/password-reset', path)
    if (data === undefined) return sayFailed(refusal, t`The server cannot be reached.`)
    setLink(data)
  }
  const confirm = { onClose: () => setAsked(null), isSending: isActing, failure: null }
  const role = roles.find(({ key }) => key === user.role)

  return (
    <Page
      title={user.full_name}
      note={
        <>
          {user.username} <UserStatus user={user} />
        </>
      }
      actions={
        <>
          <AllowedButton variant="default" allowed={user.allowed.make_password_link} onClick={() => void makeLink()}>
            <Trans>Password link</Trans>
          </AllowedButton>
          {user.status === 'disabled' ? (
            <AllowedButton
              allowed={user.allowed.enable}
              onClick={() => void act(() => http.DELETE('/api/v1/users/{id}/disablement', path), t`The account is enabled.`)}
            >
              <Trans>Enable</Trans>
            </AllowedButton>
          ) : (
            <AllowedButton variant="light" color="red" allowed={user.allowed.disable} onClick={() => setAsked('disable')}>
              <Trans>Disable</Trans>
            </AllowedButton>
          )}
        </>
      }
    >
      <div className={styles.columns}>
        <Card
          title={
            <span className={styles.who}>
              <PersonPhoto
                name={user.full_name}
                src={user.photo_file_id === null ? null : `/api/v1/users/${user.id}/photo?v=${user.photo_file_id}`}
                size={26}
              />
              <Trans>User account</Trans>
            </span>
          }
          actions={
            may('audit.view') && (
              <Button component={Link} to="/audit" search={{ subject_type: 'user', subject_id: String(id) } as never} variant="subtle" size="compact-sm">
                <Trans>History of changes</Trans>
              </Button>
            )
          }
        >
          <EditUser key={user.version} user={user} roles={roles} />
        </Card>
        <div className={styles.side}>
          <Card
            title={t`Where this person is logged in`}
            flush
            actions={
              <AllowedButton size="compact-sm" variant="default" allowed={user.allowed.end_sessions} onClick={() => setAsked('end')}>
                <Trans>End all sessions</Trans>
              </AllowedButton>
            }
          >
            {sessions.error !== null ? (
              <ErrorState error={sessions.error} retry={() => void sessions.refetch()} />
            ) : sessions.data === undefined ? (
              <Skeleton h={50} m={14} />
            ) : (
              <SessionList sessions={sessions.data.items} />
            )}
          </Card>
          <Card
            title={t`Log-in attempts`}
            flush
            actions={
              <span>
                <Trans>Last log-in</Trans> <TimeText at={user.last_login_at} />
              </span>
            }
          >
            <LoginAttempts userId={user.id} />
          </Card>
          <Card title={t`Exceptions from the role ${roleText(user.role, roles, i18n)}`}>
            <Exceptions key={user.version} user={user} rolePermissions={role?.permissions ?? []} />
          </Card>
        </div>
      </div>
      {link !== null && (
        <Modal opened onClose={() => setLink(null)} title={t`Password link`}>
          <PasswordLink link={link.link} expiresAt={link.expires_at} name={user.full_name} />
        </Modal>
      )}
      {asked === 'disable' && (
        <ConfirmDialog
          {...confirm}
          title={t`Disable ${user.full_name}?`}
          onSubmit={(event) => {
            event?.preventDefault()
            void act(() => http.PUT('/api/v1/users/{id}/disablement', path), t`The account is disabled; its sessions have ended.`)
          }}
          submitLabel={<Trans>Disable</Trans>}
          isDanger
        >
          <Trans>This person is logged out at once and cannot log in until the account is enabled again. What he did stays under his name.</Trans>
        </ConfirmDialog>
      )}
      {asked === 'end' && (
        <ConfirmDialog
          {...confirm}
          title={t`End all sessions?`}
          onSubmit={(event) => {
            event?.preventDefault()
            void act(() => http.DELETE('/api/v1/users/{id}/sessions', path), t`The sessions have ended.`)
          }}
          submitLabel={<Trans>End all sessions</Trans>}
        >
          <Trans>This person is logged out everywhere and can log in again with the password.</Trans>
        </ConfirmDialog>
      )}
    </Page>
  )
}
