import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Text } from '@mantine/core'
import { IconReceiptRefund } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { http, newIdempotencyKey } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { sayDone, sayFailed } from '../../ui/form.tsx'
import { Card } from '../../ui/page.tsx'
import { EmptyState, ErrorState, RowsPending } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { ApproveCredits, RejectCredits } from './decide-credits.tsx'
import { CreditRow } from './credit-row.tsx'
import type { Incident } from './incident.ts'

/** What the lines of an incident get back: prepared by the program, decided by a person. */
export function CreditDrafts({ incident }: { incident: Incident }) {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const client = useQueryClient()
  const [busy, setBusy] = useState<'prepare' | number | null>(null)
  const [asked, setAsked] = useState<'approve' | 'reject' | null>(null)
  const source = useList('/api/v1/incidents/{id}/credit-drafts', { params: { id: incident.id } })
  const path = { params: { path: { id: incident.id } } }
  const prepare = async () => {
    setBusy('prepare')
    const { data, error } = await http.POST('/api/v1/incidents/{id}/credit-drafts', path).catch(() => ({ data: undefined, error: undefined }))
    setBusy(null)
    if (data === undefined) return sayFailed(error, t`The server cannot be reached.`)
    await client.invalidateQueries()
    sayDone(t`Prepared: ${counted.credits(data.drafts)}, ${format.money(data.draft_minor)}`)
  }
  const approveOne = async (id: number) => {
    setBusy(id)
    const { data, error } = await http
      .POST('/api/v1/incidents/{id}/credit-drafts/approval', {
        params: { ...path.params, header: { 'idempotency-key': newIdempotencyKey() } },
        body: { ids: [id] },
      })
      .catch(() => ({ data: undefined, error: undefined }))
    setBusy(null)
    if (data === undefined) return sayFailed(error, t`The server cannot be reached.`)
    await client.invalidateQueries()
    if (data.refused > 0) sayFailed(null, t`It was refused: its invoice has changed meanwhile. Prepare it anew.`)
    else sayDone(t`The credit note is issued.`)
  }
  const { decide_credits: decide, draft_credits: draft } = incident.allowed
  return (
    <Card
      title={t`Credit for the outage`}
      actions={
        <Group gap={6}>
          <AllowedButton size="compact-sm" variant="default" allowed={draft} loading={busy === 'prepare'} onClick={() => void prepare()}>
            {source.rows.length === 0 ? <Trans>Prepare</Trans> : <Trans>Prepare anew</Trans>}
          </AllowedButton>
          {incident.drafts > 0 && (
            <>
              <AllowedButton size="compact-sm" allowed={decide} onClick={() => setAsked('approve')}>
                <Trans>Approve all</Trans>
              </AllowedButton>
              <AllowedButton size="compact-sm" variant="default" allowed={decide} onClick={() => setAsked('reject')}>
                <Trans>Reject all</Trans>
              </AllowedButton>
            </>
          )}
        </Group>
      }
      flush
    >
      {source.error !== null && source.rows.length === 0 ? (
        <ErrorState error={source.error} retry={source.retry} />
      ) : source.isPending ? (
        <RowsPending rows={3} />
      ) : source.rows.length === 0 ? (
        <EmptyState icon={<IconReceiptRefund size={24} />} title={<Trans>Nothing is prepared</Trans>}>
          <Trans>
            When the incident is over, what each line gets back for the time without service is prepared here. No money moves until somebody approves it.
          </Trans>
        </EmptyState>
      ) : (
        <>
          <TableScroll>
            <table className={tables.table}>
              <thead>
                <tr>
                  <th scope="col" className={tables.wide}>
                    <Trans>Client</Trans>
                  </th>
                  <th scope="col" className={tables.spare}>
                    <Trans>Time without service</Trans>
                  </th>
                  <th scope="col" className={tables.end}>
                    <Trans>Gets back</Trans>
                  </th>
                  <th scope="col">
                    <Trans>State</Trans>
                  </th>
                  <th scope="col">
                    <span className="lm-hidden">
                      <Trans>Approve</Trans>
                    </span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {source.rows.map((row) => (
                  <CreditRow key={row.id} row={row} decide={decide} isBusy={busy === row.id} onApprove={() => void approveOne(row.id)} />
                ))}
              </tbody>
            </table>
          </TableScroll>
          {source.hasMore && (
            <Button size="compact-sm" variant="subtle" m={8} loading={source.isLoadingMore} onClick={source.loadMore}>
              <Trans>Show more</Trans>
            </Button>
          )}
          {incident.drafts > 0 && (
            <Text size="sm" c="dimmed" px={14} py={8}>
              <Trans>{format.number(incident.drafts)} waiting for a decision.</Trans>
            </Text>
          )}
        </>
      )}
      {asked === 'approve' && <ApproveCredits incident={incident} onClose={() => setAsked(null)} />}
      {asked === 'reject' && <RejectCredits incident={incident} onClose={() => setAsked(null)} />}
    </Card>
  )
}
