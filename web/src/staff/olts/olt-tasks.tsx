import { Trans, useLingui } from '@lingui/react/macro'
import { Modal } from '@mantine/core'
import { IconTerminal2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useList } from '../../api/use-list.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { TimeText } from '../../ui/values.tsx'
import { TASK_STATES, useTaskStateText, useVerbText } from '../onus/task.ts'
import type { OltTask } from '../onus/task.ts'
import { TaskOutcome } from '../onus/task-outcome.tsx'
import { TaskStateMark } from '../onus/task-state.tsx'
import styles from './olts.module.css'

/** What an OLT was told to do, by whom, and what came of it; each with its transcript. */
export function OltTasks({ oltId, onuId }: { oltId?: number; onuId?: number }) {
  const { t } = useLingui()
  const verbText = useVerbText()
  const stateText = useTaskStateText()
  const [state, setState] = useUrlState()
  const [opened, setOpened] = useState<OltTask | null>(null)
  const source = useList('/api/v1/olt-tasks', {
    query: { olt_id: oltId === undefined ? undefined : String(oltId), onu_id: onuId === undefined ? undefined : String(onuId), state: state['task_state'] },
    refetchMs: useFallbackPoll(),
  })
  const identity = (row: OltTask) => row.identity ?? `${row.pon}:${row.onu_index}`
  const columns: readonly Column<OltTask>[] = [
    { id: 'what', header: t`What`, width: 200, grows: true, cell: (row) => verbText(row.verb) },
    { id: 'onu', header: 'ONU', width: 170, cell: identity },
    { id: 'place', header: t`Place`, width: 90, cell: (row) => `${row.pon}:${row.onu_index}` },
    { id: 'state', header: t`State`, width: 250, cell: (row) => <TaskStateMark state={row.state} /> },
    { id: 'by', header: t`By`, width: 140, cell: (row) => row.requested_by_name ?? '' },
    { id: 'at', header: t`When`, width: 160, cell: (row) => <TimeText at={row.requested_at} /> },
  ]
  return (
    <div className={styles.inList}>
      <FilterBar
        state={state}
        onChange={setState}
        filters={[{ key: 'task_state', label: t`State`, options: TASK_STATES.map((value) => ({ value, label: stateText(value) })) }]}
      />
      <DataList
        label={t`What the OLT was told`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        onOpen={setOpened}
        narrow={(row) => ({
          title: verbText(row.verb),
          detail: identity(row),
          figure: <TaskStateMark state={row.state} />,
          note: <TimeText at={row.requested_at} />,
        })}
        empty={
          <EmptyState icon={<IconTerminal2 size={24} />} title={<Trans>Nothing was told yet</Trans>}>
            <Trans>ONUs that are authorised, described, restarted or removed from here show up with everything that was typed.</Trans>
          </EmptyState>
        }
      />
      {opened !== null && (
        <Modal opened onClose={() => setOpened(null)} title={`${verbText(opened.verb)}: ${identity(opened)}`} size="lg">
          <TaskOutcome taskId={opened.id} />
        </Modal>
      )}
    </div>
  )
}
