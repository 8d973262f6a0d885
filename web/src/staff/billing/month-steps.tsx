import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api } from '../../api/client.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/page.tsx'
import { InvoicesPdf } from './invoices-pdf.tsx'
import type { Unbilled } from './month-branches.tsx'
import styles from './month.module.css'
import { isUnderWay, RunState } from './run-state.tsx'
import type { Run } from './run-state.tsx'

export interface MonthStepsProps {
  readonly month: string
  readonly invoices: number
  readonly unbilled: Unbilled | undefined
  readonly runs: readonly Run[]
}

/** The way through a month's end, each step with how far it is. */
export function MonthSteps({ month, invoices, unbilled, runs }: MonthStepsProps) {
  const { t } = useLingui()
  const format = useFormat()
  const may = useMay()
  const months = api.useQuery('get', '/api/v1/ledger/months', { params: { query: { limit: 60 } } }, { enabled: may('ledger.view') }).data
  const live = runs.find(({ state }) => isUnderWay(state) || state === 'ready' || state === 'awaiting_release')
  const done = runs.find(({ state }) => state === 'done')
  const isBilled = unbilled !== undefined && unbilled.count === 0 && invoices > 0
  const isRun = live === undefined && (done !== undefined || isBilled)
  const isClosed = months?.items.find((each) => each.month === month)?.is_closed === true
  const isOver = month < format.today().slice(0, 7)
  const now = !isRun ? 1 : !isBilled ? 2 : isOver && !isClosed ? 5 : 0
  const latest = live ?? done
  const count = unbilled === undefined ? '…' : `${format.number(unbilled.count)}${unbilled.is_capped ? '+' : ''}`
  return (
    <Card title={t`The way through the month`} flush>
      <ol className={styles.steps}>
        <Step n={1} isDone={isRun} isNow={now === 1} title={t`Preview, look, bill`}>
          {latest === undefined ? (
            <Trans>A preview bills nobody; it shows each bill beside last month's.</Trans>
          ) : (
            <Link className="lm-link" to="/billing/$id" params={{ id: String(latest.id) }}>
              <RunState state={latest.state} />
            </Link>
          )}
        </Step>
        <Step n={2} isDone={isRun && isBilled} isNow={now === 2} title={t`Nobody is left out`}>
          {isBilled ? (
            <Trans>Everybody is billed up to the end of the month.</Trans>
          ) : (
            <Link className="lm-link" to="/billing/unbilled" search={{ month } as never}>
              {t`${plural(unbilled?.count ?? 0, { one: `${count} client has something still to bill`, other: `${count} clients have something still to bill` })}`}
            </Link>
          )}
        </Step>
        <Step n={3} isDone={done !== undefined} isNow={false} title={t`The clients are told`}>
          {done === undefined ? (
            <Trans>Each invoice writes one message to its client.</Trans>
          ) : (
            <Link className="lm-link" to="/billing/$id" params={{ id: String(done.id) }} search={{ view: 'notices' } as never}>
              <Trans>Messages of the last run</Trans>
            </Link>
          )}
        </Step>
        <Step n={4} isDone={false} isNow={false} title={t`The whole month on paper`}>
          <Trans>All invoices of the month in one file.</Trans>
          <InvoicesPdf filter={{ month }} label={t`All invoices of ${format.month(month)}`} count={invoices} compact />
        </Step>
        {may('ledger.view') && (
          <Step n={5} isDone={isClosed} isNow={now === 5} title={t`The books of the month are closed`}>
            {isClosed ? (
              <Trans>Nothing can be booked in it any more.</Trans>
            ) : (
              <Link className="lm-link" to="/ledger/months">
                {isOver ? <Trans>Check the books and close the month</Trans> : <Trans>Possible when the month is over</Trans>}
              </Link>
            )}
          </Step>
        )}
      </ol>
    </Card>
  )
}

function Step({ n, isDone, isNow, title, children }: { n: number; isDone: boolean; isNow: boolean; title: string; children: ReactNode }) {
  const format = useFormat()
  return (
    <li className={`${styles.step} ${isDone ? styles.done : isNow ? styles.now : ''}`} aria-current={isNow ? 'step' : undefined}>
      <span className={styles.mark} aria-hidden="true">
        {isDone ? <IconCheck size={14} stroke={2.4} /> : format.number(n)}
      </span>
      <b>
        {title}
        {isDone && (
          <span className="lm-hidden">
            {' '}
            <Trans>done</Trans>
          </span>
        )}
      </b>
      <div className={styles.does}>{children}</div>
    </li>
  )
}
