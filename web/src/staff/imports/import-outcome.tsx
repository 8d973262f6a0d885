import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert } from '@mantine/core'
import { useFormat } from '../../lib/use-format.ts'
import type { Import } from './import-state.tsx'

/** What the check or the import found, and what to do about it. */
export function ImportOutcome({ found, skipped }: { found: Import; skipped: number }) {
  const { t } = useLingui()
  const format = useFormat()
  const { ready = 0, invalid = 0, done = 0, failed = 0 } = found.counts
  const bad = invalid + failed
  const badNumber = format.number(bad)
  const readyNumber = format.number(ready)
  const doneNumber = format.number(done)
  const skippedNumber = format.number(skipped)
  if (found.error !== null)
    return (
      <Alert color="red" title={t`The import stopped`}>
        {found.error}
      </Alert>
    )
  const there =
    skipped > 0 && ` ${t`${plural(skipped, { one: `${skippedNumber} row was there already.`, other: `${skippedNumber} rows were there already.` })}`}`
  if (found.state === 'previewed')
    return bad === 0 ? (
      <Alert color="green" title={t`${plural(ready, { one: `${readyNumber} row can be imported`, other: `All ${readyNumber} rows can be imported` })}`}>
        <Trans>Nothing is written yet.</Trans>
        {there}
      </Alert>
    ) : (
      <Alert color="yellow" title={t`${plural(bad, { one: `${badNumber} row has an error`, other: `${badNumber} rows have errors` })}`}>
        {ready > 0 && <Trans>The others can be imported now.</Trans>}{' '}
        <Trans>Take the rows with errors as a file, correct them and send that file again; what is imported already is left alone.</Trans>
        {there}
      </Alert>
    )
  if (found.state !== 'done' && found.state !== 'cancelled') return null
  return (
    <Alert
      color={bad > 0 || found.state === 'cancelled' ? 'yellow' : 'green'}
      title={t`${plural(done, { one: `${doneNumber} row is imported`, other: `${doneNumber} rows are imported` })}`}
    >
      {bad > 0 ? (
        <>
          {t`${plural(bad, { one: `${badNumber} row was not.`, other: `${badNumber} rows were not.` })}`}{' '}
          <Trans>Take the rows with errors as a file, correct them and send that file again; what is imported already is left alone.</Trans>
        </>
      ) : (
        <Trans>The same file again adds nothing.</Trans>
      )}
      {there}
    </Alert>
  )
}
