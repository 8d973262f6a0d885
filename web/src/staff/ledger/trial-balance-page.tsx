import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { api } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Money, Status } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { ACCOUNT_TYPES, useAccountTypeText } from './account-words.ts'
import styles from './ledger.module.css'
import { NarrowSides } from './sides.tsx'

/** Sums of every account up to a day; the two sides are equal or something is very wrong. */
export function TrialBalancePage() {
  const { t, i18n } = useLingui()
  const format = useFormat()
  const typeText = useAccountTypeText()
  const [state, setState] = useUrlState()
  const branches = api.useQuery('get', '/api/v1/branches', { params: { query: { limit: 200 } } }).data?.items ?? []
  const query = {
    ...(state['on'] === undefined ? {} : { on: state['on'] }),
    ...(state['branch_id'] === undefined ? {} : { branch_id: Number(state['branch_id']) }),
  }
  const { data, error, refetch } = api.useQuery('get', '/api/v1/ledger/trial-balance', { params: { query } }, { placeholderData: (before) => before })
  const groups = ACCOUNT_TYPES.map((type) => ({ type, items: data?.items.filter((account) => account.type === type) ?? [] })).filter(
    ({ items }) => items.length > 0,
  )
  return (
    <Page
      title={t`Trial balance`}
      note={
        data && (
          <>
            {format.date(data.on)}
            {data.debit_minor === data.credit_minor ? (
              <Status tone="green" label={t`Both sides are equal`} />
            ) : (
              <Status tone="red" label={t`The sides differ`} />
            )}
          </>
        )
      }
      actions={
        <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
          <Trans>Print</Trans>
        </Button>
      }
    >
      <SectionTabs of="/ledger" />
      <FilterBar
        state={state}
        onChange={setState}
        filters={[
          { key: 'on', label: t`Up to`, kind: 'date' },
          { key: 'branch_id', label: t`Branch`, options: branches.map(({ id, name }) => ({ value: String(id), label: name })) },
        ]}
      />
      {error !== null && <ErrorState error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={360} radius="md" />}
      {data !== undefined && error === null && (
        <Card flush>
          <TableScroll>
            <table className={tables.table}>
              <thead>
                <tr>
                  <th className={tables.spare}>
                    <Trans>Code</Trans>
                  </th>
                  <th className={tables.wide}>
                    <Trans>Account</Trans>
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
                {groups.map(({ type, items }) => (
                  <Fragment key={type}>
                    <tr className={styles.group}>
                      <td colSpan={5}>{typeText(type)}</td>
                    </tr>
                    {items.map((account) => (
                      <tr key={account.account_id}>
                        <td className={tables.spare}>{account.code}</td>
                        <td className={tables.wide}>
                          <Link
                            className="lm-link"
                            to="/ledger/accounts/$id"
                            params={{ id: String(account.account_id) }}
                            search={{ to: data.on, ...(state['branch_id'] === undefined ? {} : { branch_id: state['branch_id'] }) } as never}
                          >
                            {i18n.locale === 'bn' ? account.name_bn : account.name_en}
                          </Link>
                          <NarrowSides code={account.code} debit={account.debit_minor} credit={account.credit_minor} />
                        </td>
                        <td className={`${tables.end} ${tables.spare}`}>
                          <Money minor={account.debit_minor} />
                        </td>
                        <td className={`${tables.end} ${tables.spare}`}>
                          <Money minor={account.credit_minor} />
                        </td>
                        <td className={tables.end}>
                          <Money minor={account.balance_minor} />
                        </td>
                      </tr>
                    ))}
                  </Fragment>
                ))}
                {data.items.length === 0 && (
                  <tr>
                    <td colSpan={5}>
                      <Trans>Nothing is posted up to this day.</Trans>
                    </td>
                  </tr>
                )}
              </tbody>
              <tfoot>
                <tr className={tables.total}>
                  <td className={tables.spare} />
                  <td>
                    <Trans>Sum</Trans>
                    <NarrowSides debit={data.debit_minor} credit={data.credit_minor} />
                  </td>
                  <td className={`${tables.end} ${tables.spare}`}>
                    <Money minor={data.debit_minor} />
                  </td>
                  <td className={`${tables.end} ${tables.spare}`}>
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
