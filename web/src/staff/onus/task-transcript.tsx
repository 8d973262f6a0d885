import { Trans } from '@lingui/react/macro'
import olts from '../olts/olts.module.css'
import type { WholeTask } from './task.ts'

/** What was typed and what the OLT answered, line by line. */
export function TaskTranscript({ transcript }: { transcript: WholeTask['transcript'] }) {
  if (transcript.length === 0) return null
  return (
    <details open>
      <summary>
        <Trans>What was typed</Trans>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <pre className={olts.lines} tabIndex={0}>
        {transcript.map(({ mode, sent, heard, question, told, is_whole }) => [
          <b key="sent">{`${mode}> ${sent}\n`}</b>,
          heard.map((line) => `${line}\n`).join(''),
          question === null ? '' : `${question} ${told ?? ''}\n`,
          is_whole ? '' : '…\n',
        ])}
      </pre>
    </details>
  )
}
