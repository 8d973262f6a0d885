import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useList } from '../../api/use-list.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useMay } from '../../lib/session.ts'
import { useFallbackPoll } from '../../lib/use-events.ts'
import { DataList } from '../../ui/data-list.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { PageLink } from '../../ui/page-link.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { TimeText } from '../../ui/values.tsx'
import type { Olt } from '../olts/olt.ts'
import { AuthoriseOnu } from './authorise-onu.tsx'

export type WaitingOnu = RowOf<'/api/v1/unregistered-onus'>

/** ONUs that hang on a fibre and are not let in, the newest first; of one OLT or of all. */
export function WaitingList({ olt }: { olt?: Olt }) {
  const { t } = useLingui()
  const may = useMay()
  const [opened, setOpened] = useState<WaitingOnu | null>(null)
  const refetchMs = useFallbackPoll()
  const ofAll = useList('/api/v1/unregistered-onus', { refetchMs, isAsked: olt === undefined })
  const ofOne = useList('/api/v1/olts/{id}/unregistered', { params: { id: olt?.id ?? 0 }, refetchMs, isAsked: olt !== undefined })
  const columns: readonly Column<WaitingOnu>[] = [
    { id: 'identity', header: t`Serial or MAC`, width: 190, grows: true, cell: (row) => row.identity },
    { id: 'model', header: t`Model`, width: 140, cell: (row) => row.model },
    ...(olt === undefined
      ? [{ id: 'olt', header: t`OLT`, width: 180, cell: (row: WaitingOnu) => <PageLink to={`/olts/${row.olt_id}?tab=waiting`}>{row.olt_name}</PageLink> }]
      : []),
    { id: 'pon', header: 'PON', width: 90, cell: (row) => row.pon },
    { id: 'first', header: t`Waits since`, width: 160, cell: (row) => <TimeText at={row.first_seen_at} /> },
    { id: 'seen', header: t`Last seen`, width: 160, cell: (row) => <TimeText at={row.seen_at} /> },
    ...(may('onu.authorise')
      ? [
          {
            id: 'authorise',
            header: t`Authorise`,
            width: 110,
            cell: (row: WaitingOnu) => (
              <Button size="compact-xs" onClick={() => setOpened(row)}>
                <Trans>Let it in</Trans>
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <DataList
        label={t`ONUs that wait`}
        columns={columns}
        source={olt === undefined ? ofAll : ofOne}
        rowKey={(row) => `${row.olt_id} ${row.identity}`}
        narrow={(row) => ({
          title: row.identity,
          detail: [row.model, row.olt_name].filter(Boolean).join(' · '),
          figure: row.pon,
          note: <TimeText at={row.first_seen_at} />,
        })}
        empty={
          <EmptyState icon={<IconCircleCheck size={24} />} title={<Trans>No ONU waits</Trans>}>
            <Trans>One that is plugged in and not authorised yet shows up here within minutes.</Trans>
          </EmptyState>
        }
        {...(may('onu.authorise') ? { onOpen: setOpened } : {})}
      />
      {opened !== null && <AuthoriseOnu onu={opened} onClose={() => setOpened(null)} />}
    </>
  )
}
