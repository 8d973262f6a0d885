import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, TextInput } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent, KeyboardEvent } from 'react'
import type { Olt } from '../olt.ts'
import styles from '../olts.module.css'
import { yesTo } from './dialogue.ts'
import type { ConsoleLines } from './use-console-lines.ts'

/** A plain field for a line: it works with a phone's keyboard and with any aid. */
export function ConsoleField({ olt, lines }: { olt: Olt; lines: ConsoleLines }) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [back, setBack] = useState(0)
  /** As it was typed: what is kept is without secrets. */
  const [last, setLast] = useState<{ id: number; line: string } | null>(null)
  const [newest] = lines.rows
  const asked = newest !== undefined && newest.id === last?.id && newest.state === 'done' && newest.confirm === null ? newest.question : null

  const send = async (line: string, confirm: string | null) => {
    setSending(true)
    setFailure(null)
    const sent = await lines.send(line, confirm)
    setSending(false)
    if ('refusal' in sent) return setFailure(sent.refusal)
    setLast({ id: sent.line.id, line })
    setText('')
    setBack(0)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const line = text.trim()
    if (line !== '') void send(line, null)
  }
  /** As on any command line, the arrow keys bring back what was typed before. */
  const recall = (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const at = Math.max(0, Math.min(lines.typedBefore.length, back + by))
    setBack(at)
    setText(at === 0 ? '' : (lines.typedBefore[at - 1] ?? ''))
  }
  return (
    <>
      {failure !== null && (
        <Alert color="red" role="alert" py="xs">
          {failure}
        </Alert>
      )}
      {asked !== null && last !== null && (
        <Alert color="yellow" py="xs" title={asked}>
          <Group justify="space-between" gap="xs">
            <Trans>The OLT was told no, and has not done it.</Trans>
            <Button size="compact-sm" color="red" loading={isSending} onClick={() => void send(last.line, yesTo(asked))}>
              <Trans>Really do it</Trans>
            </Button>
          </Group>
        </Alert>
      )}
      <form className={styles.prompt} onSubmit={submit}>
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
    </>
  )
}
