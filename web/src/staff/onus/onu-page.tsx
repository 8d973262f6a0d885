import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Skeleton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useDurationText } from '../../lib/use-duration.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { LightChart } from './light-chart.tsx'
import { LookNow } from './look-now.tsx'
import { OnuActions } from './onu-actions.tsx'
import { OnuFacts } from './onu-facts.tsx'
import { OnuLine } from './onu-line.tsx'
import { LightValue, OnuLight, OnuStateMark } from './onu-marks.tsx'
import { OnuTabs } from './onu-tabs.tsx'
import { isAway, onuName, useCauseText } from './onu.ts'
import type { Onu } from './onu.ts'
import styles from './onus.module.css'

/** One ONU: whose line it carries, how it is and was, and what stands behind it. */
export function OnuPage() {
  const { t } = useLingui()
  const id = Number((useParams({ strict: false }) as { id: string }).id)
  const { data: onu, error, refetch } = api.useQuery('get', '/api/v1/onus/{id}', { params: { path: { id } } }, { refetchInterval: useFallbackPoll() })
  if (error !== null)
    return (
      <Page title={t`ONU`}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    )
  if (onu === undefined)
    return (
      <Page title={t`ONU`}>
        <Skeleton h={84} radius="md" />
        <Skeleton h={320} radius="md" />
      </Page>
    )
  return (
    <Page key={onu.id} title={onuName(onu)} note={<OnuStateMark state={onu.state} />} actions={<OnuActions onu={onu} />}>
      {!onu.is_present && (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} />} title={t`Its OLT does not name it any more`}>
          <Trans>It was removed there, or it stands on an OLT that is not looked at. What is known of it is kept.</Trans>
        </Alert>
      )}
      <Standing onu={onu} />
      <div className={styles.columns}>
        <Card title={t`Whose line`}>
          <OnuLine onu={onu} />
        </Card>
        <Card title={t`The ONU`}>
          <OnuFacts onu={onu} />
        </Card>
      </div>
      <LightChart onu={onu} />
      <OnuTabs onu={onu} />
    </Page>
  )
}

/** In one line what somebody on the phone has to know: since when, why, and how much light; and a look at this moment. */
function Standing({ onu }: { onu: Onu }) {
  const { t } = useLingui()
  const format = useFormat()
  const causeText = useCauseText()
  const duration = useDurationText()
  const cause = isAway(onu.state) || onu.state === 'disabled' ? causeText(onu.cause ?? fallbackCause(onu.state)) : null
  const seconds = (Date.now() - Date.parse(onu.since)) / 1000
  return (
    <Card>
      <div className={styles.stack}>
        <p className={styles.standing} aria-live="polite">
          <OnuStateMark state={onu.state} />
          <span>{t`since ${format.dateTime(onu.since)} (${duration(seconds)})`}</span>
          {cause !== null && <b>{cause}</b>}
          {onu.raw_cause !== null && cause !== null && <span className={styles.hint}>{t`the OLT says: ${onu.raw_cause}`}</span>}
        </p>
        <p className={styles.standing}>
          <span>
            <Trans>Light at the ONU</Trans> <OnuLight onu={onu} hasWord />
          </span>
          {onu.olt_rx_dbm !== null && (
            <span>
              <Trans>at the OLT</Trans> <LightValue dbm={onu.olt_rx_dbm} light="unknown" />
            </span>
          )}
          {onu.measured_at !== null && <span className={styles.hint}>{t`measured ${format.dateTime(onu.measured_at)}`}</span>}
        </p>
        <LookNow onu={onu} />
      </div>
    </Card>
  )
}

const fallbackCause = (state: Onu['state']): string | null =>
  state === 'los' ? 'los' : state === 'power_off' ? 'power_off' : state === 'disabled' ? 'admin' : null
