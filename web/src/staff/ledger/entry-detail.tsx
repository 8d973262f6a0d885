import { Trans, useLingui } from '@lingui/react/macro'
import { Modal, Text } from '@mantine/core'
import { useFormat } from '../../lib/use-format.ts'
import tables from '../../ui/plain-table.module.css'
import { Money } from '../../ui/values.tsx'
import type { Entry } from './entries-page.tsx'
import { entryKindText } from './entry-kinds.ts'

/** One entry with its postings; the fingerprint shows that nobody touched it since. */
export function EntryDetail({
  entry,
  accounts,
  onClose,
}: {
  entry: Entry
  accounts: readonly { id: number; code: string; name: string }[]
  onClose: () => void
}) {
  const { i18n } = useLingui()
  const format = useFormat()
  return (
    <Modal opened onClose={onClose} title={`${i18n._(entryKindText(entry.kind))} · ${format.date(entry.booked_on)}`} size="lg">
      {entry.memo !== null && (
        <Text size="sm" mb="sm">
          {entry.memo}
        </Text>
      )}
      <table className={tables.table}>
        <thead>
          <tr>
            <th className={tables.wide}>
              <Trans>Account</Trans>
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
                {posting.account_code} · {accounts.find(({ id }) => id === posting.account_id)?.name}
              </td>
              <td className={tables.end}>{posting.debit_minor > 0 && <Money minor={posting.debit_minor} />}</td>
              <td className={tables.end}>{posting.credit_minor > 0 && <Money minor={posting.credit_minor} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text size="xs" c="dimmed" mt="md" style={{ overflowWrap: 'anywhere' }}>
        <Trans>
          Recorded {format.dateTime(entry.recorded_at)} by {entry.recorded_by_name ?? '–'}
        </Trans>{' '}
        · SHA-256 {entry.content_hash}
      </Text>
    </Modal>
  )
}
