import { Trans, useLingui } from '@lingui/react/macro'
import { Alert } from '@mantine/core'
import { IconMessage } from '@tabler/icons-react'
import { api } from '../../api/client.ts'
import { useList } from '../../api/use-list.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { useColumns } from '../../ui/column-chooser.tsx'
import { CountStrip } from '../../ui/count-strip.tsx'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { TimeText } from '../../ui/values.tsx'
import { SectionTabs } from '../shell/section-tabs.tsx'
import { MessageState } from './message-state.tsx'
import { useMessageTexts } from './message-texts.ts'
import type { Message } from './message-texts.ts'

/** They are sent once a minute. */
const POLL_MS = 30_000

/** What clients were told and are about to be, and what they were not told and why. */
export function MessagesPage() {
  const { t } = useLingui()
  const texts = useMessageTexts()
  const [state, setState] = useUrlState()
  const { data: totals } = api.useQuery('get', '/api/v1/messages/totals', {}, { refetchInterval: POLL_MS })
  const shown = state['state'] ?? ''
  const source = useList('/api/v1/messages', { query: { state: shown, kind: state['kind'], from: state['from'], to: state['to'] }, refetchMs: POLL_MS })
  const said = (row: Message) => (row.why === null ? (row.text ?? '') : texts.whys[row.why])
  const { columns, chooser } = useColumns<Message>('messages', [
    { id: 'at', header: t`Queued`, width: 160, cell: (row) => <TimeText at={row.created_at} /> },
    { id: 'name', header: t`Client`, width: 160, grows: true, cell: (row) => row.client_name },
    { id: 'code', header: t`Code`, width: 110, isExtra: true, cell: (row) => row.client_code },
    { id: 'kind', header: t`Message`, width: 190, cell: (row) => texts.kinds[row.kind] },
    { id: 'state', header: t`State`, width: 120, cell: (row) => <MessageState message={row} /> },
    { id: 'said', header: t`What it says, or why not`, width: 420, grows: true, cell: (row) => <span title={said(row)}>{said(row)}</span> },
    { id: 'address', header: t`To`, width: 130, isExtra: true, cell: (row) => row.address ?? '' },
    { id: 'language', header: t`Language`, width: 100, isExtra: true, cell: (row) => (row.locale === null ? '' : texts.language(row.locale)) },
    { id: 'channel', header: t`By`, width: 100, isExtra: true, cell: (row) => (row.channel === null ? '' : texts.channel(row.channel)) },
    { id: 'closed', header: t`Sent or dropped`, width: 160, isExtra: true, cell: (row) => <TimeText at={row.closed_at} /> },
  ] satisfies Column<Message>[])
  return (
    <Page title={t`Messages`} fills>
      <SectionTabs of="/clients" />
      {totals?.channels.every((name) => name === 'log') === true && (
        <Alert color="blue" py={8}>
          <Trans>No text message or mail leaves yet: what would be sent is written here, to whom, in which language and with which words.</Trans>
        </Alert>
      )}
      {totals !== undefined && (
        <CountStrip
          label={t`Messages that need a look`}
          parts={[
            { value: 'waiting', label: t`Waiting`, count: totals.waiting, note: t`goes by itself` },
            { value: 'failed', label: t`Failed`, count: totals.failed, note: t`the channel refused` },
            { value: 'unknown', label: t`Not known`, count: totals.unknown, note: t`may have arrived` },
          ]}
          shown={shown}
          onChoose={(value) => setState({ state: value === shown ? undefined : value })}
        />
      )}
      <FilterBar
        state={state}
        onChange={setState}
        filters={[
          {
            key: 'state',
            label: t`State`,
            options: [{ value: 'waiting', label: t`Waiting` }, ...Object.entries(texts.states).map(([value, label]) => ({ value, label }))].filter(
              ({ value }) => value !== 'queued' && value !== 'sending',
            ),
          },
          { key: 'kind', label: t`Message`, options: Object.entries(texts.kinds).map(([value, label]) => ({ value, label })) },
          { key: 'from', toKey: 'to', kind: 'range', label: t`Days` },
        ]}
      >
        {chooser}
      </FilterBar>
      <DataList
        label={t`Messages`}
        columns={columns}
        source={source}
        rowKey={(row) => row.id}
        href={(row) => `/messages/${row.id}`}
        narrow={(row) => ({
          title: row.client_name,
          detail: said(row),
          figure: <MessageState message={row} />,
          note: texts.kinds[row.kind],
        })}
        empty={
          <EmptyState icon={<IconMessage size={24} />} title={<Trans>No messages</Trans>}>
            <Trans>Bills, payments, reminders and suspensions tell the client by themselves; each message appears here.</Trans>
          </EmptyState>
        }
      />
    </Page>
  )
}
