import { useLingui } from '@lingui/react/macro'
import { api } from '../../api/client.ts'
import type { RowOf } from '../../api/use-list.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useMethodText } from '../payments/methods.ts'
import { useAccessReasonText } from './state.tsx'

export type ClientEvent = NonNullable<RowOf<'/api/v1/clients/{id}/timeline'>['event']>

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const amountOf = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** The code of the document an event is about; empty where it is about none. */
export const codeOf = (event: ClientEvent): string => textOf(factsOf(event)['receipt_code']) || textOf(factsOf(event)['code'])

/** What was taken back says what it was in its values before. */
const factsOf = ({ action, before, after }: ClientEvent): Readonly<Record<string, unknown>> => ({
  ...(action === 'payment.reversed' ? before : null),
  ...after,
})

/** What of an event people want to read without opening it: how much, which package, from when, what changed into what, and why. */
export function useEventSaid(): (event: ClientEvent) => string {
  const { t } = useLingui()
  const format = useFormat()
  const methodText = useMethodText()
  const reasonText = useAccessReasonText()
  const changesText = useChangesText()
  const packages = api.useQuery('get', '/api/v1/packages', { params: { query: { limit: 200 } } }, { staleTime: 60_000 }).data?.items ?? []
  return (event) => {
    const { action, before } = event
    const after = factsOf(event)
    if (before !== null && (action === 'client.edited' || action === 'subscription.edited')) return changesText(before, after)
    const parts: string[] = []
    const amount = amountOf(after['total_minor']) || amountOf(after['amount_minor'])
    if (amount > 0) parts.push(format.money(amount))
    const method = textOf(after['method'])
    if (action.startsWith('payment.') && method !== '') parts.push(methodText(method as Parameters<typeof methodText>[0]))
    const sold = action === 'subscription.package_changed' ? packages.find(({ id }) => id === after['package_id']) : undefined
    if (sold !== undefined) parts.push(sold.name)
    const from = textOf(after['starts_on']) || textOf(after['from_on'])
    if (action.startsWith('subscription.') && from !== '') parts.push(t`from ${format.date(from)}`)
    const until = textOf(after['until_on']) || textOf(after['until'])
    if (until !== '') parts.push(t`until ${format.date(until)}`)
    const back = amountOf(after['credited_minor'])
    if (back > 0) parts.push(t`${format.money(back)} given back`)
    const billed = amountOf(after['invoiced_minor'])
    if (billed > 0) parts.push(t`${format.money(billed)} billed`)
    const reason = textOf(after['reason'])
    if (action.startsWith('access.')) parts.push(reasonText(reason), textOf(after['note']))
    else if (!['package change', 'package_change'].includes(reason)) parts.push(reason)
    return parts.filter(Boolean).join(' · ')
  }
}

/** "phone 017… → 018…" for each value that changed; of long or inner ones only the name. */
function useChangesText() {
  const { t } = useLingui()
  const names: Readonly<Record<string, string>> = {
    name: t`Name`,
    phone: t`Phone`,
    phone_alternative: t`Second phone`,
    email: t`E-mail`,
    address: t`Address`,
    district: t`District`,
    upazila: t`Upazila`,
    area_id: t`Area`,
    branch_id: t`Branch`,
    reseller_id: t`Reseller`,
    client_type: t`Type`,
    gender: t`Gender`,
    locale: t`Language`,
    tags: t`Tags`,
    nid_last4: t`NID`,
    vat_registration: t`VAT registration`,
    vat_rate_id: t`VAT rate`,
    is_vat_exempt: t`VAT`,
    pppoe_login: t`PPPoE login`,
    static_ip: t`Static IP`,
    mac: 'MAC',
    onu_mac: 'ONU',
    label: t`What the line is called`,
    billing_policy_id: t`Billing policy`,
  }
  return (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): string =>
    Object.keys(after)
      .filter((key) => names[key] !== undefined && JSON.stringify(before[key]) !== JSON.stringify(after[key]))
      .map((key) => {
        const [was, is] = [before[key], after[key]]
        const isPlain = !key.endsWith('_id') && key !== 'nid_last4' && [was, is].every((value) => value === null || typeof value === 'string')
        return isPlain ? `${names[key]}: ${textOf(was) || '–'} → ${textOf(is) || '–'}` : names[key]
      })
      .join(', ')
}
