import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton } from '@mantine/core'
import { IconListDetails, IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { Figures } from '../../ui/figures.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { NarrowSides } from './sides.tsx'

/** An account day by day with its balance; each day leads to its entries. */
export function AccountPage() {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const { id } = useParams({ strict: false }) as { id: string }
  const [state, setState] = useUrlState()
  const branches = api.useQuery('get', '/api/v1/branches', { params: { query: { limit: 200 } } }).data?.items ?? []
  const wallets = api.useQuery('get', '/api/v1/wallets', { params: { query: { limit: 200 } } }).data?.items ?? []
  const query = {
    ...(state['from'] === undefined ? {} : { from: state['from'] }),
    ...(state['to'] === undefined ? {} : { to: state['to'] }),
    ...(state['branch_id'] === undefined ? {} : { branch_id: Number(state['branch_id']) }),
    ...(state['wallet_id'] === undefined ? {} : { wallet_id: Number(state['wallet_id']) }),
  }
  const { data, error, refetch } = api.useQuery(
    'get',
    '/api/v1/ledger/accounts/{id}/statement',
    { params: { path: { id: Number(id) }, query } },
    { placeholderData: (before) => before, retry: false },
  )
  const account = data?.account
  const name = account === undefined ? t`Account` : `${account.code} · ${i18n.locale === 'bn' ? account.name_bn : account.name_en}`
  return (
    <Page
      title={name}
      note={data && `${format.date(data.from)} – ${format.date(data.to)}`}
      actions={
        <>
          <Button component={Link} to="/ledger" search={{ account_id: id } as never} variant="default" leftSection={<IconListDetails size={16} />}>
            <Trans>Entries</Trans>
          </Button>
          <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
            <Trans>Print</Trans>
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
          { key: 'branch_id', label: t`Branch`, options: branches.map((each) => ({ value: String(each.id), label: each.name })) },
          ...(account?.control_of === 'wallet'
            ? [{ key: 'wallet_id', label: t`Wallet`, options: wallets.map((each) => ({ value: String(each.id), label: each.name })) }]
            : []),
        ]}
      />
      {error !== null && <ErrorState error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={360} radius="md" />}
      {data !== undefined && error === null && (
        <>
          <Figures
            figures={[
              { label: t`Began with`, value: format.money(data.opening_minor), note: format.date(data.from) },
              { label: t`Debit`, value: format.money(data.debit_minor) },
              { label: t`Credit side`, value: format.money(data.credit_minor) },
              { label: t`Ended with`, value: format.money(data.closing_minor), note: format.date(data.to) },
            ]}
          />
          <Card flush>
            {data.items.length === 0 ? (
              <EmptyState icon={<IconListDetails size={24} />} title={<Trans>Nothing was posted in these days</Trans>}>
                <Trans>Take other days, or another branch.</Trans>
              </EmptyState>
            ) : (
              <TableScroll>
                <table className={tables.table}>
                  <thead>
                    <tr>
                      <th className={tables.wide}>
                        <Trans>Day</Trans>
                      </th>
                      <th className={`${tables.end} ${tables.spare}`}>
                        <Trans>Debit</Trans>
                      </th>
                      <th className={`${tables.end} ${tables.spare}`}>
                        <Trans>Credit side</Trans>
                      </th>
                      <th className={tables.end}>
                        <Trans>Balance</Trans>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {data.items.map((day) => (
                      <tr key={day.day}>
                        <td className={tables.wide}>
                          <Link className="lm-link" to="/ledger" search={{ account_id: id, from: day.day, to: day.day } as never}>
                            <DateText day={day.day} />
                          </Link>
                          <NarrowSides debit={day.debit_minor} credit={day.credit_minor} />
                        </td>
                        <td className={`${tables.end} ${tables.spare}`}>
                          <Money minor={day.debit_minor} />
                        </td>
                        <td className={`${tables.end} ${tables.spare}`}>
                          <Money minor={day.credit_minor} />
                        </td>
                        <td className={tables.end}>
                          <Money minor={day.balance_minor} />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </TableScroll>
            )}
          </Card>
        </>
      )}
    </Page>
  )
}
