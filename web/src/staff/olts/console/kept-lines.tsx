import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { useFormat } from '../../../lib/use-format.ts'
import { RowsPending } from '../../../ui/page-states.tsx'
import styles from '../olts.module.css'
import { plainText } from './plain-text.ts'
import type { ConsoleLines, Line } from './use-console-lines.ts'

/** Everything that was typed and answered, the newest at the end. */
export function KeptLines({ lines: { source, rows }, isLow = false }: { lines: ConsoleLines; isLow?: boolean }) {
  const { t } = useLingui()
  const box = useRef<HTMLDivElement>(null)
  const [newest] = rows
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has come last is brought into sight, without moving the page.
  useEffect(() => {
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight
  }, [newest?.id, newest?.state])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <div ref={box} className={styles.console} data-low={isLow || undefined} role="log" aria-label={t`What was typed and answered`} tabIndex={0}>
      {source.isPending ? (
        <RowsPending rows={4} />
      ) : rows.length === 0 ? (
        <span>
          <Trans>Nothing was typed yet. Try: show version</Trans>
        </span>
      ) : (
        rows.toReversed().map((line) => <Kept key={line.id} line={line} />)
      )}
    </div>
  )
}

function Kept({ line }: { line: Line }) {
  const { t } = useLingui()
  const format = useFormat()
  const states = { waiting: t`waits for its turn`, running: t`is being typed`, done: '', unsure: t`not certain whether it was taken`, failed: t`was not typed` }
  const said = [
    states[line.state],
    line.is_cut ? t`the rest is cut off` : '',
    line.is_whole === false ? t`not whole` : '',
    line.question === null ? '' : t`asked: ${line.question} told: ${line.told ?? ''}`,
    line.advice,
    line.message,
  ]
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
      {line.answer !== null && line.answer !== '' && <pre className={styles.answer}>{plainText(line.answer)}</pre>}
      {said !== '' && <em className={styles.said}>{said}</em>}
    </div>
  )
}
