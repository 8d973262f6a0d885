import { useLingui } from '@lingui/react/macro'
import { useMay } from '../../lib/session.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Figures } from '../../ui/figures.tsx'
import type { Figure } from '../../ui/figures.tsx'
import { Why } from '../why/why.tsx'
import type { Client } from './client.ts'
import { monthlyPrice } from './client.ts'

/** What the client owes and why, what he has to the good, what he pays, and until when he has paid. */
export function Standing({ client }: { client: Client }) {
  const { t } = useLingui()
  const counted = useCounted()
  const may = useMay()
  const format = useFormat()
  const { receivable_minor: owed, credit_minor: credit, deposit_minor: deposit } = client.balance
  const live = client.subscriptions.filter(({ state }) => state !== 'left')
  const monthly = live.reduce((sum, line) => sum + monthlyPrice(line), 0)
  const expires = live
    .map((line) => line.expires_on)
    .filter((day) => day !== null)
    .toSorted()[0]
  const since = t`Client since ${format.date(client.joined_on)}`
  const figures: Figure[] = [
    {
      label: t`Owes`,
      value: <span style={{ color: owed > 0 ? 'var(--lm-red)' : undefined }}>{format.money(owed)}</span>,
      note: owed > 0 ? t`open invoices below` : t`nothing is open`,
      ...(may('invoice.view')
        ? { to: `/clients/${client.id}/statement`, aside: <Why what="balance" id={client.id} label={t`Why ${client.name} owes this`} /> }
        : {}),
    },
    { label: t`Paid in advance`, value: format.money(credit), note: t`used for the next bill` },
    ...(deposit > 0 ? [{ label: t`Deposit held`, value: format.money(deposit), note: t`pays nothing until it is offset` }] : []),
    {
      label: t`Each month`,
      value: format.money(monthly),
      note: `${counted.lines(live.length)}, ${t`before VAT`}`,
    },
    expires === undefined
      ? { label: t`Client since`, value: format.date(client.joined_on) }
      : { label: expires <= format.today() ? t`Expired` : t`Expires`, value: format.date(expires), note: since },
  ]
  return <Figures figures={figures} />
}
