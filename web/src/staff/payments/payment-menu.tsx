import { Trans } from '@lingui/react/macro'
import { ActionIcon, Menu, Skeleton } from '@mantine/core'
import { IconArrowBackUp, IconArrowsExchange, IconCash, IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '../../api/client.ts'
import { AllowedItem } from '../../ui/allowed-item.tsx'
import type { PaymentDetail } from './payment-page.tsx'
import { ReceiptItem } from './print-receipt.tsx'

export type PaymentAction = 'move' | 'refund' | 'reverse'

/** What may be done with a payment, asked when the menu is opened. */
export function PaymentMenu({ id, label, onChoose }: { id: number; label: string; onChoose: (action: PaymentAction, payment: PaymentDetail) => void }) {
  const [isOpen, setOpen] = useState(false)
  const { data: payment, error } = api.useQuery('get', '/api/v1/payments/{id}', { params: { path: { id } } }, { enabled: isOpen })
  return (
    <Menu position="bottom-end" width={270} opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <ActionIcon size={24} variant="subtle" color="gray" aria-label={label}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {payment === undefined && error === null && <Skeleton h={120} m={4} />}
        {error !== null && <Menu.Label>{error.detail}</Menu.Label>}
        {payment !== undefined && (
          <>
            {payment.receipt_code !== null && <ReceiptItem path={`/api/v1/payments/${id}/receipt.pdf`} />}
            <AllowedItem
              allowed={payment.allowed.take_allocation_back.ok ? payment.allowed.take_allocation_back : payment.allowed.allocate}
              icon={<IconArrowsExchange size={16} stroke={1.8} />}
              onClick={() => onChoose('move', payment)}
            >
              <Trans>Move to another bill</Trans>
            </AllowedItem>
            <AllowedItem allowed={payment.allowed.refund} icon={<IconCash size={16} stroke={1.8} />} onClick={() => onChoose('refund', payment)}>
              <Trans>Give back</Trans>
            </AllowedItem>
            <AllowedItem
              allowed={payment.allowed.reverse}
              icon={<IconArrowBackUp size={16} stroke={1.8} />}
              isDanger
              onClick={() => onChoose('reverse', payment)}
            >
              <Trans>Undo the payment</Trans>
            </AllowedItem>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
