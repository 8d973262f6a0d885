import { Trans, useLingui } from '@lingui/react/macro'
import { CloseButton, Loader, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useCounted } from '../../lib/use-counted.ts'
import { useMay } from '../../lib/session.ts'
import type { PickedClient } from '../payments/client-picker.tsx'
import type { ShellAction } from './commands.ts'
import { pieces } from './match.ts'
import styles from './omnibox.module.css'
import { useFound } from './use-found.ts'
import type { Found } from './use-found.ts'

/**
 * One box for everything: records, pages, and things to do. Arrow keys choose, Enter goes, with Ctrl in a window of its own. What was found
 * before stays while the next answer comes; an Enter that was faster than the answer waits for it.
 */
export function Omnibox({ onClose, onAction }: { onClose: () => void; onAction: (action: ShellAction, client?: PickedClient) => void }) {
  const { t } = useLingui()
  const counted = useCounted()
  const navigate = useNavigate()
  const isPhone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false }) === true
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [isWaiting, setWaiting] = useState(false)
  const results = useRef<HTMLDivElement>(null)
  const { sections, wanted, isBusy, isError } = useFound(text)
  const found = sections.flatMap(({ items }) => items)
  const chosen = found[at]

  const go = (item: Found | undefined, apart = false) => {
    if (item === undefined) return
    const { target } = item
    if ('to' in target && apart) return void window.open(target.to, '_blank', 'noopener')
    onClose()
    if ('to' in target) void navigate({ to: target.to })
    else onAction(target.action, target.client)
  }
  const move = (by: number) => setAt(Math.min(found.length - 1, Math.max(0, at + by)))
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      if (isBusy && at === 0) setWaiting(true)
      else go(chosen, event.ctrlKey || event.metaKey)
    } else if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'PageDown') move(8)
    else if (event.key === 'PageUp') move(-8)
    else return
    event.preventDefault()
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice may lie outside what is seen.
  useEffect(() => {
    results.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  useEffect(() => {
    if (!isWaiting || isBusy) return
    setWaiting(false)
    go(found[0])
  })

  const name = t`Find anything or do something`
  return (
    <Modal.Root
      opened
      onClose={onClose}
      padding={0}
      size={620}
      yOffset={isPhone ? 0 : '11vh'}
      fullScreen={isPhone}
      centered={false}
      styles={{ content: { background: 'none', border: 0 } }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={name} aria-labelledby={undefined}>
        <div className={styles.box}>
          <div className={styles.field}>
            {isBusy ? <Loader size={17} aria-hidden /> : <IconSearch size={17} aria-hidden />}
            <input
              className={styles.input}
              data-autofocus
              role="combobox"
              aria-expanded
              aria-autocomplete="list"
              aria-controls={`${id}-results`}
              aria-activedescendant={chosen === undefined ? undefined : `${id}-${at}`}
              aria-label={name}
              placeholder={name}
              enterKeyHint="go"
              autoComplete="off"
              spellCheck={false}
              value={text}
              onChange={(event) => {
                setText(event.currentTarget.value)
                setAt(0)
                setWaiting(false)
              }}
              onKeyDown={onKey}
            />
            {isPhone && <CloseButton size={40} onClick={onClose} aria-label={t`Close`} />}
          </div>
          <div
            ref={results}
            className={styles.results}
            hidden={found.length === 0}
            id={`${id}-results`}
            role="listbox"
            aria-label={t`Results`}
            aria-busy={isBusy}
          >
            {sections.map(({ title, items }) => (
              <div key={title} role="group" aria-label={title}>
                <div className={styles.group} aria-hidden="true">
                  {title}
                </div>
                {items.map((item) => {
                  const index = found.indexOf(item)
                  return (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field, which keeps the focus.
                    <div
                      key={item.key}
                      id={`${id}-${index}`}
                      role="option"
                      tabIndex={-1}
                      aria-selected={index === at}
                      className={styles.option}
                      onMouseMove={() => setAt(index)}
                      onClick={(event) => go(item, event.ctrlKey || event.metaKey)}
                    >
                      <item.icon size={17} stroke={1.8} aria-hidden />
                      <span className={styles.label}>
                        <Marked text={item.label} typed={wanted} />
                      </span>
                      <span className={styles.note}>
                        <Marked text={item.note} typed={wanted} />
                      </span>
                    </div>
                  )
                })}
              </div>
            ))}
          </div>
          {found.length === 0 && <Nothing text={text.trim()} isBusy={isBusy} isError={isError} />}
          <div className="lm-hidden" role="status">
            {!isBusy && wanted !== '' && counted.results(found.length)}
          </div>
          <div className={styles.foot} aria-hidden="true">
            <span>
              <kbd>↑↓</kbd>
              <Trans>choose</Trans>
            </span>
            <span>
              <kbd>Enter</kbd>
              <Trans>open</Trans>
            </span>
            <span>
              <kbd>Ctrl Enter</kbd>
              <Trans>in a new tab</Trans>
            </span>
            <span>
              <kbd>Esc</kbd>
              <Trans>close</Trans>
            </span>
          </div>
        </div>
      </Modal.Content>
    </Modal.Root>
  )
}

/** A text with what was typed standing out. */
function Marked({ text, typed }: { text: string; typed: string }) {
  return pieces(text, typed).map((piece, index) => (piece.isMatch ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>))
}

/** Says what was looked through, so that nobody searches for what cannot be found here. */
function Nothing({ text, isBusy, isError }: { text: string; isBusy: boolean; isError: boolean }) {
  const { t } = useLingui()
  const may = useMay()
  if (isBusy)
    return (
      <div className={styles.none}>
        <Trans>Searching…</Trans>
      </div>
    )
  if (isError)
    return (
      <div className={styles.none} role="alert">
        <Trans>The search gave no answer. Type on to try again.</Trans>
      </div>
    )
  const searched = [
    ...(may('client.view') ? [t`clients by name, code, phone or e-mail`, t`lines by PPPoE login, MAC or static address`] : []),
    ...(may('invoice.view') ? [t`invoices by number`] : []),
    ...(may('payment.view') ? [t`payments by receipt or TrxID`] : []),
    t`pages and things to do`,
  ]
  return (
    <div className={styles.none}>
      <p className={styles.nothing}>
        <Trans>Nothing is called “{text}”</Trans>
      </p>
      <p>
        <Trans>Looked through:</Trans> {searched.join(' · ')}
      </p>
      {text.length < 3 && (
        <p>
          <Trans>Three letters or more also find the middle of a word.</Trans>
        </p>
      )}
    </div>
  )
}
