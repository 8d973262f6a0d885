import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../lib/use-format.ts'
import { JobProgress } from '../../ui/progress.tsx'
import { Status, TimeText } from '../../ui/values.tsx'
import { isUnderWay, useWorkName, workPath } from './use-work.ts'
import type { Work } from './use-work.ts'
import styles from './work.module.css'

/** One piece of long work: how far it is, or how it ended; its name leads to it. */
export function WorkLine({ work, onGo }: { work: Work; onGo?: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const name = useWorkName()(work)
  const { done, of, failed, state } = work
  return (
    <div className={styles.work}>
      <div className={styles.line}>
        <Link to={workPath(work)} className="lm-link" {...(onGo === undefined ? {} : { onClick: onGo })}>
          {name}
        </Link>
        {state === 'waiting' && <Status tone="blue" label={t`Waits its turn`} isHollow />}
        {state === 'done' && <Status tone={failed > 0 ? 'amber' : 'green'} label={failed > 0 ? t`Done, ${format.number(failed)} left over` : t`Done`} />}
        {state === 'failed' && <Status tone="red" label={t`Failed`} />}
        {state === 'cancelled' && <Status tone="grey" label={t`Stopped`} isHollow />}
      </div>
      {state === 'running' && (
        <JobProgress label={of === null ? t`${format.number(done)} so far` : t`${format.number(done)} of ${format.number(of)}`} done={done} of={of} />
      )}
      {!isUnderWay(work) && (
        <div className={styles.small}>
          <TimeText at={work.finished_at ?? work.started_at} />
          {work.kind === 'export' && state === 'done' && (
            <a className="lm-link" href={`/api/v1/exports/${work.id}/file`}>
              <Trans>Download</Trans>
            </a>
          )}
        </div>
      )}
    </div>
  )
}
