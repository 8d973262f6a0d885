import { Link } from '@tanstack/react-router'
import { useMay } from '../../lib/session.ts'

/** A wallet by its name; a link for those who may look into other people's. */
export function WalletLink({ id, name }: { id: number; name: string }) {
  const may = useMay()
  if (!may('wallet.view')) return <span>{name}</span>
  return (
    <Link className="lm-link" to="/wallets/$id" params={{ id: String(id) }}>
      {name}
    </Link>
  )
}
