import { Trans, useLingui } from '@lingui/react/macro'
import { Modal } from '@mantine/core'
import { useShortcuts } from '../../lib/shortcuts.ts'
import type { Shortcut } from '../../lib/shortcuts.ts'
import styles from './help-sheet.module.css'

/** Every key that works on the page behind it. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const shortcuts = useShortcuts()
  const all = [{ key: 'Ctrl K', label: t`Find anything or do something`, isEverywhere: true }, ...shortcuts]
  const there = [...new Map(all.map((shortcut) => [shortcut.key, shortcut])).values()]
  const places = there.filter(({ key }) => key.startsWith('g '))
  const groups = [
    { title: t`On this page`, items: there.filter(({ isEverywhere }) => !isEverywhere) },
    { title: t`Everywhere`, items: there.filter(({ key, isEverywhere }) => isEverywhere && !key.startsWith('g ')) },
    { title: t`Go to`, items: places },
  ].filter(({ items }) => items.length > 0)
  return (
    <Modal opened onClose={onClose} title={t`Keyboard shortcuts`} size={760}>
      <div className={styles.groups}>
        {groups.map(({ title, items }) => (
          <section key={title} className={styles.group}>
            <h3>{title}</h3>
            <dl>
              {items.map((shortcut) => (
                <Row key={shortcut.key} shortcut={shortcut} />
              ))}
            </dl>
          </section>
        ))}
        <section className={styles.group}>
          <h3>
            <Trans>In lists and forms</Trans>
          </h3>
          <dl>
            <Row shortcut={{ key: '↑ ↓', label: t`Walk the rows`, isEverywhere: true }} />
            <Row shortcut={{ key: 'Enter', label: t`Open the row, or send the form`, isEverywhere: true }} />
            <Row shortcut={{ key: 'Esc', label: t`Close what is open`, isEverywhere: true }} />
          </dl>
        </section>
      </div>
    </Modal>
  )
}

function Row({ shortcut: { key, label } }: { shortcut: Shortcut }) {
  return (
    <div className={styles.row}>
      <dt>
        {key.split(' ').map((part) => (
          <kbd key={part}>{part.length === 1 ? part.toUpperCase() : part}</kbd>
        ))}
      </dt>
      <dd>{label}</dd>
    </div>
  )
}
