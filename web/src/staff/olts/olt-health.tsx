import { Trans, useLingui } from '@lingui/react/macro'
import { IconClockQuestion } from '@tabler/icons-react'
import { useDurationText } from '../../lib/use-duration.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Figures } from '../../ui/figures.tsx'
import { EmptyState, RowsPending } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Status, TimeText } from '../../ui/values.tsx'
import type { Olt, Polls } from './olt.ts'
import styles from './olts.module.css'

type Kind = Polls['items'][number]['kind']

export function usePollText(): (kind: Kind) => string {
  const { t } = useLingui()
  return (kind) =>
    ({
      status: t`Who is online`,
      optics: t`Light level`,
      inventory: t`Who stands where`,
      macs: t`Addresses behind ONUs`,
      unregistered: t`Who waits to be let in`,
      system: t`The OLT itself`,
    })[kind]
}

/** How the OLT itself is, and what came of the last looks at it. */
export function OltHealth({ olt: { health }, polls }: { olt: Olt; polls: Polls | undefined }) {
  const { t } = useLingui()
  const format = useFormat()
  const duration = useDurationText()
  const pollText = usePollText()
  const percent = (value: number | null) => (value === null ? '–' : format.percent(value * 100))
  return (
    <div className={styles.panel}>
      <Figures
        hasNotes={false}
        figures={[
          { label: t`Load`, value: percent(health.cpu_percent) },
          { label: t`Memory in use`, value: percent(health.memory_percent) },
          { label: t`Temperature`, value: health.temperature_c === null ? '–' : t`${format.number(health.temperature_c)} °C` },
          { label: t`Up for`, value: health.uptime_seconds === null ? '–' : duration(health.uptime_seconds) },
          { label: t`Failures in a row`, value: format.number(health.failures) },
        ]}
      />
      {health.description !== '' && <p style={{ margin: 0, color: 'var(--lm-dim)', overflowWrap: 'anywhere' }}>{health.description}</p>}
      {polls === undefined ? (
        <RowsPending rows={6} />
      ) : polls.items.length === 0 ? (
        <EmptyState icon={<IconClockQuestion size={24} />} title={<Trans>It was not asked yet</Trans>}>
          <Trans>The first look comes within a minute; “Ask it now” does not wait for it.</Trans>
        </EmptyState>
      ) : (
        <TableScroll>
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col" className={tables.wide}>
                  <Trans>Asked for</Trans>
                </th>
                <th scope="col">
                  <Trans>Answer</Trans>
                </th>
                <th scope="col">
                  <Trans>When</Trans>
                </th>
                <th scope="col" className={tables.spare}>
                  <Trans>By</Trans>
                </th>
                <th scope="col" className={`${tables.end} ${tables.spare}`}>
                  <Trans>Rows</Trans>
                </th>
                <th scope="col" className={`${tables.end} ${tables.spare}`}>
                  <Trans>Took</Trans>
                </th>
                <th scope="col" className={tables.spare}>
                  <Trans>Next look</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {polls.items.map((poll) => (
                <tr key={poll.kind}>
                  <td className={tables.wide}>
                    {pollText(poll.kind)}
                    {poll.problems.length > 0 && (
                      <ul className={styles.problems}>
                        {poll.problems.map((problem) => (
                          <li key={problem}>{problem}</li>
                        ))}
                      </ul>
                    )}
                    {poll.is_complete === false && poll.completed_at !== null && (
                      <span className={tables.small}>
                        <Trans>last whole {format.dateTime(poll.completed_at)}</Trans>
                      </span>
                    )}
                  </td>
                  <td>
                    {poll.is_complete === null ? (
                      <Status tone="grey" label={t`not yet`} isHollow />
                    ) : poll.is_complete ? (
                      <Status tone="green" label={t`whole`} />
                    ) : (
                      <Status tone="amber" label={t`not whole`} />
                    )}
                  </td>
                  <td>
                    <TimeText at={poll.began_at} />
                  </td>
                  <td className={tables.spare}>{poll.source === null ? '' : poll.source === 'cli' ? t`command line` : 'SNMP'}</td>
                  <td className={`${tables.end} ${tables.spare}`}>{poll.rows === null ? '' : format.number(poll.rows)}</td>
                  <td className={`${tables.end} ${tables.spare}`}>
                    {poll.ms === null ? '' : poll.ms < 1000 ? t`${format.number(poll.ms)} ms` : t`${format.number(Math.round(poll.ms / 100) / 10)} s`}
                  </td>
                  <td className={tables.spare}>{format.time(poll.due_at)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </div>
  )
}
