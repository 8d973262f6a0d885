import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Skeleton } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { api } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { Figures } from '../../ui/figures.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { PrintHead, Signatures } from '../../ui/print.tsx'
import { DayKinds } from './day-kinds.tsx'
import { DayLines } from './day-lines.tsx'
import { DaySwitch } from './day-switch.tsx'
import { DayTransfers } from './day-transfers.tsx'
import { useWalletKindText } from './wallet-kinds.ts'

/** A drawer's day on one sheet: what it began with, every receipt and payment out, the cash counted, and what it ended with. */
export function DaySheetPage() {
  const { t } = useLingui()
  const format = useFormat()
  const kindText = useWalletKindText()
  const { id } = useParams({ strict: false }) as { id: string }
  const [state, setState] = useUrlState()
  const today = format.today()
  const day = state['day'] ?? today
  const {
    data: sheet,
    error,
    refetch,
  } = api.useQuery('get', '/api/v1/wallets/{id}/day-sheet', { params: { path: { id: Number(id) }, query: { day } } }, { placeholderData: (before) => before })
  if (error !== null)
    return (
      <Page title={t`Day sheet`}>
        <ErrorState error={error} retry={() => void refetch()} />
      </Page>
    )
  const wallet = sheet?.wallet
  const shown = (minor: number | undefined) => (minor === undefined ? undefined : format.money(minor))
  return (
    <Page
      title={wallet === undefined ? t`Day sheet` : t`Day sheet: ${wallet.name}`}
      note={wallet && [format.date(day), wallet.code, wallet.owner_name ?? kindText(wallet.kind)].join(' · ')}
      actions={
        <>
          <DaySwitch day={day} onChange={(chosen) => setState({ day: chosen === today ? undefined : chosen })} />
          <Button component={Link} to={`/wallets/${id}`} variant="default">
            <Trans>Wallet</Trans>
          </Button>
          <Button leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
        </>
      }
    >
      <PrintHead />
      <Figures
        figures={[
          { label: t`Opening`, value: shown(sheet?.opening_minor) },
          { label: t`In`, value: shown(sheet?.in_minor) },
          { label: t`Out`, value: shown(sheet?.out_minor) },
          { label: t`Closing`, value: shown(sheet?.closing_minor) },
        ]}
      />
      {sheet === undefined ? (
        <Skeleton h={300} radius="md" />
      ) : (
        <>
          {sheet.transfers.length > 0 && <DayTransfers sheet={sheet} />}
          {sheet.kinds.length > 0 && (
            <Card title={t`Summed up`} flush>
              <DayKinds sheet={sheet} />
            </Card>
          )}
          <Card title={t`Every movement`} flush>
            <DayLines walletId={Number(id)} sheet={sheet} />
          </Card>
          <Signatures of={[wallet?.owner_name ?? t`Cashier`, t`Checked by`]} />
        </>
      )}
    </Page>
  )
}
