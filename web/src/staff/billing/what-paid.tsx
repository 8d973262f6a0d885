import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../lib/session.ts'
import { Card } from '../../ui/page.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { useMethodText } from '../payments/methods.ts'
import type { Invoice } from './invoice-page.tsx'
import styles from './invoice.module.css'
import { Item, Items } from './paper-items.tsx'
import { TakeBack } from './take-back.tsx'

/** Each time money was set against the invoice; what was taken back again is struck out. */
export function WhatPaid({ invoice }: { invoice: Invoice }) {
  const { t } = useLingui()
  const may = useMay()
  const methodText = useMethodText()
  const [taking, setTaking] = useState<Invoice['allocations'][number] | null>(null)
  return (
    <Card title={t`What paid it`} flush>
      <Items none={invoice.void !== null ? t`Nothing was paid of it.` : t`Nothing was paid of it yet.`}>
        {invoice.allocations.map((allocation) => (
          <Item
            key={allocation.id}
            main={
              <Link className="lm-link" to="/payments/$id" params={{ id: String(allocation.payment_id) }}>
                {allocation.receipt_code ?? methodText(allocation.method)}
              </Link>
            }
            note={
              <>
                <DateText day={allocation.booked_on} /> · {methodText(allocation.method)}
              </>
            }
            minor={allocation.standing_minor}
          >
            {allocation.standing_minor < allocation.amount_minor && (
              <small>
                <span className={styles.taken}>
                  <Money minor={allocation.amount_minor} />
                </span>{' '}
                <Trans>taken back</Trans>
              </small>
            )}
            {allocation.standing_minor > 0 && invoice.allowed.take_back.ok && may('payment.reverse') && (
              <button type="button" className={styles.inline} onClick={() => setTaking(allocation)}>
                <Trans>Take back</Trans>
              </button>
            )}
          </Item>
        ))}
      </Items>
      {taking !== null && <TakeBack allocation={taking} onClose={() => setTaking(null)} />}
    </Card>
  )
}
