import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useShortcut } from '../../lib/shortcuts.ts'
import { useFormat } from '../../lib/use-format.ts'
import type { Client, Line } from '../clients/client.ts'
import { ChooseLine } from './choose-line.tsx'
import { LineDialog, useLineActionTexts } from './line-actions.tsx'
import type { LineAction } from './line-actions.tsx'
import { LineRow } from './line-row.tsx'
import styles from './lines.module.css'

/** Beyond this the lines of a company are unfolded on demand, so that its bills stay in sight. */
const SHOWN = 4

type Opened = { readonly action: LineAction; readonly line: Line } | { readonly action: LineAction; readonly among: readonly Line[] } | null

/** The lines of a client with what may be done to each; those that left are folded away. */
export function Lines({ client }: { client: Client }) {
  const { t } = useLingui()
  const format = useFormat()
  const texts = useLineActionTexts()
  const [opened, setOpened] = useState<Opened>(null)
  const [isUnfolded, setUnfolded] = useState(false)
  const live = client.subscriptions.filter(({ state }) => state !== 'left')
  const left = client.subscriptions.filter(({ state }) => state === 'left')
  const near = live.length > 0 ? live.slice(0, SHOWN) : left.slice(0, 1)
  const shown = isUnfolded ? [...live, ...left] : near
  const hidden = client.subscriptions.length - near.length

  /** A key does it to the one line it can be done to; where there are several, one is asked which. */
  const byKey = (action: LineAction) => {
    const able = client.subscriptions.filter(({ allowed }) => allowed[action].ok)
    const [only] = able
    if (only === undefined) return null
    return () => setOpened(able.length === 1 ? { action, line: only } : { action, among: able })
  }
  useShortcut('c', texts.change_package, byKey('change_package'))
  useShortcut('r', texts.renew, byKey('renew'))
  useShortcut('h', texts.pause, byKey('pause'))
  useShortcut('s', texts.suspend, byKey('suspend'))
  useShortcut('l', texts.restore, byKey('restore'))

  const hiddenText = plural(hidden, { one: `${format.number(hidden)} more line`, other: `${format.number(hidden)} more lines` })
  if (client.subscriptions.length === 0)
    return (
      <div className={styles.none}>
        <Trans>No line yet.</Trans>
      </div>
    )
  return (
    <>
      {shown.map((line) => (
        <LineRow key={line.id} client={client} line={line} onOpen={(action) => setOpened({ action, line })} />
      ))}
      {hidden > 0 && (
        <div className={styles.more}>
          <Button variant="subtle" size="compact-sm" aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
            {isUnfolded ? t`Show fewer` : hiddenText}
          </Button>
        </div>
      )}
      {opened !== null && 'among' in opened && (
        <ChooseLine
          title={texts[opened.action]}
          lines={opened.among}
          onChoose={(line) => setOpened({ action: opened.action, line })}
          onClose={() => setOpened(null)}
        />
      )}
      {opened !== null && 'line' in opened && <LineDialog action={opened.action} client={client} line={opened.line} onClose={() => setOpened(null)} />}
    </>
  )
}
