import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Checkbox, Group, Stack, Textarea } from '@mantine/core'
import { IconPin, IconPinnedOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { http } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import { sayFailed } from '../../ui/form.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { TimelineList } from '../../ui/timeline.tsx'
import type { TimelineEntry } from '../../ui/timeline.tsx'
import { actionText } from '../audit/actions.ts'
import { placeOf } from '../audit/subjects.ts'
import type { Client } from './client.ts'
import styles from './client.module.css'
import { codeOf, useEventSaid } from './event-said.ts'
import type { ClientEvent } from './event-said.ts'
import { foldEvents } from './fold-events.ts'

/** What happened to a client and what was written about him, newest first. */
export function Timeline({ client }: { client: Client }) {
  const { t } = useLingui()
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
  const entries = foldEvents(source.rows).map(
    ({ head, with: rest }): TimelineEntry => ({
      key: `${head.kind}${head.id}`,
      text: (
        <>
          {head.event !== null && <EventLine event={head.event} isHead />}
          {rest.map(({ kind, id, event }) => event !== null && <EventLine key={`${kind}${id}`} event={event} />)}
          {head.note !== null && <span className={styles.note}>{head.note.body}</span>}
        </>
      ),
      isPinned: head.note?.is_pinned === true,
      at: head.at,
      by: head.event === null ? head.note?.author : head.event.actor_kind === 'system' ? t`The program` : head.event.actor_name,
      action: head.note !== null && mayWrite && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={head.note.is_pinned ? t`Unpin the note` : t`Pin the note to the top`}
          onClick={() => head.note !== null && void pin(head.note.id, head.note.is_pinned)}
        >
          {head.note.is_pinned ? <IconPinnedOff size={14} /> : <IconPin size={14} />}
        </ActionIcon>
      ),
    }),
  )
  return (
    <>
      {mayWrite && <NewNote clientId={client.id} onAdded={refresh} />}
      {source.error !== null && <ErrorState error={source.error} retry={source.retry} />}
      {(source.error === null || entries.length > 0) && <TimelineList isPending={source.isPending} entries={entries} />}
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

/** One event as a sentence: what, which document, and what of it people want to read. */
function EventLine({ event, isHead = false }: { event: ClientEvent; isHead?: boolean }) {
  const { i18n } = useLingui()
  const said = useEventSaid()(event)
  const code = codeOf(event)
  const place = placeOf(event.subject_type, event.subject_id)
  return (
    <span className={isHead ? styles.event : styles.came}>
      <span>{i18n._(actionText(event.action))}</span>
      {code !== '' && event.subject_type !== 'client' && place !== null && <PageLink to={place}>{code}</PageLink>}
      {said !== '' && <span className={styles.said}>{said}</span>}
    </span>
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
