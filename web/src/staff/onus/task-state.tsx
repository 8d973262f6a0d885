import { Status } from '../../ui/values.tsx'
import { useTaskStateText } from './task.ts'
import type { TaskState } from './task.ts'

const TONES = { waiting: 'blue', running: 'blue', done: 'green', refused: 'red', unsure: 'amber', not_seen: 'amber', failed: 'red', cancelled: 'grey' } as const

export function TaskStateMark({ state }: { state: TaskState }) {
  const text = useTaskStateText()
  return <Status tone={TONES[state]} label={text(state)} isHollow={state === 'waiting' || state === 'cancelled'} />
}
