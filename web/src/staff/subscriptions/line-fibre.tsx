import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconStethoscope } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useList } from '../../api/use-list.ts'
import { useMay } from '../../lib/session.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { useFormat } from '../../lib/use-format.ts'
import { PageLink } from '../../ui/page-link.tsx'
import type { Line } from '../clients/client.ts'
import { OnuLight, OnuStateMark } from '../onus/onu-marks.tsx'
import { isAway, onuName, placeText, useCauseText } from '../onus/onu.ts'
import styles from './lines.module.css'

// Most who open a client do not come because his line is down.
const Diagnosis = lazy(async () => ({ default: (await import('../diagnosis/diagnosis.tsx')).Diagnosis }))

/** The ONU a line is carried by, and the question what is the matter with the line. */
export function LineFibre({ line }: { line: Line }) {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const causeText = useCauseText()
  const [isOpen, dialog] = useDisclosure(false)
  const hasLeft = line.state === 'left'
  const source = useList('/api/v1/onus', {
    query: { subscription_id: String(line.id) },
    pageSize: 1,
    isAsked: may('olt.view') && !hasLeft,
    refetchMs: useFallbackPoll(),
  })
  if (hasLeft) return null
  const onu = source.rows[0]
  return (
    <p className={styles.network}>
      {onu !== undefined && (
        <>
          <span>
            ONU <PageLink to={`/onus/${onu.id}`}>{onuName(onu)}</PageLink>
          </span>
          <OnuStateMark state={onu.state} />
          <OnuLight onu={onu} hasWord />
          <span>{t`since ${format.dateTime(onu.since)}`}</span>
          {isAway(onu.state) && onu.cause !== null && <span>{causeText(onu.cause)}</span>}
          <span>
            {onu.olt_name} {placeText(onu)}
          </span>
        </>
      )}
      <Button size="compact-xs" variant="default" leftSection={<IconStethoscope size={14} />} onClick={dialog.open}>
        <Trans>What is the matter?</Trans>
      </Button>
      {isOpen && (
        <Suspense>
          <Diagnosis line={line} onClose={dialog.close} />
        </Suspense>
      )}
    </p>
  )
}
