import { Trans, useLingui } from '@lingui/react/macro'
import type { paths } from '../../api/schema.d.ts'
import { useFormat } from '../../lib/use-format.ts'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Status, TimeText } from '../../ui/values.tsx'
import { useMessageTexts } from './message-texts.ts'
import styles from './messages.module.css'

type Try = paths['/api/v1/messages/{id}']['get']['responses']['200']['content']['application/json']['tries'][number]

/** Each try of a message: when, by what, and what the channel said. */
export function MessageTries({ tries }: { tries: readonly Try[] }) {
  const { t } = useLingui()
  const format = useFormat()
  const { channel } = useMessageTexts()
  if (tries.length === 0)
    return (
      <p className={styles.none}>
        <Trans>Not tried yet.</Trans>
      </p>
    )
  const outcomes = { accepted: t`Taken`, failed: t`Not taken`, unknown: t`Not known` }
  const tones = { accepted: 'green', failed: 'red', unknown: 'amber' } as const
  return (
    <TableScroll>
      <table className={tables.table}>
        <thead>
          <tr>
            <th>
              <Trans>Try</Trans>
            </th>
            <th>
              <Trans>Begun</Trans>
            </th>
            <th className={tables.spare}>
              <Trans>By</Trans>
            </th>
            <th>
              <Trans>Outcome</Trans>
            </th>
            <th className={tables.spare}>
              <Trans>What was said</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {tries.map((each) => (
            <tr key={each.attempt_no}>
              <td>{format.number(each.attempt_no)}</td>
              <td>
                <TimeText at={each.started_at} />
                <span className={tables.narrow}>{[channel(each.channel), each.error ?? each.reference].filter(Boolean).join(' · ')}</span>
              </td>
              <td className={tables.spare}>{channel(each.channel)}</td>
              <td>
                {each.outcome === null ? (
                  <Status tone="blue" label={t`Under way`} isHollow />
                ) : (
                  <Status tone={tones[each.outcome]} label={outcomes[each.outcome]} />
                )}
              </td>
              <td className={tables.spare}>{each.error ?? each.reference ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
