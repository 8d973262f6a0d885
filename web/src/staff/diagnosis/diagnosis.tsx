import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { api } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { ErrorState, RowsPending } from '../../ui/page-states.tsx'
import { lineName } from '../clients/client.ts'
import type { Line } from '../clients/client.ts'
import { useSteps } from './steps.ts'
import type { DiagnosisFacts, Step } from './steps.ts'
import styles from './diagnosis.module.css'

/** What is the matter with a line: each thing that was looked at, one sentence, and what to do next. */
export function Diagnosis({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useLingui()
  const { data, error, refetch, isFetching } = api.useQuery(
    'get',
    '/api/v1/subscriptions/{id}/diagnosis',
    { params: { path: { id: line.id } } },
    { staleTime: 0, retry: false },
  )
  return (
    <Modal opened onClose={onClose} title={t`What is the matter with ${lineName(line)}?`} size="lg">
      {error !== null ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <RowsPending rows={6} />
      ) : (
        <Stack gap="md">
          <Verdict facts={data} />
          <Steps facts={data} />
          <Group justify="end">
            <Button variant="default" leftSection={<IconRefresh size={16} />} loading={isFetching} onClick={() => void refetch()}>
              <Trans>Look again</Trans>
            </Button>
            <Button onClick={onClose}>
              <Trans>Close</Trans>
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}

function Verdict({ facts: { verdict, looked_at } }: { facts: DiagnosisFacts }) {
  const { t } = useLingui()
  const format = useFormat()
  const isBangla = format.locale === 'bn'
  const who = { office: t`for the office`, technician: t`for a technician`, network: t`for the network team`, client: t`for the client`, nobody: '' }[
    verdict.who
  ]
  const isFine = verdict.code === 'fine'
  return (
    <Alert
      color={isFine ? 'green' : verdict.who === 'client' || verdict.who === 'office' ? 'yellow' : 'red'}
      title={isBangla ? verdict.says_bn : verdict.says_en}
      role="status"
    >
      <p className={styles.next}>
        {isBangla ? verdict.next_bn : verdict.next_en} {who !== '' && <small>({who})</small>}
      </p>
      <small className={styles.dim}>
        {[
          verdict.since === null ? '' : t`since ${format.dateTime(verdict.since)}`,
          verdict.data_from === null ? '' : t`known as of ${format.dateTime(verdict.data_from)}`,
          t`looked at ${format.time(looked_at)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </Alert>
  )
}

const SIGNS: Readonly<Record<Step['is'], string>> = { good: '✓', bad: '✕', warn: '!', open: '–' }

function Steps({ facts }: { facts: DiagnosisFacts }) {
  const { t } = useLingui()
  const steps = useSteps(facts)
  const words = { good: t`in order`, bad: t`not in order`, warn: t`look at it`, open: t`not known` }
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step.name}>
          <span className={`${styles.sign} ${styles[step.is]}`}>
            <span aria-hidden="true">{SIGNS[step.is]}</span>
            <span className="lm-hidden">{words[step.is]}:</span>
          </span>
          <b>{step.name}</b>
          <span className={styles.said}>{step.said}</span>
        </li>
      ))}
    </ol>
  )
}
