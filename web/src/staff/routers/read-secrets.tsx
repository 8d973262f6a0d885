import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { http } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { sayFailed } from '../../ui/form.tsx'
import { ConfirmDialog } from '../../ui/form-dialog.tsx'
import { EmptyState, ErrorState, RowsPending } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import styles from './routers.module.css'
import type { Standing } from './standing.ts'

/** Secrets of one standing, with what may be done to those that are lines; `count` is how many there are altogether. */
export function ReadSecrets({ routerId, standing, count }: { routerId: number; standing: Standing; count: number }) {
  const { t } = useLingui()
  const may = useMay()
  const format = useFormat()
  const counted = useCounted()
  const client = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const [isSending, setSending] = useState(false)
  const source = useList('/api/v1/routers/{id}/reading/secrets', { params: { id: routerId }, query: { standing }, pageSize: 100 })
  if (source.error !== null && source.rows.length === 0) return <ErrorState error={source.error} retry={source.retry} />
  if (source.isPending)
    return (
      <div className={styles.panel}>
        <RowsPending />
      </div>
    )
  if (source.rows.length === 0) return <EmptyState icon={<IconChecks size={24} />} title={<Trans>None of them</Trans>} />
  const isLine = standing === 'line_here' || standing === 'line_elsewhere'
  const take = async () => {
    if (!isLine) return
    setSending(true)
    const { data, error } = await http
      .POST('/api/v1/routers/{id}/takeovers', { params: { path: { id: routerId } }, body: { standing } })
      .catch(() => ({ data: undefined, error: undefined }))
    setSending(false)
    setAsked(false)
    if (data === undefined) return sayFailed(error, t`The server cannot be reached.`)
    await client.invalidateQueries()
  }
  const n = format.number(count)
  return (
    <>
      {isLine && count > 0 && may('router.control') && (
        <div className={styles.panel}>
          <div className={styles.bar}>
            <span>
              {standing === 'line_here' ? (
                <Trans>These have the names of lines of this router, without our mark.</Trans>
              ) : (
                <Trans>These have the names of lines that use another router, or none.</Trans>
              )}
            </span>
            <Button size="compact-sm" onClick={() => setAsked(true)}>
              <Trans>Take over {n}</Trans>
            </Button>
          </div>
        </div>
      )}
      <TableScroll>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Name</Trans>
              </th>
              <th scope="col" className={`${tables.wide} ${tables.spare}`}>
                <Trans>Comment</Trans>
              </th>
              <th scope="col" className={tables.spare}>
                <Trans>Profile</Trans>
              </th>
              <th scope="col">
                <Trans>Client</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {source.rows.map((row) => (
              <tr key={row.name}>
                <td>
                  {row.name}
                  {row.is_disabled && <span className={tables.small}>{t`switched off`}</span>}
                  <span className={tables.narrow}>{[row.profile, row.comment].filter(Boolean).join(' · ')}</span>
                </td>
                <td className={`${tables.wide} ${tables.spare}`}>{row.comment}</td>
                <td className={tables.spare}>{row.profile}</td>
                <td>
                  {row.client_id !== null && (
                    <Link className="lm-link" to="/clients/$id" params={{ id: String(row.client_id) } as never}>
                      {row.client_name}
                    </Link>
                  )}
                  {row.line_router_name !== null && <span className={tables.small}>{row.line_router_name}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {source.hasMore && (
        <div className={styles.more}>
          <Button size="compact-sm" variant="subtle" loading={source.isLoadingMore} onClick={source.loadMore}>
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
      {isAsked && (
        <ConfirmDialog
          title={t`Take over ${counted.secrets(count)}?`}
          onClose={() => setAsked(false)}
          onSubmit={(event) => {
            event?.preventDefault()
            void take()
          }}
          isSending={isSending}
          failure={null}
          submitLabel={<Trans>Take over</Trans>}
        >
          <Trans>
            This router then carries these lines, and the secrets are theirs. Password, profile and state are set as the lines say; a line of another router is
            let go of there.
          </Trans>
        </ConfirmDialog>
      )}
    </>
  )
}
