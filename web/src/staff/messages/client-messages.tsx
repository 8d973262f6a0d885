import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useList } from '../../api/use-list.ts'
import { PageLink } from '../../ui/page-link.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { TimelineList } from '../../ui/timeline.tsx'
import styles from '../clients/client.module.css'
import { MessageState } from './message-state.tsx'
import { useMessageTexts } from './message-texts.ts'

/** What one client was told, newest first, and what he was not and why. */
export function ClientMessages({ clientId }: { clientId: number }) {
  const { kinds, whys, channel } = useMessageTexts()
  const { rows, isPending, error, retry, hasMore, isLoadingMore, loadMore } = useList('/api/v1/messages', {
    query: { client_id: String(clientId) },
    pageSize: 20,
  })
  if (error !== null) return <ErrorState error={error} retry={retry} />
  if (!isPending && rows.length === 0)
    return (
      <div className={styles.empty}>
        <Trans>Nothing was said to this client yet.</Trans>
      </div>
    )
  return (
    <>
      <TimelineList
        isPending={isPending}
        entries={rows.map((row) => ({
          key: String(row.id),
          text: (
            <span className={styles.event}>
              <PageLink to={`/messages/${row.id}`}>{kinds[row.kind]}</PageLink>
              <MessageState message={row} />
              <span className={styles.said}>{row.why === null ? (row.text ?? '') : whys[row.why]}</span>
            </span>
          ),
          at: row.created_at,
          by: row.channel === null ? null : channel(row.channel),
        }))}
      />
      {hasMore && (
        <div className={styles.more}>
          <Button variant="subtle" size="compact-sm" loading={isLoadingMore} onClick={loadMore}>
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
    </>
  )
}
