import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useList } from '../../api/use-list.ts'
import { useWholeList } from '../../api/use-whole-list.ts'
import { useMay } from '../../lib/session.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState, RowsPending } from '../../ui/page-states.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import type { Suggestion } from './onu.ts'
import styles from './onus.module.css'
import { SuggestionRow } from './suggestion-row.tsx'
import { useDecide } from './use-decide.ts'

/** Which ONU probably carries which line; one key answers each. */
export function LinksPage() {
  const { t } = useLingui()
  const may = useMay()
  const [state, setState] = useUrlState()
  const olts = useWholeList('/api/v1/olts').rows
  const source = useList('/api/v1/onu-link-suggestions', { query: { olt_id: state['olt_id'] }, pageSize: 50 })
  const { confirm, reject } = useDecide()
  const rows = useRef(new Map<number, HTMLLIElement>())
  const focusAt = (at: number) => rows.current.get(Math.max(0, Math.min(source.rows.length - 1, at)))?.focus()
  const decide = async (work: (suggestion: Suggestion) => Promise<boolean>, suggestion: Suggestion, at: number) => {
    // What is answered goes out of the list, and the next one stands in its place.
    if (await work(suggestion)) requestAnimationFrame(() => focusAt(at))
  }
  const onKey = (suggestion: Suggestion, at: number) => (event: KeyboardEvent<HTMLLIElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown') focusAt(at + 1)
    else if (event.key === 'ArrowUp') focusAt(at - 1)
    else if (event.key === 'y' && may('onu.edit')) void decide(confirm, suggestion, at)
    else if (event.key === 'n' && may('onu.edit')) void decide(reject, suggestion, at)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Page
      title={t`Whose ONU is it?`}
      note={may('onu.edit') ? <Text size="sm" c="dimmed" visibleFrom="sm">{t`arrow keys walk, y confirms, n rejects`}</Text> : ''}
    >
      <SectionTabs of="/olts" />
      <FilterBar
        state={state}
        onChange={setState}
        filters={[{ key: 'olt_id', label: t`OLT`, options: olts.map(({ id, name }) => ({ value: String(id), label: name })) }]}
      />
      <Card flush>
        {source.error !== null && source.rows.length === 0 ? (
          <ErrorState error={source.error} retry={source.retry} />
        ) : source.isPending ? (
          <RowsPending rows={8} />
        ) : source.rows.length === 0 ? (
          <EmptyState icon={<IconLink size={24} />} title={<Trans>Nothing to decide</Trans>}>
            <Trans>
              Serials, MAC addresses, descriptions and who dials in from behind an ONU are compared with the lines. What is certain is linked by itself; what is
              only likely is asked here.
            </Trans>
          </EmptyState>
        ) : (
          <ul className={styles.list} aria-label={t`Suggestions`}>
            {source.rows.map((suggestion, at) => (
              <SuggestionRow
                key={`${suggestion.onu_id} ${suggestion.subscription_id}`}
                suggestion={suggestion}
                rowRef={(node) => {
                  if (node === null) rows.current.delete(at)
                  else rows.current.set(at, node)
                }}
                onKeyDown={onKey(suggestion, at)}
              />
            ))}
          </ul>
        )}
      </Card>
      {source.hasMore && (
        <Button variant="default" style={{ alignSelf: 'center' }} loading={source.isLoadingMore} onClick={source.loadMore}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </Page>
  )
}
