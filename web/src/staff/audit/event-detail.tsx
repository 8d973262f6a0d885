import { Trans, useLingui } from '@lingui/react/macro'
import { Modal } from '@mantine/core'
import { TimeText } from '../../ui/values.tsx'
import { actionText } from './actions.ts'
import type { AuditEvent } from './audit-page.tsx'
import styles from './event-detail.module.css'

/** One change with its values before and after, side by side. */
export function EventDetail({ event, onClose }: { event: AuditEvent; onClose: () => void }) {
  const { i18n } = useLingui()
  const keys = [...new Set([...Object.keys(event.before ?? {}), ...Object.keys(event.after ?? {})])]
  return (
    <Modal opened onClose={onClose} title={i18n._(actionText(event.action))} size="lg">
      <dl className={styles.facts}>
        <dt>
          <Trans>When</Trans>
        </dt>
        <dd>
          <TimeText at={event.at} />
        </dd>
        <dt>
          <Trans>Who</Trans>
        </dt>
        <dd>
          {event.actor_name}
          {event.ip !== null && ` · ${event.ip}`}
        </dd>
        {event.user_agent !== null && (
          <>
            <dt>
              <Trans>Browser</Trans>
            </dt>
            <dd>{event.user_agent}</dd>
          </>
        )}
        {event.request_id !== null && (
          <>
            <dt>
              <Trans>Request</Trans>
            </dt>
            <dd>{event.request_id}</dd>
          </>
        )}
      </dl>
      {keys.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th>
                <Trans>Value</Trans>
              </th>
              <th>
                <Trans>Before</Trans>
              </th>
              <th>
                <Trans>After</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => {
              const before = shown(event.before?.[key])
              const after = shown(event.after?.[key])
              return (
                <tr key={key} className={before === after ? undefined : styles.changed}>
                  <th scope="row">{key.replaceAll('_', ' ')}</th>
                  <td>{before}</td>
                  <td>{after}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </Modal>
  )
}

const shown = (value: unknown): string => (value === undefined || value === null ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value))
