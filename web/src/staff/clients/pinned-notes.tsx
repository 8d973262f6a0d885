import { useLingui } from '@lingui/react/macro'
import { ActionIcon } from '@mantine/core'
import { IconPin, IconPinnedOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { http } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import { sayFailed } from '../../ui/form.tsx'
import type { Client } from './client.ts'
import styles from './client.module.css'

/** What everybody who opens the client must read first. */
export function PinnedNotes({ client }: { client: Client }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const { rows } = useList('/api/v1/clients/{id}/notes', { params: { id: client.id }, pageSize: 50 })
  const pinned = rows.filter(({ is_pinned }) => is_pinned)
  const unpin = async (note_id: number) => {
    const { error } = await http.DELETE('/api/v1/clients/{id}/notes/{note_id}/pin', { params: { path: { id: client.id, note_id } } })
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    await queries.invalidateQueries()
  }
  return pinned.map((note) => (
    <div key={note.id} className={styles.pinnedNote}>
      <IconPin size={15} aria-label={t`Pinned note`} />
      <span className={styles.note}>
        {note.body} <small>{note.author}</small>
      </span>
      {client.allowed.edit.ok && (
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t`Unpin the note`} onClick={() => void unpin(note.id)}>
          <IconPinnedOff size={14} />
        </ActionIcon>
      )}
    </div>
  ))
}
