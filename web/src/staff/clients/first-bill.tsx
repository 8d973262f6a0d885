import { Trans, useLingui } from '@lingui/react/macro'
import { Skeleton } from '@mantine/core'
import { api } from '../../api/client.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Effect, EffectRow } from '../../ui/effect.tsx'
import { Card } from '../../ui/page.tsx'
import { Money } from '../../ui/values.tsx'
import type { ReactNode } from 'react'
import { lastDay } from '../billing/invoice-paper.tsx'
import type { NewLineValues } from '../subscriptions/line-fields.tsx'
import { ownPriceOf } from '../subscriptions/price-fields.tsx'
import styles from './register.module.css'

export interface BillAheadProps {
  readonly line: NewLineValues
  readonly isVatExempt: boolean
  readonly vatRateId: number | null
}

/** What a new line is billed first and each cycle after, asked of the code that will bill it. */
function useBillAhead({ line, isVatExempt, vatRateId }: BillAheadProps) {
  const format = useFormat()
  const { price_override_minor, discount_bp, discount_minor } = ownPriceOf(line)
  const query = {
    starts_on: line.joined_on ?? format.today(),
    anchor_day: Number(line.anchor_day),
    ...(line.billing_policy_id === null ? {} : { billing_policy_id: Number(line.billing_policy_id) }),
    ...(price_override_minor === null ? {} : { price_override_minor }),
    ...(discount_bp === 0 ? {} : { discount_bp }),
    ...(discount_minor === 0 ? {} : { discount_minor }),
    ...(isVatExempt ? { is_vat_exempt: true } : {}),
    ...(vatRateId === null ? {} : { vat_rate_id: vatRateId }),
  }
  return api.useQuery(
    'get',
    '/api/v1/packages/{id}/quote',
    { params: { path: { id: Number(line.package_id ?? 0) }, query } },
    { enabled: line.package_id !== null, placeholderData: (before) => before, retry: false },
  )
}

/** The first bill as rows, for a dialog. */
export function BillAhead(props: BillAheadProps) {
  const { data, error, isPlaceholderData } = useBillAhead(props)
  const format = useFormat()
  if (error !== null) return <span style={{ color: 'var(--lm-dim)' }}>{error.detail}</span>
  if (data === undefined) return null
  const isPrepaid = props.line.billing_mode === 'prepaid'
  return (
    <Effect isStale={isPlaceholderData}>
      {!isPrepaid && (
        <EffectRow label={<Trans>The first bill, with VAT</Trans>}>
          <Money minor={data.first.total_minor} symbol />
        </EffectRow>
      )}
      <EffectRow label={<Trans>Each cycle, with VAT</Trans>} isSum>
        {format.money(data.cycle.total_minor)}
      </EffectRow>
    </Effect>
  )
}

/** The first bill as a card beside the registration, with what else will be owed at once. */
export function FirstBill({ openingMinor, connectionMinor, ...props }: BillAheadProps & { openingMinor: number; connectionMinor: number }) {
  const { t } = useLingui()
  const format = useFormat()
  const { data, error } = useBillAhead(props)
  const { line } = props
  const isPrepaid = line.billing_mode === 'prepaid'
  if (line.package_id === null || error !== null || data === undefined) {
    return (
      <Card title={t`The first bill`}>
        {line.package_id !== null && error === null ? (
          <Skeleton h={96} />
        ) : (
          <span style={{ color: 'var(--lm-dim)' }}>{error === null ? <Trans>Choose a package to see what will be billed.</Trans> : error.detail}</span>
        )}
      </Card>
    )
  }
  const bill = isPrepaid ? data.cycle : data.first
  const net = bill.lines.reduce((sum, { net_minor, discount_minor }) => sum + net_minor - discount_minor, 0)
  const discount = bill.lines.reduce((sum, { discount_minor }) => sum + discount_minor, 0)
  const vat = bill.lines.reduce((sum, { vat_minor }) => sum + vat_minor, 0)
  return (
    <Card title={isPrepaid ? t`The first renewal` : t`The first bill`}>
      <dl className={styles.quote} aria-live="polite">
        {!isPrepaid &&
          bill.lines.map((part) => (
            <div key={part.starts_on}>
              <dt>
                {format.date(part.starts_on)} – {format.date(lastDay(part.ends_on))}
              </dt>
              <dd>
                <Money minor={part.net_minor} />
              </dd>
            </div>
          ))}
        {isPrepaid && (
          <Row label={t`One cycle`}>
            <Money minor={net + discount} />
          </Row>
        )}
        {discount > 0 && (
          <Row label={t`Discount`}>
            <Money minor={-discount} />
          </Row>
        )}
        <Row label={t`VAT`}>
          <Money minor={vat} />
        </Row>
        {connectionMinor > 0 && (
          <Row label={t`Connection charge`}>
            <Money minor={connectionMinor} />
          </Row>
        )}
        {openingMinor !== 0 && (
          <Row label={openingMinor > 0 ? t`Owed before` : t`Paid in advance before`}>
            <Money minor={openingMinor} />
          </Row>
        )}
        <div className={styles.big}>
          <dt />
          <dd>
            <Money minor={bill.total_minor + connectionMinor + openingMinor} symbol />
          </dd>
        </div>
      </dl>
      <p className={styles.note}>
        <Trans>After that, {format.money(data.cycle.total_minor)} each cycle, with VAT.</Trans>
      </p>
    </Card>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
