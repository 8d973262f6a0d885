import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { api, http } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useMayOpen } from '../../lib/use-may-open.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { Figures } from '../../ui/figures.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { placeOf } from '../audit/subjects.ts'

type Statement = paths['/api/v1/clients/{id}/statement']['get']['responses']['200']['content']['application/json']

/** A client's account: every paper and every payment in order, with what he owed after each. */
export function StatementPage() {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const { id } = useParams({ strict: false }) as { id: string }
  const [state, setState] = useUrlState()
  const client = api.useQuery('get', '/api/v1/clients/{id}', { params: { path: { id: Number(id) } } }).data
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['statement', id, state['from'], state['to'], i18n.locale],
    initialPageParam: null as string | null,
    getNextPageParam: (page: Statement) => page.next_cursor,
    queryFn: async ({ pageParam }): Promise<Statement> => {
      const query = {
        limit: 100,
        ...(state['from'] === undefined ? {} : { from: state['from'] }),
        ...(state['to'] === undefined ? {} : { to: state['to'] }),
        ...(pageParam === null ? {} : { cursor: pageParam }),
      }
      const answer = await http.GET('/api/v1/clients/{id}/statement', { params: { path: { id: Number(id) }, query } })
      if (answer.data === undefined) throw answer.error
      return answer.data
    },
  })
  const head = data?.pages[0]
  const rows = data?.pages.flatMap((page) => page.items) ?? []
  const name = client?.name ?? ''
  const pdf = `/api/v1/clients/${id}/statement.pdf?${new URLSearchParams(Object.entries({ from: state['from'], to: state['to'] }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))}`
  return (
    <Page
      title={t`Statement of ${name}`}
      note={client?.code}
      actions={
        <>
          <Button component="a" href={pdf} target="_blank" variant="default" leftSection={<IconPrinter size={16} />}>
            PDF
          </Button>
          <Button component={Link} to={`/clients/${id}`} variant="default">
            <Trans>Client</Trans>
          </Button>
        </>
      }
    >
      <FilterBar
        state={state}
        onChange={setState}
        filters={[
          { key: 'from', label: t`From`, kind: 'date' },
          { key: 'to', label: t`Until`, kind: 'date' },
        ]}
      />
      {error !== null && <ErrorState error={error} retry={() => void refetch()} />}
      {head === undefined && error === null && <Skeleton h={300} radius="md" />}
      {head !== undefined && (
        <>
          <Figures
            figures={[
              { label: t`Began with`, value: format.money(head.opening_balance_minor) },
              { label: t`Billed`, value: format.money(head.debit_minor) },
              { label: t`Paid and credited`, value: format.money(head.credit_minor) },
              { label: t`Owes at the end`, value: format.money(head.closing_balance_minor), note: format.date(head.to) },
            ]}
          />
          <Card flush>
            <TableScroll>
              <table className={tables.table}>
                <thead>
                  <tr>
                    <th className={tables.spare}>
                      <Trans>Day</Trans>
                    </th>
                    <th className={tables.spare}>
                      <Trans>Number</Trans>
                    </th>
                    <th className={tables.wide}>
                      <Trans>What</Trans>
                    </th>
                    <th className={`${tables.end} ${tables.spare}`}>
                      <Trans>Billed</Trans>
                    </th>
                    <th className={`${tables.end} ${tables.spare}`}>
                      <Trans>Paid</Trans>
                    </th>
                    <th className={`${tables.end} ${tables.slim}`}>
                      <Trans>Amount</Trans>
                    </th>
                    <th className={tables.end}>
                      <Trans>Balance</Trans>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={`${row.entry_id}-${row.document_id}-${row.kind}`}>
                      <td className={tables.spare}>
                        <DateText day={row.booked_on} />
                      </td>
                      <td className={tables.spare}>
                        <Paper row={row} />
                      </td>
                      <td className={tables.wide}>
                        {row.description}
                        <span className={tables.narrow}>
                          <DateText day={row.booked_on} /> <Paper row={row} />
                        </span>
                      </td>
                      <td className={`${tables.end} ${tables.spare}`}>{row.debit_minor !== 0 && <Money minor={row.debit_minor} />}</td>
                      <td className={`${tables.end} ${tables.spare}`}>{row.credit_minor !== 0 && <Money minor={row.credit_minor} />}</td>
                      <td className={`${tables.end} ${tables.slim}`}>
                        <Money minor={row.debit_minor - row.credit_minor} />
                      </td>
                      <td className={tables.end}>
                        <Money minor={row.balance_minor} tone="owed" />
                      </td>
                    </tr>
                  ))}
                  {rows.length === 0 && (
                    <tr>
                      <td colSpan={6}>
                        <Trans>Nothing in this time.</Trans>
                      </td>
                    </tr>
                  )}
                </tbody>
              </table>
            </TableScroll>
            {hasNextPage && (
              <Button m="sm" variant="subtle" size="compact-sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                <Trans>Show more</Trans>
              </Button>
            )}
          </Card>
        </>
      )}
    </Page>
  )
}

/** What a row of an account is, leading to the document that shows it. */
function Paper({ row }: { row: Statement['items'][number] }) {
  const { t } = useLingui()
  const mayOpen = useMayOpen()
  const place = row.paper_type === null ? null : placeOf(row.paper_type, row.paper_id)
  if (row.code === null && (place === null || !mayOpen(place))) return null
  return <PageLink to={place}>{row.code ?? t`Look`}</PageLink>
}
