import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Skeleton } from '@mantine/core'
import { IconDownload, IconUserOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api, http } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { sayDone, useSubmit } from '../../ui/form.tsx'
import { ConfirmDialog } from '../../ui/form-dialog.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState } from '../../ui/page-states.tsx'
import tables from '../../ui/plain-table.module.css'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { Status, TimeText } from '../../ui/values.tsx'
import { useForm } from '@mantine/form'
import routers from '../routers/routers.module.css'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { useCauseText } from './cause-text.ts'
import { TraceState } from './trace-state.tsx'
import { addressOf } from './traces-page.tsx'

type Trace = paths['/api/v1/address-traces/{id}']['get']['responses']['200']['content']['application/json']

/** One question about an address: what was asked and why, who it was, and the second person's word. */
export function TracePage() {
  const { t } = useLingui()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: trace, error, refetch } = api.useQuery('get', '/api/v1/address-traces/{id}', { params: { path: { id: Number(id) } } })
  if (trace === undefined)
    return (
      <Page title={t`Who had an address`}>{error === null ? <Skeleton h={300} radius="md" /> : <ErrorState error={error} retry={() => void refetch()} />}</Page>
    )
  return <Shown trace={trace} />
}

function Shown({ trace }: { trace: Trace }) {
  const { t } = useLingui()
  const format = useFormat()
  const client = useQueryClient()
  const [deciding, setDeciding] = useState<boolean | null>(null)
  const facts: readonly (readonly [string, string])[] = [
    [t`From`, format.dateTime(trace.from)],
    [t`Until`, format.dateTime(trace.until)],
    [t`Letter or order`, trace.reference],
    [t`Why`, trace.reason],
    [t`Asked by`, [trace.requested_by_name, format.dateTime(trace.requested_at)].filter(Boolean).join(' · ')],
    ...(trace.decided_at === null ? [] : [[t`Decided by`, [trace.decided_by_name, format.dateTime(trace.decided_at)].filter(Boolean).join(' · ')] as const]),
  ]
  return (
    <Page
      title={addressOf(trace)}
      note={<TraceState isApproved={trace.is_approved} />}
      actions={
        <>
          {trace.is_approved === null && (
            <>
              <AllowedButton variant="default" allowed={trace.allowed.decide} onClick={() => setDeciding(false)}>
                <Trans>Refuse</Trans>
              </AllowedButton>
              <AllowedButton allowed={trace.allowed.decide} onClick={() => setDeciding(true)}>
                <Trans>Agree that it leaves</Trans>
              </AllowedButton>
            </>
          )}
          <AllowedButton
            variant="default"
            leftSection={<IconDownload size={16} />}
            allowed={trace.allowed.export}
            onClick={() => location.assign(`/api/v1/address-traces/${trace.id}/sessions.csv`)}
          >
            <Trans>Hand over (CSV)</Trans>
          </AllowedButton>
        </>
      }
    >
      <SectionTabs of="/routers" />
      {trace.is_approved === null && (
        <Alert color="yellow" title={t`It does not leave before a second person has agreed`}>
          {trace.allowed.decide.ok ? (
            <Trans>Read the letter, and see that address, time and reason are those it asks for. Then agree or refuse.</Trans>
          ) : (
            trace.allowed.decide.reason
          )}
        </Alert>
      )}
      <dl className={routers.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Card title={t`Who it was`} flush>
        <Found trace={trace} />
      </Card>
      {deciding !== null && (
        <Decide
          trace={trace}
          isApproved={deciding}
          onClose={() => setDeciding(null)}
          onDone={async () => {
            await client.invalidateQueries()
            setDeciding(null)
            sayDone(deciding ? t`It may leave now.` : t`It was refused.`)
          }}
        />
      )}
    </Page>
  )
}

function Decide({ trace, isApproved, onClose, onDone }: { trace: Trace; isApproved: boolean; onClose: () => void; onDone: () => Promise<void> }) {
  const { t } = useLingui()
  const format = useFormat()
  const form = useForm({ initialValues: {} })
  const { submit, isSending, failure } = useSubmit(form)
  const count = format.number(trace.found.length)
  const send = submit(async () => {
    const { error } = await http.POST('/api/v1/address-traces/{id}/decision', { params: { path: { id: trace.id } }, body: { is_approved: isApproved } })
    if (error !== undefined) throw error
    await onDone()
  })
  return (
    <ConfirmDialog
      title={isApproved ? t`Agree that it leaves?` : t`Refuse it?`}
      onClose={onClose}
      onSubmit={send}
      isSending={isSending}
      failure={failure}
      submitLabel={isApproved ? <Trans>Agree that it leaves</Trans> : <Trans>Refuse</Trans>}
      isDanger={isApproved}
    >
      {isApproved ? (
        <Trans>
          {count} found for {trace.reference} can then be handed over with name, phone and address. Each handing over is noted. This cannot be taken back.
        </Trans>
      ) : (
        <Trans>The answer stays here and is never handed over. Whoever needs it asks again.</Trans>
      )}
    </ConfirmDialog>
  )
}

function Found({ trace: { found } }: { trace: Trace }) {
  const { t } = useLingui()
  const causeText = useCauseText()
  if (found.length === 0)
    return (
      <EmptyState icon={<IconUserOff size={24} />} title={<Trans>Nobody had it then</Trans>}>
        <Trans>No session is known that had this address at that time. See whether the time is written in the company’s zone.</Trans>
      </EmptyState>
    )
  return (
    <TableScroll>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col" className={tables.wide}>
              <Trans>Client</Trans>
            </th>
            <th scope="col">
              <Trans>Login</Trans>
            </th>
            <th scope="col">
              <Trans>IP address</Trans>
            </th>
            <th scope="col" className={tables.spare}>
              MAC
            </th>
            <th scope="col" className={tables.spare}>
              <Trans>Router</Trans>
            </th>
            <th scope="col" className={tables.spare}>
              <Trans>Since</Trans>
            </th>
            <th scope="col">
              <Trans>Ended</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {found.map((row) => (
            <tr key={`${row.login} ${row.started_at}`}>
              <td className={tables.wide}>
                {row.client_name ?? t`nobody’s login`}
                <span className={tables.small}>{[row.client_code, row.client_phone, row.client_address].filter(Boolean).join(' · ')}</span>
                <span className={tables.narrow}>
                  {row.caller_id} · {row.router_name} · <TimeText at={row.started_at} />
                </span>
                {!row.is_certain && <Status tone="amber" label={t`Last heard of shortly before; not certain`} />}
              </td>
              <td>{row.login}</td>
              <td className="lm-number">
                {row.address}
                {row.ipv6_prefix !== null && <span className={tables.small}>{row.ipv6_prefix}</span>}
              </td>
              <td className={`lm-number ${tables.spare}`}>{row.caller_id}</td>
              <td className={tables.spare}>{row.router_name}</td>
              <td className={tables.spare}>
                <TimeText at={row.started_at} />
              </td>
              <td>
                {row.ended_at === null ? t`still online` : <TimeText at={row.ended_at} />}
                {row.terminate_cause !== null && <span className={tables.small}>{causeText(row.terminate_cause)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
