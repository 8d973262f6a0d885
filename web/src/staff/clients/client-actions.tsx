import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu } from '@mantine/core'
import {
  IconCash,
  IconChevronDown,
  IconCoin,
  IconDiscount2,
  IconFileInvoice,
  IconPencil,
  IconPigMoney,
  IconPlugConnected,
  IconArrowBackUp,
  IconScale,
  IconShieldCheck,
  IconStar,
  IconTrash,
} from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../lib/session.ts'
import { useShortcut } from '../../lib/shortcuts.ts'
import { useUrlState } from '../../lib/use-url-state.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import type { Allowed } from '../../ui/allowed-button.tsx'
import { AllowedItem } from '../../ui/allowed-item.tsx'
import { TakePayment } from '../payments/take-payment.tsx'
import { AddLine } from '../subscriptions/add-line.tsx'
import { AddCharge } from './add-charge.tsx'
import { BillNow } from './bill-now.tsx'
import type { Client } from './client.ts'
import styles from './client.module.css'
import { DeleteClient, RestoreClient } from './delete-client.tsx'
import { TakeDeposit } from './deposit-dialogs.tsx'
import { EditClient } from './edit-client.tsx'
import { ClientFlag } from './client-flag.tsx'
import { GiveDiscount } from './give-discount.tsx'
import { OpeningBalance } from './opening-balance.tsx'

type Opened = 'pay' | 'bill' | 'edit' | 'charge' | 'discount' | 'deposit' | 'opening' | 'vip' | 'whitelist' | 'line' | 'delete' | 'restore'

/** The same, without a word about a permission: a button row holds only what the role has; the menu says the rest. */
const forRole = (allowed: Client['allowed']['bill']): boolean => allowed.ok || allowed.code !== 'permission'

/** What is done with a client: the usual as buttons, on a phone under the thumb; all of it in the menu, with the reason where it cannot be. */
export function ClientActions({ client }: { client: Client }) {
  const { t } = useLingui()
  const may = useMay()
  const navigate = useNavigate()
  const [, setState] = useUrlState()
  const [opened, setOpened] = useState<Opened | null>(null)
  const { allowed } = client
  const close = () => setOpened(null)
  const byKey = (what: Opened, isAllowed: Allowed) => (isAllowed.ok ? () => setOpened(what) : null)
  const statement = `/clients/${client.id}/statement`

  useShortcut('p', t`Take a payment`, byKey('pay', allowed.take_payment))
  useShortcut('b', t`Bill now`, byKey('bill', allowed.bill))
  useShortcut('d', t`Give a discount`, byKey('discount', allowed.give_discount))
  useShortcut('a', t`Add a charge`, byKey('charge', allowed.add_charge))
  useShortcut('e', t`Edit`, byKey('edit', allowed.edit))
  useShortcut('v', t`Statement`, may('invoice.view') ? () => void navigate({ to: statement }) : null)
  useShortcut(
    'n',
    t`Write a note`,
    allowed.edit.ok
      ? () => {
          setState({ tab: undefined })
          requestAnimationFrame(() => document.getElementById('new-note')?.focus())
        }
      : null,
  )

  const item = (what: Opened, isAllowed: Allowed, Icon: typeof IconCash, label: string, isDanger = false) => (
    <AllowedItem allowed={isAllowed} icon={<Icon size={16} stroke={1.8} />} isDanger={isDanger} onClick={() => setOpened(what)}>
      {label}
    </AllowedItem>
  )
  return (
    <div className={styles.thumb}>
      {forRole(allowed.take_payment) && (
        <AllowedButton allowed={allowed.take_payment} leftSection={<IconCash size={16} />} onClick={() => setOpened('pay')}>
          <Trans>Take a payment</Trans>
        </AllowedButton>
      )}
      {forRole(allowed.bill) && (
        <AllowedButton allowed={allowed.bill} variant="default" onClick={() => setOpened('bill')}>
          <Trans>Bill now</Trans>
        </AllowedButton>
      )}
      {may('invoice.view') && (
        <Button className={styles.wideOnly ?? ''} component={Link} to={statement} variant="default">
          <Trans>Statement</Trans>
        </Button>
      )}
      {forRole(allowed.edit) && (
        <span className={styles.wideOnly}>
          <AllowedButton allowed={allowed.edit} variant="default" onClick={() => setOpened('edit')}>
            <Trans>Edit</Trans>
          </AllowedButton>
        </span>
      )}
      <Menu position="bottom-end" width={290}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={15} />}>
            <Trans>More</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={styles.menu ?? ''}>
          <Menu.Label>
            <Trans>Money</Trans>
          </Menu.Label>
          {item('charge', allowed.add_charge, IconCoin, t`Add a charge`)}
          {item('discount', allowed.give_discount, IconDiscount2, t`Give a discount`)}
          {item('deposit', allowed.take_deposit, IconPigMoney, t`Take a deposit`)}
          {item('opening', allowed.open_balance, IconScale, t`Opening balance`)}
          {may('invoice.view') && (
            <Menu.Item component={Link} to={statement} leftSection={<IconFileInvoice size={16} stroke={1.8} />}>
              <Trans>Statement</Trans>
            </Menu.Item>
          )}
          <Menu.Label>
            <Trans>Client</Trans>
          </Menu.Label>
          {item('line', allowed.add_subscription, IconPlugConnected, t`Add a line`)}
          {item('edit', allowed.edit, IconPencil, t`Edit`)}
          {item('vip', allowed.edit, IconStar, client.is_vip ? t`VIP: change or end` : t`Mark as VIP`)}
          {item('whitelist', allowed.edit, IconShieldCheck, client.is_whitelisted ? t`Never suspended: change or end` : t`Never suspend`)}
          <Menu.Divider />
          {client.deleted_at === null
            ? item('delete', allowed.delete, IconTrash, t`Delete the client`, true)
            : item('restore', allowed.restore, IconArrowBackUp, t`Bring the client back`)}
        </Menu.Dropdown>
      </Menu>
      {opened === 'pay' && <TakePayment client={{ id: client.id, title: client.name, subtitle: `${client.code} · ${client.phone}` }} onClose={close} />}
      {opened === 'bill' && <BillNow client={client} onClose={close} />}
      {opened === 'edit' && <EditClient client={client} onClose={close} />}
      {opened === 'charge' && <AddCharge client={client} onClose={close} />}
      {opened === 'discount' && <GiveDiscount client={client} onClose={close} />}
      {opened === 'deposit' && <TakeDeposit client={client} onClose={close} />}
      {opened === 'opening' && <OpeningBalance client={client} onClose={close} />}
      {opened === 'vip' && <ClientFlag client={client} flag="vip" onClose={close} />}
      {opened === 'whitelist' && <ClientFlag client={client} flag="whitelist" onClose={close} />}
      {opened === 'line' && <AddLine client={client} onClose={close} />}
      {opened === 'delete' && <DeleteClient client={client} onClose={close} />}
      {opened === 'restore' && <RestoreClient client={client} onClose={close} />}
    </div>
  )
}
