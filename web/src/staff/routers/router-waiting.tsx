import { Trans } from '@lingui/react/macro'
import { IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useList } from '../../api/use-list.ts'
import { EmptyState, ErrorState, RowsPending } from '../../ui/page-states.tsx'
import type { Router } from './router.ts'
import styles from './routers.module.css'
import { WaitingTable } from './waiting-table.tsx'

const SHOWN = 20

/** The lines of this router that wait for it, the longest first. */
export function RouterWaiting({ router }: { router: Router }) {
  const source = useList('/api/v1/access/waiting', { query: { router_id: String(router.id) }, pageSize: SHOWN, refetchMs: 5000 })
  if (source.error !== null && source.rows.length === 0) return <ErrorState error={source.error} retry={source.retry} />
  if (source.isPending)
    return (
      <div className={styles.panel}>
        <RowsPending />
      </div>
    )
  if (source.rows.length === 0)
    return (
      <EmptyState icon={<IconCircleCheck size={24} />} title={<Trans>All lines are in sync</Trans>}>
        <Trans>The router does for each of its lines what is wanted.</Trans>
      </EmptyState>
    )
  return (
    <>
      <WaitingTable rows={source.rows.slice(0, SHOWN)} />
      {source.hasMore && (
        <div className={styles.more}>
          <Link className="lm-link" to="/routers/waiting" search={{ router_id: String(router.id) } as never}>
            <Trans>All that wait</Trans>
          </Link>
        </div>
      )}
    </>
  )
}
