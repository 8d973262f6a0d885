import { useLingui } from '@lingui/react/macro'
import { Status } from '../../ui/values.tsx'
import { STATE_TONES, useMessageTexts } from './message-texts.ts'
import type { Message } from './message-texts.ts'

/** What became of a message; what only the log took has not left the house. */
export function MessageState({ message: { state, channel } }: { message: Pick<Message, 'state' | 'channel'> }) {
  const { t } = useLingui()
  const { states } = useMessageTexts()
  const label = state === 'sent' && channel === 'log' ? t`Logged` : states[state]
  return <Status tone={STATE_TONES[state]} label={label} isHollow={state === 'cancelled' || state === 'queued'} />
}
