import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import { IconChevronUp, IconX } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { api } from '../../api/client.ts'
import { useShortcut } from '../../lib/shortcuts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedItem } from '../../ui/allowed-item.tsx'
import type { ListSelection } from '../../ui/use-selection.ts'
import styles from './bulk-bar.module.css'
import { CHOICES } from './choices.ts'
import type { BulkBody, Choice } from './choices.ts'

// Its forms and calendars are fetched when something is chosen, not with every list.
const AskBulk = lazy(async () => ({ default: (await import('./ask-bulk.tsx')).AskBulk }))

interface BulkBarProps {
  readonly selection: ListSelection
  /** The query of the list, which the selection is one of. */
  readonly filter: Readonly<Record<string, string>>
  readonly count: { readonly count: number; readonly is_capped: boolean } | undefined
}

/** What can be done with the ticked clients. Nothing is done here: every choice leads to its preview first. */
export function BulkBar({ selection, filter, count }: BulkBarProps) {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const [choice, setChoice] = useState<Choice | null>(null)
  const actions = api.useQuery('get', '/api/v1/bulk-jobs/actions', {}, { staleTime: 60_000 }).data?.items ?? []
  const { chosen } = selection
  const ticked = chosen.kind === 'some' ? chosen.keys.size : Math.max(0, (count?.count ?? 0) - chosen.except.size)
  const isOpenEnded = chosen.kind === 'all' && count?.is_capped === true
  const number = `${format.number(ticked)}${isOpenEnded ? '+' : ''}`
  const total = count === undefined ? '' : `${format.number(count.count)}${count.is_capped ? '+' : ''}`
  const hasMore = chosen.kind === 'some' && count !== undefined && (count.is_capped || count.count > chosen.keys.size)
  useShortcut('escape', t`Clear the selection`, selection.clear)
  useShortcut('b', t`Do something with the selection`, () => setOpen(true))

  const chosenOf = (): BulkBody['selection'] =>
    chosen.kind === 'some'
      ? { filter: { ...filter }, client_ids: [...chosen.keys] }
      : { filter: { ...filter }, ...(chosen.except.size > 0 ? { except_ids: [...chosen.except] } : {}) }

  return (
    <section className={styles.bar} aria-label={t`Selection`}>
      <span className={styles.count} aria-live="polite">
        {t`${plural(ticked, { one: `${number} client selected`, other: `${number} clients selected` })}`}
      </span>
      {hasMore && (
        <Button variant="subtle" size="compact-sm" onClick={selection.tickAll}>
          {Object.keys(filter).length > 0 ? <Trans>Select all {total} of this filter</Trans> : <Trans>Select all {total} clients</Trans>}
        </Button>
      )}
      <div className={styles.end}>
        <Menu opened={isOpen} onChange={setOpen} position="top-end" width={250}>
          <Menu.Target>
            <Button rightSection={<IconChevronUp size={15} />} disabled={actions.length === 0}>
              <Trans>Do with them</Trans>
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah="calc(100vh - 130px)" style={{ overflowY: 'auto' }}>
            {CHOICES.map((group) => (
              <div key={group.label.id}>
                <Menu.Label>{i18n._(group.label)}</Menu.Label>
                {group.choices.map((each) => {
                  const allowed = actions.find(({ action }) => action === each.action)?.allowed.request
                  return allowed === undefined ? null : (
                    <AllowedItem key={each.label.id} allowed={allowed} isDanger={each.isDanger === true} onClick={() => setChoice(each)}>
                      {i18n._(each.label)}
                    </AllowedItem>
                  )
                })}
              </div>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Tooltip label={t`Clear the selection`}>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={t`Clear the selection`} onClick={selection.clear}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      {choice !== null && (
        <Suspense fallback={null}>
          <AskBulk choice={choice} number={number} count={ticked} selection={chosenOf()} onClose={() => setChoice(null)} />
        </Suspense>
      )}
    </section>
  )
}
