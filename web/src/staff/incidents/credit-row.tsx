import { Trans, useLingui } from '@lingui/react/macro'
import { useCounted } from '../../lib/use-counted.ts'
import { useMinutesText } from '../../lib/use-duration.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import type { Allowed } from '../../ui/allowed-button.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import tables from '../../ui/plain-table.module.css'
import { Money, Status } from '../../ui/values.tsx'
import type { CreditDraft } from './incident.ts'

const TONES = { draft: 'blue', not_creditable: 'grey', issued: 'green', rejected: 'amber' } as const

/** What one line gets back, or why it gets nothing. */
export function CreditRow({ row, decide, isBusy, onApprove }: { row: CreditDraft; decide: Allowed; isBusy: boolean; onApprove: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const minutes = useMinutesText()
  const states = { draft: t`prepared`, not_creditable: t`gets nothing`, issued: t`issued`, rejected: t`rejected` }
  const note = row.state === 'rejected' ? row.decision_note : (row.why ?? '')
  return (
    <tr>
      <td className={tables.wide}>
        <PageLink to={`/clients/${row.client_id}`}>{row.client_name}</PageLink>
        <span className={tables.small}>{[row.client_code, row.login, row.invoice_code].filter(Boolean).join(' · ')}</span>
      </td>
      <td className={tables.spare}>
        {minutes(row.minutes)}
        <span className={tables.small}>{t`for ${counted.days(row.days)} of ${format.number(row.cycle_days)}`}</span>
      </td>
      <td className={tables.end}>
        <Money minor={row.total_minor} symbol />
      </td>
      <td>
        <Status tone={TONES[row.state]} label={states[row.state]} isHollow={row.state === 'not_creditable'} />
        {note !== '' && <span className={tables.small}>{note}</span>}
        {row.credit_note_id !== null && (
          <span className={tables.small}>
            <PageLink to={`/invoices/credit-notes/${row.credit_note_id}`}>{row.credit_note_code}</PageLink>
          </span>
        )}
      </td>
      <td>
        {row.state === 'draft' && (
          <AllowedButton size="compact-xs" variant="default" allowed={decide} loading={isBusy} onClick={onApprove}>
            <Trans>Approve</Trans>
          </AllowedButton>
        )}
      </td>
    </tr>
  )
}
