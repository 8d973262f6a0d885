import { Trans, useLingui } from '@lingui/react/macro'
import { Button, FileButton, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { fileBody } from '../../api/file-body.ts'
import { ownPhoto, sessionQuery } from '../../lib/session.ts'
import type { Me } from '../../lib/session.ts'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import { PersonPhoto } from '../../ui/person-photo.tsx'
import styles from './profile.module.css'

export function OwnPhoto({ user }: { user: Me['user'] }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [isSending, setSending] = useState(false)
  const change = async (work: () => Promise<{ error?: unknown }>, done: string) => {
    setSending(true)
    const { error } = await work().catch((thrown: unknown) => ({ error: thrown }))
    setSending(false)
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    sayDone(done)
  }
  const send = (file: File | null) => {
    if (file !== null) void change(() => http.PUT('/api/v1/auth/profile/photo', fileBody(file)), t`Your photo is changed.`)
  }
  return (
    <div className={styles.photo}>
      <PersonPhoto name={user.full_name} src={ownPhoto(user.photo_file_id)} size={72} />
      <div>
        <div className={styles.name}>{user.full_name}</div>
        <Group gap={6}>
          <FileButton onChange={send} accept="image/png,image/jpeg,image/webp" inputProps={{ 'aria-label': t`Photo` }}>
            {(props) => (
              <Button {...props} size="compact-sm" variant="default" loading={isSending}>
                {user.photo_file_id === null ? <Trans>Choose a photo</Trans> : <Trans>Another photo</Trans>}
              </Button>
            )}
          </FileButton>
          {user.photo_file_id !== null && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => void change(() => http.DELETE('/api/v1/auth/profile/photo'), t`Your photo is taken away.`)}
            >
              <Trans>Take it away</Trans>
            </Button>
          )}
        </Group>
      </div>
    </div>
  )
}
