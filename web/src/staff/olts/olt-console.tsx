import { Trans, useLingui } from '@lingui/react/macro'
import { SegmentedControl } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { lazy, Suspense } from 'react'
import { ErrorState, RowsPending } from '../../ui/page-states.tsx'
import { ConsoleField } from './console/console-field.tsx'
import { KeptLines } from './console/kept-lines.tsx'
import { useConsoleLines } from './console/use-console-lines.ts'
import type { Olt } from './olt.ts'
import styles from './olts.module.css'

const OltTerminal = lazy(async () => ({ default: (await import('./console/olt-terminal.tsx')).OltTerminal }))

type Way = 'terminal' | 'field'

/**
 * The command line of an OLT, a line at a time: it is queued, typed when the OLT is free, and its answer printed. It is typed on a terminal, or in a plain field where
 * somebody has chosen that or has no keyboard. Everything stays in the list below.
 */
export function OltConsole({ olt }: { olt: Olt }) {
  const { t } = useLingui()
  const lines = useConsoleLines(olt.id)
  const hasKeyboard = useMediaQuery('(min-width: 641px) and (pointer: fine)', true, { getInitialValueInEffect: false }) === true
  const [chosen, setChosen] = useLocalStorage<Way | null>({ key: 'lastmile.console', defaultValue: null, getInitialValueInEffect: false })
  const way = chosen ?? (hasKeyboard ? 'terminal' : 'field')
  const isTerminal = way === 'terminal' && olt.allowed.act.ok
  if (lines.source.error !== null && lines.rows.length === 0) return <ErrorState error={lines.source.error} retry={lines.source.retry} />
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <p className={styles.note}>
          {olt.allowed.console.ok ? (
            <Trans>What is typed here is done on the OLT at once, and kept with your name.</Trans>
          ) : (
            <Trans>Only lines that are known to change nothing are typed: {olt.allowed.console.reason}</Trans>
          )}
        </p>
        <SegmentedControl<Way>
          size="xs"
          aria-label={t`How to type`}
          value={way}
          onChange={setChosen}
          data={[
            { value: 'terminal', label: t`Terminal` },
            { value: 'field', label: t`Plain field` },
          ]}
        />
      </div>
      {isTerminal ? (
        <>
          {lines.source.isPending ? (
            <RowsPending rows={8} />
          ) : (
            <Suspense fallback={<RowsPending rows={8} />}>
              <OltTerminal olt={olt} lines={lines} />
            </Suspense>
          )}
          <h3 className={styles.kept}>
            <Trans>Kept</Trans>
          </h3>
          <KeptLines lines={lines} isLow />
        </>
      ) : (
        <>
          <KeptLines lines={lines} />
          <ConsoleField olt={olt} lines={lines} />
        </>
      )}
    </div>
  )
}
