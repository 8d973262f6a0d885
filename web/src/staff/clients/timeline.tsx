import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Stack, Textarea } from '@mantine/core'
import { IconPin, IconPinnedOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import { useMay } from '../../lib/session.ts'
import { sayFailed } from '../../ui/form.tsx'
import { Card } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { TimeText } from '../../ui/values.tsx'
import { actionText } from '../audit/actions.ts'
import type { Client } from './client-page.tsx'
import styles from './client.module.css'

/** What happened to a client and what was written about him, newest first. */
export function Timeline({ client }: { client: Client }) {
  const { t, i18n } = useLingui()
  const may = useMay()
  const queries = useQueryClient()
  const source = useList('/api/v1/clients/{id}/timeline', { params: { id: client.id }, pageSize: 20 })
  const refresh = () => queries.invalidateQueries({ queryKey: ['list', '/api/v1/clients/{id}/timeline'] })
  const pin = async (note_id: number, isPinned: boolean) => {
    const path = { params: { path: { id: client.id, note_id } } }
    const { error } = isPinned
      ? await http.DELETE('/api/v1/clients/{id}/notes/{note_id}/pin', path)
      : await http.POST('/api/v1/clients/{id}/notes/{note_id}/pin', path)
    if (error !== undefined) sayFailed(error, t`The server cannot be reached.`)
    await refresh()
  }
  const items = source.rows.toSorted((a, b) => Number(b.note?.is_pinned ?? false) - Number(a.note?.is_pinned ?? false))
  return (
    <Card title={t`Timeline and notes`} flush>
      {may('client.edit') && <NewNote clientId={client.id} onAdded={refresh} />}
      {source.error !== null && <ErrorState error={source.error} retry={source.retry} />}
      <ul className={styles.events}>
        {items.map(({ kind, id, at, event, note }) => (
          <li key={`${kind}${id}`} className={note?.is_pinned === true ? styles.pinned : undefined}>
            {event !== null && <span>{i18n._(actionText(event.action))}</span>}
            {note !== null && <span className={styles.note}>{note.body}</span>}
            <small>
              <TimeText at={at} /> · {event?.actor_name ?? note?.author}
              {note !== null && may('client.edit') && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="xs"
                  ml={4}
                  aria-label={note.is_pinned ? t`Unpin the note` : t`Pin the note`}
                  onClick={() => void pin(note.id, note.is_pinned)}
                >
                  {note.is_pinned ? <IconPinnedOff size={13} /> : <IconPin size={13} />}
                </ActionIcon>
              )}
            </small>
          </li>
        ))}
      </ul>
      {source.hasMore && (
        <div className={styles.more}>
          <Button variant="subtle" size="compact-sm" loading={source.isLoadingMore} onClick={source.loadMore}>
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
    </Card>
  )
}

function NewNote({ clientId, onAdded }: { clientId: number; onAdded: () => Promise<unknown> }) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [isSending, setSending] = useState(false)
  const add = async () => {
    setSending(true)
    const { error } = await http.POST('/api/v1/clients/{id}/notes', { params: { path: { id: clientId } }, body: { body: text, is_pinned: false } })
    setSending(false)
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached.`)
    setText('')
    await onAdded()
  }
  return (
    <Stack gap={6} p={14} pb={6}>
      <Textarea
        aria-label={t`New note`}
        placeholder={t`Write a note`}
        autosize
        minRows={1}
        maxRows={8}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {text.trim() !== '' && (
        <Button size="compact-sm" style={{ alignSelf: 'flex-end' }} loading={isSending} onClick={() => void add()}>
          <Trans>Keep the note</Trans>
        </Button>
      )}
    </Stack>
  )
}
