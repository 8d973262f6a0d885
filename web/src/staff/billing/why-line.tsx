import { Trans, useLingui } from '@lingui/react/macro'
import type { paths } from '../../api/schema.d.ts'
import { useCounted } from '../../lib/use-counted.ts'
import { useFormat } from '../../lib/use-format.ts'

export type InvoiceLine = paths['/api/v1/invoices/{id}']['get']['responses']['200']['content']['application/json']['lines'][number]

/** Why a line costs what it costs, from the arithmetic kept with it. */
export function WhyLine({ line }: { line: InvoiceLine }) {
  const { t } = useLingui()
  const format = useFormat()
  const counted = useCounted()
  const explain = line.explain as {
    rule?: string
    price?: number
    days?: number
    cycle_days?: number
    paused_days?: number
    discount_bp?: number
    discount_minor?: number
  }
  const parts: string[] = []
  const price = typeof explain.price === 'number' ? format.money(explain.price) : ''
  const days = format.number(explain.days ?? 0)
  const cycleDays = counted.days(explain.cycle_days ?? 0)
  if (explain.rule === 'part') parts.push(t`${price} × ${days} of ${cycleDays}`)
  else if (explain.rule === 'whole') parts.push(t`A whole cycle at ${price}`)
  else if (explain.rule === 'first_full') parts.push(t`The first cycle is charged in full: ${price}`)
  else if (explain.rule === 'first_free') parts.push(t`The first part cycle is free`)
  else if (explain.rule === 'one_time') parts.push(t`Charged once`)
  if ((explain.paused_days ?? 0) > 0) {
    const paused = counted.days(explain.paused_days ?? 0)
    parts.push(t`not charged for a pause of ${paused}`)
  }
  if ((explain.discount_bp ?? 0) > 0) {
    const share = format.percent(explain.discount_bp ?? 0)
    parts.push(t`standing discount of ${share}`)
  }
  if ((explain.discount_minor ?? 0) > 0) {
    const off = format.money(explain.discount_minor ?? 0)
    parts.push(t`standing discount of ${off}`)
  }
  if (line.vat_bp > 0) {
    const rate = format.percent(line.vat_bp)
    parts.push(line.vat_inclusive ? t`VAT of ${rate} is in the price` : t`VAT of ${rate} comes on top`)
  }
  return parts.length === 0 ? null : (
    <span>
      <Trans>Why:</Trans> {parts.join('; ')}
    </span>
  )
}
