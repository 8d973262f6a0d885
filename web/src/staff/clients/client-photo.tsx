import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { FormFailure, sayDone } from '../../ui/form.tsx'
import type { Client } from './client.ts'
import { DropZone, sendFile } from './drop-zone.tsx'
import styles from './documents.module.css'

/** Another photo is another file, so the address changes with it and an old picture is never shown for a new one. */
export const photoAddress = ({ id, photo_file_id }: Pick<Client, 'id' | 'photo_file_id'>): string | null =>
  photo_file_id === null ? null : `/api/v1/clients/${id}/photo?v=${photo_file_id}`

/** The photo of a client, large; a new one by drag and drop, from a file, or from the camera of a phone. */
export function ClientPhoto({ client, onClose }: { client: Client; onClose: () => void }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const [failure, setFailure] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const src = photoAddress(client)
  const act = async (work: () => Promise<string | null>, done: string) => {
    setBusy(true)
    const refused = await work()
    setBusy(false)
    setFailure(refused)
    if (refused !== null) return
    await queries.invalidateQueries()
    sayDone(done)
    onClose()
  }
  const unreachable = t`The server cannot be reached. Try again; nothing is lost.`
  return (
    <Modal opened onClose={onClose} title={client.name}>
      <Stack gap="md">
        {src === null ? (
          <Text c="dimmed" size="sm">
            <Trans>There is no photo yet.</Trans>
          </Text>
        ) : (
          <img className={styles.portrait} src={src} alt={client.name} />
        )}
        {client.allowed.edit.ok && (
          <DropZone
            accepts="image/*"
            isBusy={isBusy}
            onFiles={([file]) =>
              file !== undefined && void act(() => sendFile('PUT', `/api/v1/clients/${client.id}/photo`, file, {}, unreachable), t`The photo is kept.`)
            }
          />
        )}
        <FormFailure text={failure ?? (client.allowed.edit.ok ? null : client.allowed.edit.reason)} />
        <Group justify="end">
          {src !== null && client.allowed.edit.ok && (
            <Button
              variant="default"
              disabled={isBusy}
              onClick={() =>
                void act(async () => {
                  const { error } = await http.DELETE('/api/v1/clients/{id}/photo', { params: { path: { id: client.id } } })
                  return error === undefined ? null : error.detail
                }, t`The photo is taken away.`)
              }
            >
              <Trans>Take the photo away</Trans>
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            <Trans>Close</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
