import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Checkbox, Group, Stack, Textarea } from '@mantine/core'
import { IconPin, IconPinnedOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { http } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import { sayFailed } from '../../ui/form.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { TimeText } from '../../ui/values.tsx'
import { actionText } from '../audit/actions.ts'
import type { Client } from './client.ts'
import styles from './client.module.css'

/** What happened to a client and what was written about him, newest first. */
export function Timeline({ client }: { client: Client }) {
  const { t, i18n } = useLingui()
  const queries = useQueryClient()
  const source = useList('/api/v1/clients/{id}/timeline', { params: { id: client.id }, pageSize: 20 })
  const mayWrite = client.allowed.edit.ok
  const refresh = () => queries.invalidateQueries({ queryKey: ['list'] })
  const pin = async (note_id: number, isPinned: boolean) => {
    const path = { params: { path: { id: client.id, note_id } } }
    const { error } = isPinned
      ? await http.DELETE('/api/v1/clients/{id}/notes/{note_id}/pin', path)
      : await http.POST('/api/v1/clients/{id}/notes/{note_id}/pin', path)
    if (error !== undefined) sayFailed(error, t`The server cannot be reached.`)
    await refresh()
  }
  return (
    <>
      {mayWrite && <NewNote clientId={client.id} onAdded={refresh} />}
      {source.error !== null && <ErrorState error={source.error} retry={source.retry} />}
      {!source.isPending && source.error === null && source.rows.length === 0 && (
        <div className={styles.empty}>
          <Trans>Nothing has happened yet.</Trans>
        </div>
      )}
      <ul className={styles.events}>
        {source.rows.map(({ kind, id, at, event, note }) => (
          <li key={`${kind}${id}`} className={note?.is_pinned === true ? styles.pinned : undefined}>
            {event !== null && <span>{i18n._(actionText(event.action))}</span>}
            {note !== null && <span className={styles.note}>{note.body}</span>}
            <small>
              <TimeText at={at} /> · {event?.actor_name ?? note?.author}
              {note !== null && mayWrite && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={note.is_pinned ? t`Unpin the note` : t`Pin the note to the top`}
                  onClick={() => void pin(note.id, note.is_pinned)}
                >
                  {note.is_pinned ? <IconPinnedOff size={14} /> : <IconPin size={14} />}
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
    </>
  )
}

function NewNote({ clientId, onAdded }: { clientId: number; onAdded: () => Promise<unknown> }) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [isPinned, setPinned] = useState(false)
  const [isSending, setSending] = useState(false)
  const add = async () => {
    setSending(true)
    const { error } = await http
      .POST('/api/v1/clients/{id}/notes', { params: { path: { id: clientId } }, body: { body: text, is_pinned: isPinned } })
      .catch((lost: unknown) => ({ error: lost }))
    setSending(false)
    if (error !== undefined) return sayFailed(error, t`The server cannot be reached. Try again; nothing is lost.`)
    setText('')
    setPinned(false)
    await onAdded()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '') void add()
  }
  return (
    <Stack gap={6} p={14} pb={6}>
      <Textarea
        id="new-note"
        aria-label={t`New note`}
        placeholder={t`Write a note`}
        autosize
        minRows={1}
        maxRows={8}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={onKey}
      />
      {text.trim() !== '' && (
        <Group justify="end" gap="md">
          <Checkbox label={t`Pin it to the top`} checked={isPinned} onChange={({ currentTarget }) => setPinned(currentTarget.checked)} />
          <Button size="compact-sm" loading={isSending} onClick={() => void add()}>
            <Trans>Keep the note</Trans>
          </Button>
        </Group>
      )}
    </Stack>
  )
}
