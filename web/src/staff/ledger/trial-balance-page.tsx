import { Trans, useLingui } from '@lingui/react/macro'
import { Skeleton } from '@mantine/core'
import { api } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Money } from '../../ui/values.tsx'

/** Sums of every account up to a day; the two sides are equal or something is very wrong. */
export function TrialBalancePage() {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const [state, setState] = useUrlState()
  const query = state['on'] === undefined ? {} : { on: state['on'] }
  const { data, error, refetch } = api.useQuery('get', '/api/v1/ledger/trial-balance', { params: { query } })
  return (
    <Page title={t`Trial balance`} note={data === undefined ? undefined : format.date(data.on)}>
      <FilterBar state={state} onChange={setState} filters={[{ key: 'on', label: t`Up to`, kind: 'date' }]} />
      {error !== null && <ErrorState error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={360} radius="md" />}
      {data !== undefined && (
        <Card flush>
          <TableScroll>
            <table className={tables.table}>
              <thead>
                <tr>
                  <th>
                    <Trans>Code</Trans>
                  </th>
                  <th className={tables.wide}>
                    <Trans>Account</Trans>
                  </th>
                  <th className={tables.end}>
                    <Trans>Debit</Trans>
                  </th>
                  <th className={tables.end}>
                    <Trans>Credit side</Trans>
                  </th>
                  <th className={tables.end}>
                    <Trans>Balance</Trans>
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.items.map((account) => (
                  <tr key={account.account_id}>
                    <td>{account.code}</td>
                    <td className={tables.wide}>{i18n.locale === 'bn' ? account.name_bn : account.name_en}</td>
                    <td className={tables.end}>
                      <Money minor={account.debit_minor} />
                    </td>
                    <td className={tables.end}>
                      <Money minor={account.credit_minor} />
                    </td>
                    <td className={tables.end}>
                      <Money minor={account.balance_minor} />
                    </td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr className={tables.total}>
                  <td />
                  <td>
                    <Trans>Sum</Trans>
                  </td>
                  <td className={tables.end}>
                    <Money minor={data.debit_minor} />
                  </td>
                  <td className={tables.end}>
                    <Money minor={data.credit_minor} />
                  </td>
                  <td />
                </tr>
              </tfoot>
            </table>
          </TableScroll>
        </Card>
      )}
    </Page>
  )
}
