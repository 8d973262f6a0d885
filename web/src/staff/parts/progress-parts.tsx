import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button } from '@mantine/core'
import { IconMoodEmpty, IconPinnedOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../lib/use-format.ts'
import { ChartCard } from '../../ui/charts/chart-card.tsx'
import { EmptyState, ErrorState, NotAllowed } from '../../ui/page-states.tsx'
import { JobProgress } from '../../ui/progress.tsx'
import { TimelineList } from '../../ui/timeline.tsx'
import { WorkLine } from '../shell/work-line.tsx'
import type { Work } from '../shell/use-work.ts'
import { Frame, Part, Sample } from './part.tsx'
import { AT, LATER, problem } from './samples.ts'

const WORK: Work = {
  id: 0,
  kind: 'invoice_run',
  state: 'running',
  name: null,
  month: '2026-02',
  is_own: true,
  is_preview: false,
  done: 12_400,
  of: 50_000,
  failed: 0,
  started_at: AT,
  finished_at: null,
}

export function ProgressPart() {
  const { t } = useLingui()
  const format = useFormat()
  const ended = { finished_at: LATER, done: 50_000 }
  const states: readonly (readonly [string, Partial<Work>])[] = [
    [t`Waits its turn`, { state: 'waiting', done: 0 }],
    [t`Under way`, {}],
    [t`Done`, { ...ended, state: 'done' }],
    [t`Done, with some left over`, { ...ended, state: 'done', failed: 3 }],
    [t`Failed`, { ...ended, state: 'failed' }],
    [t`Stopped`, { ...ended, state: 'cancelled' }],
  ]
  return (
    <Part
      id="progress"
      title={t`Long work`}
      file="ui/progress.tsx, staff/shell/work-line.tsx"
      about={t`The server remembers how far it is, so the page can be left and come back to. The head of every page shows the same lines.`}
    >
      <Sample title={t`An end in sight`}>
        <JobProgress label={t`${format.number(12_400)} of ${format.number(50_000)}`} done={12_400} of={50_000}>
          {format.percent(2480)}
        </JobProgress>
      </Sample>
      <Sample title={t`No end in sight`}>
        <JobProgress label={t`${format.number(12_400)} so far`} done={12_400} of={null} />
      </Sample>
      <Sample title={t`All of it`}>
        <JobProgress label={t`${format.number(50_000)} of ${format.number(50_000)}`} done={50_000} of={50_000} />
      </Sample>
      {states.map(([title, change]) => (
        <Sample key={title} title={title}>
          <Frame>
            <WorkLine work={{ ...WORK, ...change }} />
          </Frame>
        </Sample>
      ))}
    </Part>
  )
}

export function TimelinePart() {
  const { t } = useLingui()
  const unpin = (
    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t`Unpin the note`}>
      <IconPinnedOff size={14} />
    </ActionIcon>
  )
  return (
    <Part id="timeline" title={t`Timeline`} file="ui/timeline.tsx" about={t`What happened and what was written, newest first; a pinned note stays at the top.`}>
      <Sample title={t`With events and notes`} isWide>
        <Frame>
          <TimelineList
            entries={[
              { key: '1', text: t`Calls only after 18:00.\nThe dog is friendly.`, isPinned: true, at: AT, by: 'Salma Akter', action: unpin },
              { key: '2', text: <span>{t`Payment taken`}</span>, at: LATER, by: 'Rafiq Islam' },
              { key: '3', text: <span>{t`Client registered`}</span>, at: AT, by: undefined },
            ]}
          />
        </Frame>
      </Sample>
      <Sample title={t`Loading`}>
        <Frame>
          <TimelineList entries={[]} isPending />
        </Frame>
      </Sample>
      <Sample title={t`Empty`}>
        <Frame>
          <TimelineList entries={[]} />
        </Frame>
      </Sample>
    </Part>
  )
}

export function StatesPart() {
  const { t } = useLingui()
  const again = () => {}
  return (
    <Part
      id="states"
      title={t`States of a page`}
      file="ui/page-states.tsx"
      about={t`Says what happened and what to do. Nobody is left in front of an empty window.`}
    >
      <Sample title={t`Empty`}>
        <Frame>
          <EmptyState
            icon={<IconMoodEmpty size={24} />}
            title={t`No packages yet`}
            action={
              <Button>
                <Trans>New package</Trans>
              </Button>
            }
          >
            <Trans>An empty list teaches the first step.</Trans>
          </EmptyState>
        </Frame>
      </Sample>
      <Sample title={t`Refused by the server`}>
        <Frame>
          <ErrorState error={problem(t`The invoice was not found`, t`It may lie in another branch.`, 404)} retry={again} />
        </Frame>
      </Sample>
      <Sample title={t`No connection`}>
        <Frame>
          <ErrorState error={new TypeError('Failed to fetch')} retry={again} />
        </Frame>
      </Sample>
      <Sample title={t`An error of the program`}>
        <Frame>
          <ErrorState error={new Error('sample')} retry={again} />
        </Frame>
      </Sample>
      <Sample title={t`Not for this role`}>
        <Frame>
          <NotAllowed isPage={false} />
        </Frame>
      </Sample>
    </Part>
  )
}

export function ChartPart() {
  const { t } = useLingui()
  const format = useFormat()
  const [again, setAgain] = useState(0)
  const months = ['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02']
  const shared = {
    categoryLabel: t`Month`,
    categories: months.map((month) => ({ key: month, label: format.month(month), short: format.shortMonth(month) })),
    format: format.number,
    formatShort: format.shortNumber,
    plain: String,
    isWhole: true,
  }
  const series = [
    { key: 'joined', label: t`Joined`, kind: 'bar', tone: 'brand', values: [42, 51, 38, 60, 71, 44] },
    { key: 'left', label: t`Left`, kind: 'line', tone: 'faint', values: [12, 9, 15, 11, 8, null] },
  ] as const
  const none = series.map((each) => ({ ...each, values: months.map(() => null) }))
  return (
    <Part
      id="charts"
      title={t`Charts`}
      file="ui/charts/chart-card.tsx"
      about={t`Looked at with the mouse or the arrow keys; the table behind it has every figure, to read, copy and print.`}
    >
      <Sample title={t`With figures`}>
        <ChartCard title={t`Growth of clients`} series={series} {...shared} />
      </Sample>
      <Sample title={t`Loading`}>
        <ChartCard title={t`Loading`} series={none} {...shared} isPending />
      </Sample>
      <Sample title={t`Empty`}>
        <ChartCard title={t`Empty`} series={none} {...shared} />
      </Sample>
      <Sample title={t`Failed`}>
        <ChartCard
          key={again}
          title={t`Failed`}
          series={none}
          {...shared}
          error={problem(t`The figures could not be read`, t`The server was busy for too long.`, 503)}
          retry={() => setAgain(again + 1)}
        />
      </Sample>
    </Part>
  )
}
