import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu } from '@mantine/core'
import { IconArrowsExchange, IconChevronDown, IconCoins, IconEdit, IconReportMoney } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RowOf } from '../../api/use-list.ts'
import { useMay } from '../../lib/session.ts'
import { AllowedButton } from '../../ui/allowed-button.tsx'
import { AllowedItem } from '../../ui/allowed-item.tsx'
import { EditWallet } from './edit-wallet.tsx'
import { HandOver } from './hand-over.tsx'
import { OpenWalletBalance } from './open-wallet-balance.tsx'
import { SendMoney } from './send-money.tsx'

export type Wallet = RowOf<'/api/v1/wallets'>

/** What may be done with a wallet, in the order it is done in: the day looked at, handed over, sent; then what is said of it. */
export function WalletActions({ wallet }: { wallet: Wallet }) {
  const { t } = useLingui()
  const may = useMay()
  const [doing, setDoing] = useState<'hand_over' | 'transfer' | 'edit' | 'open' | null>(null)
  const close = () => setDoing(null)
  const isDrawer = wallet.kind === 'drawer'
  return (
    <>
      <Button component={Link} to={`/wallets/${wallet.id}/day`} variant="default" leftSection={<IconReportMoney size={16} />}>
        <Trans>Day sheet</Trans>
      </Button>
      <AllowedButton allowed={wallet.allowed.transfer} variant="default" leftSection={<IconArrowsExchange size={16} />} onClick={() => setDoing('transfer')}>
        <Trans>Send money</Trans>
      </AllowedButton>
      {isDrawer && (
        <AllowedButton allowed={wallet.allowed.hand_over} leftSection={<IconCoins size={16} />} onClick={() => setDoing('hand_over')}>
          <Trans>Hand over</Trans>
        </AllowedButton>
      )}
      {(may('wallet.edit') || may('ledger.post_manual')) && (
        <Menu position="bottom-end" width={260}>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} />}>{t`More`}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <AllowedItem allowed={wallet.allowed.edit} icon={<IconEdit size={16} stroke={1.8} />} onClick={() => setDoing('edit')}>
              <Trans>Change the wallet</Trans>
            </AllowedItem>
            <AllowedItem allowed={wallet.allowed.open} icon={<IconCoins size={16} stroke={1.8} />} onClick={() => setDoing('open')}>
              <Trans>Opening balance</Trans>
            </AllowedItem>
          </Menu.Dropdown>
        </Menu>
      )}
      {doing === 'hand_over' && <HandOver wallet={wallet} onClose={close} />}
      {doing === 'transfer' && <SendMoney wallet={wallet} onClose={close} />}
      {doing === 'edit' && <EditWallet wallet={wallet} onClose={close} />}
      {doing === 'open' && <OpenWalletBalance wallet={wallet} onClose={close} />}
    </>
  )
}
