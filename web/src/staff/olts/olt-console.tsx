import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, TextInput } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { FormEvent, KeyboardEvent } from 'react'
import { http, isProblem } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ErrorState, RowsPending } from '../../ui/page-states.tsx'
import type { Olt } from './olt.ts'
import styles from './olts.module.css'

type Line = RowOf<'/api/v1/olts/{id}/console-lines'>
const OFTEN_MS = 1200

/**
 * The command line of an OLT, a line at a time: it is queued, typed when the OLT is free, and its answer printed. Everything stays in the
 * transcript. Plain text and a plain field, so that it works with a phone's keyboard and with a screen reader.
 */
export function OltConsole({ olt }: { olt: Olt }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [text, setText] = useState('')
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [isWaiting, setWaiting] = useState(false)
  const [back, setBack] = useState(0)
  const end = useRef<HTMLDivElement>(null)
  const source = useList('/api/v1/olts/{id}/console-lines', {
    params: { id: olt.id },
    pageSize: 50,
    refetchMs: isWaiting ? OFTEN_MS : false,
  })
  const [newest] = source.rows
  const isOpen = source.rows.some(({ state }) => state === 'waiting' || state === 'running')
  const shown = source.rows.toReversed()
  const sent = [...new Set(source.rows.map(({ line }) => line))]
  useEffect(() => setWaiting(isOpen), [isOpen])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has come last is brought into sight.
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' })
  }, [newest?.id, newest?.state])

  const send = async (event: FormEvent) => {
    event.preventDefault()
    const line = text.trim()
    if (line === '') return
    setSending(true)
    setFailure(null)
    const { data, error } = await http
      .POST('/api/v1/olts/{id}/console-lines', { params: { path: { id: olt.id } }, body: { line } })
      .catch(() => ({ data: undefined, error: undefined }))
    setSending(false)
    if (data === undefined) return setFailure(isProblem(error) ? error.detail : t`The server cannot be reached.`)
    setText('')
    setBack(0)
    setWaiting(true)
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === '/api/v1/olts/{id}/console-lines' })
  }
  /** As on any command line, the arrow keys bring back what was typed before. */
  const recall = (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const at = Math.max(0, Math.min(sent.length, back + by))
    setBack(at)
    setText(at === 0 ? '' : (sent[at - 1] ?? ''))
  }
  if (source.error !== null && source.rows.length === 0) return <ErrorState error={source.error} retry={source.retry} />
  return (
    <div className={styles.panel}>
      <p className={styles.note}>
        {olt.allowed.console.ok ? (
          <Trans>What is typed here is done on the OLT at once, and kept with your name.</Trans>
        ) : (
          <Trans>Only lines that are known to change nothing are typed: {olt.allowed.console.reason}</Trans>
        )}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <div className={styles.console} role="log" aria-label={t`What was typed and answered`} tabIndex={0}>
        {source.isPending ? (
          <RowsPending rows={4} />
        ) : shown.length === 0 ? (
          <span>
            <Trans>Nothing was typed yet. Try: show version</Trans>
          </span>
        ) : (
          shown.map((line) => <Shown key={line.id} line={line} />)
        )}
        <div ref={end} />
      </div>
      {failure !== null && (
        <Alert color="red" role="alert" py="xs">
          {failure}
        </Alert>
      )}
      <form className={styles.prompt} onSubmit={(event) => void send(event)}>
        <TextInput
          aria-label={t`Line to type`}
          placeholder={newest?.prompt ?? t`Line to type`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          autoCorrect="off"
          ff="monospace"
          disabled={!olt.allowed.act.ok}
          value={text}
          onKeyDown={recall}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button type="submit" loading={isSending} disabled={text.trim() === '' || !olt.allowed.act.ok} leftSection={<IconSend size={15} />}>
          <Trans>Send</Trans>
        </Button>
      </form>
      {!olt.allowed.act.ok && <p className={styles.note}>{olt.allowed.act.reason}</p>}
    </div>
  )
}

function Shown({ line }: { line: Line }) {
  const { t } = useLingui()
  const format = useFormat()
  const states = { waiting: t`waits for its turn`, running: t`is being typed`, done: '', unsure: t`not certain whether it was taken`, failed: t`was not typed` }
  const said = [states[line.state], line.is_cut ? t`the rest is cut off` : '', line.is_whole === false ? t`not whole` : '', line.advice, line.message]
    .filter((part) => part !== null && part !== '')
    .join(' · ')
  return (
    <div>
      <span className={styles.sent}>
        {line.prompt === null ? '> ' : `${line.prompt} `}
        {line.line}
      </span>{' '}
      <small>
        {line.user_name} · {format.dateTime(line.asked_at)}
      </small>
      {line.answer !== null && line.answer !== '' && <pre className={styles.answer}>{line.answer}</pre>}
      {said !== '' && <em className={styles.said}>{said}</em>}
    </div>
  )
}
