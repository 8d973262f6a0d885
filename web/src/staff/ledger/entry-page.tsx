import { Trans, useLingui } from '@lingui/react/macro'
import { Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useMay } from '../../lib/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { DateText, Money, TimeText } from '../../ui/values.tsx'
import { useAccounts } from './accounts.ts'
import { entryKindText } from './entry-kinds.ts'
import styles from './ledger.module.css'
import { ReverseEntry } from './reverse-entry.tsx'
import { SubjectLink } from './subject-link.tsx'

export type EntryDetail = paths['/api/v1/ledger/entries/{id}']['get']['responses']['200']['content']['application/json']

/** One entry of the journal: its two sides, where it came from, and the fingerprint that shows nobody touched it since. */
export function EntryPage() {
  const { t, i18n } = useLingui()
  const may = useMay()
  const format = useFormat()
  const { id } = useParams({ strict: false }) as { id: string }
  const [isReversing, reversing] = useDisclosure(false)
  const { data: entry, error, refetch } = api.useQuery('get', '/api/v1/ledger/entries/{id}', { params: { path: { id: Number(id) } } })
  if (error !== null)
    return (
      <Page title={t`Entry`}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    )
  if (entry === undefined)
    return (
      <Page title={t`Entry`}>
        <Skeleton h={320} radius="md" />
      </Page>
    )
  return (
    <Page
      title={i18n._(entryKindText(entry.kind))}
      note={<DateText day={entry.booked_on} />}
      actions={
        may('ledger.post_manual') && (
          <AllowedButton variant="default" allowed={entry.allowed.reverse} onClick={reversing.open}>
            <Trans>Reverse</Trans>
          </AllowedButton>
        )
      }
    >
      <div className={styles.columns}>
        <Card title={t`Both sides`} flush>
          <Postings entry={entry} />
        </Card>
        <Card title={t`Where it comes from`}>
          <dl className={styles.facts}>
            {entry.memo !== null && (
              <Fact label={t`Note`}>
                <span>{entry.memo}</span>
              </Fact>
            )}
            {entry.subject !== null && (
              <Fact label={t`Document`}>
                <SubjectLink subject={entry.subject} />
              </Fact>
            )}
            {entry.reverses_id !== null && (
              <Fact label={t`Takes back`}>
                <EntryLink id={entry.reverses_id} />
              </Fact>
            )}
            {entry.reversed_by_id !== null && (
              <Fact label={t`Taken back by`}>
                <EntryLink id={entry.reversed_by_id} />
              </Fact>
            )}
            <Fact label={t`Recorded`}>
              <TimeText at={entry.recorded_at} />
            </Fact>
            <Fact label={t`Who`}>{entry.recorded_by_name ?? t`The program`}</Fact>
            <Fact label={t`Entry`}>{format.number(entry.id)}</Fact>
            <Fact label={t`Fingerprint (SHA-256)`}>
              <code className={styles.hash}>{entry.content_hash}</code>
            </Fact>
          </dl>
        </Card>
      </div>
      {isReversing && <ReverseEntry entry={entry} onClose={reversing.close} />}
    </Page>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function EntryLink({ id }: { id: number }) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <Link className="lm-link" to="/ledger/entries/$id" params={{ id: String(id) }}>
      {t`Entry ${format.number(id)}`}
    </Link>
  )
}

function Postings({ entry }: { entry: EntryDetail }) {
  const { t } = useLingui()
  const accounts = useAccounts()
  const sum = entry.postings.reduce((total, { debit_minor }) => total + debit_minor, 0)
  return (
    <TableScroll>
      <table className={tables.table}>
        <caption className="lm-hidden">{t`Postings`}</caption>
        <thead>
          <tr>
            <th className={tables.wide}>
              <Trans>Account</Trans>
            </th>
            <th className={tables.spare}>
              <Trans>Whose</Trans>
            </th>
            <th className={tables.spare}>
              <Trans>Branch</Trans>
            </th>
            <th className={tables.end}>
              <Trans>Debit</Trans>
            </th>
            <th className={tables.end}>
              <Trans>Credit side</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {entry.postings.map((posting) => (
            <tr key={posting.line_no}>
              <td className={tables.wide}>
                <Link className="lm-link" to="/ledger/accounts/$id" params={{ id: String(posting.account_id) }}>
                  {posting.account_code} · {accounts.find(({ id }) => id === posting.account_id)?.name}
                </Link>
                <span className={tables.narrow}>
                  <Whose posting={posting} />
                  {(posting.client_id ?? posting.wallet_id) !== null && ' · '}
                  {posting.branch_name}
                </span>
              </td>
              <td className={tables.spare}>
                <Whose posting={posting} />
              </td>
              <td className={tables.spare}>{posting.branch_name}</td>
              <td className={tables.end}>{posting.debit_minor > 0 && <Money minor={posting.debit_minor} />}</td>
              <td className={tables.end}>{posting.credit_minor > 0 && <Money minor={posting.credit_minor} />}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className={tables.total}>
            <td>
              <Trans>Sum</Trans>
            </td>
            <td className={tables.spare} colSpan={2} />
            <td className={tables.end}>
              <Money minor={sum} />
            </td>
            <td className={tables.end}>
              <Money minor={sum} />
            </td>
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  )
}

/** Whose account is meant where one account stands for many. */
function Whose({ posting }: { posting: EntryDetail['postings'][number] }) {
  return (
    <>
      {posting.client_id !== null && (
        <Link className="lm-link" to="/clients/$id" params={{ id: String(posting.client_id) }}>
          {posting.client_name}
        </Link>
      )}
      {posting.wallet_id !== null && (
        <Link className="lm-link" to="/wallets/$id" params={{ id: String(posting.wallet_id) }}>
          {posting.wallet_name}
        </Link>
      )}
    </>
  )
}
