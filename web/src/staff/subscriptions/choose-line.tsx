import { Modal } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import type { Line } from '../clients/client.ts'
import { lineName } from '../clients/client.ts'
import { StateMark } from '../clients/state.tsx'
import styles from './lines.module.css'

/** Which of the client's lines is meant. */
export function ChooseLine({
  title,
  lines,
  onChoose,
  onClose,
}: {
  title: string
  lines: readonly Line[]
  onChoose: (line: Line) => void
  onClose: () => void
}) {
  const { t } = useLingui()
  return (
    <Modal opened onClose={onClose} title={`${title}: ${t`which line?`}`}>
      <div className={styles.choices}>
        {lines.map((line, at) => (
          <button key={line.id} type="button" className={styles.choice} data-autofocus={at === 0 ? true : undefined} onClick={() => onChoose(line)}>
            <b>{lineName(line)}</b>
            <span>{line.current_terms?.package_name}</span>
            <StateMark state={line.state} />
          </button>
        ))}
      </div>
    </Modal>
  )
}
