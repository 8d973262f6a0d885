import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormat } from '../../lib/use-format.ts'
import type { UrlState } from '../../lib/use-url-state.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { TimeText } from '../../ui/values.tsx'
import { actionText } from './actions.ts'
import type { AuditEvent } from './audit-page.tsx'
import { AuditValue } from './audit-value.tsx'
import styles from './event-detail.module.css'
import { placeOf } from './subjects.ts'
import { valueName } from './value-names.ts'

/** One change with its values before and after, side by side; what stayed the same is folded away. */
export function EventDetail({
  event,
  subject,
  who,
  onNarrow,
  onClose,
}: {
  event: AuditEvent
  subject: string
  who: string
  onNarrow: (changes: UrlState) => void
  onClose: () => void
}) {
  const { t, i18n } = useLingui()
  return (
    <Modal opened onClose={onClose} title={i18n._(actionText(event.action))} size="lg">
      <dl className={styles.facts}>
        <Fact label={t`Of`}>
          <PageLink to={placeOf(event.subject_type, event.subject_id)}>{subject}</PageLink>
        </Fact>
        <Fact label={t`When`}>
          <TimeText at={event.at} />
        </Fact>
        <Fact label={t`Who`}>
          {who}
          {event.ip !== null && ` · ${event.ip}`}
        </Fact>
        {event.user_agent !== null && <Fact label={t`Browser`}>{event.user_agent}</Fact>}
        {event.request_id !== null && <Fact label={t`Request`}>{event.request_id}</Fact>}
      </dl>
      <Differences before={event.before} after={event.after} />
      <Group gap="xs" mt="md">
        {event.subject_id !== null && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onNarrow({ subject_type: event.subject_type, subject_id: String(event.subject_id), action: undefined })}
          >
            <Trans>All that happened to it</Trans>
          </Button>
        )}
        {event.actor_id !== null && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onNarrow({ actor_id: String(event.actor_id), action: undefined, subject_type: undefined, subject_id: undefined })}
          >
            <Trans>All that {who} did</Trans>
          </Button>
        )}
      </Group>
    </Modal>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

type Values = Readonly<Record<string, unknown>> | null

function Differences({ before, after }: { before: Values; after: Values }) {
  const format = useFormat()
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  const isSame = (key: string) => before !== null && after !== null && JSON.stringify(before[key]) === JSON.stringify(after[key])
  const same = keys.filter(isSame)
  const changed = keys.filter((key) => !isSame(key))
  if (keys.length === 0) return null
  return (
    <>
      {changed.length > 0 && <ValueTable keys={changed} before={before} after={after} />}
      {same.length > 0 && (
        <details className={styles.same}>
          <summary>
            <Trans>{format.number(same.length)} stayed as they were</Trans>
          </summary>
          <ValueTable keys={same} before={null} after={after} />
        </details>
      )}
    </>
  )
}

function ValueTable({ keys, before, after }: { keys: readonly string[]; before: Values; after: Values }) {
  const { t, i18n } = useLingui()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>
            <Trans>What</Trans>
          </th>
          {before !== null && (
            <th>
              <Trans>Before</Trans>
            </th>
          )}
          {after !== null && <th>{before === null ? t`Value` : t`After`}</th>}
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key}>
            <th scope="row">{i18n._(valueName(key))}</th>
            {before !== null && (
              <td className={after === null ? undefined : styles.was}>
                <AuditValue name={key} value={before[key]} />
              </td>
            )}
            {after !== null && (
              <td className={before === null ? undefined : styles.is}>
                <AuditValue name={key} value={after[key]} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
