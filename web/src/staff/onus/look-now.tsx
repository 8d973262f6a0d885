import { Trans, useLingui } from '@lingui/react/macro'
import { Alert } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useState } from 'react'
import { http, isProblem } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { Status } from '../../ui/values.tsx'
import { OnuStateMark } from './onu-marks.tsx'
import { useCauseText, useDbmText } from './onu.ts'
import type { Onu, OnuNow } from './onu.ts'
import styles from './onus.module.css'

/** Asks the OLT about this one ONU at this moment; its queue lets the question in front of polls. */
export function LookNow({ onu }: { onu: Onu }) {
  const { t } = useLingui()
  const [now, setNow] = useState<OnuNow | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [isLooking, setLooking] = useState(false)
  const look = async () => {
    setLooking(true)
    setFailure(null)
    const { data, error } = await http.POST('/api/v1/onus/{id}/look', { params: { path: { id: onu.id } } }).catch(() => ({ data: undefined, error: undefined }))
    setLooking(false)
    if (data === undefined) return setFailure(isProblem(error) ? error.detail : t`The server cannot be reached.`)
    setNow(data)
  }
  return (
    <>
      <AllowedButton variant="default" leftSection={<IconEye size={16} />} allowed={onu.allowed.look} loading={isLooking} onClick={() => void look()}>
        {now === null ? <Trans>Look now</Trans> : <Trans>Look again</Trans>}
      </AllowedButton>
      {failure !== null && (
        <Alert color="red" role="alert" py="xs">
          {failure}
        </Alert>
      )}
      {now !== null && <Seen now={now} />}
    </>
  )
}

function Seen({ now }: { now: OnuNow }) {
  const { t } = useLingui()
  const format = useFormat()
  const dbm = useDbmText()
  const causeText = useCauseText()
  const facts: readonly (readonly [string, string])[] = [
    [t`Light at the ONU`, dbm(now.rx_dbm)],
    [t`At the OLT`, dbm(now.olt_rx_dbm)],
    [t`Sends`, dbm(now.tx_dbm)],
    [t`Temperature`, now.temperature_c === null ? '–' : t`${format.number(now.temperature_c)} °C`],
    [t`Voltage`, now.voltage_v === null ? '–' : t`${format.number(now.voltage_v)} V`],
    [t`Distance`, now.distance_m === null ? '–' : t`${format.number(now.distance_m)} m`],
  ]
  return (
    <div className={styles.stack} role="status">
      <p className={styles.standing}>
        {now.is_there === true && now.state !== null ? (
          <OnuStateMark state={now.state} />
        ) : now.is_there === false ? (
          <Status tone="red" label={t`The OLT does not know it`} />
        ) : (
          <Status tone="grey" label={t`The OLT did not say it all`} isHollow />
        )}
        <span className={styles.hint}>{t`asked at ${format.time(now.at)}, took ${format.number(Math.round(now.ms / 100) / 10)} s`}</span>
        {now.state !== 'online' && <b>{causeText(now.cause)}</b>}
      </p>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value !== '–')
          .map(([label, value]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd className="lm-number">{value}</dd>
            </div>
          ))}
      </dl>
      {now.problems.length > 0 && <p className={styles.hint}>{now.problems.join(' · ')}</p>}
    </div>
  )
}
