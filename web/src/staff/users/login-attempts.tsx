import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton, Text } from '@mantine/core'
import { useList } from '../../api/use-list.ts'
import { ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Status, TimeText } from '../../ui/values.tsx'
import type { Tone } from '../../ui/values.tsx'
import { browserName } from '../profile/browser-name.ts'

/** When and from where a person logged in, or somebody tried to with that name. */
export function LoginAttempts({ userId }: { userId: number }) {
  const { t } = useLingui()
  const source = useList('/api/v1/users/{id}/login-attempts', { params: { id: userId }, pageSize: 12 })
  const outcomes: Record<string, readonly [Tone, string]> = {
    ok: ['green', t`logged in`],
    wrong: ['red', t`wrong password`],
    limited: ['amber', t`stopped: too many attempts`],
    disabled: ['grey', t`account disabled`],
  }
  if (source.error !== null && source.rows.length === 0) return <ErrorState error={source.error} retry={source.retry} />
  if (source.isPending) return <Skeleton h={140} m={14} />
  if (source.rows.length === 0)
    return (
      <Text size="sm" c="dimmed" p="md">
        <Trans>Nobody has tried to log in with this name.</Trans>
      </Text>
    )
  return (
    <>
      <TableScroll>
        <table className={tables.table}>
          <caption className="lm-hidden">
            <Trans>Log-in attempts</Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <Trans>When</Trans>
              </th>
              <th scope="col">
                <Trans>Result</Trans>
              </th>
              <th scope="col">
                <Trans>From</Trans>
              </th>
              <th scope="col">
                <Trans>With</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {source.rows.map((attempt) => {
              const [tone, label] = outcomes[attempt.outcome] ?? (['grey', attempt.outcome] as const)
              return (
                <tr key={`${attempt.at} ${attempt.id}`}>
                  <td>
                    <TimeText at={attempt.at} />
                  </td>
                  <td>
                    <Status tone={tone} label={label} />
                  </td>
                  <td>{attempt.ip ?? '–'}</td>
                  <td>{browserName(attempt.user_agent)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </TableScroll>
      {source.hasMore && (
        <Button variant="subtle" m="xs" loading={source.isLoadingMore} onClick={source.loadMore}>
          <Trans>Show older ones</Trans>
        </Button>
      )}
    </>
  )
}
