import { Trans, useLingui } from '@lingui/react/macro'
import { Loader, Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCash, IconCoins, IconFileInvoice, IconRouter, IconSearch, IconUser, IconUserPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { api } from '../../api/client.ts'
import { useMe } from '../../lib/session.ts'
import styles from './omnibox.module.css'
import { placesFor } from './navigation.ts'

export interface Found {
  readonly key: string
  readonly group: string
  readonly icon: ReactNode
  readonly label: ReactNode
  readonly note?: string
  readonly to: string
}

/** One box for everything: records, pages, and things to do. Arrow keys choose, Enter goes. */
export function Omnibox({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useLingui()
  const me = useMe()
  const navigate = useNavigate()
  const id = useId()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 90)
  const [at, setAt] = useState(0)
  const results = useRef<HTMLDivElement>(null)

  const wanted = text.trim().toLocaleLowerCase()
  const places: Found[] = placesFor(me.permissions)
    .flatMap((group) => group.places)
    .flatMap((place) => [place, ...(place.inside ?? []).filter(({ to }) => to !== place.to).map((inner) => ({ ...place, ...inner }))])
    .map(({ to, label, icon: Icon }) => ({ key: to, group: t`Pages`, icon: <Icon size={17} stroke={1.8} />, label: i18n._(label), to }))
    .filter(({ label }) => String(label).toLocaleLowerCase().includes(wanted))
  const commands: Found[] = [
    { key: 'take', may: 'payment.take' as const, icon: <IconCash size={17} stroke={1.8} />, label: t`Take a payment`, to: '/payments?take=1' },
    { key: 'register', may: 'client.create' as const, icon: <IconUserPlus size={17} stroke={1.8} />, label: t`Register a client`, to: '/clients/new' },
  ]
    .filter((command) => me.permissions.includes(command.may) && command.label.toLocaleLowerCase().includes(wanted))
    .map((command) => ({ ...command, group: t`Do` }))
  const { data, isFetching } = api.useQuery(
    'get',
    '/api/v1/search',
    { params: { query: { q: asked, limit: 12 } } },
    { enabled: asked !== '', placeholderData: (before) => before, staleTime: 5000, retry: false },
  )
  const kinds: Record<string, { group: string; icon: ReactNode; path: (id: number, clientId: number | null) => string }> = {
    client: { group: t`Clients`, icon: <IconUser size={17} stroke={1.8} />, path: (id) => `/clients/${id}` },
    subscription: { group: t`Lines`, icon: <IconRouter size={17} stroke={1.8} />, path: (_, clientId) => `/clients/${clientId}` },
    invoice: { group: t`Invoices`, icon: <IconFileInvoice size={17} stroke={1.8} />, path: (id) => `/invoices/${id}` },
    payment: { group: t`Payments`, icon: <IconCoins size={17} stroke={1.8} />, path: (id) => `/payments/${id}` },
  }
  const records: Found[] =
    wanted === ''
      ? []
      : (data?.items ?? []).flatMap((item) => {
          const kind = kinds[item.type]
          return kind === undefined
            ? []
            : [
                {
                  key: `${item.type}${item.id}`,
                  group: kind.group,
                  icon: kind.icon,
                  label: item.title,
                  note: item.subtitle,
                  to: kind.path(item.id, item.client_id),
                },
              ]
        })
  const found: readonly Found[] = [
    ...records.toSorted(
      (a, b) => Object.values(kinds).findIndex(({ group }) => group === a.group) - Object.values(kinds).findIndex(({ group }) => group === b.group),
    ),
    ...commands,
    ...places,
  ]
  const isBusy = isFetching || asked !== text.trim()

  useEffect(() => {
    results.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })

  const go = (chosen: Found | undefined) => {
    if (chosen === undefined) return
    onClose()
    void navigate({ to: chosen.to })
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') go(found[at])
    else if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
    else return
    event.preventDefault()
  }

  return (
    <Modal.Root opened onClose={onClose} padding={0} size={600} yOffset="12vh" centered={false} styles={{ content: { background: 'none', border: 0 } }}>
      <Modal.Overlay />
      <Modal.Content aria-label={t`Find anything or do something`} aria-labelledby={undefined}>
        <div className={styles.box}>
          <div className={styles.field}>
            {isBusy ? <Loader size={16} /> : <IconSearch size={17} aria-hidden />}
            <input
              className={styles.input}
              data-autofocus
              role="combobox"
              aria-expanded
              aria-controls={`${id}-results`}
              aria-activedescendant={found[at] === undefined ? undefined : `${id}-${at}`}
              aria-label={t`Find anything or do something`}
              placeholder={t`Find anything or do something`}
              value={text}
              onChange={(event) => {
                setText(event.currentTarget.value)
                setAt(0)
              }}
              onKeyDown={onKey}
            />
          </div>
          <div ref={results} className={styles.results} hidden={found.length === 0} id={`${id}-results`} role="listbox" aria-label={t`Results`}>
            {found.map((each, index) => (
              <div key={each.key}>
                {each.group !== found[index - 1]?.group && (
                  <div className={styles.group} role="presentation">
                    {each.group}
                  </div>
                )}
                {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field, which keeps the focus. */}
                <div
                  id={`${id}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  className={styles.option}
                  onMouseMove={() => setAt(index)}
                  onClick={() => go(each)}
                >
                  {each.icon}
                  <span className={styles.label}>{each.label}</span>
                  <span className={styles.note}>{each.note}</span>
                </div>
              </div>
            ))}
          </div>
          {found.length === 0 && !isBusy && (
            <div className={styles.none} role="status">
              <Trans>Nothing is called that</Trans>
            </div>
          )}
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
              <kbd>Esc</kbd>
              <Trans>close</Trans>
            </span>
          </div>
        </div>
      </Modal.Content>
    </Modal.Root>
  )
}
