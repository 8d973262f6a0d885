import { Trans, useLingui } from '@lingui/react/macro'
import { Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { api } from '../../api/client.ts'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Money } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { ACCOUNT_TYPES, useAccountTypeText, useControlText } from './account-words.ts'
import styles from './ledger.module.css'

/** The chart of accounts with what each holds today. */
export function AccountsPage() {
  const { t, i18n } = useLingui()
  const typeText = useAccountTypeText()
  const controlText = useControlText()
  const { data, error, refetch } = api.useQuery('get', '/api/v1/ledger/accounts', {}, { staleTime: 300_000 })
  const balances = api.useQuery('get', '/api/v1/ledger/trial-balance', {}).data
  const held = new Map(balances?.items.map((account) => [account.account_id, account.balance_minor]))
  return (
    <Page title={t`Chart of accounts`}>
      <SectionTabs of="/ledger" />
      {error !== null && <ErrorState error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={420} radius="md" />}
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
                  <th>
                    <Trans>Grows on</Trans>
                  </th>
                  <th>
                    <Trans>Entries by hand</Trans>
                  </th>
                  <th className={tables.end}>
                    <Trans>Balance</Trans>
                  </th>
                </tr>
              </thead>
              <tbody>
                {ACCOUNT_TYPES.map((type) => (
                  <Fragment key={type}>
                    <tr className={styles.group}>
                      <td colSpan={5}>{typeText(type)}</td>
                    </tr>
                    {data.items
                      .filter((account) => account.type === type)
                      .map((account) => (
                        <tr key={account.id}>
                          <td>{account.code}</td>
                          <td className={tables.wide}>
                            <Link className="lm-link" to="/ledger/accounts/$id" params={{ id: String(account.id) }}>
                              {i18n.locale === 'bn' ? account.name_bn : account.name_en}
                            </Link>
                          </td>
                          <td>{account.normal_side === 'debit' ? t`Debit` : t`Credit side`}</td>
                          <td>{account.control_of !== null ? controlText(account.control_of) : account.is_postable ? t`Allowed` : t`No longer used`}</td>
                          <td className={tables.end}>{balances !== undefined && <Money minor={held.get(account.id) ?? 0} />}</td>
                        </tr>
                      ))}
                  </Fragment>
                ))}
              </tbody>
            </table>
          </TableScroll>
        </Card>
      )}
    </Page>
  )
}
