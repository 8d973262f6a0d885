import { useLingui } from '@lingui/react/macro'
import type { RowOf } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useStateText } from '../clients/state.tsx'
import type { ClientState } from '../clients/state.tsx'

export type BulkItem = RowOf<'/api/v1/bulk-jobs/{id}/items'>
type Fact = BulkItem['facts'][number]

/** What changes about a client, for people: "Package: Home 10 → Home 20". */
export function useFactText(): (fact: Fact) => string {
  const { t } = useLingui()
  const format = useFormat()
  const stateText = useStateText()
  const labels: Record<Fact['what'], string> = {
    package: t`Package`,
    starts_on: t`From`,
    own_price: t`Own price`,
    discount: t`Standing discount`,
    area: t`Area`,
    branch: t`Branch`,
    tags: t`Tags`,
    billing_policy: t`Billing policy`,
    router: t`Router`,
    session: t`Session ended`,
    state: t`State`,
    vip: t`VIP`,
    whitelist: t`Never cut off`,
    auto_control: t`Automatic control`,
    left_on: t`Left on`,
    final_bill: t`Final bill`,
    given_back: t`Given back`,
    deleted: t`Deleted`,
    invoice: t`Bill`,
    message: t`Sent again`,
  }
  const value = (what: Fact['what'], text: string): string => {
    switch (what) {
      case 'state':
        return stateText(text as ClientState)
      case 'vip':
      case 'whitelist':
      case 'auto_control':
      case 'deleted':
        return text === 'true' ? t`yes` : t`no`
      case 'starts_on':
      case 'left_on':
        return format.date(text)
      case 'own_price':
      case 'final_bill':
      case 'given_back':
        return format.money(Number(text))
      case 'discount':
        return text.endsWith('bp') ? format.percent(Number.parseInt(text, 10)) : format.money(Number(text))
      default:
        return text
    }
  }
  return ({ what, from, to }) => {
    const end = to === null ? t`none` : value(what, to)
    if (from === null) return `${labels[what]}: ${end}`
    return `${labels[what]}: ${value(what, from)} → ${end}`
  }
}
