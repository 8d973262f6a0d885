import { Trans, useLingui } from '@lingui/react/macro'
import { Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Money } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { ACCOUNT_TYPES, useAccountTypeText, useControlText } from './account-words.ts'
import styles from './ledger.module.css'

type Account = paths['/api/v1/ledger/accounts']['get']['responses']['200']['content']['application/json']['items'][number]

/** The chart of accounts with what each holds today. */
export function AccountsPage() {
  const { t, i18n } = useLingui()
  const typeText = useAccountTypeText()
  const controlText = useControlText()
  const { data, error, refetch } = api.useQuery('get', '/api/v1/ledger/accounts', {}, { staleTime: 300_000 })
  const balances = api.useQuery('get', '/api/v1/ledger/trial-balance', {}).data
  const held = new Map(balances?.items.map((account) => [account.account_id, account.balance_minor]))
  const sideOf = ({ normal_side }: Account) => (normal_side === 'debit' ? t`Debit` : t`Credit side`)
  const byHand = ({ control_of, is_postable }: Account) => (control_of !== null ? controlText(control_of) : is_postable ? t`Allowed` : t`No longer used`)
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
                  <th className={tables.spare}>
                    <Trans>Code</Trans>
                  </th>
                  <th className={tables.wide}>
                    <Trans>Account</Trans>
                  </th>
                  <th className={tables.spare}>
                    <Trans>Grows on</Trans>
                  </th>
                  <th className={tables.spare}>
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
                          <td className={tables.spare}>{account.code}</td>
                          <td className={tables.wide}>
                            <Link className="lm-link" to="/ledger/accounts/$id" params={{ id: String(account.id) }}>
                              {i18n.locale === 'bn' ? account.name_bn : account.name_en}
                            </Link>
                            <span className={tables.narrow}>
                              {account.code} · <Trans>Grows on</Trans>: {sideOf(account)} · <Trans>Entries by hand</Trans>: {byHand(account)}
                            </span>
                          </td>
                          <td className={tables.spare}>{sideOf(account)}</td>
                          <td className={tables.spare}>{byHand(account)}</td>
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
