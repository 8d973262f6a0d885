import { Trans } from '@lingui/react/macro'
import { useMe } from '../lib/session.ts'
import { useFormat } from '../lib/use-format.ts'
import styles from './print.module.css'

/** Whose paper it is, when it was printed and by whom: only on paper, where the frame of the console is not. */
export function PrintHead() {
  const format = useFormat()
  const { company, user } = useMe()
  // Rendered again with the page; the minute on the paper is that of what it shows.
  const now = format.dateTime(new Date().toISOString())
  return (
    <div className={styles.head}>
      <strong>{company.name === '' ? 'Lastmile' : company.name}</strong>
      <span>
        <Trans>
          Printed {now} by {user.full_name}
        </Trans>
      </span>
    </div>
  )
}

/** Lines to sign on, at the foot of a paper. */
export function Signatures({ of }: { of: readonly string[] }) {
  return (
    <div className={styles.signatures}>
      {of.map((who) => (
        <span key={who}>{who}</span>
      ))}
    </div>
  )
}
